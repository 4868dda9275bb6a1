//! The subcommand `validate`.

pub(super) mod github;
mod sarif;

use serde_json::json;

use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Sources};
use crate::load;

use super::args::models::{ValidateArgs, ValidateFormat};
use super::{Outcome, json as report, output, project};

/// Reads and checks a model, and reports.
pub(crate) fn run(args: &ValidateArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    if let Some(inputs) = project::model(&mut errors, &args.model) {
        sources = load::read(&mut errors, &inputs);
        // What cannot be read leaves a model with holes, which would give faults that it does not have.
        if !errors.is_fatal() {
            errors.extend(crate::validate(&sources));
        }
    }
    let outcome = if errors.is_fatal() { Outcome::Failed } else { Outcome::Fine };
    let least = Severity::from(args.severity);
    let shown: Vec<Diagnostic> =
        errors.sorted().into_iter().filter(|found| found.severity >= least).collect();
    let mut unprinted = Diagnostics::default();
    let is_printed = output::print(&mut unprinted, &text(args.format, &shown, &sources, outcome));
    if args.format == ValidateFormat::Text {
        output::all_diagnostics(&shown, &sources);
    }
    output::all_diagnostics(&unprinted.sorted(), &sources);
    if is_printed { outcome } else { Outcome::Failed }
}

/// What goes to standard output.
fn text(format: ValidateFormat, shown: &[Diagnostic], sources: &Sources, outcome: Outcome) -> String {
    match format {
        ValidateFormat::Text if outcome == Outcome::Fine => "the model is valid\n".to_owned(),
        ValidateFormat::Text => String::new(),
        ValidateFormat::Json => {
            let faults: Vec<_> = shown.iter().map(|found| report::diagnostic(found, sources)).collect();
            format!("{:#}\n", json!({ "outcome": report::name(outcome), "faults": faults }))
        }
        ValidateFormat::Sarif => format!("{:#}\n", sarif::report(shown, sources)),
        ValidateFormat::Github => github::commands(shown, sources),
    }
}

/// What a diagnostic says, with its help.
fn message(diagnostic: &Diagnostic) -> String {
    match &diagnostic.help {
        Some(help) => format!("{}; {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}
