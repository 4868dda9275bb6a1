//! What the differences come to, in a few lines, and their groups.

use std::collections::BTreeMap;

use crate::report::diff::{ModelChange, RustMark};

use super::super::output::count;
use super::Shown;

/// How many subjects a line of the summary names.
const NAMED: usize = 4;

/// What is counted: for one, for many, and which differences it holds for.
type Mark = (&'static str, &'static str, fn(&ModelChange) -> bool);

/// The lines of the summary.
pub(super) fn lines(findings: &[Shown<'_>]) -> Vec<String> {
    let accepted = findings.iter().filter(|finding| finding.accepted.is_some()).count();
    let accepted = if accepted > 0 { format!(", {accepted} of them accepted") } else { String::new() };
    let mut lines = vec![count(findings.len(), "difference") + &accepted + &operations(findings)];
    let marks: [Mark; 5] = [
        ("breaks Rust code", "break Rust code", |found| found.rust == RustMark::BreaksCode),
        ("breaks old clients", "break old clients", |found| found.wire.old_clients),
        ("breaks old servers", "break old servers", |found| found.wire.old_servers),
        ("changes what Rust code does", "change what Rust code does", |found| {
            found.rust == RustMark::ChangesBehaviour
        }),
        (
            "is compatible and leaves Rust code as it is",
            "are compatible and leave Rust code as it is",
            |found| found.rust == RustMark::Neither && !found.wire.is_breaking(),
        ),
    ];
    for (one, many, holds) in marks {
        let held: Vec<&ModelChange> =
            findings.iter().map(|finding| finding.difference).filter(|found| holds(found)).collect();
        if !held.is_empty() {
            let verb = if held.len() == 1 { one } else { many };
            lines.push(format!("{} {verb}: {}", held.len(), named(&held)));
        }
    }
    lines
}

/// New and removed operations, for the first line.
fn operations(findings: &[Shown<'_>]) -> String {
    let number = |id: &str, is_there: fn(&ModelChange) -> Option<&String>| {
        let is_operation =
            |found: &ModelChange| found.id == id && is_there(found).is_some_and(|kind| kind == "operation");
        findings.iter().filter(|finding| is_operation(finding.difference)).count()
    };
    let (added, removed) = (
        number("AddedShape", |found| found.new.as_ref().filter(|_| found.part.member.is_none())),
        number("RemovedShape", |found| found.old.as_ref().filter(|_| found.part.member.is_none())),
    );
    let parts = [(added, "new operation"), (removed, "removed operation")];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, noun)| count(*number, noun)).collect();
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join(", ")) }
}

/// The first subjects, each once.
fn named(held: &[&ModelChange]) -> String {
    let mut owners: Vec<String> = held.iter().map(|found| found.owner()).collect();
    owners.dedup();
    let rest = owners.len().saturating_sub(NAMED);
    owners.truncate(NAMED);
    let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    owners.join(", ") + &rest
}

/// What a group of differences is about, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// One operation.
    Operation(String),
    /// What several operations share.
    Shared,
    /// Services, metadata, and what no operation uses.
    Others,
}

impl Group {
    /// Its heading.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Operation(name) => format!("Operation `{name}`"),
            Self::Shared => "Shared by several operations".to_owned(),
            Self::Others => "Service, metadata and unused shapes".to_owned(),
        }
    }
}

/// The differences by what they are about.
pub(super) fn groups<'f, 'a>(findings: &'f [Shown<'a>]) -> BTreeMap<Group, Vec<&'f Shown<'a>>> {
    let mut groups: BTreeMap<Group, Vec<&Shown<'_>>> = BTreeMap::new();
    for finding in findings {
        let group = match finding.difference.operations.as_slice() {
            [] => Group::Others,
            [name] => Group::Operation(name.clone()),
            [_, _, ..] => Group::Shared,
        };
        groups.entry(group).or_default().push(finding);
    }
    groups
}

/// How much is shown of what two values share before they differ.
const SHARED: usize = 20;

/// What was and what is, each cut to a length that people read.
pub(super) fn change(difference: &ModelChange, length: usize) -> String {
    let cut = |text: &str, start: usize| {
        let (before, shown) = (if start > 0 { "…" } else { "" }, &text[start..]);
        match shown.char_indices().nth(length) {
            Some((end, _)) => format!("{before}{}…", &shown[..end]),
            None => format!("{before}{shown}"),
        }
    };
    match (&difference.old, &difference.new) {
        (Some(old), Some(new)) => {
            let start = first_shown(old, new, length);
            format!("{} -> {}", cut(old, start), cut(new, start))
        }
        (Some(old), None) => format!("- {}", cut(old, 0)),
        (None, Some(new)) => format!("+ {}", cut(new, 0)),
        (None, None) => String::new(),
    }
}

/// Where to begin with two values, so that what is shown differs.
fn first_shown(old: &str, new: &str, length: usize) -> usize {
    let is_long = |text: &str| text.chars().nth(length).is_some();
    let shared = old.char_indices().zip(new.chars()).take_while(|((_, old), new)| old == new);
    let starts: Vec<usize> = shared.map(|((start, _), _)| start).collect();
    if starts.len() + SHARED < length || !(is_long(old) || is_long(new)) {
        return 0;
    }
    starts[starts.len().saturating_sub(SHARED)]
}
