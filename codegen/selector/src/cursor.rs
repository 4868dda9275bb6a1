//! A place in a text, and the tokens that begin there.

use crate::syntax::SelectorError;

/// A place in a text.
pub(crate) struct Cursor<'t> {
    text: &'t str,
    pub(crate) offset: usize,
}

impl<'t> Cursor<'t> {
    /// The beginning of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, offset: 0 }
    }

    /// What is left of the text.
    pub(crate) fn rest(&self) -> &'t str {
        &self.text[self.offset..]
    }

    /// The next character, behind spaces.
    pub(crate) fn peek(&mut self) -> Option<char> {
        self.skip_spaces();
        self.rest().chars().next()
    }

    /// Skips spaces, which mean nothing.
    pub(crate) fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.offset += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// Takes a token if it is next, behind spaces.
    pub(crate) fn take(&mut self, token: &str) -> bool {
        self.skip_spaces();
        let is_next = self.rest().starts_with(token);
        self.offset += if is_next { token.len() } else { 0 };
        is_next
    }

    /// Takes a token that must be next.
    pub(crate) fn expect(&mut self, token: &str) -> Result<(), SelectorError> {
        if self.take(token) { Ok(()) } else { Err(self.expected(&format!("`{token}`"))) }
    }

    /// Takes characters as long as they are wanted.
    pub(crate) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.offset += length;
        &rest[..length]
    }

    /// Takes an identifier, which must be next.
    pub(crate) fn identifier(&mut self) -> Result<&'t str, SelectorError> {
        self.skip_spaces();
        let is_identifier = self.rest().starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if !is_identifier {
            return Err(self.expected("a name"));
        }
        Ok(self.take_while(|c| c.is_ascii_alphanumeric() || c == '_'))
    }

    /// An error at this place.
    pub(crate) fn error(&self, message: String) -> SelectorError {
        SelectorError { message, offset: self.offset }
    }

    /// The error that something else was expected at this place.
    pub(crate) fn expected(&self, what: &str) -> SelectorError {
        let found = self.rest().chars().next();
        let found = found.map_or_else(|| "the end".to_owned(), |found| format!("`{found}`"));
        self.error(format!("expected {what}, found {found}"))
    }
}
