//! Tagged values that mean more than what is tagged: points in time and numbers of any size.

use std::borrow::Cow;

use super::bignum::{digits, fraction};
use super::error::{Problem, SyntaxError};
use super::head::{Head, Major};
use super::parser::{Event, Parser};

/// How many bytes a number of any size may have, leading zeros aside: about 2,466 digits. Reading the digits costs more
/// with each of them, so that more would cost the reader more than the sender.
pub(super) const MAX_NUMBER: usize = 1024;

pub(super) const EPOCH: u64 = 1;
pub(super) const POSITIVE: u64 = 2;
pub(super) const NEGATIVE: u64 = 3;
pub(super) const FRACTION: u64 = 4;

impl<'a> Parser<'a> {
    /// Reads the value behind a tag; nothing is read where the tag says nothing here.
    pub(super) fn tagged(&mut self, tag: u64) -> Result<Option<Event<'a>>, SyntaxError> {
        Ok(Some(match tag {
            EPOCH => self.epoch()?,
            POSITIVE | NEGATIVE => self.bignum(tag)?,
            FRACTION => self.fraction()?,
            _ => return Ok(None),
        }))
    }

    fn epoch(&mut self) -> Result<Event<'a>, SyntaxError> {
        let from = self.at;
        let head = self.head()?;
        let float = head.as_float().map(Event::EpochFloat);
        head.as_i64()
            .map(Event::EpochInteger)
            .or(float)
            .ok_or_else(|| self.fail_at(from, Problem::InvalidTagContent))
    }

    /// An integer as the big-endian bytes of its size.
    fn bignum(&mut self, tag: u64) -> Result<Event<'a>, SyntaxError> {
        let from = self.at;
        let head = self.head()?;
        if head.major != Major::Bytes {
            return Err(self.fail_at(from, Problem::InvalidTagContent));
        }
        let bytes = self.byte_string(head)?;
        let bytes = &bytes[bytes.iter().take_while(|&&byte| byte == 0).count()..];
        if bytes.len() > MAX_NUMBER {
            return Err(self.fail_at(from, Problem::NumberTooLong { limit: MAX_NUMBER }));
        }
        let is_negative = tag == NEGATIVE;
        if bytes.len() > 8 {
            return Ok(Event::Number(Cow::Owned(digits(is_negative, bytes))));
        }
        let size = bytes.iter().fold(0, |size, &byte| size << 8 | u64::from(byte));
        Ok(if is_negative { Event::Negative(size) } else { Event::Unsigned(size) })
    }

    /// An array of an exponent of ten and an integer.
    fn fraction(&mut self) -> Result<Event<'a>, SyntaxError> {
        let from = self.at;
        let head = self.head()?;
        let is_pair = head.major == Major::Array && head.length().is_none_or(|length| length == 2);
        let exponent = if is_pair { self.head()?.as_i64() } else { None };
        let exponent = exponent.ok_or_else(|| self.fail_at(from, Problem::InvalidTagContent))?;
        let integer = self.head()?;
        let integer = self.integer(integer)?;
        if head.length().is_none() && !self.head()?.is_break() {
            return Err(self.fail_at(from, Problem::InvalidTagContent));
        }
        match integer {
            Some(integer) => Ok(Event::Number(Cow::Owned(fraction(&integer, exponent)))),
            None => Err(self.fail_at(from, Problem::InvalidTagContent)),
        }
    }

    /// The digits of an integer of any size.
    fn integer(&mut self, head: Head) -> Result<Option<String>, SyntaxError> {
        let event = match (head.major, head.argument) {
            (Major::Unsigned, size) => Event::Unsigned(size),
            (Major::Negative, size) => Event::Negative(size),
            (Major::Tag, tag @ (POSITIVE | NEGATIVE)) => self.bignum(tag)?,
            _ => return Ok(None),
        };
        Ok(event.integer_digits())
    }
}
