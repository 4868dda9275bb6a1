//! The parser: one event at a time, each with its place.

use std::borrow::Cow;

use super::super::super::smithy::number_length;
use super::super::Limits;
use super::error::{Problem, SyntaxError};

/// How deep arrays and objects may nest before [`Parser`] refuses the text, unless told otherwise.
pub const MAX_DEPTH: usize = 128;

/// One step through a JSON text, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A string value, unescaped.
    String(Cow<'a, str>),
    /// `[`.
    BeginArray,
    /// `]`.
    EndArray,
    /// `{`.
    BeginObject,
    /// The key of an object's next entry, unescaped; its value follows.
    Key(Cow<'a, str>),
    /// `}`.
    EndObject,
    /// The end of the text, after one whole value.
    End,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Value,
    FirstElement,
    FirstKey,
    Colon,
    Separator,
}

/// Walks through one JSON text; [`Parser::next_event`] is the whole of it.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    pub(super) text: &'a str,
    /// Where the next byte to look at stands.
    pub(super) at: usize,
    /// Where the last event began.
    start: usize,
    pub(super) due: Due,
    open: Brackets,
    limits: Limits,
    /// How many more elements and entries there may be.
    elements_left: usize,
}

impl<'a> Parser<'a> {
    /// Starts at the beginning of `text`, with the depth bounded by [`MAX_DEPTH`].
    pub fn new(text: &'a str) -> Self {
        Self::with_max_depth(text, MAX_DEPTH)
    }

    /// Starts at the beginning of `text`, with the depth bounded by `max_depth` levels.
    pub fn with_max_depth(text: &'a str, max_depth: usize) -> Self {
        Self::with_limits(text, Limits { depth: max_depth, elements: usize::MAX, size: usize::MAX })
    }

    /// Starts at the beginning of `text`, with other limits.
    pub fn with_limits(text: &'a str, limits: Limits) -> Self {
        let elements_left = limits.elements;
        Self { text, at: 0, start: 0, due: Due::Value, open: Brackets::default(), limits, elements_left }
    }

    /// The bytes at which the last event begins and ends.
    pub fn span(&self) -> std::ops::Range<usize> {
        self.start..self.at
    }

