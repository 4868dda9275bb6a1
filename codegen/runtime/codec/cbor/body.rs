//! CBOR as the codec of a crate: what its bodies are made of and made into.

use super::super::super::smithy::Document;
use super::{CborWriter, Event, Parser, SyntaxError, read_document};

impl<'a> Parser<'a> {
    /// Takes the next step, where an object should begin.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn begin_object(&mut self) -> Result<Event<'a>, SyntaxError> {
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
}

/// What a body is by itself.
pub(crate) type Text = Vec<u8>;

/// A body by itself.
pub(crate) fn text(bytes: Vec<u8>) -> Text {
    bytes
}

/// The bytes from which [`Parser::of_document`] reads a document: no body, for numbers are byte strings of their texts, so
/// that they keep every digit and are told from what CBOR has.
pub(crate) fn of_document(document: &Document) -> Vec<u8> {
    let mut out = CborWriter::default();
    out.write_document(document, &mut |out, number| out.bytes(number.as_str().as_bytes()));
    out.into_bytes()
}

/// What a body holds.
///
/// # Errors
///
/// The body is not CBOR.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, SyntaxError> {
    let mut parser = Parser::new(bytes);
    let event = parser.next_event()?;
    let document = read_document(&mut parser, event)?;
    // Only the end of the bytes can follow; anything else is an error of the parser.
    parser.next_event()?;
    Ok(document)
}
