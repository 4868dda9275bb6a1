//! Constraint traits ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).

use super::forms::{At, object};
use crate::diagnostics::Diagnostics;
use crate::json::{self, Data, Value};
use crate::resolve::traits::{Length, Range};

/// `length`.
pub(super) fn length(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Length> {
    let value = object(errors, at, value)?;
    let (min, max) = (count(errors, at, value, "min")?, count(errors, at, value, "max")?);
    Some(Length { min, max })
}

/// The bound of a length: `Some(None)` where there is none, `None` where it is wrong.
fn count(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<Option<u64>> {
    let Some(bound) = value.get(key) else {
        return Some(None);
    };
    match &bound.data {
        Data::Number(text) if json::decimal(text).is_whole() => Some(text.parse().ok()),
        _ => {
            at.refuse(errors, bound, &format!("must have a whole number as `{key}`"), None);
            None
        }
    }
}

/// `range`.
pub(super) fn range(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Range> {
    let value = object(errors, at, value)?;
    let (min, max) = (number(errors, at, value, "min")?, number(errors, at, value, "max")?);
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
