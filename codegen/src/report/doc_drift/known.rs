//! Differences that somebody looked at and let be: a list in the metadata of the rules, as data.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Value;
use crate::resolve::graph::Model;

/// The key of the metadata.
const KEY: &str = "smithygen.rules.knownDifferences";

/// A difference that may be, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The id of the finding.
    pub finding: String,
    /// Why it may be, one sentence.
    pub reason: String,
}

/// Reads the known differences of a model; what has a wrong form goes to `errors`.
pub(super) fn read(errors: &mut Diagnostics, model: &Model) -> Vec<Known> {
    let Some(value) = model.metadata.get(KEY) else { return Vec::new() };
    let Some(elements) = value.as_array() else {
        errors.push(wrong(value, format!("`{KEY}` must be a list, not {}", value.kind())));
        return Vec::new();
    };
    let mut known: Vec<Known> = Vec::new();
    for value in elements {
        let Some(one) = one(errors, value) else { continue };
        if known.iter().any(|other| other.finding == one.finding) {
            errors.push(wrong(value, format!("the difference `{}` is listed twice", one.finding)));
        }
        known.push(one);
    }
    known
}

fn one(errors: &mut Diagnostics, value: &Value) -> Option<Known> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    let entries = value.as_object().unwrap_or_default();
    let (finding, reason) = (text("finding"), text("reason"));
    match (finding, reason) {
        (Some(finding), Some(reason)) if entries.len() == 2 => {
            Some(Known { finding: finding.to_owned(), reason: reason.to_owned() })
        }
        _ => {
            errors.push(wrong(
                value,
                "a known difference has a `finding` and a `reason`, and no more".to_owned(),
            ));
            None
        }
    }
}

fn wrong(value: &Value, message: String) -> Diagnostic {
    Diagnostic::error(message)
        .at(value.place)
        .help("write `{ \"finding\": \"id of the finding\", \"reason\": \"why it may be\" }`")
}
