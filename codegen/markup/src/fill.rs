//! Fills lines with words, so that no line reads as the start of another block.

use super::inline::{BREAK, HELD_SPACE};

/// How wide a line may get.
pub(super) const WIDTH: usize = 100;

/// Markdown of one paragraph, filled to lines; no line ends inside of a code span.
pub fn filled(text: &str) -> Vec<String> {
    filled_to(text, WIDTH)
}

/// The same, to lines of another width.
pub fn filled_to(text: &str, width: usize) -> Vec<String> {
    let mut held = String::with_capacity(text.len());
    let mut fence = 0;
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let run = rest[at..].bytes().take_while(|byte| *byte == b'`').count();
        push_held(&mut held, &rest[..at], fence > 0);
        held.push_str(&rest[at..at + run]);
        fence = match fence {
            0 => run,
            open if open == run => 0,
            open => open,
        };
        rest = &rest[at + run..];
    }
    push_held(&mut held, rest, fence > 0);
    lines(&held, width)
}

/// An item of a list, filled to lines.
pub fn item(marker: char, text: &str) -> Vec<String> {
    let mark = |(index, line): (usize, String)| format!("{} {line}", if index == 0 { marker } else { ' ' });
    filled(text).into_iter().enumerate().map(mark).collect()
}

fn push_held(held: &mut String, text: &str, in_code: bool) {
    if in_code { held.push_str(&text.replace(' ', "\u{1}")) } else { held.push_str(text) }
}

/// The lines of running text, none longer than `width` unless a word is.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let parts: Vec<&str> =
        text.split(BREAK).map(|part| part.trim_matches(' ')).filter(|part| !part.is_empty()).collect();
    for (index, part) in parts.iter().enumerate() {
        fill(&mut lines, part, width);
        if index + 1 < parts.len()
            && let Some(line) = lines.last_mut()
        {
            line.push('\\');
        }
    }
    lines
}

/// The text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.replace([HELD_SPACE, BREAK], " ")
}

fn fill(lines: &mut Vec<String>, text: &str, width: usize) {
    let mut used = usize::MAX;
    // Held spaces and breaks are no white space; a line end would leave the comment.
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if used.saturating_add(1 + length) <= width => {
                line.push(' ');
                push_word(line, word);
                used += 1 + length;
            }
            _ => {
                let mut line = String::with_capacity(width + 8);
                push_word(&mut line, &guarded(word));
                lines.push(line);
                used = length;
            }
        }
    }
}

fn push_word(line: &mut String, word: &str) {
    if word.contains(HELD_SPACE) {
        line.push_str(&word.replace(HELD_SPACE, " "));
    } else {
        line.push_str(word);
    }
}

/// A word at the start of a line, which must not read as that of a list, a heading, a quote or a table.
pub(super) fn guarded(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && word[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &word[..digits], &word[digits..]);
    }
    if word.starts_with(['-', '+', '#', '=', ':', '>']) { format!("\\{word}") } else { word.to_owned() }
}
