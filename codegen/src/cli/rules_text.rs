//! The report of `rules` for people: what was read, then news, then known differences.

use std::collections::{BTreeMap, BTreeSet};

use anstyle::{AnsiColor, Style};

use smithygen::report::doc_drift::{Found, Held, Reading, Role, Weight};

use super::output::count;
use super::project::harmless;
use super::rules::weight;

/// What is shown of a finding: the finding, and the reason if it is known.
type Line<'h> = (&'h Found, Option<&'h str>);

/// The report on one model; `quiet` leaves out what is no news.
pub(crate) fn model(name: &str, held: &Held, quiet: bool) -> String {
    if quiet && held.news.is_empty() {
        return String::new();
    }
    let news: Vec<Line<'_>> = held.news.values().map(|found| (found, None)).collect();
    let mut text = format!("{name}: {}\n", title(news.len(), "new"));
    if quiet {
        return text + &groups(&news);
    }
    text.push_str(&readings(&held.readings));
    text.push_str(&groups(&news));
    text.push_str(&known(&held.known));
    text + "\n"
}

/// `no new differences`, `1 known difference`.
fn title(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {what} differences"),
        number => count(number, &format!("{what} difference")),
    }
}

/// What was read, a line for each map; the members that name the case are too many to list.
fn readings(readings: &[Reading]) -> String {
    let maps = readings.iter().filter(|reading| reading.role == Role::Map);
    let lines = maps.map(|reading| {
        let (entries, cases) = (reading.entries(), count(reading.cases.len(), "case"));
        format!("  {} has entries for {entries} of {cases}\n", reading.member)
    });
    lines.collect()
}

fn known(known: &[(Found, String)]) -> String {
    if known.is_empty() {
        return String::new();
    }
    let lines: Vec<Line<'_>> = known.iter().map(|(found, reason)| (found, Some(reason.as_str()))).collect();
    format!("\n{}:\n{}", title(lines.len(), "known"), groups(&lines))
}

/// Known differences that no model shows: not wrong, since models of other months may still show them.
pub(crate) fn absent(findings: &BTreeSet<&str>) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let lines = findings.iter().map(|finding| format!("  {}\n", harmless(finding)));
    format!("listed as known, and not needed here:\n{}", lines.collect::<String>())
}

/// Findings by operations, then by case.
fn groups(lines: &[Line<'_>]) -> String {
    let mut groups: BTreeMap<&BTreeSet<String>, BTreeMap<Option<&str>, Vec<&Line<'_>>>> = BTreeMap::new();
    for line in lines {
        groups.entry(&line.0.operations).or_default().entry(line.0.finding.case()).or_default().push(line);
    }
    groups.iter().map(|(operations, cases)| group(operations, cases)).collect()
}

fn group(operations: &BTreeSet<String>, cases: &BTreeMap<Option<&str>, Vec<&Line<'_>>>) -> String {
    let bold = Style::new().bold();
    let names = operations.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let title = if names.is_empty() { "the model".to_owned() } else { harmless(&names) };
    let mut text = format!("\n  {bold}{title}{bold:#}\n");
    for (case, lines) in cases {
        text.extend(case.map(|case| format!("    {}\n", harmless(case))));
        let indent = if case.is_some() { 6 } else { 4 };
        text.extend(lines.iter().map(|line| entry(line, indent)));
    }
    text
}

fn entry((found, reason): &Line<'_>, indent: usize) -> String {
    let color = match found.finding.weight() {
        Weight::Conflict => AnsiColor::Red,
        Weight::Notice => AnsiColor::Yellow,
    };
    let style = Style::new().fg_color(Some(color.into()));
    let pad = " ".repeat(indent);
    let sentence = harmless(&found.finding.sentence());
    let mut text = format!("{pad}{style}{}{style:#}: {sentence}\n", weight(found.finding.weight()));
    text.push_str(&format!("{pad}  id: {}\n", harmless(&found.finding.id())));
    if let Some(members) = members(&found.members) {
        text.push_str(&format!("{pad}  in: {members}\n"));
    }
    text.extend(reason.map(|reason| format!("{pad}  known: {}\n", harmless(reason))));
    text
}

/// The first member, and how many more there are.
fn members(members: &BTreeSet<String>) -> Option<String> {
    let first = harmless(members.first()?);
    Some(match members.len() {
        1 => first,
        2 => format!("{first}, {}", harmless(members.last()?)),
        number => format!("{first} and {} more", number - 1),
    })
}
