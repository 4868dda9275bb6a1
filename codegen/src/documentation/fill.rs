//! Fills lines with words, so that no line reads as the start of another block.

use super::inline::{BREAK, HELD_SPACE};

/// The lines of running text, none longer than `width` unless a word is.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let parts: Vec<&str> = text.split(BREAK).map(|part| part.trim_matches(' ')).filter(|part| !part.is_empty()).collect();
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
    for word in text.split(' ').filter(|word| !word.is_empty()) {
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
fn guarded(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && word[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &word[..digits], &word[digits..]);
    }
    if word.starts_with(['-', '+', '#', '=', ':', '>']) { format!("\\{word}") } else { word.to_owned() }
}
