//! Traits of operations whose values have keys.

use super::forms::{At, object, strings};
use crate::diagnostics::Diagnostics;
use crate::json::Data;
use crate::json::{Value, whole};
use crate::resolve::graph::ShapeId;
use crate::resolve::traits::{Idempotent, Retryable};

/// `idempotent`.
pub(super) fn idempotent(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Idempotent> {
    let value = object(errors, at, value)?;
    let mut found = Vec::new();
    for list in ["exists", "notFound"].iter().filter_map(|key| value.get(key)) {
        for text in strings(errors, at, list).unwrap_or_default() {
            match ShapeId::parse(&text) {
                Some(id) => found.push((id, list.span)),
                None => at.refuse(
                    errors,
                    list,
                    &format!("must name errors by their ids, and `{text}` is none"),
                    None,
                ),
            }
        }
    }
    Some(Idempotent { errors: found })
}

/// `retryable`.
pub(super) fn retryable(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Retryable> {
    let throttling = object(errors, at, value)?.get("throttling");
    Some(Retryable { throttling: throttling.is_some_and(|value| value.data == Data::Bool(true)) })
}

/// `longPoll`, whose form alone is checked.
pub(super) fn long_poll(errors: &mut Diagnostics, at: At<'_>, value: &Value) {
    let Some(value) = object(errors, at, value) else { return };
    let millis = value.get("timeoutMillis").map(|millis| match &millis.data {
        Data::Number(text) => whole(text).filter(|millis| *millis > 0),
        _ => None,
    });
    if millis == Some(None) {
        at.refuse(errors, value, "must have a whole number above 0 as `timeoutMillis`", None);
    }
}
