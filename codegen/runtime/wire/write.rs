//! Writing values as JSON text: compact, in UTF-8, what is absent left out.

use std::fmt;

use super::super::codec::json::{JsonWriter, SyntaxError};
use super::super::smithy::{Document, TimestampFormat};

/// A value that can be written as JSON.
pub trait ToWire {
    /// Writes the value, whole.
    fn write(&self, out: &mut Writer);
}

/// Writes a value as compact JSON text.
///
/// The text holds everything that the value does, secrets among it, in clear: it is for the wire, not for logs.
pub fn to_json<T: ToWire>(value: &T) -> String {
    let mut out = Writer::new();
    value.write(&mut out);
    out.into_json()
}

/// Writes a value as a document.
///
/// # Errors
///
/// The value nests deeper than [`MAX_DEPTH`](super::json::MAX_DEPTH) levels.
pub fn to_document(value: &dyn ToWire) -> Result<Document, SyntaxError> {
    to_document_with_defaults(value, Defaults::Omitted)
}

/// Writes a value as a document, with defaults in the place of members that are not set.
pub(crate) fn to_document_with_defaults(
    value: &dyn ToWire,
    defaults: Defaults,
) -> Result<Document, SyntaxError> {
    let mut out = Writer { defaults, ..Writer::new() };
    value.write(&mut out);
    Document::parse(out.json.as_text())
}

/// Writes a value as compact JSON text, with defaults in the place of members that are not set.
pub fn to_json_with_defaults<T: ToWire>(value: &T, defaults: Defaults) -> String {
    let mut out = Writer { defaults, ..Writer::new() };
    value.write(&mut out);
    out.into_json()
}

/// For which members that are not set their defaults are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Defaults {
    /// For none: what is not set is absent.
    #[default]
    Omitted,
    /// For those that Smithy has clients send: not for members of an operation's input itself, nor for those that are
    /// optional for clients.
    Client,
    /// For all, as a server answers.
    Server,
}

/// Where values are written to: one JSON text that grows. `Debug` shows only its length.
#[derive(Clone, Default)]
pub struct Writer {
    json: JsonWriter,
    /// How the timestamps of the member that is being written are to look.
    timestamps: TimestampFormat,
    defaults: Defaults,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.json.as_text().len())
    }
}

impl Writer {
    /// Starts an empty text, with room for a usual request.
    pub fn new() -> Self {
        Self {
            json: JsonWriter::with_capacity(512),
            timestamps: TimestampFormat::default(),
            defaults: Defaults::default(),
        }
    }

    /// The finished text.
    pub fn into_json(self) -> String {
        self.json.into_text()
    }

    /// How timestamps are to be written here.
    pub fn timestamp_format(&self) -> TimestampFormat {
        self.timestamps
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.json.null();
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.json.boolean(value);
    }

    /// Writes a number as it is formatted; the caller sees to it that it follows JSON's grammar.
    pub fn number(&mut self, number: fmt::Arguments<'_>) {
        self.json.number(number);
    }

    /// Writes a string in quotes, with what JSON demands escaped and everything else as it is.
    pub fn string(&mut self, text: &str) {
        self.json.string(text);
    }

    /// Writes a document.
    pub(super) fn document(&mut self, document: &Document) {
        self.json.document(document);
    }

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.json.begin_object();
        members(&mut ObjectWriter { out: self, next: TimestampFormat::default() });
        self.json.end_object();
    }

    /// Writes an array with the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        self.json.begin_array();
        elements(&mut ArrayWriter { out: self });
        self.json.end_array();
    }
}

/// Writes the members of one object.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    out: &'a mut Writer,
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
    pub fn field<T: ToWire>(&mut self, name: &'static str, value: &T) {
        self.out.timestamps = std::mem::take(&mut self.next);
        self.out.json.plain_key(name);
        value.write(self.out);
    }

    /// Writes a member that may be absent: then nothing is written, not even `null`.
    pub fn optional<T: ToWire>(&mut self, name: &'static str, value: &Option<T>) {
        match value {
            Some(value) => self.field(name, value),
            None => self.next = TimestampFormat::default(),
        }
    }

    /// Writes a member that may be absent: then its default, if defaults are written.
    pub fn optional_or<T: ToWire>(&mut self, name: &'static str, value: &Option<T>, default: fn() -> T) {
        match (value, self.out.defaults) {
            (None, Defaults::Client | Defaults::Server) => self.field(name, &default()),
            (value, _) => self.optional(name, value),
        }
    }

    /// Writes a member that may be absent: then its default, if a server writes.
    pub fn optional_or_served<T: ToWire>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
        default: fn() -> T,
    ) {
        match (value, self.out.defaults) {
            (None, Defaults::Server) => self.field(name, &default()),
            (value, _) => self.optional(name, value),
        }
    }

    /// Writes a member that a union does not know; nothing where it stands for a union that is missing.
    pub fn unknown_member(&mut self, name: &str, value: &Document) {
        if !name.is_empty() || !value.is_null() {
            self.entry(name, value);
        }
    }

    /// Writes an entry of a map; its key may be any text. Timestamps look as they do around the map.
    pub fn entry<T: ToWire>(&mut self, key: &str, value: &T) {
        self.out.json.key(key);
        value.write(self.out);
    }
}

/// Writes the elements of one array.
#[derive(Debug)]
pub struct ArrayWriter<'a> {
    out: &'a mut Writer,
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: ToWire>(&mut self, value: &T) {
        self.out.json.separate();
        value.write(self.out);
    }
}
