//! The report as Markdown, for the text of a pull request.

use std::fmt::Write;

use super::super::project::escape_hidden;
use super::{Shown, summary};

/// How much of a value is shown.
const VALUE: usize = 50;

/// The summary as a list, then a table for each operation.
pub(super) fn report(findings: &[Shown<'_>]) -> String {
    let mut text = String::from("## Differences between the models\n\n");
    if findings.is_empty() {
        text.push_str("The models do not differ.\n");
        return text;
    }
    for line in summary::lines(findings) {
        let _ = writeln!(text, "- {}", plain(&line));
    }
    for (group, findings) in summary::groups(findings) {
        let _ = writeln!(text, "\n### {}\n", group.title());
        text.push_str("| what | change | wire | Rust | why |\n|---|---|---|---|---|\n");
        findings.iter().for_each(|finding| row(&mut text, finding));
    }
    text
}

fn row(text: &mut String, finding: &Shown<'_>) {
    let difference = finding.difference;
    let unstable = if difference.unstable { "unstable; " } else { "" };
    let accepted = finding.accepted.map(|reason| format!("; accepted: {reason}")).unwrap_or_default();
    let what = format!("{}<br>{}", code(&difference.owner()), plain(&difference.id));
    let change = summary::change(difference, VALUE);
    let _ = writeln!(
        text,
        "| {what} | {} | {} | {} | {} |",
        if change.is_empty() { String::new() } else { code(&change) },
        difference.wire.name(),
        difference.rust.name(),
        plain(&format!("{unstable}{}{accepted}", difference.why)),
    );
}

/// A text that stays in its cell and is no markup but code in backquotes.
pub(crate) fn plain(text: &str) -> String {
    let escape = |c: char| match c {
        '|' => "\\|".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '&' => "&amp;".to_owned(),
        '@' => "&#64;".to_owned(),
        '[' | ']' | '*' | '_' | '\\' => format!("\\{c}"),
        '\n' | '\r' => " ".to_owned(),
        c => c.to_string(),
    };
    // What stands in backquotes is code already.
    let pieces = escape_hidden(text);
    let pieces = pieces.split('`').enumerate();
    let piece = |(index, piece): (usize, &str)| match index % 2 {
        0 => piece.chars().map(escape).collect::<String>(),
        _ => code(piece),
    };
    pieces.map(piece).collect()
}

/// A text as code in a cell.
fn code(text: &str) -> String {
    let text = escape_hidden(text).replace('|', "\\|").replace(['\n', '\r'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("`{text}`") } else { format!("{fence} {text} {fence}") }
}
