//! Faults as text: the line with the token underlined, and the help, as the Rust compiler shows its own.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Location, Severity, Sources};

/// How many bytes of a line are shown before a place, and how many from it on.
const BEFORE: usize = 60;
const AFTER: usize = 70;

/// Renders a fault as the Rust compiler shows its own, coloured or plain.
pub fn render(fault: &Diagnostic, sources: &Sources, coloured: bool) -> String {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = match &fault.shape {
        Some(shape) => format!("{} [{shape}]", fault.message),
        None => fault.message.clone(),
    };
    let mut group = Group::with_title(level.primary_title(title));
    if let Some(place) = fault.place {
        let location = sources.locate(place);
        group = group.element(origin(&location)).element(snippet(&location, sources.text_at(place)));
    }
    if let Some(help) = &fault.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    without_continuation(&renderer.render(&[group]).to_string())
}

/// Drops the line `:::` by which the renderer says that a snippet is of another file than the location above it:
/// the location is given apart because a cut line would shift its column.
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

/// What stands on the line before a place; of much, the end.
fn before(text: &str) -> String {
    let cut = text.ceil_char_boundary(text.len().saturating_sub(BEFORE));
    let window = &text[cut..];
    match window.rfind('\n') {
        Some(newline) => window[newline + 1..].to_owned(),
        None if cut == 0 || text[..cut].ends_with('\n') => window.to_owned(),
        None => format!("…{window}"),
    }
}

/// What stands on the line from a place on; of much, the beginning.
fn after(text: &str) -> String {
    let window = &text[..text.floor_char_boundary(AFTER)];
    match window.find('\n') {
        Some(newline) => window[..newline].trim_end_matches('\r').to_owned(),
        None if window.len() == text.len() || text[window.len()..].starts_with('\n') => window.to_owned(),
        None => format!("{window}…"),
    }
}

/// How many bytes of a line its first JSON token takes.
fn token_length(rest: &str) -> usize {
    let length = match rest.strip_prefix('"') {
        Some(inside) => string_length(inside).map_or(rest.len(), |inside| inside + 2),
        None if rest.starts_with(['[', ']', '{', '}', ',', ':']) => 1,
        None => rest.find([',', '}', ']', ' ', ':', '…']).unwrap_or(rest.len()),
    };
    length.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// How many bytes stand before the quote that closes a string.
fn string_length(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}
