//! Messages whose members are bound to parts of HTTP.

use super::super::super::codec::body;
use super::super::super::smithy::{Document, Unit};
use super::super::headers::Headers;
use super::super::read::Mode;
use super::error_body;
use super::reader::{MessageReader, MessageSource};
use super::writer::MessageWriter;

/// What a message can be made of: the input, the output or an error of an operation.
pub trait ToMessage {
    /// Writes each member at its place.
    fn write_message(&self, out: &mut MessageWriter);
}

/// What a message can be read as.
pub trait FromMessage: Sized {
    /// Reads each member at its place. What does not fit is noted in the reader, which then fails as a whole.
    fn read_message(message: &mut MessageReader<'_>) -> Self;
}

impl ToMessage for Unit {
    fn write_message(&self, _: &mut MessageWriter) {}
}

impl FromMessage for Unit {
    fn read_message(_: &mut MessageReader<'_>) -> Self {
        Self
    }
}

/// Reads what can be read of an error that was answered, as a client does.
pub fn read_error<T: FromMessage>(status: u16, headers: &Headers, body: &[u8]) -> T {
    let source = MessageSource::response(status, headers, error_body(body));
    T::read_message(&mut MessageReader::new(source, Mode::Lenient))
}

/// Reads what can be read of an error whose body is a document.
pub fn read_error_document<T: FromMessage>(status: u16, headers: &Headers, document: &Document) -> T {
    read_error(status, headers, &body::of_document(document))
}
