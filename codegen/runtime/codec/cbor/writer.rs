//! The writer: CBOR that grows.

use std::fmt;

use super::head::{BREAK, Major};

/// CBOR that grows. Arrays and maps have no length and must be closed as they were opened. `Debug` shows only its
/// length.
#[derive(Clone, Default)]
pub(crate) struct CborWriter {
    bytes: Vec<u8>,
}

impl fmt::Debug for CborWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CborWriter({} bytes)", self.bytes.len())
    }
}

impl CborWriter {
    /// Starts with nothing, with room for so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes) }
    }

    /// How many bytes are written so far.
    pub(crate) fn length(&self) -> usize {
        self.bytes.len()
    }

    /// The finished bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Writes the head of a data item, as short as it can be.
    pub(super) fn head(&mut self, major: Major, argument: u64) {
        let major = (major as u8) << 5;
        let bytes = argument.to_be_bytes();
        let (info, length) = match argument {
            0..=23 => (bytes[7], 0),
            24..=0xFF => (24, 1),
            0x100..=0xFFFF => (25, 2),
            0x1_0000..=0xFFFF_FFFF => (26, 4),
            _ => (27, 8),
        };
        self.bytes.push(major | info);
        self.bytes.extend_from_slice(&bytes[8 - length..]);
    }

    /// Writes `null`.
    pub(crate) fn null(&mut self) {
        self.head(Major::Simple, 22);
    }

    /// Writes `true` or `false`.
    pub(crate) fn boolean(&mut self, value: bool) {
        self.head(Major::Simple, 20 + u64::from(value));
    }

    /// Writes a number, which must be formatted by JSON's grammar.
    pub(crate) fn number(&mut self, number: fmt::Arguments<'_>) {
        let text = number.to_string();
        match text.parse::<f64>() {
            Ok(value) if format!("{value:?}") == text || text == "-0" => self.double(value),
            _ if text.contains(['.', 'e', 'E']) => self.decimal(&text),
            _ => self.whole(&text),
        }
    }

    /// Writes an integer.
    pub(crate) fn integer(&mut self, value: i64) {
        let size = if value < 0 { !value } else { value };
        self.head(if value < 0 { Major::Negative } else { Major::Unsigned }, size.unsigned_abs());
    }

    /// Writes a 64-bit float, in 32 bits where that loses nothing.
    pub(crate) fn double(&mut self, value: f64) {
        let single = value as f32;
        if f64::from(single) == value || value.is_nan() {
            return self.float(single);
        }
        self.bytes.push(0xFB);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }

    /// Writes a 32-bit float; few read floats of 16 bits.
    pub(crate) fn float(&mut self, value: f32) {
        self.bytes.push(0xFA);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }

    /// Writes a text string.
    pub(crate) fn string(&mut self, text: &str) {
        self.head(Major::Text, text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Writes a byte string.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.head(Major::Bytes, bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    /// Opens a map.
    pub(crate) fn begin_object(&mut self) {
        self.bytes.push(0xBF);
    }

    /// Closes a map.
    pub(crate) fn end_object(&mut self) {
        self.bytes.push(BREAK);
    }

    /// Opens an array.
    pub(crate) fn begin_array(&mut self) {
        self.bytes.push(0x9F);
    }

    /// Closes an array.
    pub(crate) fn end_array(&mut self) {
        self.bytes.push(BREAK);
    }

    /// Begins an entry of a map with its key.
    pub(crate) fn key(&mut self, key: &str) {
        self.string(key);
    }

    /// Begins an entry of a map with its key.
    pub(crate) fn plain_key(&mut self, key: &'static str) {
        self.string(key);
    }

    /// Begins an element of an array.
    pub(crate) fn separate(&mut self) {}
}
