//! Writing values into a form: what is absent left out.

use std::fmt;

use super::super::codec::form::FormWriter;
use super::super::smithy::{Document, TimestampFormat};
use super::defaults::{Defaults, Tokens};
use super::layout::{Layout, Place};
use super::options::{Lists, WriteOptions};
use super::{Hints, held};

/// A value that can be written to the wire.
pub trait ToWire {
    /// Writes the value, whole.
    fn write(&self, out: &mut Writer);
}

/// Where values are written to: one form that grows. `Debug` shows only its length.
pub struct Writer {
    form: FormWriter,
    /// How the member that is being written is to look.
    hints: Hints,
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
        Self { form: FormWriter::default(), hints: Hints::default(), options, token_missed: None }
    }

    /// The finished form.
    ///
    /// # Errors
    ///
    /// A required idempotency token is not set and there is none to take: the name of its member.
    pub(crate) fn finish(self) -> Result<Vec<u8>, &'static str> {
        self.token_missed.map_or_else(|| Ok(self.form.into_bytes()), Err)
    }

    /// Writes a parameter that is no member.
    pub(crate) fn parameter(&mut self, name: &str, value: &str) {
        self.part(name, |out| out.string(value));
    }

    /// The syntax of what is written, how timestamps are to be written here, and whether numbers of any size are strings.
    pub(crate) fn body(&mut self) -> (&mut FormWriter, TimestampFormat, bool) {
        (&mut self.form, self.hints.timestamps, false)
    }

    /// Whether marks of numbers are wanted, which forms have none of.
    pub fn marks_numbers(&self) -> bool {
        false
    }

    /// Writes the mark of a number if it is wanted; whether it was written.
    pub fn marks_number(&mut self, _: &str) -> bool {
        false
    }

    /// Writes nothing, which stands for what a sparse collection lacks.
    pub fn null(&mut self) {}

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.form.value(if value { "true" } else { "false" });
    }

    /// Writes a number as it is formatted.
    pub fn number(&mut self, number: fmt::Arguments<'_>) {
        self.form.number(number);
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        self.form.value(text);
    }

    /// Writes a document, as a member of a union that the model does not know may hold one.
    pub(super) fn document(&mut self, document: &Document) {
        match document {
            Document::Null => self.null(),
            Document::Bool(value) => self.boolean(*value),
            Document::Number(number) => self.string(number.as_str()),
            Document::String(text) => self.string(text),
            Document::Array(elements) => {
                self.array(|out| elements.iter().for_each(|value| out.next(|out| out.document(value))));
            }
            Document::Object(members) => {
                self.object(|out| members.iter().for_each(|(name, value)| out.unknown_member(name, value)));
            }
        }
    }

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        let hints = self.hints;
        members(&mut ObjectWriter { out: self, next: Hints::default(), hints, entries: 0 });
    }

    /// Writes an array with the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        let (hints, lists) = (self.hints, self.options.lists);
        let is_flat = hints.layout.place == Place::Flattened || lists == Lists::Flat;
        let write = |out: &mut Self| {
            let mut array = ArrayWriter { out, hints, elements: 0 };
            elements(&mut array);
            array.elements
        };
        let count = if is_flat { write(self) } else { self.part(hints.layout.element, write) };
        if count == 0 && lists == Lists::Wrapped {
            self.form.value("");
        }
    }

    /// Writes what stands under a name in what is being written.
    fn part<T>(&mut self, name: &str, write: impl FnOnce(&mut Self) -> T) -> T {
        let place = self.form.enter(name);
        let written = write(self);
        self.form.leave(place);
        written
    }

    /// Writes what a collection that looks so holds.
    fn held<T: ToWire>(&mut self, hints: Hints, value: &T) {
        self.hints = held(hints);
        value.write(self);
        self.hints = hints;
    }
}

/// Writes the members of one object.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    out: &'a mut Writer,
    /// How the next field is to look.
    next: Hints,
    /// How the object looks, where it is a map.
    hints: Hints,
    entries: usize,
}

impl ObjectWriter<'_> {
    /// Sets the format of the timestamps in the next field, and in that one only; otherwise they are `date-time`.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.next.timestamps = format;
        self
    }

    /// Sets how the next field looks, and that one only.
    pub fn layout(&mut self, layout: &'static Layout) -> &mut Self {
        self.next.layout = layout;
        self
    }

    /// Writes a member of a structure or union.
    pub fn field<T: ToWire>(&mut self, name: &'static str, value: &T) {
        self.out.hints = std::mem::take(&mut self.next);
        self.out.part(name, |out| value.write(out));
    }

    /// Writes a member that may be absent: then nothing is written.
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

    /// Writes an idempotency token: a new one where a request has none.
    pub fn token(&mut self, name: &'static str, value: &Option<String>) {
        let new = |tokens: &Tokens| value.is_none().then(|| tokens());
        let new = self.out.options.tokens.as_ref().and_then(new);
        new.iter().chain(value).for_each(|token| self.out.parameter(name, token));
    }

    /// Writes an idempotency token that a service demands.
    pub fn required_token(&mut self, name: &'static str, value: &Option<String>) {
        if value.is_none() && self.out.options.tokens.is_none() {
            self.out.token_missed.get_or_insert(name);
        }
        self.token(name, value);
    }

    /// Writes a member that a union does not know; nothing where it stands for a union that is missing.
    pub fn unknown_member(&mut self, name: &str, value: &Document) {
        if !name.is_empty() {
            self.out.hints = Hints::default();
            self.out.part(name, |out| out.document(value));
        }
    }

    /// Writes a value in the place of the object.
    pub(crate) fn whole<T: ToWire>(&mut self, value: &T) {
        value.write(self.out);
    }

    /// Writes an entry of a map; its key may be any text.
    pub fn entry<T: ToWire>(&mut self, key: &str, value: &T) {
        self.entries += 1;
        let (hints, number) = (self.hints, self.entries.to_string());
        let write = |out: &mut Writer| {
            out.parameter(hints.layout.key, key);
            out.part(hints.layout.value, |out| out.held(hints, value));
        };
        match hints.layout.place {
            Place::Flattened => self.out.part(&number, write),
            Place::Element | Place::Attribute => {
                self.out.part("entry", |out| out.part(&number, write));
            }
        }
    }
}

/// Writes the elements of one array.
#[derive(Debug)]
pub struct ArrayWriter<'a> {
    out: &'a mut Writer,
    /// How the array looks.
    hints: Hints,
    elements: usize,
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: ToWire>(&mut self, value: &T) {
        let hints = self.hints;
        self.next(|out| out.held(hints, value));
    }

    fn next(&mut self, write: impl FnOnce(&mut Writer)) {
        self.elements += 1;
        self.out.part(&self.elements.to_string(), write);
    }
}
