//! The report of `refresh`: what changed, what is left to do, what was written.

use std::fmt::Write;

use serde_json::json;

use super::super::lint;
use super::super::model_diff::{self, plain};
use super::super::output::count;
use super::super::project::display_path;
use super::super::{Outcome, json as diagnostics, rules_text};
use super::{CheckedTexts, Inputs, Refresh};

/// How long the text of a pull request is, in bytes: GitHub takes 65,536 characters.
const MAX_MARKDOWN: usize = 60_000;

/// How many texts and rules for another version are listed.
const LISTED: usize = 20;

/// Lines for people.
pub(super) fn text(refresh: &Refresh, inputs: &Inputs, is_check: bool) -> String {
    let mut text = String::new();
    for line in model_diff::summary_lines(&refresh.changes) {
        let _ = writeln!(text, "{line}");
    }
    for (title, lines) in work(refresh, inputs) {
        let _ = writeln!(text, "\n{title}:");
        lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    let (written, removed) = numbers(refresh);
    let facts = display_path(&refresh.facts.path);
    let output = display_path(&refresh.paths.output);
    let facts = if refresh.are_facts_new { format!("{facts} and ") } else { String::new() };
    text.push('\n');
    text.push_str(&match (refresh.is_up_to_date(), is_check) {
        (true, _) => "the model and the crate are up to date\n".to_owned(),
        (false, true) => format!("{facts}{} in {output} would change\n", count(written + removed, "file")),
        (false, false) => format!("wrote {facts}{} in {output}, removed {removed}\n", count(written, "file")),
    });
    text
}

/// The text of a pull request: what is left to do, then the differences, cut where it would be too long.
pub(super) fn markdown(refresh: &Refresh, inputs: &Inputs) -> String {
    let mut text = String::new();
    for (title, lines) in work(refresh, inputs) {
        let _ = writeln!(text, "## {title}\n");
        lines.iter().for_each(|line| text.push_str(&format!("- {}\n", plain(line))));
        text.push('\n');
    }
    text.push_str(&model_diff::markdown(&refresh.changes));
    if text.len() > MAX_MARKDOWN {
        let end = text[..text.floor_char_boundary(MAX_MARKDOWN)].rfind('\n').unwrap_or_default();
        text.truncate(end);
        text.push_str("\n\n… and more, which `smithygen diff` lists.\n");
    }
    text
}

/// What is left to do: a title and a line for each shape.
fn work(refresh: &Refresh, inputs: &Inputs) -> Vec<(String, Vec<String>)> {
    let stale = refresh.stale.iter().take(LISTED).map(|found| {
        let place = found.span.map(|span| inputs.new.sources.locate(span));
        let place = place.map(|at| format!("{}:{}: ", at.file, at.line)).unwrap_or_default();
        format!("{place}{}", found.message)
    });
    let mut stale: Vec<String> = stale.collect();
    if refresh.stale.len() > LISTED {
        stale.push(format!("and {} more", refresh.stale.len() - LISTED));
    }
    let documentation = lint::by_shape(&refresh.findings);
    let rules = refresh.rules.as_ref().map(rules_text::by_shape).unwrap_or_default();
    let work = [
        ("Texts and rules for another version of the model", stale),
        ("Documentation to be written or fixed (`smithygen lint` says where)", documentation),
        ("What the documentation of the service says and the rules do not (`smithygen rules`)", rules),
    ];
    let work = work.into_iter().filter(|(_, lines)| !lines.is_empty());
    work.map(|(title, lines)| (title.to_owned(), lines)).collect()
}

/// How many files of the crate are written, and how many are removed.
fn numbers(refresh: &Refresh) -> (usize, usize) {
    let drift = &refresh.drift;
    (drift.missing.len() + drift.changed.len(), drift.orphaned.len())
}

/// One JSON object for programs.
pub(super) fn json(refresh: Option<&Refresh>, inputs: &Inputs, outcome: Outcome) -> String {
    let faults = [&inputs.imported, &inputs.old, &inputs.new].into_iter().flat_map(
        |CheckedTexts { faults, sources }| {
            let faults = faults.clone().sorted();
            faults.iter().map(|fault| diagnostics::diagnostic(fault, sources)).collect::<Vec<_>>()
        },
    );
    let mut report = json!({
        "outcome": diagnostics::name_of_search(outcome),
        "faults": faults.collect::<Vec<_>>(),
    });
    if let Some(refresh) = refresh {
        let (written, removed) = numbers(refresh);
        let sources = &inputs.new.sources;
        let stale = refresh.stale.iter().map(|found| diagnostics::diagnostic(found, sources));
        report["facts"] = json!(display_path(&refresh.facts.path));
        report["are_facts_new"] = json!(refresh.are_facts_new);
        report["differences"] = model_diff::json(&refresh.changes, &inputs.old.sources, sources);
        report["stale"] = stale.collect();
        report["findings"] = refresh.findings.iter().map(|found| lint::finding(found, sources)).collect();
        report["rules"] = json!(refresh.rules.as_ref().map(|rules| rules.new.keys().collect::<Vec<_>>()));
        report["output"] = json!(display_path(&refresh.paths.output));
        report["written"] = json!(written);
        report["removed"] = json!(removed);
    }
    format!("{report:#}\n")
}
