//! The subcommand `lint`.

mod stubs;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostics, Sources};
use crate::load;
use crate::options::Options;
use crate::report::lint::{Finding, LintKind};

use super::args::ReportFormat;
use super::args::lint::LintArgs;
use super::output::count;
use super::{Outcome, json as report, output, project};

/// How many members a line on a shape names.
const NAMED: usize = 8;

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
        ReportFormat::Text => text(&found, &sources, args.brief) + &total(&found, outcome),
    };
    let is_printed = output::print(&mut errors, &text);
    if args.format == ReportFormat::Text || !is_printed {
        output::diagnostics(&errors.sorted(), &sources, true);
    }
    if is_printed { outcome } else { Outcome::Failed }
}

fn findings(errors: &mut Diagnostics, sources: &mut Sources, args: &LintArgs) -> Option<Vec<Finding>> {
    let found = read_and_lint(errors, sources, args)?;
    let Some(path) = &args.write_stubs else { return Some(selected(found, &args.only)) };
    let number = stubs::write(errors, sources, path, &found)?;
    if number > 0 {
        output::note(&format!("wrote {} to {}", count(number, "stub"), project::display_path(path)));
    }
    read_and_lint(errors, sources, args).map(|found| selected(found, &args.only))
}

fn read_and_lint(errors: &mut Diagnostics, sources: &mut Sources, args: &LintArgs) -> Option<Vec<Finding>> {
    let inputs = project::model(errors, &args.model)?;
    *sources = load::read(errors, &inputs);
    if errors.is_fatal() {
        return None;
    }
    let options = Options {
        service: args.service.clone(),
        protocol: args.protocol.clone(),
        shapes: args.shapes,
        ..Options::default()
    };
    crate::lint(sources, &options).map_err(|diagnostics| errors.extend(diagnostics)).ok()
}

/// The findings of some kinds; no kind stands for all.
fn selected(mut found: Vec<Finding>, kinds: &[LintKind]) -> Vec<Finding> {
    found.retain(|finding| kinds.is_empty() || kinds.contains(&finding.kind));
    found
}

/// A line for each finding, in the form that compilers use, or one for each shape.
fn text(found: &[Finding], sources: &Sources, is_brief: bool) -> String {
    if is_brief {
        return by_shape(found).iter().map(|line| format!("{line}\n")).collect();
    }
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
    text
}

/// A line for each shape: how many findings of each kind, and which members they are about.
pub(super) fn by_shape(found: &[Finding]) -> Vec<String> {
    let mut shapes: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in found {
        let owner = finding.diagnostic.shape.as_deref().unwrap_or("the model");
        shapes.entry(owner.split('$').next().unwrap_or(owner)).or_default().push(finding);
    }
    let line = |(shape, found): (&str, Vec<&Finding>)| {
        let owners = found.iter().filter_map(|finding| finding.diagnostic.shape.as_deref());
        let mut members: Vec<&str> = owners.filter_map(|owner| Some(owner.split_once('$')?.1)).collect();
        members.dedup();
        let more = members.len().saturating_sub(NAMED);
        members.truncate(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let members =
            if members.is_empty() { String::new() } else { format!(": {}{more}", members.join(", ")) };
        format!("{shape}: {}{members}", counts(found))
    };
    shapes.into_iter().map(line).collect()
}

/// How many findings there are of each kind: `2 undocumented, 1 gone`.
fn counts<'f>(found: impl IntoIterator<Item = &'f Finding>) -> String {
    let mut numbers: BTreeMap<LintKind, usize> = BTreeMap::new();
    for finding in found {
        *numbers.entry(finding.kind).or_default() += 1;
    }
    let counts = numbers.iter().map(|(kind, number)| format!("{number} {}", words(*kind)));
    counts.collect::<Vec<_>>().join(", ")
}

/// The last line.
fn total(found: &[Finding], outcome: Outcome) -> String {
    match outcome {
        Outcome::Fine => "documentation: nothing found\n".to_owned(),
        Outcome::Drift => format!("documentation: {}\n", counts(found)),
        Outcome::Failed => String::new(),
    }
}

/// The name of a kind for people.
fn words(kind: LintKind) -> String {
    kind.name().replace('-', " ")
}

fn report(found: &[Finding], errors: &Diagnostics, sources: &Sources, outcome: Outcome) -> Value {
    let diagnostics = errors.clone().sorted();
    json!({
        "outcome": report::name_of_search(outcome),
        "faults": diagnostics.iter().map(|found| report::diagnostic(found, sources)).collect::<Vec<_>>(),
        "findings": found.iter().map(|found| finding(found, sources)).collect::<Vec<_>>(),
    })
}

/// A finding for programs.
pub(super) fn finding(finding: &Finding, sources: &Sources) -> Value {
    let mut value = report::diagnostic(&finding.diagnostic, sources);
    value["kind"] = json!(finding.kind.name());
    value
}
