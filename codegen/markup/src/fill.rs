//! Fills lines with words, so that no line reads as the start of another block.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::inline::{BREAK, HELD_SPACE};
use super::markdown::{Item, Markdown};

/// How wide a line may get.
pub(super) const WIDTH: usize = 100;

/// Markdown of one paragraph, filled to lines; no line ends inside of a code span.
pub fn filled(text: impl Into<Markdown>) -> Markdown {
    let Markdown { text, links } = text.into();
    Markdown::joined(lines(Markdown { text: held(&text), links }, WIDTH), "\n")
}

/// An item of a list, filled to lines.
pub fn item(marker: char, text: impl Into<Markdown>) -> Markdown {
    let Markdown { text, links } = text.into();
    let lines = lines(Markdown { text: held(&text), links }, WIDTH).into_iter().enumerate();
    let marked = |(index, line): (usize, Markdown)| {
        Markdown::from(format!("{} ", if index == 0 { marker } else { ' ' })) + line
    };
    Markdown::joined(lines.map(marked), "\n")
}

/// The text with held spaces in its code spans.
fn held(text: &str) -> String {
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
    held
}

fn push_held(held: &mut String, text: &str, in_code: bool) {
    if in_code { held.push_str(&text.replace(' ', "\u{1}")) } else { held.push_str(text) }
}

/// The lines of running text, none longer than `width` unless a word is.
pub(super) fn lines(markdown: Markdown, width: usize) -> Vec<Markdown> {
    let Markdown { text, links } = markdown;
    let mut filled =
        Filled { lines: Vec::new(), used: usize::MAX, width, links: links.into_iter().peekable() };
    let parts: Vec<&str> =
        text.split(BREAK).map(|part| part.trim_matches(' ')).filter(|part| !part.is_empty()).collect();
    for (index, part) in parts.iter().enumerate() {
        filled.used = usize::MAX;
        // Held spaces and breaks are no white space; a line end would leave the comment.
        for word in part.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            filled.word(word, start);
        }
        if index + 1 < parts.len()
            && let Some(line) = filled.lines.last_mut()
        {
            line.push_str("\\");
        }
    }
    filled.lines
}

/// The text on one line.
pub(super) fn one_line(markdown: Markdown) -> Markdown {
    let Markdown { text, links } = markdown;
    // Both are as long as a space, so that every link keeps its place.
    Markdown { text: text.replace([HELD_SPACE, BREAK], " "), links }
}

/// Lines that are being filled.
struct Filled {
    lines: Vec<Markdown>,
    /// How many characters the last line has.
    used: usize,
    width: usize,
    /// The links of the words to come.
    links: Peekable<IntoIter<(usize, Item)>>,
}

impl Filled {
    /// Adds a word that begins at a place of the text.
    fn word(&mut self, word: &str, start: usize) {
        let end = start + word.len();
        let mut links = Vec::new();
        while let Some(link) = self.links.next_if(|(at, _)| *at < end) {
            links.push(link);
        }
        let gaps: usize = links.iter().map(|(_, item)| item.width()).sum();
        let length = word.chars().count() + gaps;
        match self.lines.last_mut() {
            Some(line) if self.used.saturating_add(1 + length) <= self.width => {
                line.text.push(' ');
                push_word(line, word, end, links);
                self.used += 1 + length;
            }
            _ => {
                let mut line = Markdown::from(String::with_capacity(self.width + 8));
                let guarded = guarded(word);
                // The guard stands before every link of the word.
                push_word(&mut line, &guarded, end, links);
                self.lines.push(line);
                self.used = length;
            }
        }
    }
}

/// Adds a word with its links; `end` is where it ends in the text that their places count in.
fn push_word(line: &mut Markdown, word: &str, end: usize, links: Vec<(usize, Item)>) {
    let new_end = line.text.len() + word.len();
    line.links.extend(links.into_iter().map(|(at, item)| (new_end - (end - at), item)));
    if word.contains(HELD_SPACE) {
        line.text.push_str(&word.replace(HELD_SPACE, " "));
    } else {
        line.text.push_str(word);
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
