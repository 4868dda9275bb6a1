//! The parser: one event at a time, each with its place.

use std::borrow::Cow;

use super::super::Limits;
use super::error::{Problem, SyntaxError};
use super::head::{BREAK, Head, Major};

/// One step through a CBOR data item, in the order of the bytes. Tags that say nothing here are passed over.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// `null`, or `undefined`.
    Null,
    /// `false` or `true`.
    Bool(bool),
    /// An integer that is not negative.
    Unsigned(u64),
    /// The negative integer that is one less than the negative of this.
    Negative(u64),
    /// A float of any width.
    Float(f64),
    /// A number that fits none of these, by JSON's grammar.
    Number(Cow<'a, str>),
    /// A point in time (tag 1), as whole seconds since the start of 1970.
    EpochInteger(i64),
    /// A point in time (tag 1), as seconds since the start of 1970.
    EpochFloat(f64),
    /// Another simple value.
    Simple(u8),
    /// A byte string.
    Bytes(Cow<'a, [u8]>),
    /// A text string.
    String(Cow<'a, str>),
    /// A string of a document, which may stand for what JSON has no value for.
    OfDocument(Cow<'a, str>),
    /// The start of an array.
    BeginArray,
    /// The end of an array.
    EndArray,
    /// The start of a map.
    BeginObject,
    /// The key of a map's next entry; its value follows.
    Key(Cow<'a, str>),
    /// The end of a map.
    EndObject,
    /// The end of the bytes, after one whole data item.
    End,
}

/// An array or a map that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) is_map: bool,
    /// How many elements or entries are left; unknown where a break ends them.
    pub(super) left: Option<u64>,
}

/// Walks through one CBOR data item; [`Parser::next_event`] is the whole of it.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    pub(super) bytes: &'a [u8],
    /// Where the next byte to look at stands.
    pub(super) at: usize,
    /// Where the last event began.
    start: usize,
    /// Whether a value comes next, and no end.
    value_due: bool,
    pub(super) open: Vec<Open>,
    limits: Limits,
    /// How many more elements and entries there may be.
    elements_left: usize,
    /// Whether byte strings are the texts of numbers: the bytes are those of [`of_document`](super::of_document).
    of_document: bool,
}

impl<'a> Parser<'a> {
    /// Starts at the first of `bytes`, within the usual limits.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self::with_limits(bytes, Limits::default())
    }

    /// Starts at the first of `bytes`, within other limits.
    pub fn with_limits(bytes: &'a [u8], limits: Limits) -> Self {
        let elements_left = limits.elements;
        let open = Vec::new();
        Self { bytes, at: 0, start: 0, value_due: true, open, limits, elements_left, of_document: false }
    }

    /// Starts at the first byte of a body; no bytes count as an empty map, since bodies may be empty.
    ///
    /// # Errors
    ///
    /// The body is larger than the limit.
    pub(crate) fn of_body(bytes: &'a [u8], limits: Limits) -> Result<Self, SyntaxError> {
        if bytes.len() > limits.size {
            return Err(SyntaxError {
                offset: limits.size,
                problem: Problem::TooLarge { limit: limits.size },
            });
        }
        Ok(Self::with_limits(if bytes.is_empty() { &[0xA0] } else { bytes }, limits))
    }

    /// Starts at the first byte of what [`of_document`](super::of_document) wrote.
    pub(crate) fn of_document(bytes: &'a [u8]) -> Result<Self, SyntaxError> {
        Ok(Self { of_document: true, ..Self::new(bytes) })
    }

    /// Bytes that have ended.
    pub(crate) fn empty() -> Self {
        Self::new(&[])
    }

    /// Where the last event began, in bytes.
    pub(crate) fn position(&self) -> usize {
        self.start
    }

    /// Takes the next step. After [`Event::End`] it answers [`Event::End`] again.
    ///
    /// # Errors
    ///
    /// The first place at which the bytes are not CBOR; reading cannot go on after it.
    pub fn next_event(&mut self) -> Result<Event<'a>, SyntaxError> {
        self.start = self.at;
        match self.open.last().copied() {
            _ if self.value_due => self.value(),
            Some(Open { is_map: true, .. }) if self.begins_entry()? => self.key().map(Event::Key),
            Some(Open { is_map: true, .. }) => Ok(Event::EndObject),
            Some(_) if self.begins_entry()? => self.value(),
            Some(_) => Ok(Event::EndArray),
            None if self.at < self.bytes.len() => Err(self.fail(Problem::TrailingBytes)),
            None => Ok(Event::End),
        }
    }

    /// In an array, whether there is one more element, whose value comes next; otherwise the array has ended.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_element(&mut self) -> Result<bool, SyntaxError> {
        self.begins_entry()
    }

    /// In a map, the key of the next entry, whose value comes next; nothing where the map has ended.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, SyntaxError> {
        if self.begins_entry()? { self.key().map(Some) } else { Ok(None) }
    }

    /// Takes the next value if it is `null`.
    pub(crate) fn takes_null(&mut self) -> bool {
        let from = self.at;
        // Few values are `null` or have tags.
        let may_be = self.value_due && matches!(self.bytes.get(from), Some(0xF6 | 0xF7 | 0xC0..=0xDF));
        let is_null = may_be && self.untagged().is_ok_and(Head::is_null);
        if is_null {
            (self.start, self.value_due) = (from, false);
        } else {
            self.at = from;
        }
        is_null
    }

    /// Takes the next value if it is a string in one piece, as most are; otherwise nothing is taken.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn takes_text(&mut self) -> Result<Option<&'a str>, SyntaxError> {
        if !self.value_due || self.of_document || !matches!(self.bytes.get(self.at), Some(0x60..=0x7B)) {
            return Ok(None);
        }
        (self.start, self.value_due) = (self.at, false);
        self.head()?.length().map(|length| self.text_run(length)).transpose()
    }

    /// Goes to the next element or entry of what is open; where there is none, behind its end.
    fn begins_entry(&mut self) -> Result<bool, SyntaxError> {
        self.start = self.at;
        let Some(open) = self.open.last_mut() else { return Ok(false) };
        let breaks = open.left.is_none() && self.bytes.get(self.at) == Some(&BREAK);
        if breaks || open.left == Some(0) {
            self.at += usize::from(breaks);
            self.open.pop();
            return Ok(false);
        }
        open.left = open.left.map(|left| left - 1);
        self.value_due = true;
        self.count().map(|()| true)
    }

    /// Counts one more element or entry.
    pub(super) fn count(&mut self) -> Result<(), SyntaxError> {
        let too_many = || self.fail(Problem::TooManyElements { limit: self.limits.elements });
        self.elements_left = self.elements_left.checked_sub(1).ok_or_else(too_many)?;
        Ok(())
    }

    fn key(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let head = self.untagged()?;
        if head.major != Major::Text {
            return Err(self.fail_at(self.start, Problem::ExpectedTextKey));
        }
        self.text(head)
    }

    /// Reads the head of the next data item behind its tags.
    pub(super) fn untagged(&mut self) -> Result<Head, SyntaxError> {
        loop {
            let head = self.head()?;
            if head.major != Major::Tag {
                return Ok(head);
            }
        }
    }

    fn value(&mut self) -> Result<Event<'a>, SyntaxError> {
        self.start = self.at;
        self.value_due = false;
        let mut head = self.head()?;
        while head.major == Major::Tag {
            if let Some(event) = self.tagged(head.argument)? {
                return Ok(event);
            }
            head = self.head()?;
        }
        Ok(match head.major {
            Major::Unsigned => Event::Unsigned(head.argument),
            Major::Negative => Event::Negative(head.argument),
            Major::Bytes if self.of_document => Event::Number(self.text(head)?),
            Major::Bytes => Event::Bytes(self.byte_string(head)?),
            Major::Text if self.of_document => Event::OfDocument(self.text(head)?),
            Major::Text => Event::String(self.text(head)?),
            Major::Array => self.begin(head).map(|()| Event::BeginArray)?,
            Major::Map => self.begin(head).map(|()| Event::BeginObject)?,
            Major::Tag | Major::Simple => self.simple(head)?,
        })
    }

    /// The event of a simple value or float.
    fn simple(&self, head: Head) -> Result<Event<'a>, SyntaxError> {
        if head.is_break() {
            return Err(self.fail_at(self.start, Problem::UnexpectedBreak));
        }
        Ok(match (head.as_float(), head.argument) {
            (Some(value), _) => Event::Float(value),
            (None, 20) => Event::Bool(false),
            (None, 21) => Event::Bool(true),
            (None, 22 | 23) => Event::Null,
            (None, value) => Event::Simple(value as u8),
        })
    }

    /// Goes into an array or a map.
    fn begin(&mut self, head: Head) -> Result<(), SyntaxError> {
        let open = self.opened(head, self.start, self.open.len())?;
        self.open.push(open);
        Ok(())
    }

    /// The array or map of a head, which stands at `from` and in so many others.
    pub(super) fn opened(&self, head: Head, from: usize, depth: usize) -> Result<Open, SyntaxError> {
        if depth >= self.limits.depth {
            return Err(self.fail_at(from, Problem::TooDeep { limit: self.limits.depth }));
        }
        Ok(Open { is_map: head.major == Major::Map, left: head.length() })
    }

    pub(super) fn ends_early(&self) -> SyntaxError {
        self.fail_at(self.bytes.len(), Problem::UnexpectedEnd)
    }

    pub(super) fn fail(&self, problem: Problem) -> SyntaxError {
        self.fail_at(self.at, problem)
    }

    pub(super) fn fail_at(&self, offset: usize, problem: Problem) -> SyntaxError {
        SyntaxError { offset, problem }
    }
}
