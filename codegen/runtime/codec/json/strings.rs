//! Strings and their escapes.

use std::borrow::Cow;

use super::error::{Problem, SyntaxError};
use super::parser::Parser;
use super::plain::plain_length;

impl<'a> Parser<'a> {
    /// Reads a string from its opening quote; borrows it where nothing is escaped.
    #[inline(always)]
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        match self.plain() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped().map(Cow::Owned),
        }
    }

    /// Reads a string in which nothing is escaped, and only such a one.
    #[inline(always)]
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        let text = self.text.get(self.at + 1..)?;
        let length = plain_length(text.as_bytes());
        if text.as_bytes().get(length) != Some(&b'"') {
            return None;
        }
        self.at += length + 2;
        text.get(..length)
    }

    /// Reads a string that may have escapes, which few have.
    #[cold]
    fn escaped(&mut self) -> Result<String, SyntaxError> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            self.at += plain_length(&self.text.as_bytes()[from..]);
            text.push_str(&self.text[from..self.at]);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(self.fail(Problem::ControlCharacter)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let from = self.at;
        self.at += 2;
        Ok(match self.text.as_bytes().get(from + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(from),
            Some(_) => return Err(self.fail_at(from, Problem::InvalidEscape)),
            None => return Err(self.fail_at(self.text.len(), Problem::UnexpectedEnd)),
        })
    }

    fn unicode_escape(&mut self, from: usize) -> Result<char, SyntaxError> {
        let first = self.hex4(from)?;
        let code = if (0xD800..0xDC00).contains(&first) {
            if !self.text.as_bytes()[self.at..].starts_with(b"\\u") {
                return Err(self.fail_at(from, Problem::LoneSurrogate));
            }
            self.at += 2;
            let second = self.hex4(from)?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(self.fail_at(from, Problem::LoneSurrogate));
            }
            0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.fail_at(from, Problem::LoneSurrogate))
    }

    fn hex4(&mut self, from: usize) -> Result<u32, SyntaxError> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        let digits = digits.ok_or_else(|| self.fail_at(self.text.len(), Problem::UnexpectedEnd))?;
        self.at += 4;
        digits
            .iter()
            .try_fold(0, |code, &digit| Some(code * 16 + (digit as char).to_digit(16)?))
            .ok_or_else(|| self.fail_at(from, Problem::InvalidEscape))
    }
}
