//! The report of `rules` for people: what was read, then new differences, then known ones.

use std::collections::{BTreeMap, BTreeSet};

use anstyle::{AnsiColor, Style};

use crate::report::doc_drift::{DifferenceSeverity, DocDrift, FoundDifference, Reading, Role};

use super::output::count;
use super::project::escape_hidden;
use super::rules::severity_name;

/// A difference, and the reason if it is known.
type Line<'d> = (&'d FoundDifference, Option<&'d str>);

/// The report on one model; `quiet` leaves out what is not new.
pub(crate) fn model(name: &str, drift: &DocDrift, quiet: bool) -> String {
    if quiet && drift.new.is_empty() {
        return String::new();
    }
    let new: Vec<Line<'_>> = drift.new.values().map(|found| (found, None)).collect();
    let mut text = format!("{name}: {}\n", title(new.len(), "new"));
    if quiet {
        return text + &groups(&new);
    }
    text.push_str(&readings(&drift.readings));
    text.push_str(&groups(&new));
    text.push_str(&known(&drift.known));
    text + "\n"
}

/// A line for each structure with new differences: how many of each severity, and for which cases.
pub(crate) fn brief(name: &str, drift: &DocDrift) -> String {
    let lines = by_shape(drift).into_iter().map(|line| format!("  {}\n", escape_hidden(&line)));
    format!("{name}: {}\n{}", title(drift.new.len(), "new"), lines.collect::<String>())
}

/// The lines of [`brief`], as they are.
pub(crate) fn by_shape(drift: &DocDrift) -> Vec<String> {
    let mut shapes: BTreeMap<&str, Vec<&FoundDifference>> = BTreeMap::new();
    for found in drift.new.values() {
        let owners: BTreeSet<&str> =
            found.members.iter().filter_map(|member| member.split('$').next()).collect();
        let owners = if owners.is_empty() { BTreeSet::from(["the model"]) } else { owners };
        owners.into_iter().for_each(|owner| shapes.entry(owner).or_default().push(found));
    }
    let line = |(shape, found): (&str, Vec<&FoundDifference>)| {
        let of = |severity| found.iter().filter(|found| found.difference.severity() == severity).count();
        let numbers = [DifferenceSeverity::Conflict, DifferenceSeverity::Notice]
            .map(|severity| (of(severity), severity_name(severity)));
        let numbers = numbers.iter().filter(|(number, _)| *number > 0);
        let numbers: Vec<String> = numbers.map(|(number, name)| count(*number, name)).collect();
        let cases: BTreeSet<&str> = found.iter().filter_map(|found| found.difference.case()).collect();
        let cases = cases.into_iter().collect::<Vec<_>>().join(", ");
        let cases = if cases.is_empty() { cases } else { format!(": {cases}") };
        format!("{shape}: {}{cases}", numbers.join(", "))
    };
    shapes.into_iter().map(line).collect()
}

/// `no new differences`, `1 known difference`.
fn title(number: usize, adjective: &str) -> String {
    match number {
        0 => format!("no {adjective} differences"),
        number => count(number, &format!("{adjective} difference")),
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

fn known(known: &[(FoundDifference, String)]) -> String {
    if known.is_empty() {
        return String::new();
    }
    let lines: Vec<Line<'_>> = known.iter().map(|(found, reason)| (found, Some(reason.as_str()))).collect();
    format!("\n{}:\n{}", title(lines.len(), "known"), groups(&lines))
}

/// Known differences that no model shows: no error, since models of other months may still show them.
pub(crate) fn unneeded(ids: &BTreeSet<&str>) -> String {
    if ids.is_empty() {
        return String::new();
    }
    let lines = ids.iter().map(|id| format!("  {}\n", escape_hidden(id)));
    format!("listed as known, and not needed here:\n{}", lines.collect::<String>())
}

/// Differences by operations, then by case.
fn groups(lines: &[Line<'_>]) -> String {
    let mut groups: BTreeMap<&BTreeSet<String>, BTreeMap<Option<&str>, Vec<&Line<'_>>>> = BTreeMap::new();
    for line in lines {
        groups.entry(&line.0.operations).or_default().entry(line.0.difference.case()).or_default().push(line);
    }
    groups.iter().map(|(operations, cases)| group(operations, cases)).collect()
}

fn group(operations: &BTreeSet<String>, cases: &BTreeMap<Option<&str>, Vec<&Line<'_>>>) -> String {
    let bold = Style::new().bold();
    let names = operations.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let title = if names.is_empty() { "the model".to_owned() } else { escape_hidden(&names) };
    let mut text = format!("\n  {bold}{title}{bold:#}\n");
    for (case, lines) in cases {
        text.extend(case.map(|case| format!("    {}\n", escape_hidden(case))));
        let indent = if case.is_some() { 6 } else { 4 };
        text.extend(lines.iter().map(|line| difference(line, indent)));
    }
    text
}

fn difference((found, reason): &Line<'_>, indent: usize) -> String {
    let severity = found.difference.severity();
    let color = match severity {
        DifferenceSeverity::Conflict => AnsiColor::Red,
        DifferenceSeverity::Notice => AnsiColor::Yellow,
    };
    let style = Style::new().fg_color(Some(color.into()));
    let pad = " ".repeat(indent);
    let sentence = escape_hidden(&found.difference.sentence());
    let mut text = format!("{pad}{style}{}{style:#}: {sentence}\n", severity_name(severity));
    text.push_str(&format!("{pad}  id: {}\n", escape_hidden(&found.difference.id())));
    if let Some(members) = members(&found.members) {
        text.push_str(&format!("{pad}  in: {members}\n"));
    }
    text.extend(reason.map(|reason| format!("{pad}  known: {}\n", escape_hidden(reason))));
    text
}

/// One or two members, or the first and how many more there are.
fn members(members: &BTreeSet<String>) -> Option<String> {
    let first = escape_hidden(members.first()?);
    Some(match members.len() {
        1 => first,
        2 => format!("{first}, {}", escape_hidden(members.last()?)),
        number => format!("{first} and {} more", number - 1),
    })
}
