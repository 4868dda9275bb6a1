//! Reading values strictly, with all that is missing in them.

use super::super::codec::Limits;
use super::super::codec::body::Parser;
use super::super::report::Report;
use super::error::ReadError;
use super::read::{FromWire, Mode, read};

/// Reads a value strictly, with all that is missing in it.
pub(crate) fn gather<T: FromWire>(bytes: &[u8]) -> Result<(T, Report), ReadError> {
    read(Parser::of_body(bytes, Limits::default())?, Mode::Strict)
}