    /// Takes the next step. After [`Event::End`] it answers [`Event::End`] again.
    ///
    /// # Errors
    ///
    /// The first place at which the text is not JSON; reading cannot go on after it.
    pub fn next_event(&mut self) -> Result<Event<'a>, SyntaxError> {
        if self.due == Due::Colon {
            self.colon()?;
        }
        if self.due == Due::Value {
            return self.value();
        }
        match self.open.innermost() {
            Some(true) if self.begins_key()? => self.key().map(Event::Key),
            Some(true) => Ok(Event::EndObject),
            Some(false) if self.next_element()? => self.value(),
            Some(false) => Ok(Event::EndArray),
            None if self.next_byte().is_none() => Ok(Event::End),
            None => Err(self.fail(Problem::TrailingText)),
        }
    }

    /// In an array, whether there is one more element, whose value comes next; otherwise the array has ended.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_element(&mut self) -> Result<bool, SyntaxError> {
        match (self.next_byte(), self.due) {
            (Some(b']'), _) => return Ok(self.close()),
            (_, Due::FirstElement) => {}
            (Some(b','), _) => self.at += 1,
            _ => return Err(self.fail(Problem::ExpectedCommaOrEnd)),
        }
        self.due = Due::Value;
        self.count().map(|()| true)
    }

    /// Goes to the key of the next entry; where there is none, behind the object.
    #[inline(always)]
    pub(super) fn begins_key(&mut self) -> Result<bool, SyntaxError> {
        let mut next = self.next_byte();
        match (next, self.due) {
            (Some(b'}'), _) => return Ok(self.close()),
            (_, Due::FirstKey) => self.count()?,
            (Some(b','), Due::Separator) => {
                self.at += 1;
                self.count()?;
                next = self.next_byte();
            }
            _ => return Err(self.fail(Problem::ExpectedCommaOrEnd)),
        }
        match next {
            Some(b'"') => Ok(true),
            Some(b'}') => Err(self.fail(Problem::TrailingComma)),
            _ => Err(self.fail(Problem::ExpectedKey)),
        }
    }

    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let key = self.string()?;
        self.due = Due::Colon;
        Ok(key)
    }

    /// Goes behind the colon between a key and its value.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), SyntaxError> {
        if self.next_byte() != Some(b':') {
            return Err(self.fail(Problem::ExpectedColon));
        }
        self.at += 1;
        self.due = Due::Value;
        Ok(())
    }

    /// Counts one more element or entry.
    #[inline]
    fn count(&mut self) -> Result<(), SyntaxError> {
        let too_many = || self.fail(Problem::TooManyElements { limit: self.limits.elements });
        self.elements_left = self.elements_left.checked_sub(1).ok_or_else(too_many)?;
        Ok(())
    }

    fn value(&mut self) -> Result<Event<'a>, SyntaxError> {
        let event = match self.next_byte() {
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b'"') => Event::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Event::Number(self.number()?),
            Some(b'n') => self.word("null", Event::Null)?,
            Some(b't') => self.word("true", Event::Bool(true))?,
            Some(b'f') => self.word("false", Event::Bool(false))?,
            Some(b']') if self.open.innermost() == Some(false) => {
                return Err(self.fail(Problem::TrailingComma));
            }
            _ => return Err(self.fail(Problem::ExpectedValue)),
        };
        self.due = Due::Separator;
        Ok(event)
    }

    #[inline]
    pub(super) fn open(&mut self, object: bool) -> Result<Event<'a>, SyntaxError> {
        if self.open.depth == self.limits.depth {
            return Err(self.fail(Problem::TooDeep { limit: self.limits.depth }));
        }
        self.at += 1;
        self.open.push(object);
        self.due = if object { Due::FirstKey } else { Due::FirstElement };
        Ok(if object { Event::BeginObject } else { Event::BeginArray })
    }

    /// Goes behind an array or object: nothing more comes in it.
    fn close(&mut self) -> bool {
        self.at += 1;
        self.due = Due::Separator;
        self.open.pop();
        false
    }

    fn word(&mut self, word: &str, event: Event<'a>) -> Result<Event<'a>, SyntaxError> {
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(self.fail(Problem::ExpectedValue));
        }
        self.at += word.len();
        Ok(event)
    }

    fn number(&mut self) -> Result<&'a str, SyntaxError> {
        let length = number_length(&self.text.as_bytes()[self.at..]);
        self.at += length.ok_or_else(|| self.fail(Problem::InvalidNumber))?;
        Ok(&self.text[self.start..self.at])
    }

    /// The byte behind space, where the next event begins. Most bodies have no space.
    #[inline]
    pub(super) fn next_byte(&mut self) -> Option<u8> {
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.pass_space();
        }
        self.start = self.at;
        self.peek()
    }

    fn pass_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is wrong at the next byte; where there is none, only that is.
    #[cold]
    pub(super) fn fail(&self, problem: Problem) -> SyntaxError {
        self.fail_at(self.at, if self.peek().is_some() { problem } else { Problem::UnexpectedEnd })
    }

    pub(super) fn fail_at(&self, offset: usize, problem: Problem) -> SyntaxError {
        SyntaxError { offset, problem }
    }
}

/// The brackets that are open: for each, whether it is an object's.
#[derive(Clone, Debug, Default)]
struct Brackets {
    depth: usize,
    /// The first 64, the innermost in the lowest bit: few texts have more, and these take no memory of their own.
    near: u64,
    /// Those behind them.
    far: Vec<bool>,
}

impl Brackets {
    fn innermost(&self) -> Option<bool> {
        match self.depth {
            0 => None,
            1..=64 => Some(self.near & 1 == 1),
            _ => self.far.last().copied(),
        }
    }

    fn push(&mut self, object: bool) {
        if self.depth < 64 {
            self.near = self.near << 1 | u64::from(object);
        } else {
            self.far.push(object);
        }
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth < 64 {
            self.near >>= 1;
        } else {
            self.far.pop();
        }
    }
}
