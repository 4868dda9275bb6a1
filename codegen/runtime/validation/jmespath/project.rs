//! Projections: an expression on each of several values.

use super::evaluate::Evaluator;
use super::expression::{Expression, Selection};
use super::value::Value;

impl Evaluator {
    /// What an expression gives for each value of a selection, nulls left out; null where there is no list, or, for
    /// `.*`, no object.
    pub(super) fn project(
        &mut self,
        source: &Value,
        selection: &Selection<'_>,
        each: &Expression<'_>,
    ) -> Option<Value> {
        let Some(selected) = self.select(source, selection)? else {
            return Some(Value::Null);
        };
        let mut given = Vec::new();
        for value in selected {
            let value = self.evaluate(each, &value)?;
            if !value.is_null() {
                given.push(value);
            }
        }
        Some(Value::list(given))
    }

    /// The values of a selection: `Some(None)` where the source is of the wrong type.
    fn select(&mut self, source: &Value, selection: &Selection<'_>) -> Option<Option<Vec<Value>>> {
        if let (Selection::Values, Value::Object(entries)) = (selection, source) {
            self.spend(entries.len())?;
            return Some(Some(entries.values().cloned().collect()));
        }
        let Value::List(elements) = source else {
            return Some(None);
        };
        self.spend(elements.len())?;
        Some(match selection {
            Selection::Values => None,
            Selection::Elements => Some(elements.to_vec()),
            Selection::Flattened => Some(self.flatten(elements)?),
            Selection::Slice(start, stop, step) => Some(slice(elements, *start, *stop, *step)),
            Selection::Filter(condition) => {
                let mut kept = Vec::new();
                for element in elements.iter() {
                    if self.evaluate(condition, element)?.is_truthy() {
                        kept.push(element.clone());
                    }
                }
                Some(kept)
            }
        })
    }

    fn flatten(&mut self, elements: &[Value]) -> Option<Vec<Value>> {
        let mut flat = Vec::new();
        for element in elements {
            match element {
                Value::List(inner) => {
                    self.spend(inner.len())?;
                    flat.extend(inner.iter().cloned());
                }
                other => flat.push(other.clone()),
            }
        }
        Some(flat)
    }
}

/// The elements from `start` to before `stop`, both counted from the end where they are negative, `step` apart.
fn slice(elements: &[Value], start: Option<i64>, stop: Option<i64>, step: i64) -> Vec<Value> {
    let length = i64::try_from(elements.len()).unwrap_or(i64::MAX);
    // Backwards, the first index is the last element's, and the slice ends before index -1.
    let (least, greatest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let place =
        |index: i64| if index < 0 { index.saturating_add(length) } else { index }.clamp(least, greatest);
    let (first, end) = if step < 0 { (greatest, least) } else { (least, greatest) };
    let (mut at, end) = (start.map_or(first, place), stop.map_or(end, place));
    let mut taken = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        taken.extend(usize::try_from(at).ok().and_then(|at| elements.get(at)).cloned());
        at = at.saturating_add(step);
    }
    taken
}
