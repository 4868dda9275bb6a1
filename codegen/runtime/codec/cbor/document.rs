//! Documents in CBOR. What JSON has no value for is what the awsJson protocols have for it: bytes are base64 texts,
//! points in time numbers of seconds, floats without a number their names.

use std::collections::BTreeMap;

use super::super::super::smithy::{Blob, Document, Number};
use super::error::SyntaxError;
use super::{CborWriter, Event, Parser};

/// Reads the value that begins with `event`. The parser bounds how deep this goes.
///
/// # Errors
///
/// The first place at which the bytes are not CBOR.
pub(crate) fn read_document(parser: &mut Parser<'_>, event: Event<'_>) -> Result<Document, SyntaxError> {
    Ok(match event {
        Event::Bool(value) => Document::Bool(value),
        Event::Unsigned(value) => Document::from(value),
        Event::Negative(size) => Document::Number(Number::from(-1 - i128::from(size))),
        Event::EpochInteger(value) => Document::from(value),
        Event::Float(value) | Event::EpochFloat(value) => Document::from(value),
        Event::Number(text) => Document::Number(Number::from_parsed(&text)),
        Event::Bytes(bytes) => Document::String(Blob::new(&*bytes).to_base64()),
        Event::String(text) | Event::OfDocument(text) => Document::String(text.into_owned()),
        Event::BeginArray => Document::Array(elements(parser)?),
        Event::BeginObject => Document::Object(entries(parser)?),
        // The others but these two never begin a value.
        Event::Null | Event::Simple(_) | Event::EndArray | Event::Key(_) | Event::EndObject | Event::End => {
            Document::Null
        }
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

impl CborWriter {
    /// Writes a document, whole.
    pub(crate) fn document(&mut self, document: &Document) {
        self.write_document(document, &mut |out, number| out.number(format_args!("{number}")));
    }

    /// Writes a document, its numbers as `number` writes them.
    pub(super) fn write_document(&mut self, document: &Document, number: &mut dyn FnMut(&mut Self, &Number)) {
        match document {
            Document::Null => self.null(),
            Document::Bool(value) => self.boolean(*value),
            Document::Number(value) => number(self, value),
            Document::String(text) => self.string(text),
            Document::Array(elements) => {
                self.begin_array();
                elements.iter().for_each(|element| self.write_document(element, number));
                self.end_array();
            }
            Document::Object(entries) => {
                self.begin_object();
                for (key, value) in entries {
                    self.key(key);
                    self.write_document(value, number);
                }
                self.end_object();
            }
        }
    }
}
