//! Constraints that no value could satisfy.

use std::cmp::Ordering;

use super::context::ValidationContext;
use super::events::Events;
use super::index::IndexedShape;
use crate::diagnostics::Severity;
use crate::json::{self, Data, Value};

/// Types of whole numbers.
const WHOLE: [&str; 6] = ["byte", "short", "integer", "long", "bigInteger", "intEnum"];

/// `LengthTrait`: bounds of lengths.
pub(super) fn lengths(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("length") {
        for key in ["min", "max"] {
            if let Some((bound, text)) = number(value, key).filter(|(_, text)| text.starts_with('-')) {
                events.error(shape, bound.span, format!("the `{key}` of `length` is {text}, less than 0"));
            }
        }
        ordered(events, shape, value, "length");
    }
}

/// `RangeTrait`: bounds of numbers.
pub(super) fn ranges(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("range") {
        let target = context.target(shape).unwrap_or(shape);
        for key in ["min", "max"].into_iter().filter(|_| WHOLE.contains(&target.type_name())) {
            if let Some((bound, text)) =
                number(value, key).filter(|(_, text)| !json::decimal(text).is_whole())
            {
                let message = format!("the `{key}` of `range` is {text}, which a whole number cannot be");
                events.error(shape, bound.span, message);
            }
        }
        ordered(events, shape, value, "range");
        reachable(events, shape, target.type_name(), value);
    }
}

fn number<'v>(value: &'v Value, key: &str) -> Option<(&'v Value, &'v str)> {
    let bound = value.get(key)?;
    match &bound.data {
        Data::Number(text) => Some((bound, text)),
        _ => None,
    }
}

fn ordered(events: &mut Events<'_>, shape: &IndexedShape<'_>, value: &Value, name: &str) {
    let (Some((_, min)), Some((_, max))) = (number(value, "min"), number(value, "max")) else { return };
    if json::decimal(min).compare(&json::decimal(max)).is_gt() {
        let message = format!("`{name}` has a `min` of {min}, which is greater than its `max` of {max}");
        events.error(shape, value.span, message);
    }
}

/// Warns of bounds that no number of a type meets.
fn reachable(events: &mut Events<'_>, shape: &IndexedShape<'_>, type_name: &str, value: &Value) {
    let bits = match type_name {
        "byte" => 8,
        "short" => 16,
        "integer" | "intEnum" => 32,
        "long" => 64,
        _ => return,
    };
    let (least, greatest) = (i64::MIN >> (64 - bits), i64::MAX >> (64 - bits));
    let beyond = |key, limit: i64, side: Ordering| {
        let compare = |text: &str| json::decimal(text).compare(&limit.into());
        number(value, key).filter(|(_, text)| compare(text) == side)
    };
    let unmet = [("min", greatest, Ordering::Greater, "large"), ("max", least, Ordering::Less, "small")];
    for (key, limit, side, size) in unmet {
        if let Some((bound, text)) = beyond(key, limit, side) {
            let message = format!(
                "the `{key}` of `range` is {text}, and no value of the type {type_name} is so {size}"
            );
            events.emit(Severity::Warning, "NoValue", shape, bound.span, message);
        }
    }
}
