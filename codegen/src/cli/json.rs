//! The report for programs: one JSON object on standard output.

use std::io::Write;

use serde_json::{Map, Value, json};

use smithygen::diagnostics::{Diagnostic, Severity, Sources};
use smithygen::disk::{Drift, Report};

use super::args::Generate;
use super::generate::{Ended, Finished};
use super::project::shown;
use super::{Outcome, mend};

/// Prints the report.
pub(crate) fn print(
    args: &Generate,
    faults: &[Diagnostic],
    sources: &Sources,
    finished: Option<&Finished>,
    outcome: Outcome,
) {
    let mut report = Map::new();
    report.insert("outcome".to_owned(), json!(name(outcome)));
    report.insert("faults".to_owned(), faults.iter().map(|fault| self::fault(fault, sources)).collect());
    if let Some(finished) = finished {
        report.extend(summary(finished));
        match &finished.result {
            Ended::Wrote(wrote) => report.extend(self::wrote(wrote)),
            Ended::Checked(drift) => report.extend(checked(args, drift)),
            Ended::Halfway => {}
        }
    }
    // Who reads no report is told by the exit code.
    let _ = writeln!(std::io::stdout().lock(), "{:#}", Value::Object(report));
}

/// The name of an outcome.
pub(crate) fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fine => "fine",
        Outcome::Drift => "drift",
        Outcome::Failed => "failed",
    }
}

/// The name of the outcome of a search, which finds no drift.
pub(crate) fn name_of_search(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Drift => "findings",
        Outcome::Fine | Outcome::Failed => name(outcome),
    }
}

/// A fault with its place.
pub(crate) fn fault(fault: &Diagnostic, sources: &Sources) -> Value {
    let place = fault.place.map(|place| sources.locate(place));
    json!({
        "severity": match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": fault.message,
        "shape": fault.shape,
        "file": place.map(|place| place.file),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "help": fault.help,
    })
}

fn summary(finished: &Finished) -> [(String, Value); 6] {
    let summary = &finished.summary;
    [
        ("service".to_owned(), json!(summary.service)),
        ("operations".to_owned(), json!(summary.operations)),
        ("all_operations".to_owned(), json!(summary.all_operations)),
        ("types".to_owned(), json!(summary.shapes)),
        ("output".to_owned(), json!(shown(&finished.places.output))),
        ("seconds".to_owned(), json!(finished.took.as_secs_f64())),
    ]
}

fn wrote(report: &Report) -> [(String, Value); 4] {
    [
        ("written".to_owned(), json!(report.written)),
        ("removed".to_owned(), json!(report.removed)),
        ("left".to_owned(), json!(report.left)),
        ("foreign".to_owned(), json!(report.foreign)),
    ]
}

fn checked(args: &Generate, drift: &Drift) -> [(String, Value); 6] {
    [
        ("missing".to_owned(), drift.missing.iter().map(|file| file.path.as_str()).collect()),
        ("changed".to_owned(), drift.changed.iter().map(|file| file.path.as_str()).collect()),
        ("orphaned".to_owned(), drift.orphaned.iter().map(|file| file.path.as_str()).collect()),
        ("foreign".to_owned(), json!(drift.foreign)),
        ("left".to_owned(), json!(drift.same)),
        ("mend".to_owned(), if drift.is_empty() { Value::Null } else { json!(mend::command(args)) }),
    ]
}
