//! Writing values: compact, what is absent left out.

use std::fmt;

use super::super::codec::body::{self, BodyWriter, SyntaxError};
use super::super::smithy::Document;
use super::Hints;
use super::defaults::{Defaults, Tokens};
use super::numbers::{NUMBER_MARK, is_carried, marked};
use super::options::WriteOptions;

/// A value that can be written to the wire.
pub trait ToWire {
    /// Writes the value, whole.
    #[doc(hidden)]
    fn write(&self, out: &mut Writer);
}

/// Writes a value as the bytes of a body, with defaults in the place of members that are not set.
pub fn to_bytes<T: ToWire + ?Sized>(value: &T, defaults: Defaults) -> Vec<u8> {
    let options = WriteOptions { defaults, ..WriteOptions::PLAIN };
    let mut out = Writer { options, ..Writer::new() };
    out.whole(value);
    out.into_bytes()
}

/// Writes a value as a document.
///
/// # Errors
///
/// The value nests deeper than the usual [limit](super::Limits).
pub fn to_document<T: ToWire + ?Sized>(value: &T) -> Result<Document, SyntaxError> {
    body::document(&to_bytes(value, Defaults::Omitted))
}

/// Writes a value as a document with a mark for each number that serde cannot carry.
///
/// # Errors
///
/// The value nests deeper than the usual [limit](super::Limits).
#[doc(hidden)]
pub fn to_marked_document<T: ToWire + ?Sized>(value: &T) -> Result<Document, SyntaxError> {
    let mut out = Writer { numbers: Numbers::Marked, ..Writer::new() };
    out.whole(value);
    body::document(&out.into_bytes())
}

/// Where values are written to: one body that grows. `Debug` shows only its length.
#[derive(Clone, Default)]
pub struct Writer {
    pub(super) body: BodyWriter,
    /// How the member that is being written is to look.
    pub(super) hints: Hints,
    pub(super) options: WriteOptions,
    /// The member for which there was no idempotency token.
    pub(super) token_missed: Option<&'static str>,
    numbers: Numbers,
}

/// How numbers of any size and precision are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Numbers {
    /// As they are.
    #[default]
    Plain,
    /// Those that serde cannot carry, as an object with their text under [`NUMBER_MARK`].
    Marked,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.body.length())
    }
}

impl Writer {
    /// Starts an empty text, with room for a usual request.
    pub fn new() -> Self {
        Self {
            body: BodyWriter::with_capacity(512),
            hints: Hints::default(),
            options: WriteOptions::PLAIN,
            token_missed: None,
            numbers: Numbers::default(),
        }
    }

    /// The finished body.
    pub fn into_bytes(self) -> Vec<u8> {
        self.body.into_bytes()
    }

    /// Whether marks of numbers are wanted.
    pub(super) fn marks_numbers(&self) -> bool {
        self.numbers == Numbers::Marked
    }

    /// Writes the mark of a number, given as JSON writes it, if serde cannot carry it and marks are wanted; whether it
    /// was written.
    pub fn marks_number(&mut self, text: &str) -> bool {
        let marks = self.marks_numbers() && !is_carried(text);
        if marks {
            self.object(|out| out.entry(NUMBER_MARK, &text.to_owned()));
        }
        marks
    }

    /// Writes a document.
    pub(super) fn document(&mut self, document: &Document) {
        match self.numbers {
            Numbers::Plain => self.body.document(document),
            Numbers::Marked => self.body.document(&marked(document)),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.body.null();
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.body.boolean(value);
    }

    /// Writes a number as it is formatted; the caller sees to it that it follows JSON's grammar.
    pub fn number(&mut self, number: fmt::Arguments<'_>) {
        self.body.number(number);
    }

    /// Writes a string in quotes, with what JSON demands escaped and everything else as it is.
    pub fn string(&mut self, text: &str) {
        self.body.string(text);
    }
}

/// Writes the members of one object.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    pub(super) out: &'a mut Writer,
    /// How the next field is to look.
    pub(super) next: Hints,
}

impl ObjectWriter<'_> {
    /// Writes a member that may be absent: then nothing is written, not even `null`.
    pub fn optional<T: ToWire>(&mut self, name: &'static str, value: &Option<T>) {
        match value {
            Some(value) => self.field(name, value),
            None => self.next = Hints::default(),
        }
    }

    /// Writes a member that may be absent: then its default, if defaults are written.
    pub fn optional_or<T: ToWire>(&mut self, name: &'static str, value: &Option<T>, default: fn() -> T) {
        match (value, self.out.options.defaults) {
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
        match (value, self.out.options.defaults) {
            (None, Defaults::Server) => self.field(name, &default()),
            (value, _) => self.optional(name, value),
        }
    }

    /// Writes an idempotency token: a new one where a request has none.
    pub fn token(&mut self, name: &'static str, value: &Option<String>) {
        let new = |tokens: &Tokens| value.is_none().then(|| tokens());
        match self.out.options.tokens.as_ref().and_then(new) {
            Some(token) => self.field(name, &token),
            None => self.optional(name, value),
        }
    }

    /// Writes an idempotency token that a service demands.
    pub fn required_token(&mut self, name: &'static str, value: &Option<String>) {
        if value.is_none() && self.out.options.tokens.is_none() {
            self.out.token_missed.get_or_insert(name);
        }
        self.token(name, value);
    }

    /// Writes the members of a value that is an object.
    pub(super) fn members_of<T: ToWire>(&mut self, value: &T) {
        if let Ok(Document::Object(members)) = to_document(value) {
            members.iter().for_each(|(name, value)| self.unknown_member(name, value));
        }
    }
}

/// Writes the elements of one array.
#[derive(Debug)]
pub struct ArrayWriter<'a> {
    pub(super) out: &'a mut Writer,
}
