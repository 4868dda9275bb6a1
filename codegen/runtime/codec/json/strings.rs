//! Strings and their escapes.

use std::borrow::Cow;

use super::error::{Problem, SyntaxError};
use super::parser::Parser;
use super::plain::plain_length;

impl<'a> Parser<'a> {
    /// Reads a string from its opening quote; borrows it where nothing is escaped.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let from = self.at + 1;
        self.at = from + plain_length(&self.text.as_bytes()[from..]);
        let plain = &self.text[from..self.at];
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(plain));
        }
        self.escaped(plain.to_owned()).map(Cow::Owned)
    }

    /// Reads the rest of a string behind what is plain. Few strings have escapes.
    #[cold]
    fn escaped(&mut self, mut text: String) -> Result<String, SyntaxError> {
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(self.fail(Problem::ControlCharacter)),
            }
            let from = self.at;
            self.at += plain_length(&self.text.as_bytes()[from..]);
            text.push_str(&self.text[from..self.at]);
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
