//! Diagnostics in the format of static analysis results
//! ([SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)).

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostic, Severity, Sources};

use super::message;

/// Where the schema of the format is.
pub(in crate::cli) const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rule of what is no validation event of Smithy.
const OTHER: &str = "smithygen";

/// One run with a result for each diagnostic.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources) -> Value {
    let rules: BTreeSet<&str> = diagnostics.iter().map(rule).collect();
    let rules: Vec<Value> = rules.into_iter().map(|id| json!({ "id": id })).collect();
    let results: Vec<Value> = diagnostics.iter().map(|diagnostic| result(diagnostic, sources)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": { "name": "smithygen", "version": env!("CARGO_PKG_VERSION"), "rules": rules },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
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
        place["physicalLocation"] = json!({
            "artifactLocation": { "uri": uri(location.file) },
            "region": { "startLine": location.line, "startColumn": location.column },
        });
    }
    if let Some(shape) = &diagnostic.shape {
        place["logicalLocations"] = json!([{ "fullyQualifiedName": shape }]);
    }
    place
}

/// A path as a reference of RFC 3986.
pub(in crate::cli) fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
