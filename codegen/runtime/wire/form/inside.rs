//! Reading values that stand somewhere inside the XML of a response.

use super::super::codec::Limits;
use super::super::codec::body::{self, Event, Parser};
use super::super::smithy::Document;
use super::error::ReadError;
use super::headers::Headers;
use super::read::{FromWire, Mode, Reader};

pub(crate) use super::read::FromWire as FromMessage;

/// What an error must be able to be made into: nothing, for clients alone speak the protocol.
pub trait ToMessage {}

impl<T: ?Sized> ToMessage for T {}

/// Reads the output of a call as a client does: the outermost element, or the one of this name in it.
///
/// # Errors
///
/// The body is not XML, or a value is of a wrong kind.
pub(crate) fn read_output<T: FromWire>(body: &[u8], name: Option<&str>) -> Result<T, ReadError> {
    let mut reader = Reader::new(Parser::of_body(body, Limits::default())?, Mode::Lenient);
    let value = match name {
        Some(name) => reader.inside(name),
        None => T::read(&mut reader),
    };
    reader.finish()?;
    Ok(value)
}

/// Reads what can be read of an error that was answered, as a client does.
pub(crate) fn read_error<T: FromWire>(_: u16, _: &Headers, body: &[u8]) -> T {
    match Parser::of_body(body, Limits::default()) {
        Ok(parser) => Reader::new(parser, Mode::Lenient).inside("Error"),
        Err(_) => T::error_corrected_default(),
    }
}

/// Reads what can be read of an error that is a document.
pub(crate) fn read_error_document<T: FromWire>(_: u16, _: &Headers, document: &Document) -> T {
    match Parser::of_document(&body::of_document(document)) {
        Ok(parser) => T::read(&mut Reader::new(parser, Mode::Lenient)),
        Err(_) => T::error_corrected_default(),
    }
}

impl Reader<'_> {
    /// Reads the first element of a name that is looked for; those of ec2Query's errors stand one step deeper.
    fn inside<T: FromWire>(&mut self, wanted: &str) -> T {
        let mut value = None;
        if self.begin(Parser::begin_object) == Event::BeginObject {
            while let Some(name) = self.next_key() {
                match &*name {
                    name if value.is_none() && name == wanted => value = Some(T::read(self)),
                    "Errors" if value.is_none() => value = Some(self.inside(wanted)),
                    _ => self.skip(),
                }
            }
        }
        value.unwrap_or_else(T::error_corrected_default)
    }
}
