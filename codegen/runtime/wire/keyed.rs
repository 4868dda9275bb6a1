//! Members, maps and lists where values stand under keys, as in JSON and CBOR.

use std::collections::BTreeMap;

use super::super::codec::body::{BodyWriter, Event, Parser};
use super::super::smithy::{Document, TimestampFormat};
use super::map_key::MapKey;
use super::read::{FromWire, Mode, Reader};
use super::write::{ArrayWriter, ObjectWriter, ToWire, Writer};

/// How a member looks: what its timestamps are.
pub(crate) type Hints = TimestampFormat;

/// How the elements of a list look that looks so.
pub(super) fn held(hints: Hints) -> Hints {
    hints
}

impl Reader<'_> {
    /// Sets the format of the timestamps in the next member, and in that one only; otherwise they are `epoch-seconds`.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.hints[1] = format;
        self
    }

    /// The one format that timestamps must have here, if they must.
    pub fn demanded_format(&self) -> Option<TimestampFormat> {
        (self.mode() == Mode::Strict).then_some(self.hints[0])
    }

    /// Reads the entries of a map; `null` values that it must not hold are left out.
    pub(super) fn map<K: MapKey, T: FromWire>(&mut self) -> BTreeMap<K, T> {
        let event = self.begin(Parser::begin_object);
        if event != Event::BeginObject {
            self.mismatch_of("an object", &event);
            return BTreeMap::new();
        }
        let mut map = BTreeMap::new();
        while let Some(key) = self.next_key() {
            self.steps.enter_key(key.into_owned());
            let value = self.takes_value(T::NULLABLE).then(|| T::read(self));
            if let (Some(key), Some(value)) = (self.steps.leave_key(), value) {
                map.insert(K::from_key(key), value);
            }
        }
        map
    }
}

impl Writer {
    /// The syntax of what is written, how timestamps are to be written here, and whether numbers of any size are strings.
    pub(super) fn body(&mut self) -> (&mut BodyWriter, TimestampFormat, bool) {
        (&mut self.body, self.hints, self.options.digits_as_text)
    }

    /// Writes a value that stands alone.
    pub(super) fn whole<T: ToWire + ?Sized>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.body.begin_object();
        if let Some(error_type) = self.options.error_type.take() {
            self.body.plain_key("__type");
            self.body.string(&error_type);
        }
        members(&mut ObjectWriter { out: self, next: Hints::default() });
        self.body.end_object();
    }

    /// Writes an array with the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        self.body.begin_array();
        elements(&mut ArrayWriter { out: self });
        self.body.end_array();
    }
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
        self.out.hints = std::mem::take(&mut self.next);
        self.out.body.plain_key(name);
        value.write(self.out);
    }

    /// Writes a member that a union does not know; nothing where it stands for a union that is missing.
    pub fn unknown_member(&mut self, name: &str, value: &Document) {
        if !name.is_empty() || !value.is_null() {
            self.entry(name, value);
        }
    }

    /// Writes an entry of a map; its key may be any text. Timestamps look as they do around the map.
    pub fn entry<T: ToWire>(&mut self, key: &str, value: &T) {
        self.out.body.key(key);
        value.write(self.out);
    }
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: ToWire>(&mut self, value: &T) {
        self.out.body.separate();
        value.write(self.out);
    }
}
