//! The subcommand `rules`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::load::{self, Input};
use crate::options::Stale;
use crate::report::doc_drift::{self, DifferenceSeverity, DocDrift, FoundDifference, RuledModel};

use super::args::{ReportFormat, RulesArgs};
use super::project::{self, display_path};
use super::{Outcome, json as report, output, rules_text};

/// How the rules compare with one model: its name, and the differences or what is wrong with it.
pub(crate) struct ModelReport {
    pub(crate) model: String,
    pub(crate) result: Result<DocDrift, Failure>,
}

/// Diagnostics, with the texts that they are about.
pub(crate) struct Failure {
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
}

/// Compares the rules with each model and reports.
pub(crate) fn run(args: &RulesArgs) -> Outcome {
    let reports = match rules(args) {
        Ok(rules) => args.models.iter().map(|path| compare(args, &rules, path)).collect(),
        Err(failure) => vec![ModelReport { model: "the rules".to_owned(), result: Err(failure) }],
    };
    let outcome = reports.iter().map(ModelReport::outcome).fold(Outcome::Fine, worse);
    match args.format {
        ReportFormat::Json => print_json(&reports, outcome),
        ReportFormat::Text => print_text(args, &reports),
    }
    outcome
}

/// The rules of the project, or of the files that the arguments name.
fn rules(args: &RulesArgs) -> Result<RuledModel, Failure> {
    let mut errors = Diagnostics::default();
    match project::rules(&mut errors, args) {
        Some(inputs) => read(&inputs, |sources| doc_drift::read_rules(sources, Stale::Deny)),
        None => Err(Failure { diagnostics: errors.sorted(), sources: Sources::default() }),
    }
}

fn compare(args: &RulesArgs, rules: &RuledModel, path: &Path) -> ModelReport {
    let mut result = read(&[project::input(path)], |sources| doc_drift::compare(rules, sources));
    if let Ok(drift) = &mut result {
        drift.retain(|kind| args.only.is_empty() || args.only.contains(&kind));
    }
    let model = if path == Path::new("-") { "<stdin>".to_owned() } else { display_path(path) };
    ModelReport { model, result }
}

/// Reads inputs and makes something of them.
fn read<T>(inputs: &[Input], make: impl Fn(&Sources) -> Result<T, Vec<Diagnostic>>) -> Result<T, Failure> {
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, inputs);
    let made = if errors.is_fatal() { Err(errors.sorted()) } else { make(&sources) };
    made.map_err(|diagnostics| Failure { diagnostics, sources })
}

impl ModelReport {
    fn outcome(&self) -> Outcome {
        match &self.result {
            Err(_) => Outcome::Failed,
            Ok(drift) if drift.new.is_empty() => Outcome::Fine,
            Ok(_) => Outcome::Drift,
        }
    }
}

fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Failed, _) | (_, Outcome::Failed) => Outcome::Failed,
        (Outcome::Drift, _) | (_, Outcome::Drift) => Outcome::Drift,
        (Outcome::Fine, Outcome::Fine) => Outcome::Fine,
    }
}

/// The known differences that no model shows; none where no model could be read.
fn unneeded(reports: &[ModelReport]) -> BTreeSet<&str> {
    let of_models = reports
        .iter()
        .filter_map(|report| report.result.as_ref().ok())
        .map(|drift| drift.unneeded.iter().map(|known| known.id.as_str()).collect::<BTreeSet<&str>>());
    of_models.reduce(|all, one| &all & &one).unwrap_or_default()
}

fn print_text(args: &RulesArgs, reports: &[ModelReport]) {
    let mut text = String::new();
    for report in reports {
        match &report.result {
            Ok(drift) if args.brief => text.push_str(&rules_text::brief(&report.model, drift)),
            Ok(drift) => text.push_str(&rules_text::model(&report.model, drift, args.quiet)),
            Err(failure) => output::diagnostics(&failure.diagnostics, &failure.sources, true),
        }
    }
    if !args.quiet && !args.brief {
        text.push_str(&rules_text::unneeded(&unneeded(reports)));
    }
    // A reader that closed the pipe has read enough.
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
}

fn print_json(reports: &[ModelReport], outcome: Outcome) {
    let (failed, models): (Vec<_>, Vec<_>) = reports.iter().partition(|report| report.result.is_err());
    let diagnostics = failed.iter().filter_map(|report| report.result.as_ref().err()).flat_map(|failure| {
        failure.diagnostics.iter().map(|diagnostic| report::diagnostic(diagnostic, &failure.sources))
    });
    let value = json!({
        "outcome": report::name_of_search(outcome),
        "faults": diagnostics.collect::<Vec<_>>(),
        "models": models.iter().filter_map(|report| model(report)).collect::<Vec<_>>(),
        "unneeded": unneeded(reports),
    });
    // The exit code is for those who do not read the report.
    let _ = writeln!(std::io::stdout().lock(), "{value:#}");
}

fn model(report: &ModelReport) -> Option<Value> {
    let drift = report.result.as_ref().ok()?;
    let known = drift.known.iter().map(|(known, reason)| {
        let mut value = difference(known);
        value["reason"] = json!(reason);
        value
    });
    Some(json!({
        "model": report.model,
        "new": drift.new.values().map(difference).collect::<Vec<_>>(),
        "known": known.collect::<Vec<_>>(),
    }))
}

fn difference(found: &FoundDifference) -> Value {
    json!({
        "id": found.difference.id(),
        "severity": severity_name(found.difference.severity()),
        "sentence": found.difference.sentence(),
        "case": found.difference.case(),
        "operations": found.operations,
        "members": found.members,
    })
}

/// The name of a severity in reports.
pub(crate) fn severity_name(severity: DifferenceSeverity) -> &'static str {
    match severity {
        DifferenceSeverity::Conflict => "conflict",
        DifferenceSeverity::Notice => "notice",
    }
}
