//! Constraint traits ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).

use super::forms::{At, fields};
use crate::diagnostics::Diagnostics;
use crate::json::{self, Data, Value};
use crate::resolve::traits::{Length, Range};

/// `length`.
pub(super) fn length(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Length> {
    let value = fields(errors, at, value, &["min", "max"])?;
    let (min, max) = (count(errors, at, value, "min")?, count(errors, at, value, "max")?);
    ordered(errors, at, value, min.map(|min| min.to_string()), max.map(|max| max.to_string()))?;
    Some(Length { min, max })
}

/// The bound of a length: `Some(None)` where there is none, `None` where it is wrong.
fn count(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<Option<u64>> {
    let Some(bound) = value.get(key) else {
        return Some(None);
    };
    let parsed = match &bound.data {
        Data::Number(text) => text.parse::<u64>().ok(),
        _ => None,
    };
    if parsed.is_none() {
        let problem = format!("must have a whole number of at least 0 as `{key}`");
        at.refuse(errors, bound, &problem, None);
    }
    parsed.map(Some)
}

/// `range`.
pub(super) fn range(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Range> {
    let value = fields(errors, at, value, &["min", "max"])?;
    let (min, max) = (number(errors, at, value, "min")?, number(errors, at, value, "max")?);
    ordered(errors, at, value, min.clone(), max.clone())?;
    Some(Range { min, max })
}

/// The bound of a range as it is written: `Some(None)` where there is none, `None` where it is wrong.
fn number(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<Option<String>> {
    match value.get(key).map(|bound| (bound, &bound.data)) {
        None => Some(None),
        Some((_, Data::Number(text))) => Some(Some(text.clone())),
        Some((bound, _)) => {
            at.refuse(errors, bound, &format!("must have a number as `{key}`, not {}", bound.kind()), None);
            None
        }
    }
}

/// Checks that a lower bound is not above the upper one.
fn ordered(
    errors: &mut Diagnostics,
    at: At<'_>,
    value: &Value,
    min: Option<String>,
    max: Option<String>,
) -> Option<()> {
    if let (Some(min), Some(max)) = (min, max)
        && json::decimal(&min).compare(&json::decimal(&max)).is_gt()
    {
        at.refuse(
            errors,
            value,
            &format!("has a `min` of {min}, which is greater than its `max` of {max}"),
            None,
        );
        return None;
    }
    Some(())
}
