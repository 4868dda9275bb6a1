//! Byte and text strings, in one piece or in chunks.

use std::borrow::Cow;

use super::error::{Problem, SyntaxError};
use super::head::{Head, Major};
use super::parser::Parser;

impl<'a> Parser<'a> {
    /// Reads a string whose bytes are UTF-8; borrows it where it is in one piece.
    pub(super) fn text(&mut self, head: Head) -> Result<Cow<'a, str>, SyntaxError> {
        if let Some(length) = head.length() {
            return self.text_run(length).map(Cow::Borrowed);
        }
        let mut text = String::new();
        while let Some(length) = self.next_chunk(head.major)? {
            text.push_str(self.text_run(length)?);
        }
        Ok(Cow::Owned(text))
    }

    /// Reads a byte string; borrows it where it is in one piece.
    pub(super) fn byte_string(&mut self, head: Head) -> Result<Cow<'a, [u8]>, SyntaxError> {
        if let Some(length) = head.length() {
            return self.run(length).map(Cow::Borrowed);
        }
        let mut bytes = Vec::new();
        while let Some(length) = self.next_chunk(head.major)? {
            bytes.extend_from_slice(self.run(length)?);
        }
        Ok(Cow::Owned(bytes))
    }

    /// The length of the next chunk of a string; nothing at its end.
    pub(super) fn next_chunk(&mut self, major: Major) -> Result<Option<u64>, SyntaxError> {
        let from = self.at;
        let head = self.head()?;
        match head.length() {
            _ if head.is_break() => Ok(None),
            Some(length) if head.major == major => Ok(Some(length)),
            _ => Err(self.fail_at(from, Problem::InvalidChunk)),
        }
    }

    /// So many bytes, which must be UTF-8 by themselves.
    pub(super) fn text_run(&mut self, length: u64) -> Result<&'a str, SyntaxError> {
        let from = self.at;
        let bytes = self.run(length)?;
        std::str::from_utf8(bytes)
            .map_err(|error| self.fail_at(from + error.valid_up_to(), Problem::InvalidUtf8))
    }

    /// So many bytes.
    pub(super) fn run(&mut self, length: u64) -> Result<&'a [u8], SyntaxError> {
        let rest = &self.bytes[self.at..];
        let run = usize::try_from(length).ok().and_then(|length| rest.get(..length));
        let run = run.ok_or_else(|| self.ends_early())?;
        self.at += run.len();
        Ok(run)
    }
}
