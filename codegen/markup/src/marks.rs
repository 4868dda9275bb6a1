//! Decides how stress is written: with asterisks where CommonMark's rules of flanking hold on both ends, else as HTML.

use super::markdown::Markdown;

/// What stands for the start and the end of emphasis until it is decided.
pub(super) const EMPHASIS: (char, char) = ('\u{3}', '\u{4}');
/// What stands for the start and the end of strong emphasis until it is decided.
pub(super) const STRONG: (char, char) = ('\u{5}', '\u{6}');

/// A mark whose end has not come yet.
struct Open {
    /// Where it stands in what is written.
    at: usize,
    /// Whether asterisks could open it.
    flanks: bool,
}

/// The text with its marks written out.
pub(super) fn decide(markdown: Markdown) -> Markdown {
    if !markdown.text.contains(is_mark) {
        return markdown;
    }
    let Markdown { text, links } = markdown;
    let mut links = links.into_iter().peekable();
    let mut written = Markdown::default();
    let mut open: Vec<Open> = Vec::new();
    for (at, c) in text.char_indices() {
        if let Some((_, item)) = links.next_if(|(place, _)| *place == at) {
            written.links.push((written.text.len(), item));
        }
        let next = text[at + c.len_utf8()..].chars().next();
        if c == EMPHASIS.0 || c == STRONG.0 {
            let before = written.text.chars().next_back();
            open.push(Open { at: written.text.len(), flanks: opens(before, next) });
        } else if c == EMPHASIS.1 || c == STRONG.1 {
            let Some(start) = open.pop() else { continue };
            let stars = start.flanks && closes(written.text.chars().next_back(), next);
            let (before, after) = match (c == STRONG.1, stars) {
                (false, true) => ("*", "*"),
                (true, true) => ("**", "**"),
                (false, false) => ("<em>", "</em>"),
                (true, false) => ("<strong>", "</strong>"),
            };
            written.insert_str(start.at, before);
            written.push_str(after);
        } else {
            written.text.push(c);
        }
    }
    written
}

fn is_mark(c: char) -> bool {
    ('\u{3}'..='\u{6}').contains(&c)
}

/// Whether asterisks between two characters open stress, whatever stands elsewhere.
fn opens(before: Option<char>, next: Option<char>) -> bool {
    before.is_none_or(|c| matches!(c, ' ' | '(' | '[' | '\u{2}'))
        && next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '`' | '[' | '('))
}

/// Whether asterisks between two characters close stress, whatever stands elsewhere.
fn closes(before: Option<char>, next: Option<char>) -> bool {
    let ends = |c: char| matches!(c, ' ' | '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '\u{2}');
    before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '`' | ')' | '.' | ',' | ':' | ';' | '!' | '?'))
        && next.is_none_or(ends)
}
