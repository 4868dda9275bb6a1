//! Diagnostics as SARIF.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostic, Severity, Sources};

use super::super::sarif;
use super::message;

/// The rule of what is no validation event of Smithy.
const OTHER: &str = "smithygen";

/// One run with a result for each diagnostic.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources) -> Value {
    let rules: BTreeSet<&str> = diagnostics.iter().map(rule).collect();
    sarif::log(rules, diagnostics.iter().map(|diagnostic| result(diagnostic, sources)).collect())
}

fn rule(diagnostic: &Diagnostic) -> &str {
    diagnostic.event.as_deref().unwrap_or(OTHER)
}

fn result(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let level = match diagnostic.severity {
        Severity::Suppressed | Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Danger | Severity::Error => "error",
    };
    let mut result = json!({
        "ruleId": rule(diagnostic),
        "level": level,
        "message": { "text": message(diagnostic) },
    });
    let place = place(diagnostic, sources);
    if place.as_object().is_some_and(|place| !place.is_empty()) {
        result["locations"] = json!([place]);
    }
    if diagnostic.severity == Severity::Suppressed {
        result["suppressions"] = json!([{ "kind": "inSource" }]);
    }
    result
}

fn place(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let mut place = json!({});
    if let Some(location) = diagnostic.span.map(|span| sources.locate(span)) {
        place["physicalLocation"] = sarif::place(location);
    }
    if let Some(shape) = &diagnostic.shape {
        place["logicalLocations"] = json!([{ "fullyQualifiedName": shape }]);
    }
    place
}
