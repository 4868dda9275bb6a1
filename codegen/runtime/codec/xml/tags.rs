//! The start and the end of elements.

use super::error::{Problem, SyntaxError};
use super::parser::{Due, Parser};

/// Whether a byte is what XML calls space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A name without its prefix.
pub(crate) fn local_name(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Whether a byte may stand in a name. What is not ASCII may: nothing is told from it here.
fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-' | b'.') || !byte.is_ascii()
}

impl<'a> Parser<'a> {
    /// Goes behind the start of an element, and gives its name without the prefix.
    pub(super) fn start_tag(&mut self) -> Result<&'a str, SyntaxError> {
        if self.open.len() == self.limits.depth {
            return Err(self.fail(Problem::TooDeep { limit: self.limits.depth }));
        }
        let too_many = || self.fail(Problem::TooManyElements { limit: self.limits.elements });
        self.elements_left = self.elements_left.checked_sub(1).ok_or_else(too_many)?;
        self.start = self.at;
        self.at += 1;
        let name = self.name()?;
        self.open.push(name);
        if self.byte_at(0) == Some(b'>') {
            (self.attributes, self.is_closed) = ("", false);
        } else {
            self.attributes()?;
        }
        self.at += 1;
        Ok(local_name(name))
    }

    /// Goes behind the end of the element that is open.
    pub(super) fn end_tag(&mut self) -> Result<(), SyntaxError> {
        let name = self.open.pop().unwrap_or_default();
        let from = self.at;
        self.at += 2;
        if !self.follows(name) || self.byte_at(name.len()).is_some_and(is_of_name) {
            let is_cut = name.starts_with(&self.text[self.at..]);
            return Err(if is_cut { self.ends_early() } else { self.fail_at(from, Problem::MismatchedEnd) });
        }
        self.at += name.len();
        self.space();
        match self.byte_at(0) {
            Some(b'>') => self.at += 1,
            Some(_) => return Err(self.fail(Problem::ExpectedTagEnd)),
            None => return Err(self.ends_early()),
        }
        self.due = Due::Child;
        Ok(())
    }

    /// Goes to the `>` that ends the start of an element, and notes the attributes before it.
    fn attributes(&mut self) -> Result<(), SyntaxError> {
        let from = self.at;
        loop {
            let before = self.at;
            self.space();
            match self.byte_at(0) {
                Some(b'>') => break,
                Some(b'/') if self.byte_at(1) == Some(b'>') => break,
                Some(b'/') if self.byte_at(1).is_none() => return Err(self.ends_early()),
                Some(_) if self.at > before => self.attribute_text()?,
                Some(_) => return Err(self.fail(Problem::ExpectedTagEnd)),
                None => return Err(self.ends_early()),
            }
        }
        self.attributes = &self.text[from..self.at];
        self.is_closed = self.byte_at(0) == Some(b'/');
        self.at += usize::from(self.is_closed);
        Ok(())
    }

    /// Passes over one attribute, whose references are looked at when it is asked for.
    fn attribute_text(&mut self) -> Result<(), SyntaxError> {
        if !self.byte_at(0).is_some_and(is_of_name) {
            return Err(self.fail(Problem::ExpectedTagEnd));
        }
        self.name()?;
        self.space();
        match self.byte_at(0) {
            Some(b'=') => self.at += 1,
            Some(_) => return Err(self.fail(Problem::ExpectedAttributeValue)),
            None => return Err(self.ends_early()),
        }
        self.space();
        let quote = match self.byte_at(0) {
            Some(b'"') => "\"",
            Some(b'\'') => "'",
            Some(_) => return Err(self.fail(Problem::ExpectedAttributeValue)),
            None => return Err(self.ends_early()),
        };
        let from = self.at;
        let value = self.past(1, quote)?;
        match value.find('<') {
            None => Ok(()),
            Some(offset) => Err(self.fail_at(from + 1 + offset, Problem::ExpectedAttributeValue)),
        }
    }

    /// Reads a name, with its prefix.
    fn name(&mut self) -> Result<&'a str, SyntaxError> {
        let rest = &self.text[self.at..];
        let length = rest.bytes().position(|byte| !is_of_name(byte)).unwrap_or(rest.len());
        match rest.as_bytes().first() {
            Some(b'0'..=b'9' | b'-' | b'.') => return Err(self.fail(Problem::ExpectedName)),
            Some(_) if length > 0 => {}
            Some(_) => return Err(self.fail(Problem::ExpectedName)),
            None => return Err(self.ends_early()),
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// Passes over space.
    pub(super) fn space(&mut self) {
        while self.byte_at(0).is_some_and(is_space) {
            self.at += 1;
        }
    }
}
