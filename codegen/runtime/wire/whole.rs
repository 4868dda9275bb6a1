//! Messages that are one value in the body as a whole.

use super::super::codec::Limits;
use super::super::codec::body::{self, Parser};
use super::super::smithy::Document;
use super::headers::Headers;
pub(crate) use super::read::FromWire as FromMessage;
use super::read::{Mode, Reader};
pub(crate) use super::write::ToWire as ToMessage;

/// Reads what can be read of an error that was answered, as a client does.
pub(crate) fn read_error<T: FromMessage>(_: u16, _: &Headers, body: &[u8]) -> T {
    match Parser::of_body(body, Limits::default()) {
        Ok(parser) => T::read(&mut Reader::new(parser, Mode::Lenient)),
        Err(_) => T::error_corrected_default(),
    }
}

/// Reads what can be read of an error whose body is a document.
pub(crate) fn read_error_document<T: FromMessage>(_: u16, _: &Headers, document: &Document) -> T {
    match Parser::of_document(&body::of_document(document)) {
        Ok(parser) => T::read(&mut Reader::new(parser, Mode::Lenient)),
        Err(_) => T::error_corrected_default(),
    }
}
