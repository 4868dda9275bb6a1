//! The report for people.

use std::fmt::Write;

use crate::diagnostics::Location;

use super::super::project::escape_hidden;
use super::{Shown, summary};

/// How much of a value is shown.
const VALUE: usize = 70;

/// The summary, then the differences by operation.
pub(super) fn report(findings: &[Shown<'_>]) -> String {
    if findings.is_empty() {
        return "the models do not differ\n".to_owned();
    }
    let mut text = summary::lines(findings).join("\n");
    text.push('\n');
    for (group, findings) in summary::groups(findings) {
        let _ = writeln!(text, "\n{}", group.title());
        findings.iter().for_each(|finding| one(&mut text, finding));
    }
    escape_hidden_lines(&text)
}

fn one(text: &mut String, finding: &Shown<'_>) {
    let difference = finding.difference;
    // The ids of bindings and errors end with the name of what was bound.
    let part = difference
        .part
        .part
        .as_deref()
        .filter(|part| part.rsplit('#').next().is_none_or(|name| !difference.id.ends_with(name)));
    let part = part.map(|part| format!(" {part}")).unwrap_or_default();
    let _ =
        writeln!(text, "  {}{part}: {} [{}]", difference.owner(), difference.id, difference.fingerprint(),);
    let _ = writeln!(text, "    {}", finding.message());
    let change = summary::change(difference, VALUE);
    if !change.is_empty() {
        let _ = writeln!(text, "    {change}");
    }
    let place =
        |location: Option<Location<'_>>| location.map(|at| format!("{}:{}:{}", at.file, at.line, at.column));
    let places: Vec<String> = [finding.old, finding.new].into_iter().filter_map(place).collect();
    if !places.is_empty() {
        let _ = writeln!(text, "    at {}", places.join(" -> "));
    }
}

/// The text without characters that hide or move others, line by line.
fn escape_hidden_lines(text: &str) -> String {
    text.lines().map(|line| escape_hidden(line) + "\n").collect()
}
