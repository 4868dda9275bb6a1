//! What stands around the one element of a text, and what says nothing.

use super::error::{Problem, SyntaxError};
use super::parser::{Due, Event, Parser};
use super::tags::is_space;

impl<'a> Parser<'a> {
    /// Goes into the outermost element.
    pub(super) fn root(&mut self) -> Result<(), SyntaxError> {
        if self.follows("\u{feff}") {
            self.at += '\u{feff}'.len_utf8();
        }
        if self.follows("<?xml") && self.byte_at(5).is_some_and(is_space) {
            self.declaration()?;
        }
        self.misc()?;
        match self.byte_at(0) {
            Some(b'<') => self.start_tag()?,
            Some(_) => return Err(self.fail(Problem::ExpectedElement)),
            None => return Err(self.ends_early()),
        };
        self.due = Due::Value;
        Ok(())
    }

    /// The end of the text, behind the outermost element.
    pub(super) fn end(&mut self) -> Result<Event<'a>, SyntaxError> {
        self.misc()?;
        match self.byte_at(0) {
            None => Ok(Event::End),
            Some(_) => Err(self.fail(Problem::TrailingText)),
        }
    }

    /// Passes over space, comments and processing instructions.
    fn misc(&mut self) -> Result<(), SyntaxError> {
        loop {
            self.space();
            self.start = self.at;
            match (self.byte_at(0), self.byte_at(1)) {
                (Some(b'<'), Some(b'!' | b'?')) => self.pass_over()?,
                _ => return Ok(()),
            }
        }
    }

    /// Passes over the declaration of XML, which may name no other encoding than this one.
    fn declaration(&mut self) -> Result<(), SyntaxError> {
        let from = self.at;
        self.pass_over()?;
        let declaration = &self.text[from..self.at];
        let Some((_, encoding)) = declaration.split_once("encoding") else { return Ok(()) };
        let encoding = encoding.trim_start_matches(|c: char| c == '=' || c.is_ascii_whitespace());
        let encoding = encoding.get(1..).unwrap_or_default().split(['"', '\'']).next().unwrap_or_default();
        let known = ["utf-8", "utf8", "us-ascii"];
        match known.iter().any(|known| encoding.eq_ignore_ascii_case(known)) {
            true => Ok(()),
            false => Err(self.fail_at(from, Problem::Encoding)),
        }
    }

    /// Passes over a comment or a processing instruction.
    pub(super) fn pass_over(&mut self) -> Result<(), SyntaxError> {
        let end = match () {
            () if self.follows("<!--") => "-->",
            () if self.follows("<?") => "?>",
            () if self.follows("<!DOCTYPE") => return Err(self.fail(Problem::DocumentType)),
            () => return Err(self.fail(Problem::InvalidMarkup)),
        };
        self.past(if end == "?>" { 2 } else { 4 }, end).map(|_| ())
    }

    /// Goes behind the next `end`, so many bytes on at least: what stands before it.
    pub(super) fn past(&mut self, begin: usize, end: &str) -> Result<&'a str, SyntaxError> {
        let rest = &self.text[self.at + begin..];
        let length = rest.find(end).ok_or_else(|| self.ends_early())?;
        self.at += begin + length + end.len();
        Ok(&rest[..length])
    }
}
