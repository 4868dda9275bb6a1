//! Documents from JSON text.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::super::super::smithy::{Document, Number};
use super::{Event, Parser, SyntaxError};

impl Document {
    /// Reads a JSON text (RFC 8259). Where an object repeats a key, its last value counts.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or nests deeper than [`MAX_DEPTH`](super::MAX_DEPTH) levels.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let mut parser = Parser::new(text);
        let event = parser.next_event()?;
        let document = read_document(&mut parser, event)?;
        // Only the end of the text can follow; anything else is an error of the parser.
        parser.next_event()?;
        Ok(document)
    }
}

/// Reads the value that begins with `event`. The parser bounds how deep this goes.
///
/// # Errors
///
/// The first place at which the text is not JSON.
pub(crate) fn read_document(parser: &mut Parser<'_>, event: Event<'_>) -> Result<Document, SyntaxError> {
    Ok(match event {
        Event::Bool(value) => Document::Bool(value),
        Event::Number(text) => Document::Number(Number::from_parsed(text)),
        Event::String(text) => Document::String(text.into_owned()),
        Event::BeginArray => Document::Array(elements(parser)?),
        Event::BeginObject => Document::Object(entries(parser)?),
        // The others but `null` never begin a value.
        Event::Null | Event::EndArray | Event::Key(_) | Event::EndObject | Event::End => Document::Null,
    })
}

fn elements(parser: &mut Parser<'_>) -> Result<Vec<Document>, SyntaxError> {
    let mut elements = Vec::new();
    loop {
        match parser.next_event()? {
            Event::EndArray => return Ok(elements),
            event => elements.push(read_document(parser, event)?),
        }
    }
}

fn entries(parser: &mut Parser<'_>) -> Result<BTreeMap<String, Document>, SyntaxError> {
    let mut entries = BTreeMap::new();
    while let Event::Key(key) = parser.next_event()? {
        let event = parser.next_event()?;
        entries.insert(key.into_owned(), read_document(parser, event)?);
    }
    Ok(entries)
}

impl FromStr for Document {
    type Err = SyntaxError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}
