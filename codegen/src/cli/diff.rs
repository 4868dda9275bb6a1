//! Unified diffs of files that drifted, in colour, cut to a length that people read.

use std::fmt::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use similar::{Change, ChangeTag, TextDiff};

use crate::disk::Drift;

use super::args::DiffMode;
use super::output::count;
use super::project::{display_path, escape_hidden};

/// How many lines of one file are printed.
const LINES_PER_FILE: usize = 40;

/// How many lines are printed in all.
const LINES_IN_ALL: usize = 200;

/// The diffs of all files, an empty line before each.
pub(crate) fn diffs(mode: DiffMode, drift: &Drift, output: &Path) -> String {
    let changed = drift.changed.iter().map(|file| (&file.path, file.old.as_str(), file.new.as_str()));
    let missing = drift.missing.iter().map(|file| (&file.path, "", file.new.as_str()));
    let orphaned = drift.orphaned.iter().map(|file| (&file.path, file.old.as_str(), ""));
    let (per_file, mut left) = match mode {
        DiffMode::Full => (usize::MAX, usize::MAX),
        DiffMode::Short => (LINES_PER_FILE, LINES_IN_ALL),
        DiffMode::None => return String::new(),
    };
    let mut text = String::new();
    let mut hidden = 0;
    for (path, old, new) in changed.chain(missing).chain(orphaned) {
        let lines = lines(&display_path(&output.join(path)), old, new);
        let printed = lines.len().min(per_file).min(left);
        left -= printed;
        hidden += lines.len() - printed;
        if printed > 0 {
            let _ = writeln!(text, "\n{}", lines[..printed].join("\n"));
        }
    }
    if hidden > 0 {
        let _ = writeln!(text, "\n… {}; `--diff full` shows all", count(hidden, "more line"));
    }
    text
}

/// The lines of one file's diff, from the text on disk to the text that is generated.
fn lines(path: &str, old: &str, new: &str) -> Vec<String> {
    let (bold, cyan) = (Style::new().bold(), colour(AnsiColor::Cyan));
    let from = if old.is_empty() { "/dev/null" } else { path };
    let to = if new.is_empty() { "/dev/null" } else { path };
    let mut lines = vec![format!("{bold}--- {from}{bold:#}"), format!("{bold}+++ {to}{bold:#}")];
    let diff = TextDiff::from_lines(old, new);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        lines.push(format!("{cyan}{}{cyan:#}", hunk.header()));
        for change in hunk.iter_changes() {
            line(&mut lines, &change);
        }
    }
    lines
}

fn line(lines: &mut Vec<String>, change: &Change<&str>) {
    let (sign, style) = match change.tag() {
        ChangeTag::Delete => ('-', colour(AnsiColor::Red)),
        ChangeTag::Insert => ('+', colour(AnsiColor::Green)),
        ChangeTag::Equal => (' ', Style::new()),
    };
    lines.push(format!("{style}{sign}{}{style:#}", escape_hidden(change.value().trim_end_matches('\n'))));
    if change.missing_newline() {
        lines.push("\\ No newline at end of file".to_owned());
    }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}
