//! The report for programs: one JSON object on standard output.

use std::io::Write;

use serde_json::{Map, Value, json};

use crate::diagnostics::{Diagnostic, Sources};
use crate::disk::{Drift, Report};

use super::args::GenerateArgs;
use super::generate::{FinishedRun, RunResult};
use super::project::display_path;
use super::{Outcome, fix_command};

/// Prints the report.
pub(crate) fn print(
    args: &GenerateArgs,
    diagnostics: &[Diagnostic],
    sources: &Sources,
    finished: Option<&FinishedRun>,
    outcome: Outcome,
) {
    let mut report = Map::new();
    report.insert("outcome".to_owned(), json!(name(outcome)));
    let diagnostics = diagnostics.iter().map(|found| diagnostic(found, sources));
    report.insert("faults".to_owned(), diagnostics.collect());
    if let Some(finished) = finished {
        report.extend(summary(finished));
        match &finished.result {
            RunResult::Wrote(wrote) => report.extend(self::wrote(wrote)),
            RunResult::Checked(drift) => report.extend(checked(args, drift)),
            RunResult::PartlyWritten => {}
        }
    }
    // The exit code is for those who do not read the report.
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

/// A diagnostic with its location.
pub(crate) fn diagnostic(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let location = diagnostic.span.map(|span| sources.locate(span));
    json!({
        "severity": diagnostic.severity.name(),
        "event": diagnostic.event,
        "message": diagnostic.message,
        "shape": diagnostic.shape,
        "file": location.map(|location| location.file),
        "line": location.map(|location| location.line),
        "column": location.map(|location| location.column),
        "help": diagnostic.help,
    })
}

fn summary(finished: &FinishedRun) -> [(String, Value); 6] {
    let summary = &finished.summary;
    [
        ("service".to_owned(), json!(summary.service)),
        ("operations".to_owned(), json!(summary.operations)),
        ("all_operations".to_owned(), json!(summary.all_operations)),
        ("types".to_owned(), json!(summary.shapes)),
        ("output".to_owned(), json!(display_path(&finished.paths.output))),
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

fn checked(args: &GenerateArgs, drift: &Drift) -> [(String, Value); 6] {
    [
        ("missing".to_owned(), drift.missing.iter().map(|file| file.path.as_str()).collect()),
        ("changed".to_owned(), drift.changed.iter().map(|file| file.path.as_str()).collect()),
        ("orphaned".to_owned(), drift.orphaned.iter().map(|file| file.path.as_str()).collect()),
        ("foreign".to_owned(), json!(drift.foreign)),
        ("left".to_owned(), json!(drift.same)),
        (
            "fix_command".to_owned(),
            if drift.is_empty() { Value::Null } else { json!(fix_command::command(&args.krate)) },
        ),
    ]
}
