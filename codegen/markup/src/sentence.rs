//! Where the first sentence of running text ends.

use std::borrow::Cow;

use super::tree::{self, Inline, Line};

/// What ends in a full stop and does not end a sentence.
const ABBREVIATIONS: [&str; 40] = [
    "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "Inc.", "Corp.", "Ltd.", "Fig.", "No.", "Nr.", "Sec.",
    "Ch.", "Vol.", "Art.", "p.", "pp.", "min.", "max.", "approx.", "incl.", "e.g.", "i.e.", "etc.", "vs.",
    "ex.", "eg.", "ie.", "cf.", "Jan.", "Feb.", "Apr.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
    "resp.",
];

/// Cuts a line after its first sentence and gives the rest, if there is any.
pub(super) fn split_first<'t>(line: &mut Line<'t>) -> Option<Line<'t>> {
    let (index, at) = end_of_first(line)?;
    let mut rest = line.split_off(index + 1);
    if let Inline::Text(text) = &mut line[index] {
        let tail = text[at..].trim_start().to_owned();
        text.to_mut().truncate(at);
        if !tail.is_empty() {
            rest.insert(0, Inline::Text(Cow::Owned(tail)));
        }
    }
    if tree::is_blank(&rest) { None } else { Some(rest) }
}

/// The text in which the first sentence ends, and where in it: at no mark's inside.
fn end_of_first(line: &Line<'_>) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for (index, piece) in line.iter().enumerate() {
        match piece {
            Inline::Start(_) => depth += 1,
            Inline::End => depth = depth.saturating_sub(1),
            Inline::Text(text) if depth == 0 => {
                if let Some(at) = end_in(text, &line[index + 1..]) {
                    return Some((index, at));
                }
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
    None
}

/// Where a sentence ends in a text that `behind` follows: at white space after its mark, before a capital, and not
/// within quotation marks.
fn end_in(text: &str, behind: &[Inline<'_>]) -> Option<usize> {
    let last_quote = text.rfind('"').unwrap_or(0);
    let mut quotes = 0_usize;
    text.match_indices(['.', '!', '?', '"']).find_map(|(at, mark)| {
        let end = at + mark.len();
        if mark == "\"" {
            quotes += 1;
            return None;
        }
        // A quotation mark right behind it ends the quotation, and the sentence with it.
        if quotes % 2 == 1 && end < last_quote && !text[end..].starts_with('"') {
            return None;
        }
        let closed =
            end + text[end..].len() - text[end..].trim_start_matches([')', '"', '\'', '”', '’']).len();
        let rest = &text[closed..];
        let spaced = rest.starts_with(char::is_whitespace) || (rest.is_empty() && starts_apart(behind));
        (spaced && !is_abbreviation(&text[..end]) && begins_sentence(rest.trim_start(), behind))
            .then_some(closed)
    })
}

/// Whether what follows a text is set off from it.
fn starts_apart(behind: &[Inline<'_>]) -> bool {
    match behind.first() {
        Some(Inline::Break) => true,
        Some(Inline::Text(text)) => text.starts_with(char::is_whitespace),
        Some(Inline::Code(_) | Inline::Start(_) | Inline::End) | None => false,
    }
}

fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(text);
    // `U.S.`, `J.`
    let mut letters = word.strip_suffix('.').unwrap_or(word).split('.');
    let initials = letters.all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase));
    let known = |known: &&str| match known.starts_with(char::is_uppercase) {
        // `Art.` and `No.` are abbreviations; `art.` and `no.` are words.
        true => **known == *word,
        false => known.eq_ignore_ascii_case(word),
    };
    initials || ABBREVIATIONS.iter().any(known)
}

fn begins_sentence(rest: &str, behind: &[Inline<'_>]) -> bool {
    let capital = |c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '.' | '-' | ')');
    match rest.chars().next() {
        Some(c) => capital(c),
        None => behind
            .iter()
            .find_map(|piece| match piece {
                Inline::Text(text) => text.trim_start().chars().next().map(capital),
                Inline::Code(_) => Some(true),
                Inline::Start(_) | Inline::End | Inline::Break => None,
            })
            .unwrap_or(false),
    }
}
