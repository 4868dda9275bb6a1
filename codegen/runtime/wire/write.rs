//! Writing values as JSON text: compact, in UTF-8, what is absent left out.

use std::fmt;
use std::fmt::Write as _;

use super::super::smithy::{Document, TimestampFormat};
use super::json::{self, SyntaxError};

/// A value that can be written as JSON.
pub trait Write {
    /// Writes the value, whole.
    fn write(&self, out: &mut Writer);
}

/// Writes a value as compact JSON text.
///
/// The text holds everything that the value does, secrets among it, in clear: it is for the wire, not for logs.
pub fn to_json<T: Write>(value: &T) -> String {
    let mut out = Writer::new();
    value.write(&mut out);
    out.into_json()
}

/// Writes a value as a document.
///
/// # Errors
///
/// The value nests deeper than [`json::MAX_DEPTH`] levels.
pub fn to_document(value: &dyn Write) -> Result<Document, SyntaxError> {
    let mut out = Writer::new();
    value.write(&mut out);
    Document::parse(&out.text)
}

/// Where values are written to: one JSON text that grows. `Debug` shows only its length.
#[derive(Clone, Default)]
pub struct Writer {
    text: String,
    /// How the timestamps of the member that is being written are to look.
    timestamps: TimestampFormat,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.text.len())
    }
}

impl Writer {
    /// Starts an empty text, with room for a usual request.
    pub fn new() -> Self {
        Self { text: String::with_capacity(512), timestamps: TimestampFormat::default() }
    }

    /// The finished text.
    pub fn into_json(self) -> String {
        self.text
    }

    /// How timestamps are to be written here.
    pub fn timestamp_format(&self) -> TimestampFormat {
        self.timestamps
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a number as it is formatted; the caller sees to it that it follows JSON's grammar.
    pub fn number(&mut self, number: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(number);
    }

    /// Writes a string in quotes, with what JSON demands escaped and everything else as it is.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        loop {
            let (plain, special) = rest.split_at(json::plain_length(rest.as_bytes()));
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

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.text.push('{');
        members(&mut ObjectWriter { out: self, empty: true, next: TimestampFormat::default() });
        self.text.push('}');
    }

    /// Writes an array with the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        self.text.push('[');
        elements(&mut ArrayWriter { out: self, empty: true });
        self.text.push(']');
    }
}

/// Writes the members of one object.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    out: &'a mut Writer,
    empty: bool,
    /// How the timestamps of the next field are to look.
    next: TimestampFormat,
}

impl ObjectWriter<'_> {
    /// Sets the format of the timestamps in the next field, and in that one only; otherwise they are
    /// `epoch-seconds`.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.next = format;
        self
    }

    /// Writes a member of a structure or union. Its name must be one that needs no escapes, as all names of
    /// Smithy members are.
    pub fn field<T: Write>(&mut self, name: &'static str, value: &T) {
        self.begin(name);
        value.write(self.out);
    }

    /// Writes a member that may be absent: then nothing is written, not even `null`.
    pub fn optional<T: Write>(&mut self, name: &'static str, value: &Option<T>) {
        match value {
            Some(value) => self.field(name, value),
            None => self.next = TimestampFormat::default(),
        }
    }

    /// Writes an entry of a map; its key may be any text. Timestamps look as they do around the map.
    pub fn entry<T: Write>(&mut self, key: &str, value: &T) {
        self.separate();
        self.out.string(key);
        self.out.text.push(':');
        value.write(self.out);
    }

    fn begin(&mut self, name: &'static str) {
        self.separate();
        self.out.timestamps = std::mem::take(&mut self.next);
        self.out.text.push('"');
        self.out.text.push_str(name);
        self.out.text.push_str("\":");
    }

    fn separate(&mut self) {
        if !std::mem::take(&mut self.empty) {
            self.out.text.push(',');
        }
    }
}

/// Writes the elements of one array.
#[derive(Debug)]
pub struct ArrayWriter<'a> {
    out: &'a mut Writer,
    empty: bool,
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: Write>(&mut self, value: &T) {
        if !std::mem::take(&mut self.empty) {
            self.out.text.push(',');
        }
        value.write(self.out);
    }
}
