//! Structures: reading and writing them member by member.

use std::collections::BTreeMap;
use std::fmt;

use super::super::smithy::Document;
use super::read::{FromWire, Mode, Reader};
use super::write::{ObjectWriter, ToWire, Writer, to_document};

/// A structure: a value that is an object on the wire.
///
/// Whoever implements this gets [`ToWire`] and [`FromWire`] with it.
pub trait Structure: Sized {
    /// Writes each member in turn.
    fn write_members(&self, out: &mut ObjectWriter<'_>);

    /// Reads each member in turn.
    fn read_members(object: &mut ObjectReader<'_>) -> Self;

    /// Writes the whole value.
    #[doc(hidden)]
    fn write_object(&self, out: &mut Writer) {
        out.object(|out| self.write_members(out));
    }

    /// Reads the whole value.
    #[doc(hidden)]
    fn read_object(value: Document, reader: &mut Reader) -> Self {
        Self::read_members(&mut reader.object(value))
    }

    /// The value without members, the required ones corrected.
    #[doc(hidden)]
    fn error_corrected_object() -> Self {
        Self::read_members(&mut ObjectReader::stand_in(&mut Reader::new(Mode::Lenient)))
    }
}

impl<T: Structure> ToWire for T {
    fn write(&self, out: &mut Writer) {
        self.write_object(out);
    }
}

impl<T: Structure> FromWire for T {
    fn read(value: Document, reader: &mut Reader) -> Self {
        T::read_object(value, reader)
    }

    fn error_corrected_default() -> Self {
        T::error_corrected_object()
    }
}

/// A box is written and read as what it holds, unions among it.
///
/// `ToWire` and `FromWire` cannot say so themselves: other crates may implement `Structure` for boxes of their types.
impl<T: ToWire + FromWire> Structure for Box<T> {
    fn write_members(&self, out: &mut ObjectWriter<'_>) {
        if let Ok(Document::Object(members)) = to_document(&**self) {
            for (name, value) in &members {
                out.entry(name, value);
            }
        }
    }

    fn read_members(object: &mut ObjectReader<'_>) -> Self {
        let members = std::mem::take(&mut object.members);
        Self::new(T::read(Document::Object(members), object.reader))
    }

    fn write_object(&self, out: &mut Writer) {
        (**self).write(out);
    }

    fn read_object(value: Document, reader: &mut Reader) -> Self {
        Self::new(T::read(value, reader))
    }

    fn error_corrected_object() -> Self {
        Self::new(T::error_corrected_default())
    }
}

/// Reads the members of one object. `Debug` does not show them.
pub struct ObjectReader<'a> {
    reader: &'a mut Reader,
    members: BTreeMap<String, Document>,
    /// Whether the next member is sensitive.
    sensitive: bool,
    /// Whether this stands in for an object that is not there, so that nothing more is to be reported.
    stand_in: bool,
}

impl fmt::Debug for ObjectReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectReader").field("reader", &self.reader).finish_non_exhaustive()
    }
}

impl<'a> ObjectReader<'a> {
    pub(super) fn new(reader: &'a mut Reader, members: BTreeMap<String, Document>) -> Self {
        Self { reader, members, sensitive: false, stand_in: false }
    }

    /// An object without members that reports nothing.
    pub(super) fn stand_in(reader: &'a mut Reader) -> Self {
        Self { reader, members: BTreeMap::new(), sensitive: false, stand_in: true }
    }

    /// Marks the next member as sensitive: no error will show a key of it.
    pub fn sensitive(&mut self) -> &mut Self {
        self.sensitive = true;
        self
    }

    /// Reads a required member. `name` is its name on the wire, `field` that of the Rust field.
    pub fn required<T: FromWire>(&mut self, name: &'static str, field: &'static str) -> T {
        match self.enter(name) {
            Some(value) => self.read(value),
            None => {
                self.missing(field);
                T::error_corrected_default()
            }
        }
    }

    /// Reads an optional member: nothing if it is absent or `null`.
    pub fn optional<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        match self.enter(name) {
            Some(value) => Some(self.read(value)),
            None => {
                self.reader.leave();
                None
            }
        }
    }

    /// Reads a required member that has a default.
    pub fn required_or<T: FromWire>(&mut self, name: &'static str, default: fn() -> T) -> T {
        self.optional(name).unwrap_or_else(default)
    }

    /// Reads an optional member that has a default.
    pub fn optional_or<T: FromWire>(&mut self, name: &'static str, default: fn() -> T) -> Option<T> {
        Some(self.required_or(name, default))
    }

    /// Reads a member that a service requires, and that a client takes as optional.
    pub fn client_optional<T: FromWire>(&mut self, name: &'static str, field: &'static str) -> Option<T> {
        match self.enter(name) {
            Some(value) => Some(self.read(value)),
            None => {
                self.missing(field);
                None
            }
        }
    }

    /// Reads a member that has a default for a service, and that a client takes as optional.
    pub fn client_optional_or<T: FromWire>(&mut self, name: &'static str, default: fn() -> T) -> Option<T> {
        match self.reader.mode() {
            Mode::Lenient => self.optional(name),
            Mode::Strict => self.optional_or(name, default),
        }
    }

    /// Goes into a member and takes its value, unless it is absent or `null`.
    fn enter(&mut self, name: &'static str) -> Option<Document> {
        let sensitive = std::mem::take(&mut self.sensitive);
        self.reader.enter_member(name, sensitive);
        self.members.remove(name).filter(|value| !value.is_null())
    }

    fn read<T: FromWire>(&mut self, value: Document) -> T {
        let value = T::read(value, self.reader);
        self.reader.leave();
        value
    }

    fn missing(&mut self, field: &'static str) {
        if !self.stand_in {
            self.reader.missing(Some(field));
        }
        self.reader.leave();
    }
}
