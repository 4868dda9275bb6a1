//! Differences that people accepted, each with a reason, by their fingerprints.

use crate::diagnostics::{Diagnostic, Diagnostics, Span};
use crate::json::{self, Value};

/// A difference that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The fingerprint.
    pub fingerprint: String,
    /// Why it was accepted.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
}

/// The form that a list has.
const HELP: &str = "write `{ \"accepted\": [{ \"fingerprint\": \"…\", \"reason\": \"…\" }] }`";

/// Reads a list of accepted differences; what is wrong with it is pushed to `errors`.
pub fn read(errors: &mut Diagnostics, text: &str, file: u32) -> Vec<Accepted> {
    let value = match json::parse(text, file) {
        Ok(value) => value,
        Err(problem) => {
            let span = Span::new(file, problem.offset);
            errors.push(Diagnostic::error(format!("this is not JSON: {problem}")).at(span).help(HELP));
            return Vec::new();
        }
    };
    let Some(entries) = value.get("accepted").and_then(Value::as_array) else {
        let diagnostic = Diagnostic::error("a list of accepted differences has an array `accepted`");
        errors.push(diagnostic.at(value.span).help(HELP));
        return Vec::new();
    };
    entries.iter().filter_map(|entry| accepted(errors, entry)).collect()
}

fn accepted(errors: &mut Diagnostics, entry: &Value) -> Option<Accepted> {
    let mut text = |key: &str| {
        let text = entry.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            let message = format!("an accepted difference has a text `{key}`");
            errors.push(Diagnostic::error(message).at(entry.span).help(HELP));
        }
        text.map(str::to_owned)
    };
    let (fingerprint, reason) = (text("fingerprint"), text("reason"));
    let is_right = |text: &String| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(wrong) = fingerprint.as_ref().filter(|text| !is_right(text)) {
        let message = format!("`{wrong}` is no fingerprint, which has 16 hexadecimal digits");
        let span = entry.get("fingerprint").map_or(entry.span, |value| value.span);
        errors.push(Diagnostic::error(message).at(span).help("copy it from the report"));
        return None;
    }
    Some(Accepted { fingerprint: fingerprint?, reason: reason?, span: entry.span })
}
