//! The subcommand `lint`.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostics, Sources};
use crate::load;
use crate::options::Options;
use crate::report::lint::{Finding, LintKind};

use super::args::{LintArgs, ReportFormat};
use super::{Outcome, json as report, output, project};

/// Looks through the documentation and reports.
pub(crate) fn run(args: &LintArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let found = findings(&mut errors, &mut sources, args);
    let outcome = match &found {
        None => Outcome::Failed,
        Some(found) if found.is_empty() => Outcome::Fine,
        Some(_) => Outcome::Drift,
    };
    let found = found.unwrap_or_default();
    let text = match args.format {
        ReportFormat::Json => format!("{:#}\n", report(&found, &errors, &sources, outcome)),
        ReportFormat::Text => text(&found, &sources, outcome),
    };
    let is_printed = output::print(&mut errors, &text);
    if args.format == ReportFormat::Text || !is_printed {
        output::diagnostics(&errors.sorted(), &sources, true);
    }
    if is_printed { outcome } else { Outcome::Failed }
}

fn findings(errors: &mut Diagnostics, sources: &mut Sources, args: &LintArgs) -> Option<Vec<Finding>> {
    let inputs = project::model(errors, &args.model)?;
    *sources = load::read(errors, &inputs);
    if errors.is_fatal() {
        return None;
    }
    let options = Options { service: args.service.clone(), shapes: args.shapes, ..Options::default() };
    crate::lint(sources, &options).map_err(|diagnostics| errors.extend(diagnostics)).ok()
}

/// A line for each finding, in the form that compilers use, and how many there are of each kind.
fn text(found: &[Finding], sources: &Sources, outcome: Outcome) -> String {
    let mut text = String::new();
    for Finding { kind, diagnostic } in found {
        if let Some(location) = diagnostic.span.map(|span| sources.locate(span)) {
            let _ = write!(text, "{}:{}:{}: ", location.file, location.line, location.column);
        }
        let _ = write!(text, "{}: {}", words(*kind), diagnostic.message);
        if let Some(shape) = &diagnostic.shape {
            let _ = write!(text, " [{shape}]");
        }
        if let Some(help) = &diagnostic.help {
            let _ = write!(text, "; {help}");
        }
        text.push('\n');
    }
    let counts =
        LintKind::ALL.iter().map(|kind| (kind, found.iter().filter(|finding| finding.kind == *kind).count()));
    let counts: Vec<String> = counts
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{count} {}", words(*kind)))
        .collect();
    match outcome {
        Outcome::Fine => text.push_str("documentation: nothing found\n"),
        Outcome::Drift => text.push_str(&format!("documentation: {}\n", counts.join(", "))),
        Outcome::Failed => {}
    }
    text
}

/// The name of a kind for people.
fn words(kind: LintKind) -> String {
    kind.name().replace('-', " ")
}

fn report(found: &[Finding], errors: &Diagnostics, sources: &Sources, outcome: Outcome) -> Value {
    let finding = |finding: &Finding| {
        let mut value = report::diagnostic(&finding.diagnostic, sources);
        value["kind"] = json!(finding.kind.name());
        value
    };
    let diagnostics = errors.clone().sorted();
    json!({
        "outcome": report::name_of_search(outcome),
        "faults": diagnostics.iter().map(|found| report::diagnostic(found, sources)).collect::<Vec<_>>(),
        "findings": found.iter().map(finding).collect::<Vec<_>>(),
    })
}
