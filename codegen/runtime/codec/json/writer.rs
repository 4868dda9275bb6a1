//! The writer: compact JSON text that grows.

use std::fmt;
use std::fmt::Write as _;

use super::super::super::smithy::{non_finite, push_integer};
use super::plain::plain_length;

/// A JSON text that grows. It sets the commas; brackets must be closed as they were opened. `Debug` shows only its
/// length.
#[derive(Clone, Default)]
pub(crate) struct JsonWriter {
    text: String,
    /// Whether an element or entry stands before the next one.
    follows: bool,
}

impl fmt::Debug for JsonWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonWriter({} bytes)", self.text.len())
    }
}

impl JsonWriter {
    /// Starts an empty text, with room for so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), follows: false }
    }

    /// How many bytes are written so far.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// The finished text as bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// The finished text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Writes `null`.
    pub(crate) fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes `true` or `false`.
    pub(crate) fn boolean(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a number as it is formatted, which must follow JSON's grammar.
    pub(crate) fn number(&mut self, number: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(number);
    }

    /// Writes an integer.
    pub(crate) fn integer(&mut self, value: i64) {
        push_integer(&mut self.text, value);
    }

    /// Writes a 64-bit float.
    pub(crate) fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.number(format_args!("{value:?}"))
        } else {
            self.string(non_finite(value))
        }
    }

    /// Writes a 32-bit float.
    pub(crate) fn float(&mut self, value: f32) {
        if value.is_finite() { self.number(format_args!("{value:?}")) } else { self.double(value.into()) }
    }

    /// Writes a string in quotes, with what JSON demands escaped and everything else as it is.
    pub(crate) fn string(&mut self, text: &str) {
        self.text.reserve(text.len() + 2);
        self.text.push('"');
        let mut rest = text;
        loop {
            let (plain, special) = rest.split_at(plain_length(rest.as_bytes()));
            self.text.push_str(plain);
            let Some(&byte) = special.as_bytes().first() else {
                break;
            };
            self.escape(byte);
            rest = &special[1..];
        }
        self.text.push('"');
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.text.push_str("\\\""),
            b'\\' => self.text.push_str("\\\\"),
            b'\n' => self.text.push_str("\\n"),
            b'\r' => self.text.push_str("\\r"),
            b'\t' => self.text.push_str("\\t"),
            _ => self.number(format_args!("\\u{byte:04x}")),
        }
    }

    /// Opens an object.
    pub(crate) fn begin_object(&mut self) {
        self.begin('{');
    }

    /// Closes an object.
    pub(crate) fn end_object(&mut self) {
        self.end('}');
    }

    /// Opens an array.
    pub(crate) fn begin_array(&mut self) {
        self.begin('[');
    }

    /// Closes an array.
    pub(crate) fn end_array(&mut self) {
        self.end(']');
    }

    /// Begins an entry of an object with its key, which may be any text.
    pub(crate) fn key(&mut self, key: &str) {
        self.separate();
        self.string(key);
        self.text.push(':');
    }

    /// Begins an entry of an object with a key that needs no escapes.
    pub(crate) fn plain_key(&mut self, key: &'static str) {
        self.text.reserve(key.len() + 4);
        self.separate();
        self.text.push('"');
        self.text.push_str(key);
        self.text.push_str("\":");
    }

    /// Begins an element of an array.
    pub(crate) fn separate(&mut self) {
        if std::mem::replace(&mut self.follows, true) {
            self.text.push(',');
        }
    }

    fn begin(&mut self, bracket: char) {
        self.text.push(bracket);
        self.follows = false;
    }

    fn end(&mut self, bracket: char) {
        self.text.push(bracket);
        self.follows = true;
    }
}
