//! Values from and to JSON text.

use super::super::codec::body;
use super::defaults::Defaults;
use super::error::ReadError;
use super::read::{FromWire, Mode, from_bytes};
use super::write::{ToWire, to_bytes};

/// Reads a value from a JSON text. An empty text counts as `{}`, since bodies may be empty.
///
/// # Errors
///
/// The text is not JSON; a value is of a wrong kind; or, in strict mode, something required is missing.
pub fn from_json<T: FromWire>(text: &str, mode: Mode) -> Result<T, ReadError> {
    from_bytes(text.as_bytes(), mode)
}

/// Writes a value as compact JSON text.
///
/// The text holds everything that the value does, secrets among it, in clear: it is for the wire, not for logs.
pub fn to_json<T: ToWire>(value: &T) -> String {
    body::text(to_bytes(value, Defaults::Omitted))
}
