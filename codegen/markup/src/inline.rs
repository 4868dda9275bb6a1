//! Running text as one string of Markdown, before its marks are decided and its lines are filled.

use super::escape::{self, Span};
use super::markdown::Markdown;
use super::marks;
use super::tree::{Inline, Mark};

/// A space in code: no line ends there.
pub(super) const HELD_SPACE: char = '\u{1}';
/// Where a line must end.
pub(super) const BREAK: char = '\u{2}';

/// What stands around running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Lines that may break anywhere.
    Lines,
    /// One line.
    OneLine,
    /// One cell of a table.
    Cell,
}

/// Running text as Markdown, with [`HELD_SPACE`] and [`BREAK`] where they are meant.
pub(super) fn markdown(line: &[Inline<'_>], around: Around) -> Markdown {
    let mut writer = Writer {
        written: Markdown::default(),
        around,
        space: false,
        loose: false,
        waiting: Vec::new(),
        open: Vec::new(),
    };
    for (index, piece) in line.iter().enumerate() {
        writer.piece(piece, line.get(index + 1));
        // The white space that stood at the end of code.
        let behind_code = index > 0 && matches!(line[index - 1], Inline::Code(_));
        writer.loose |= behind_code && matches!(piece, Inline::Text(text) if text == " ");
    }
    writer.close_all();
    marks::decide(writer.written)
}

struct Writer<'l> {
    written: Markdown,
    around: Around,
    /// Whether white space comes before what is next.
    space: bool,
    /// Whether that white space stood at the end of a mark or of code, where writers break lines.
    loose: bool,
    /// Marks that have begun, but have nothing in them yet.
    waiting: Vec<&'l Mark<'l>>,
    /// Marks that are open, and where what they hold begins.
    open: Vec<(&'l Mark<'l>, usize)>,
}

impl<'l> Writer<'l> {
    fn piece(&mut self, piece: &'l Inline<'l>, next: Option<&Inline<'_>>) {
        match piece {
            Inline::Text(text) => self.text(text, next),
            Inline::Code(text) => self.code(text),
            Inline::Start(mark) => self.waiting.push(mark),
            Inline::End => self.end(),
            Inline::Break if self.around == Around::Lines => {
                if !self.written.text.is_empty() {
                    self.space = false;
                    self.written.text.push(BREAK);
                }
            }
            Inline::Break => self.space = true,
        }
    }

    fn text(&mut self, text: &str, next: Option<&Inline<'_>>) {
        self.space |= text.starts_with(is_space);
        let mut words = text.split(is_space).filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            // White space before a mark is an accident there: `<i>mode </i>, and`.
            self.space &= !(self.loose && self.waiting.is_empty() && is_punctuation(word));
            self.begin();
            let last = words.peek().is_none();
            let glued = last && !text.ends_with(is_space) && !matches!(next, None | Some(Inline::Break));
            let in_cell = self.around == Around::Cell;
            let in_link = self.open.iter().any(|(mark, _)| is_link(mark));
            escape::push_word(&mut self.written.text, word, Span { in_link, in_cell, glued });
            self.space = !last;
        }
        self.space |= text.ends_with(is_space);
    }

    fn code(&mut self, text: &str) {
        let mut words = text.split_whitespace();
        let Some(first) = words.next() else { return };
        let mut shown = first.to_owned();
        for word in words {
            shown.push(HELD_SPACE);
            shown.push_str(word);
        }
        self.begin();
        let mut span = escape::fenced(&shown).replace(' ', "\u{1}");
        if self.around == Around::Cell {
            span = span.replace('|', "\\|");
        }
        // Two spans that touch would read as one.
        if self.written.text.ends_with('`') {
            self.written.text.push(' ');
        }
        self.written.text.push_str(&span);
    }

    /// Makes ready for something that can be seen: white space, then the marks that wait.
    fn begin(&mut self) {
        if self.space && !self.written.text.is_empty() && !self.written.text.ends_with(BREAK) {
            self.written.text.push(' ');
        }
        (self.space, self.loose) = (false, false);
        for mark in std::mem::take(&mut self.waiting) {
            match mark {
                Mark::Emphasis => self.written.text.push(marks::EMPHASIS.0),
                Mark::Strong => self.written.text.push(marks::STRONG.0),
                Mark::Link(_) | Mark::Item(_) => self.written.text.push('['),
                Mark::Named | Mark::Reference(..) => {}
            }
            self.open.push((mark, self.written.text.len()));
        }
    }

    /// Ends the innermost mark; one with nothing in it was never begun.
    fn end(&mut self) {
        self.loose |= self.space;
        if self.waiting.pop().is_none() {
            self.close();
        }
    }

    /// Writes the end of the innermost mark; where a line must end, it does so behind it.
    fn close(&mut self) {
        let shown = self.written.text.trim_end_matches(BREAK).len();
        let breaks = self.written.text.split_off(shown);
        match self.open.pop() {
            Some((Mark::Emphasis, _)) => self.written.text.push(marks::EMPHASIS.1),
            Some((Mark::Strong, _)) => self.written.text.push(marks::STRONG.1),
            Some((Mark::Link(address), start)) => self.close_link(start, &encoded(address)),
            Some((Mark::Item(item), _)) => self.written.push_item(item.clone()),
            Some((Mark::Named | Mark::Reference(..), _)) | None => {}
        }
        self.written.text.push_str(&breaks);
    }

    /// A link whose text, from `start` on, is its address is written as the address alone.
    fn close_link(&mut self, start: usize, address: &str) {
        let shown = self.written.text[start..].replace("\\", "");
        if shown == address && is_bare(address) {
            self.written.text.truncate(start - "[".len());
            self.written.text.push_str(&format!("<{address}>"));
        } else {
            self.written.text.push_str(&format!("]({address})"));
        }
    }

    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close();
        }
    }
}

/// Whether a word begins with the marks that end a sentence or a part of one, and not with a name such as `.env`.
fn is_punctuation(word: &str) -> bool {
    let marks = [',', '.', ';', ':', ')', '!', '?'];
    word.starts_with(marks) && !word.trim_start_matches(marks).starts_with(char::is_alphanumeric)
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_link(mark: &Mark<'_>) -> bool {
    matches!(mark, Mark::Link(_) | Mark::Item(_))
}

/// Whether an address can stand in angle brackets.
fn is_bare(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// An address with every character encoded that could end it or be taken for a mark.
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' | '(' | ')' | '<' | '>' | '[' | ']' | '`' | '"' | '\\' | '|' | '*' | '{' | '}' | '^' => {
                encoded.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ if c.is_whitespace() || c.is_control() => encoded.push_str("%20"),
            _ => encoded.push(c),
        }
    }
    encoded
}
