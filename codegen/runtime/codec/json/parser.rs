//! The parser: one event at a time, each with its place.

use std::borrow::Cow;

use super::super::super::smithy::number_length;
use super::error::{Problem, SyntaxError};
use super::plain::plain_length;

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
enum Due {
    Value,
    FirstElement,
    FirstKey,
    Key,
    Colon,
    Separator,
}

/// Walks through one JSON text; [`Parser::next_event`] is the whole of it.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    text: &'a str,
    /// Where the next byte to look at stands.
    at: usize,
    /// Where the last event began.
    start: usize,
    due: Due,
    /// For each open bracket, whether it is an object's.
    open: Vec<bool>,
    max_depth: usize,
}

impl<'a> Parser<'a> {
    /// Starts at the beginning of `text`, with the depth bounded by [`MAX_DEPTH`].
    pub fn new(text: &'a str) -> Self {
        Self::with_max_depth(text, MAX_DEPTH)
    }

    /// Starts at the beginning of `text`, with the depth bounded by `max_depth` levels.
    pub fn with_max_depth(text: &'a str, max_depth: usize) -> Self {
        Self { text, at: 0, start: 0, due: Due::Value, open: Vec::new(), max_depth }
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
        self.skip_space();
        self.start = self.at;
        match self.due {
            Due::Value => self.value(),
            Due::FirstElement if self.peek() == Some(b']') => Ok(self.close()),
            Due::FirstElement => self.value(),
            Due::FirstKey if self.peek() == Some(b'}') => Ok(self.close()),
            Due::FirstKey | Due::Key => self.key(),
            Due::Colon => self.member_value(),
            Due::Separator => self.separator(),
        }
    }

    fn member_value(&mut self) -> Result<Event<'a>, SyntaxError> {
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(self.fail(Problem::ExpectedColon)),
            None => return Err(self.fail(Problem::UnexpectedEnd)),
        }
        self.due = Due::Value;
        self.next_event()
    }

    fn separator(&mut self) -> Result<Event<'a>, SyntaxError> {
        let Some(&in_object) = self.open.last() else {
            let ended = self.peek().is_none().then_some(Event::End);
            return ended.ok_or_else(|| self.fail(Problem::TrailingText));
        };
        match (self.peek(), in_object) {
            (Some(b'}'), true) | (Some(b']'), false) => Ok(self.close()),
            (Some(b','), _) => {
                self.at += 1;
                self.due = if in_object { Due::Key } else { Due::Value };
                self.next_event()
            }
            (None, _) => Err(self.fail(Problem::UnexpectedEnd)),
            _ => Err(self.fail(Problem::ExpectedCommaOrEnd)),
        }
    }

    fn value(&mut self) -> Result<Event<'a>, SyntaxError> {
        let event = match self.peek() {
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b'"') => Event::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Event::Number(self.number()?),
            Some(b'n') => self.word("null", Event::Null)?,
            Some(b't') => self.word("true", Event::Bool(true))?,
            Some(b'f') => self.word("false", Event::Bool(false))?,
            Some(b']') if self.open.last() == Some(&false) => return Err(self.fail(Problem::TrailingComma)),
            Some(_) => return Err(self.fail(Problem::ExpectedValue)),
            None => return Err(self.fail(Problem::UnexpectedEnd)),
        };
        self.due = Due::Separator;
        Ok(event)
    }

    fn key(&mut self) -> Result<Event<'a>, SyntaxError> {
        match self.peek() {
            Some(b'"') => {}
            Some(b'}') => return Err(self.fail(Problem::TrailingComma)),
            Some(_) => return Err(self.fail(Problem::ExpectedKey)),
            None => return Err(self.fail(Problem::UnexpectedEnd)),
        }
        let key = self.string()?;
        self.due = Due::Colon;
        Ok(Event::Key(key))
    }

    fn open(&mut self, object: bool) -> Result<Event<'a>, SyntaxError> {
        if self.open.len() == self.max_depth {
            return Err(self.fail(Problem::TooDeep { limit: self.max_depth }));
        }
        self.at += 1;
        self.open.push(object);
        self.due = if object { Due::FirstKey } else { Due::FirstElement };
        Ok(if object { Event::BeginObject } else { Event::BeginArray })
    }

    fn close(&mut self) -> Event<'a> {
        self.at += 1;
        self.due = Due::Separator;
        if self.open.pop() == Some(true) { Event::EndObject } else { Event::EndArray }
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

    /// Reads a string from its opening quote; borrows it where nothing is escaped.
    fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.at += 1;
        let mut owned: Option<String> = None;
        loop {
            let plain = self.plain_run();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match owned {
                        Some(text) => Cow::Owned(text + plain),
                        None => Cow::Borrowed(plain),
                    });
                }
                Some(b'\\') => {
                    let text = owned.get_or_insert_default();
                    text.push_str(plain);
                    text.push(self.escape()?);
                }
                Some(_) => return Err(self.fail(Problem::ControlCharacter)),
                None => return Err(self.fail(Problem::UnexpectedEnd)),
            }
        }
    }

    /// The characters up to the next quote, backslash or control character.
    fn plain_run(&mut self) -> &'a str {
        let from = self.at;
        self.at += plain_length(&self.text.as_bytes()[from..]);
        &self.text[from..self.at]
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

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fail(&self, problem: Problem) -> SyntaxError {
        self.fail_at(self.at, problem)
    }

    fn fail_at(&self, offset: usize, problem: Problem) -> SyntaxError {
        SyntaxError { offset, problem }
    }
}
