//! JSON as the codec of a crate: what its bodies are made of and made into.

use std::borrow::Cow;

use super::super::super::smithy::Document;
use super::super::Limits;
use super::parser::Due;
use super::{Event, Parser, Problem, SyntaxError};

impl<'a> Parser<'a> {
    /// Starts at the beginning of a body; nothing but space counts as `{}`, since bodies may be empty.
    ///
    /// # Errors
    ///
    /// The body is larger than the limit, or not UTF-8.
    pub(crate) fn of_body(bytes: &'a [u8], limits: Limits) -> Result<Self, SyntaxError> {
        if bytes.len() > limits.size {
            return Err(SyntaxError {
                offset: limits.size,
                problem: Problem::TooLarge { limit: limits.size },
            });
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| SyntaxError { offset: error.valid_up_to(), problem: Problem::InvalidUtf8 })?;
        let empty = text.trim_matches([' ', '\t', '\n', '\r']).is_empty();
        Ok(Self::with_limits(if empty { "{}" } else { text }, limits))
    }

    /// Starts at the beginning of what [`of_document`] wrote.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::of_body`].
    pub(crate) fn of_document(bytes: &'a [u8]) -> Result<Self, SyntaxError> {
        Self::of_body(bytes, Limits::default())
    }

    /// A text that has ended.
    pub(crate) fn empty() -> Self {
        Self::new("")
    }

    /// Takes the next step, where an object should begin.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    #[inline]
    pub(crate) fn begin_object(&mut self) -> Result<Event<'a>, SyntaxError> {
        if self.due == Due::Value && self.next_byte() == Some(b'{') {
            return self.open(true);
        }
        self.next_event()
    }

    /// Takes the next step, where an array should begin.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn begin_array(&mut self) -> Result<Event<'a>, SyntaxError> {
        self.next_event()
    }

    /// In an object, the key of the next entry, whose value comes next; nothing where the object has ended.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    #[inline]
    pub(crate) fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, SyntaxError> {
        if !self.begins_key()? {
            return Ok(None);
        }
        let key = self.string()?;
        self.colon()?;
        Ok(Some(key))
    }

    /// Takes the next value if it is `null`.
    pub(crate) fn takes_null(&mut self) -> bool {
        let is_null = self.due == Due::Value
            && self.next_byte() == Some(b'n')
            && self.text.as_bytes()[self.at..].starts_with(b"null");
        if is_null {
            self.at += 4;
            self.due = Due::Separator;
        }
        is_null
    }

    /// Takes the next value if it is a string in which nothing is escaped, as most are; otherwise nothing is taken.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    #[inline]
    pub(crate) fn takes_text(&mut self) -> Result<Option<&'a str>, SyntaxError> {
        if self.due != Due::Value || self.next_byte() != Some(b'"') {
            return Ok(None);
        }
        let text = self.plain();
        if text.is_some() {
            self.due = Due::Separator;
        }
        Ok(text)
    }

    /// Where the last event began, in bytes.
    pub(crate) fn position(&self) -> usize {
        self.span().start
    }

    /// Passes over the rest of the value that `event` begins.
    ///
    /// # Errors
    ///
    /// The first place at which the text is not JSON.
    pub(crate) fn skip(&mut self, event: &Event<'_>) -> Result<(), SyntaxError> {
        let mut depth = usize::from(matches!(event, Event::BeginArray | Event::BeginObject));
        while depth > 0 {
            match self.next_event()? {
                Event::BeginArray | Event::BeginObject => depth += 1,
                Event::EndArray | Event::EndObject => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }
}

/// What a body is by itself.
pub(crate) type Text = String;

/// A body by itself.
pub(crate) fn text(bytes: Vec<u8>) -> Text {
    String::from_utf8(bytes).unwrap_or_default()
}

/// The bytes of a body that holds a document.
pub(crate) fn of_document(document: &Document) -> Vec<u8> {
    document.to_json().into_bytes()
}

/// What a body holds.
///
/// # Errors
///
/// The body is not JSON.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, SyntaxError> {
    Document::parse(&String::from_utf8_lossy(bytes))
}
