//! A place in a pattern.

/// The characters of a pattern, and how far they are read.
pub(super) struct Cursor {
    chars: Vec<char>,
    at: usize,
}

impl Cursor {
    /// The start of a text.
    pub(super) fn new(text: &str) -> Self {
        Self { chars: text.chars().collect(), at: 0 }
    }

    /// How many characters are read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes back to an earlier place.
    pub(super) fn rewind(&mut self, at: usize) {
        self.at = at;
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.peek_at(0)
    }

    /// The character behind the next `ahead` ones.
    pub(super) fn peek_at(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Goes on by a character that was peeked at.
    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    /// Reads the next character.
    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.skip();
        Some(next)
    }

    /// Reads a character if it is this one.
    pub(super) fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    /// Reads a text if it is what follows.
    pub(super) fn eat_text(&mut self, text: &str) -> bool {
        let found = text.chars().enumerate().all(|(ahead, c)| self.peek_at(ahead) == Some(c));
        self.at += if found { text.chars().count() } else { 0 };
        found
    }

    /// Reads characters as long as they satisfy a condition.
    pub(super) fn take_while(&mut self, condition: impl Fn(char) -> bool) -> String {
        let from = self.at;
        while self.peek().is_some_and(&condition) {
            self.skip();
        }
        self.since(from)
    }

    /// What was read since a place.
    pub(super) fn since(&self, from: usize) -> String {
        self.chars[from..self.at].iter().collect()
    }
}
