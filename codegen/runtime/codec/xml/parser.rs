//! The parser: one event at a time, each with its place.

use std::borrow::Cow;

use super::super::Limits;
use super::error::{Problem, SyntaxError};

/// One step through an XML text, in the order of the text. A value is what an element holds: a text, or more elements.
/// The outermost element is the value that the whole text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The whole text of an element that holds no elements, empty where it holds nothing.
    String(Cow<'a, str>),
    /// Elements follow that are those of a list.
    BeginArray,
    /// Elements follow, whose names are keys.
    BeginObject,
    /// The name of the next element without its prefix; what it holds follows.
    Key(&'a str),
    /// The end of an element that holds elements.
    EndObject,
    /// The end of the text, after one whole element.
    End,
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// The outermost element.
    Root,
    /// What an element holds, behind its start.
    Value,
    /// The next element in another one, or the end of that.
    Child,
    /// The value of an attribute, before the elements of the one that has it.
    Attribute,
}

/// Walks through one XML text; [`Parser::next_event`] is the whole of it.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    pub(super) text: &'a str,
    /// Where the next byte to look at stands.
    pub(super) at: usize,
    /// Where the last event began.
    pub(super) start: usize,
    pub(super) due: Due,
    /// The names of the elements that are open, as they are written.
    pub(super) open: Vec<&'a str>,
    /// The attributes of the element that was opened last, as they are written.
    pub(super) attributes: &'a str,
    /// The value of the attribute that is read next.
    pub(super) attribute: Cow<'a, str>,
    /// Whether that element has ended with its start.
    pub(super) is_closed: bool,
    pub(super) limits: Limits,
    /// How many more elements there may be.
    pub(super) elements_left: usize,
}

impl<'a> Parser<'a> {
    /// Starts at the beginning of `text`, within the usual limits.
    pub fn new(text: &'a str) -> Self {
        Self::with_limits(text, Limits::default())
    }

    /// Starts at the beginning of `text`, within other limits.
    pub fn with_limits(text: &'a str, limits: Limits) -> Self {
        Self {
            text,
            at: 0,
            start: 0,
            due: Due::Root,
            open: Vec::new(),
            attributes: "",
            attribute: Cow::Borrowed(""),
            is_closed: false,
            limits,
            elements_left: limits.elements,
        }
    }

    /// The bytes at which the last event begins and ends.
    pub fn span(&self) -> std::ops::Range<usize> {
        self.start..self.at
    }

    /// Takes the next step. After [`Event::End`] it answers [`Event::End`] again.
    ///
    /// # Errors
    ///
    /// The first place at which the text is not XML; reading cannot go on after it.
    pub fn next_event(&mut self) -> Result<Event<'a>, SyntaxError> {
        if self.due == Due::Root {
            self.root()?;
        }
        match self.due {
            Due::Value => self.value(),
            Due::Attribute => {
                self.due = Due::Child;
                Ok(Event::String(std::mem::take(&mut self.attribute)))
            }
            _ if self.open.is_empty() => self.end(),
            _ => Ok(self.child()?.map_or(Event::EndObject, Event::Key)),
        }
    }

    /// Goes to the next element in the one that is open, and gives its name; at the end of that, goes behind it.
    pub(super) fn child(&mut self) -> Result<Option<&'a str>, SyntaxError> {
        if std::mem::take(&mut self.is_closed) {
            self.due = Due::Child;
            self.open.pop();
            return Ok(None);
        }
        loop {
            // Text between elements says nothing.
            self.at += self.text[self.at..].find('<').unwrap_or(self.text.len() - self.at);
            self.start = self.at;
            match self.byte_at(1) {
                Some(b'/') => return self.end_tag().map(|()| None),
                Some(b'!') if self.follows("<![CDATA[") => self.character_data().map(|_| ())?,
                Some(b'!' | b'?') => self.pass_over()?,
                Some(_) => {
                    self.due = Due::Value;
                    return self.start_tag().map(Some);
                }
                None => return Err(self.ends_early()),
            }
        }
    }

    /// Whether the text goes on with this.
    pub(super) fn follows(&self, text: &str) -> bool {
        self.text.as_bytes()[self.at..].starts_with(text.as_bytes())
    }

    /// The byte so far behind the next one.
    pub(super) fn byte_at(&self, distance: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + distance).copied()
    }

    pub(super) fn ends_early(&self) -> SyntaxError {
        self.fail_at(self.text.len(), Problem::UnexpectedEnd)
    }

    pub(super) fn fail(&self, problem: Problem) -> SyntaxError {
        self.fail_at(self.at, problem)
    }

    pub(super) fn fail_at(&self, offset: usize, problem: Problem) -> SyntaxError {
        SyntaxError { offset, problem }
    }
}
