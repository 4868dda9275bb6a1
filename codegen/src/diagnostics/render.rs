//! Diagnostics as text, in the form of the Rust compiler: the line with the token underlined, and the help.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Location, Severity, Sources};

/// How many bytes of a line are printed before a place, and how many from there on.
const BEFORE: usize = 60;
const AFTER: usize = 70;

/// Renders a diagnostic in the form of the Rust compiler, coloured or plain.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, coloured: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error | Severity::Danger => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note | Severity::Suppressed => Level::NOTE,
    };
    let title = match &diagnostic.shape {
        Some(shape) => format!("{} [{shape}]", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let mut group = Group::with_title(level.primary_title(title));
    if let Some(span) = diagnostic.span {
        let location = sources.locate(span);
        group = group.element(origin(&location)).element(snippet(&location, sources.text_at(span)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    without_continuation(&renderer.render(&[group]).to_string())
}

/// Drops the line `:::` by which the renderer says that a snippet is of another file than the location above it:
/// the location is a part of its own because a cut line would shift its column.
fn without_continuation(text: &str) -> String {
    let is_mark = |line: &str| line.contains("::: ") && !line.contains('|');
    let mark = text.lines().skip(1).position(is_mark).map(|line| line + 1);
    let kept = text.lines().enumerate().filter(|&(line, _)| Some(line) != mark).map(|(_, text)| text);
    kept.collect::<Vec<_>>().join("\n")
}

fn origin<'a>(location: &Location<'a>) -> Origin<'a> {
    Origin::path(location.file).line(location.line).char_column(location.column)
}

/// The line of a place, with the token there underlined; long lines are cut around it.
fn snippet(location: &Location<'_>, text: &str) -> Snippet<'static, Annotation<'static>> {
    let before = before(&text[..location.offset]);
    let after = after(&text[location.offset..]);
    let start = before.len();
    let length = token_length(&after);
    Snippet::source(before + &after)
        .line_start(location.line)
        .annotation(AnnotationKind::Primary.span(start..start + length))
}

/// The text of the line before a place; if it is long, its end.
fn before(text: &str) -> String {
    let cut = text.ceil_char_boundary(text.len().saturating_sub(BEFORE));
    let window = &text[cut..];
    match window.rfind('\n') {
        Some(newline) => window[newline + 1..].to_owned(),
        None if cut == 0 || text[..cut].ends_with('\n') => window.to_owned(),
        None => format!("…{window}"),
    }
}

/// The text of the line from a place on; if it is long, its beginning.
fn after(text: &str) -> String {
    let window = &text[..text.floor_char_boundary(AFTER)];
    match window.find('\n') {
        Some(newline) => window[..newline].trim_end_matches('\r').to_owned(),
        None if window.len() == text.len() || text[window.len()..].starts_with('\n') => window.to_owned(),
        None => format!("{window}…"),
    }
}

/// How many bytes the first token of a line has.
fn token_length(rest: &str) -> usize {
    let length = match rest.strip_prefix('"') {
        Some(inside) => string_length(inside).map_or(rest.len(), |inside| inside + 2),
        None if rest.starts_with(['[', ']', '{', '}', ',', ':']) => 1,
        None => rest.find([',', '}', ']', ' ', ':', '…']).unwrap_or(rest.len()),
    };
    length.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// How many bytes a string has before its closing quote.
fn string_length(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}
