//! Differences that somebody looked at and accepted: a list in the metadata of the rules, as data.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Value;
use crate::resolve::graph::Model;

/// The key of the metadata.
const KEY: &str = "smithygen.rules.knownDifferences";

/// A difference that is accepted, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDifference {
    /// The id of the difference.
    pub id: String,
    /// Why it is accepted, one sentence.
    pub reason: String,
}

/// Reads the known differences of a model; what is wrong with the list is pushed to `errors`.
pub(super) fn read(errors: &mut Diagnostics, model: &Model) -> Vec<KnownDifference> {
    let Some(value) = model.metadata.get(KEY) else { return Vec::new() };
    let Some(elements) = value.as_array() else {
        errors.push(wrong(value, format!("`{KEY}` must be a list, not {}", value.kind())));
        return Vec::new();
    };
    let mut known: Vec<KnownDifference> = Vec::new();
    for value in elements {
        let Some(difference) = known_difference(errors, value) else { continue };
        if known.iter().any(|other| other.id == difference.id) {
            errors.push(wrong(value, format!("the difference `{}` is listed twice", difference.id)));
        }
        known.push(difference);
    }
    known
}

fn known_difference(errors: &mut Diagnostics, value: &Value) -> Option<KnownDifference> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    let entries = value.as_object().unwrap_or_default();
    match (text("finding"), text("reason")) {
        (Some(id), Some(reason)) if entries.len() == 2 => {
            Some(KnownDifference { id: id.to_owned(), reason: reason.to_owned() })
        }
        _ => {
            let message = "a known difference has a `finding` and a `reason`, and nothing else";
            errors.push(wrong(value, message.to_owned()));
            None
        }
    }
}

fn wrong(value: &Value, message: String) -> Diagnostic {
    Diagnostic::error(message)
        .at(value.span)
        .help("write `{ \"finding\": \"the id of the difference\", \"reason\": \"why it is accepted\" }`")
}
