//! Text as Markdown that means just that text.

use std::borrow::Cow;

use super::characters;
use super::inline::HELD_SPACE;

/// A code span that shows `text` as it is, whatever backticks it holds; what cannot be seen is written as an escape.
///
/// ```
/// assert_eq!(smithygen_markup::code("a`b"), "``a`b``");
/// ```
pub fn code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if characters::is_hidden(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    fenced(&shown)
}

/// A code span around text that can all be seen.
pub(super) fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let padded = text.starts_with('`') || text.ends_with('`') || text.trim().is_empty();
    let pad = if padded { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A text on one line, escaped.
pub fn plain(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in characters::clean(Cow::Borrowed(text)).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        push_word(&mut line, word, Span::default());
    }
    line.replace(HELD_SPACE, " ")
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    /// In the text of a link, which shows no links.
    pub(super) in_link: bool,
    /// In a cell of a table, which a bar ends even in code.
    pub(super) in_cell: bool,
    /// Whether something follows without white space that is no text.
    pub(super) glued: bool,
}

/// Marks that end a sentence and not an address.
const TRAILING: [char; 14] = ['.', ',', ';', ':', '!', '?', '\'', '"', '”', '’', '*', ')', ']', '>'];

/// Adds a word, escaped; an address in it becomes a link, or code if it has placeholders.
pub(super) fn push_word(line: &mut String, word: &str, place: Span) {
    let Some(at) = address_at(word).filter(|_| !place.in_link && !place.glued) else {
        return push_escaped(line, word, place);
    };
    let address = address(&word[at..]);
    let body = address.split_once("://").map_or("", |(_, body)| body);
    if body.is_empty() || (at == 0 && line.ends_with('`')) {
        return push_escaped(line, word, place);
    }
    push_escaped(line, &word[..at], Span { glued: true, ..place });
    if body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()+,;=%".contains(&byte)) {
        line.push('<');
        line.push_str(address);
        line.push('>');
    } else {
        // Its spaces are held: where a line ended in it, the fence could begin a listing.
        let code = fenced(address).replace(' ', &HELD_SPACE.to_string());
        line.push_str(&if place.in_cell { code.replace('|', "\\|") } else { code });
    }
    push_escaped(line, &word[at + address.len()..], place);
}

/// Where an address begins in a word.
fn address_at(word: &str) -> Option<usize> {
    // Hardly a word has a colon, and a byte is found faster than three.
    word.as_bytes().contains(&b':').then_some(())?;
    word.match_indices("://").find_map(|(at, _)| {
        let scheme = |scheme: &str| word[..at].ends_with(scheme).then(|| at - scheme.len());
        scheme("https").or_else(|| scheme("http"))
    })
}

/// The address that a text begins with: all of it but the marks at its end.
fn address(text: &str) -> &str {
    let count = |mark: char| text.matches(mark).count();
    // How many brackets of each sort are closed and were never opened: those at the end are not the address's.
    let mut open = [(')', '('), (']', '['), ('>', '<')].map(|(end, start)| (end, count(end), count(start)));
    let mut address = text;
    while let Some(shorter) = address.strip_suffix(TRAILING) {
        if let Some((_, ends, starts)) = open.iter_mut().find(|(end, ..)| address.ends_with(*end)) {
            if ends <= starts {
                break;
            }
            *ends -= 1;
        }
        address = shorter;
    }
    address
}

/// Adds text without white space, every character of which that Markdown could take for a mark escaped.
fn push_escaped(line: &mut String, text: &str, place: Span) {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b'\'' | b'"' | b'(' | b')');
    if text.bytes().all(plain) {
        return line.push_str(text);
    }
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if needs_escape(line, c, rest.peek().copied(), place) {
            line.push('\\');
        }
        line.push(c);
    }
}

/// Whether a character between what stands in `line` and `next` could be taken for a mark.
fn needs_escape(line: &str, c: char, next: Option<char>, place: Span) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let end = next.is_none() && place.glued;
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        '_' => !(word(line.chars().next_back()) && word(next)),
        '&' => end || next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
        '-' => next == Some('-') || end,
        '!' => end || next == Some('['),
        ':' => line.ends_with("http") || line.ends_with("https"),
        _ => false,
    }
}
