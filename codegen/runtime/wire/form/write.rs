//! Writing values into a form: what is absent left out.

use std::fmt;

use super::super::codec::form::{FormWriter, Place};
use super::super::smithy::{Document, TimestampFormat};
use super::defaults::{Defaults, Tokens};
use super::names::Names;
use super::options::{Lists, WriteOptions};

/// A value that can be written to the wire.
pub trait ToWire {
    /// Writes the value, whole.
    fn write(&self, out: &mut Writer);
}

/// Where values are written to: one form that grows. `Debug` shows only its length.
pub struct Writer {
    form: FormWriter,
    /// How the timestamps of the member that is being written are to look.
    timestamps: TimestampFormat,
    /// What the collections in it call what they hold, the outermost first.
    names: &'static [Names],
    options: WriteOptions,
    /// The member for which there was no idempotency token.
    token_missed: Option<&'static str>,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.form.length())
    }
}

impl Writer {
    /// Starts an empty form.
    pub(crate) fn new(options: WriteOptions) -> Self {
        let form = FormWriter::default();
        Self { form, timestamps: TimestampFormat::DateTime, names: &[], options, token_missed: None }
    }

    /// The finished form.
    ///
    /// # Errors
    ///
    /// A required idempotency token is not set and there is none to take: the name of its member.
    pub(crate) fn finish(self) -> Result<Vec<u8>, &'static str> {
        self.token_missed.map_or_else(|| Ok(self.form.into_bytes()), Err)
    }

    /// How timestamps are to be written here.
    pub(super) fn timestamp_format(&self) -> TimestampFormat {
        self.timestamps
    }

    /// Writes a text, or what stands as one.
    pub fn string(&mut self, text: &str) {
        self.form.value(text);
    }

    /// Writes a number as it is formatted.
    pub fn number(&mut self, number: fmt::Arguments<'_>) {
        self.form.value(&number.to_string());
    }

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        members(&mut ObjectWriter { out: self, timestamps: TimestampFormat::DateTime, names: &[] });
    }

    /// Writes an array with the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        let (names, inner) = self.next_names();
        let element = match (names, self.options.lists) {
            (Some(Names::List(name)), _) => Some(name),
            (Some(Names::FlatList), _) | (_, Lists::Flat) => None,
            (_, Lists::Wrapped) => Some("member"),
        };
        let count = self.numbered(element, |out| {
            let mut array = ArrayWriter { out, inner, count: 0 };
            elements(&mut array);
            array.count
        });
        if count == 0 && self.options.lists == Lists::Wrapped {
            self.form.value("");
        }
    }

    /// Writes a map with the entries that `entries` writes.
    pub fn map(&mut self, entries: impl FnOnce(&mut MapWriter<'_>)) {
        let (names, inner) = self.next_names();
        let (entry, key, value) = match names {
            Some(Names::Map(key, value)) => (Some("entry"), key, value),
            Some(Names::FlatMap(key, value)) => (None, key, value),
            Some(Names::List(_) | Names::FlatList) | None => (Some("entry"), "key", "value"),
        };
        self.numbered(entry, |out| entries(&mut MapWriter { out, inner, key, value, count: 0 }));
    }

    /// What the next collection calls what it holds, and the names for those in it.
    fn next_names(&self) -> (Option<Names>, &'static [Names]) {
        self.names.split_first().map_or((None, &[]), |(first, rest)| (Some(*first), rest))
    }

    /// Writes what is numbered, below a name if it has one.
    fn numbered<T>(&mut self, name: Option<&str>, write: impl FnOnce(&mut Self) -> T) -> T {
        let place = name.map(|name| self.form.enter(name));
        let written = write(self);
        place.into_iter().for_each(|place| self.form.leave(place));
        written
    }

    /// Goes into the element or entry of this number; nothing that was written before it changes the names in it.
    fn enter_number(&mut self, number: usize, inner: &'static [Names]) -> Place {
        self.names = inner;
        self.form.enter(&number.to_string())
    }

    /// Writes a value that is a part of what is being written.
    pub(crate) fn part<T: ToWire + ?Sized>(&mut self, name: &str, value: &T) {
        let place = self.form.enter(name);
        value.write(self);
        self.form.leave(place);
    }
}

/// Writes the members of one object.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    out: &'a mut Writer,
    /// How the timestamps of the next field are to look.
    timestamps: TimestampFormat,
    /// What the collections in the next field call what they hold.
    names: &'static [Names],
}

impl ObjectWriter<'_> {
    /// Sets the format of the timestamps in the next field, and in that one only; otherwise they are `date-time`.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.timestamps = format;
        self
    }

    /// Sets what the collections in the next field call what they hold, the outermost first; otherwise it is the usual.
    pub fn names(&mut self, names: &'static [Names]) -> &mut Self {
        self.names = names;
        self
    }

    /// Writes a member of a structure or union.
    pub fn field<T: ToWire>(&mut self, name: &str, value: &T) {
        self.out.timestamps = std::mem::replace(&mut self.timestamps, TimestampFormat::DateTime);
        self.out.names = std::mem::take(&mut self.names);
        self.out.part(name, value);
    }

    /// Writes a member that may be absent: then nothing is written.
    pub fn optional<T: ToWire>(&mut self, name: &str, value: &Option<T>) {
        match value {
            Some(value) => self.field(name, value),
            None => (self.timestamps, self.names) = (TimestampFormat::DateTime, &[]),
        }
    }

    /// Writes a member that may be absent: then its default, if defaults are written.
    pub fn optional_or<T: ToWire>(&mut self, name: &str, value: &Option<T>, default: fn() -> T) {
        match (value, self.out.options.defaults) {
            (None, Defaults::Client | Defaults::Server) => self.field(name, &default()),
            (value, _) => self.optional(name, value),
        }
    }

    /// Writes an idempotency token: a new one where a request has none.
    pub fn token(&mut self, name: &str, value: &Option<String>) {
        let new = |tokens: &Tokens| value.is_none().then(|| tokens());
        match self.out.options.tokens.as_ref().and_then(new) {
            Some(token) => self.field(name, &token),
            None => self.optional(name, value),
        }
    }

    /// Writes a member that a union does not know.
    pub fn unknown_member(&mut self, name: &str, value: &Document) {
        self.field(name, value);
    }

    /// Writes an idempotency token that a service demands.
    pub fn required_token(&mut self, name: &'static str, value: &Option<String>) {
        if value.is_none() && self.out.options.tokens.is_none() {
            self.out.token_missed.get_or_insert(name);
        }
        self.token(name, value);
    }
}

/// Writes the elements of one array.
#[derive(Debug)]
pub struct ArrayWriter<'a> {
    out: &'a mut Writer,
    inner: &'static [Names],
    count: usize,
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: ToWire>(&mut self, value: &T) {
        self.count += 1;
        let place = self.out.enter_number(self.count, self.inner);
        value.write(self.out);
        self.out.form.leave(place);
    }
}

/// Writes the entries of one map.
#[derive(Debug)]
pub struct MapWriter<'a> {
    out: &'a mut Writer,
    inner: &'static [Names],
    key: &'static str,
    value: &'static str,
    count: usize,
}

impl MapWriter<'_> {
    /// Writes one more entry.
    pub fn entry<T: ToWire>(&mut self, key: &str, value: &T) {
        self.count += 1;
        let place = self.out.enter_number(self.count, self.inner);
        self.out.part(self.key, key);
        self.out.part(self.value, value);
        self.out.form.leave(place);
    }
}
