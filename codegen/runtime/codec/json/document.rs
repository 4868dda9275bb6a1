//! Documents as JSON text.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::super::super::smithy::{Document, Number};
use super::{Event, JsonWriter, Parser, SyntaxError};

impl Document {
    /// Reads a JSON text (RFC 8259). Where an object repeats a key, its last value counts.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or nests deeper than [`MAX_DEPTH`](super::MAX_DEPTH) levels.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let mut parser = Parser::new(text);
        let event = parser.next_event()?;
        let document = Self::of_event(&mut parser, event)?;
        // Only the end of the text can follow; anything else is an error of the parser.
        parser.next_event()?;
        Ok(document)
    }

    /// Reads the value that begins with `event`. The parser bounds how deep this goes.
    pub(crate) fn of_event(parser: &mut Parser<'_>, event: Event<'_>) -> Result<Self, SyntaxError> {
        Ok(match event {
            Event::Bool(value) => Self::Bool(value),
            Event::Number(text) => Self::Number(Number::from_parsed(text)),
            Event::String(text) => Self::String(text.into_owned()),
            Event::BeginArray => Self::Array(elements(parser)?),
            Event::BeginObject => Self::Object(entries(parser)?),
            // The others but `null` never begin a value.
            Event::Null | Event::EndArray | Event::Key(_) | Event::EndObject | Event::End => Self::Null,
        })
    }

    /// The value as compact JSON text.
    pub fn to_json(&self) -> String {
        let mut out = JsonWriter::default();
        out.document(self);
        out.into_text()
    }
}

fn elements(parser: &mut Parser<'_>) -> Result<Vec<Document>, SyntaxError> {
    let mut elements = Vec::new();
    loop {
        match parser.next_event()? {
            Event::EndArray => return Ok(elements),
            event => elements.push(Document::of_event(parser, event)?),
        }
    }
}

fn entries(parser: &mut Parser<'_>) -> Result<BTreeMap<String, Document>, SyntaxError> {
    let mut entries = BTreeMap::new();
    while let Event::Key(key) = parser.next_event()? {
        let event = parser.next_event()?;
        entries.insert(key.into_owned(), Document::of_event(parser, event)?);
    }
    Ok(entries)
}

impl FromStr for Document {
    type Err = SyntaxError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl JsonWriter {
    /// Writes a document, whole.
    pub(crate) fn document(&mut self, document: &Document) {
        match document {
            Document::Null => self.null(),
            Document::Bool(value) => self.boolean(*value),
            Document::Number(number) => self.number(format_args!("{number}")),
            Document::String(text) => self.string(text),
            Document::Array(elements) => {
                self.begin_array();
                for element in elements {
                    self.separate();
                    self.document(element);
                }
                self.end_array();
            }
            Document::Object(entries) => {
                self.begin_object();
                for (key, value) in entries {
                    self.key(key);
                    self.document(value);
                }
                self.end_object();
            }
        }
    }
}
