//! The subcommand `rules`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use smithygen::diagnostics::{Diagnostic, Diagnostics, Sources};
use smithygen::load::{self, Input};
use smithygen::report::doc_drift::{self, Found, Held, Weight};

use super::args::{Format, Rules};
use super::project::{self, shown};
use super::{Outcome, json as report, output, rules_text};

/// The report on one model: its name, and what came out or what is wrong with it.
pub(crate) struct Report {
    pub(crate) model: String,
    pub(crate) result: Result<Held, Failure>,
}

/// Faults, with the texts that they are about.
pub(crate) struct Failure {
    faults: Vec<Diagnostic>,
    sources: Sources,
}

/// Holds the rules against each model and reports.
pub(crate) fn run(args: &Rules) -> Outcome {
    let reports = match rules(args) {
        Ok(rules) => args.models.iter().map(|path| held(&rules, path)).collect(),
        Err(failure) => vec![Report { model: "the rules".to_owned(), result: Err(failure) }],
    };
    let outcome = reports.iter().map(Report::outcome).fold(Outcome::Fine, worse);
    match args.format {
        Format::Json => print_json(&reports, outcome),
        Format::Text => print_text(args, &reports),
    }
    outcome
}

/// The rules of the project, or of what the arguments name.
fn rules(args: &Rules) -> Result<doc_drift::Rules, Failure> {
    let mut errors = Diagnostics::default();
    match project::rules(&mut errors, args) {
        Some(inputs) => read(&inputs, doc_drift::rules),
        None => Err(Failure { faults: errors.sorted(), sources: Sources::default() }),
    }
}

fn held(rules: &doc_drift::Rules, path: &Path) -> Report {
    let result = read(&[project::input(path)], |sources| doc_drift::hold(rules, sources));
    let model = if path == Path::new("-") { "<stdin>".to_owned() } else { shown(path) };
    Report { model, result }
}

/// Reads inputs and makes something of them.
fn read<T>(inputs: &[Input], make: impl Fn(&Sources) -> Result<T, Vec<Diagnostic>>) -> Result<T, Failure> {
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, inputs);
    let made = if errors.is_fatal() { Err(errors.sorted()) } else { make(&sources) };
    made.map_err(|faults| Failure { faults, sources })
}

impl Report {
    fn outcome(&self) -> Outcome {
        match &self.result {
            Err(_) => Outcome::Failed,
            Ok(held) if held.news.is_empty() => Outcome::Fine,
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
fn absent(reports: &[Report]) -> BTreeSet<&str> {
    let absent = reports
        .iter()
        .filter_map(|report| report.result.as_ref().ok())
        .map(|held| held.absent.iter().map(|known| known.finding.as_str()).collect::<BTreeSet<&str>>());
    absent.reduce(|all, one| &all & &one).unwrap_or_default()
}

fn print_text(args: &Rules, reports: &[Report]) {
    let mut text = String::new();
    for report in reports {
        match &report.result {
            Ok(held) => text.push_str(&rules_text::model(&report.model, held, args.quiet)),
            Err(failure) => output::faults(&failure.faults, &failure.sources, true),
        }
    }
    if !args.quiet {
        text.push_str(&rules_text::absent(&absent(reports)));
    }
    // A reader that went away has seen enough.
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
}

fn print_json(reports: &[Report], outcome: Outcome) {
    let (failed, models): (Vec<_>, Vec<_>) = reports.iter().partition(|report| report.result.is_err());
    let faults = failed
        .iter()
        .filter_map(|report| report.result.as_ref().err())
        .flat_map(|failure| failure.faults.iter().map(|fault| report::fault(fault, &failure.sources)));
    let value = json!({
        "outcome": report::name_of_search(outcome),
        "faults": faults.collect::<Vec<_>>(),
        "models": models.iter().filter_map(|report| model(report)).collect::<Vec<_>>(),
        "absent": absent(reports),
    });
    // Who reads no report is told by the exit code.
    let _ = writeln!(std::io::stdout().lock(), "{value:#}");
}

fn model(report: &Report) -> Option<Value> {
    let held = report.result.as_ref().ok()?;
    let known = held.known.iter().map(|(known, reason)| {
        let mut value = found(known);
        value["reason"] = json!(reason);
        value
    });
    Some(json!({
        "model": report.model,
        "news": held.news.values().map(found).collect::<Vec<_>>(),
        "known": known.collect::<Vec<_>>(),
    }))
}

fn found(found: &Found) -> Value {
    json!({
        "id": found.finding.id(),
        "weight": weight(found.finding.weight()),
        "sentence": found.finding.sentence(),
        "case": found.finding.case(),
        "operations": found.operations,
        "members": found.members,
    })
}

/// The name of a weight in reports.
pub(crate) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Conflict => "conflict",
        Weight::Notice => "notice",
    }
}
