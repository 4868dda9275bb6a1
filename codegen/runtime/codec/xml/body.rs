//! XML as the codec of a crate: what its bodies are made of and made into.

use std::borrow::Cow;

use super::super::super::smithy::Document;
use super::super::Limits;
use super::parser::Due;
use super::{Event, Parser, Problem, SyntaxError, XmlWriter, read_document};

impl<'a> Parser<'a> {
    /// Starts at the beginning of a body; nothing but space counts as an empty element, since bodies may be empty.
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
        Ok(Self::with_limits(if text.trim_ascii().is_empty() { "<_/>" } else { text }, limits))
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
        Self { due: Due::Child, ..Self::new("") }
    }

    /// Goes into the next value, which is taken for more elements whatever it holds.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn begin_object(&mut self) -> Result<Event<'a>, SyntaxError> {
        if self.due == Due::Root {
            self.root()?;
        }
        if self.due != Due::Value {
            return self.next_event();
        }
        self.due = Due::Child;
        Ok(Event::BeginObject)
    }

    /// Goes into the next value, which is taken for the elements of a list whatever it holds.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn begin_array(&mut self) -> Result<Event<'a>, SyntaxError> {
        let event = self.begin_object()?;
        Ok(if event == Event::BeginObject { Event::BeginArray } else { event })
    }

    /// In a list, whether there is one more element, whatever its name, whose value comes next.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_element(&mut self) -> Result<bool, SyntaxError> {
        self.child().map(|name| name.is_some())
    }

    /// The name of the next element, whose value comes next; nothing at the end of the one that is open.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, SyntaxError> {
        Ok(self.child()?.map(Cow::Borrowed))
    }

    /// Goes to the next element if it has this name.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn next_named(&mut self, name: &str) -> Result<bool, SyntaxError> {
        let before = self.clone();
        let is_named = self.child()? == Some(name);
        if !is_named {
            *self = before;
        }
        Ok(is_named)
    }

    /// Where the last event began, in bytes.
    pub(crate) fn position(&self) -> usize {
        self.start
    }
}

/// The bytes of a body that holds a document.
pub(crate) fn of_document(document: &Document) -> Vec<u8> {
    let mut out = XmlWriter::default();
    out.element("_", document);
    out.into_bytes()
}

/// What a body holds.
///
/// # Errors
///
/// The body is not XML.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, SyntaxError> {
    let mut parser = Parser::of_body(bytes, Limits::default())?;
    let event = parser.next_event()?;
    let document = read_document(&mut parser, event)?;
    // Only the end of the text can follow; anything else is an error of the parser.
    parser.next_event()?;
    Ok(document)
}
