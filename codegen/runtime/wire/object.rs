//! Reading structures member by member.

use std::borrow::Cow;
use std::fmt;

use super::super::smithy::TimestampFormat;
use super::read::{FromWire, Mode, Reader};

/// Reads the members of one object. `Debug` does not show them.
pub struct ObjectReader<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    /// Whether this stands in for an object that is not there, so that nothing more is to be reported.
    pub(super) stand_in: bool,
    /// The names of sensitive members.
    sensitive: &'static [&'static str],
}

/// Where the value of a member goes.
pub trait Slot {
    /// Reads the value of the member `name`: nothing if it is `null`.
    #[doc(hidden)]
    fn fill(&mut self, object: &mut ObjectReader<'_, '_>, name: &'static str);
}

impl<T: FromWire> Slot for Option<T> {
    fn fill(&mut self, object: &mut ObjectReader<'_, '_>, name: &'static str) {
        *self = object.read(name, object.sensitive.contains(&name));
    }
}

impl fmt::Debug for ObjectReader<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectReader").field("reader", &self.reader).finish_non_exhaustive()
    }
}

impl<'r, 'a> ObjectReader<'r, 'a> {
    /// Starts behind the opening bracket.
    pub(super) fn new(reader: &'r mut Reader<'a>) -> Self {
        Self { reader, stand_in: false, sensitive: &[] }
    }

    /// An object without members that reports nothing.
    pub(super) fn stand_in(reader: &'r mut Reader<'a>) -> Self {
        Self { reader, stand_in: true, sensitive: &[] }
    }

    /// The name of the next member, whose value is to be read or skipped; nothing at the end of the object.
    pub fn next_member(&mut self) -> Option<Cow<'a, str>> {
        if self.stand_in { None } else { self.reader.next_key() }
    }

    /// Names the members that are sensitive, for `members`: no error shows a key of theirs.
    pub fn sensitive(&mut self, names: &'static [&'static str]) -> &mut Self {
        self.sensitive = names;
        self
    }

    /// Reads all members, each into the slot under its name on the wire; those without a slot are skipped. Members
    /// that come in the order of their slots are found at once.
    pub fn members(&mut self, slots: &mut [(&'static str, &mut dyn Slot)]) {
        let mut next = 0;
        while let Some(member) = self.next_member() {
            let is_member = |(name, _): &(&'static str, &mut dyn Slot)| *name == &*member;
            let (before, ahead) = slots.split_at_mut(next);
            let found = match ahead.iter().position(is_member) {
                Some(index) => Some(next + index),
                None => before.iter().position(is_member),
            };
            let Some(index) = found else {
                self.skip();
                continue;
            };
            let (name, slot) = &mut slots[index];
            slot.fill(self, name);
            next = index + 1;
        }
    }

    /// Sets the format of the timestamps in the next member, and in that one only.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.reader.timestamps(format);
        self
    }

    /// Reads the value of a member: nothing if it is `null`. `name` is the member's name on the wire.
    pub fn value<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        self.read(name, false)
    }

    /// Reads the value of a member that is sensitive: no error shows a key of it.
    pub fn sensitive_value<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        self.read(name, true)
    }

    fn read<T: FromWire>(&mut self, name: &'static str, sensitive: bool) -> Option<T> {
        self.reader.enter_member(name, sensitive);
        let value = if self.reader.takes_null() { None } else { Some(T::read(self.reader)) };
        self.reader.leave();
        value
    }

    /// Passes over the value of a member that the structure does not have.
    pub fn skip(&mut self) {
        self.reader.skip();
    }

    /// The value of a required member. Where there is none, that is noted and a stand-in returned. `name` is its name
    /// on the wire, `field` that of the Rust field.
    pub fn required<T: FromWire>(&mut self, value: Option<T>, name: &'static str, field: &'static str) -> T {
        value.unwrap_or_else(|| {
            self.missing(name, field);
            T::error_corrected_default()
        })
    }

    /// The value of a member that a service requires, and that a client takes as optional.
    pub fn client_optional<T>(
        &mut self,
        value: Option<T>,
        name: &'static str,
        field: &'static str,
    ) -> Option<T> {
        if value.is_none() && self.reader.mode() == Mode::Strict {
            self.missing(name, field);
        }
        value
    }

    /// The value of an optional member that has a default.
    pub fn optional_or<T>(&mut self, value: Option<T>, default: fn() -> T) -> Option<T> {
        match self.reader.mode() {
            Mode::Exact => value,
            Mode::Lenient | Mode::Strict => Some(value.unwrap_or_else(default)),
        }
    }

    /// The value of a member that has a default for a service, and that a client takes as optional.
    pub fn client_optional_or<T>(&mut self, value: Option<T>, default: fn() -> T) -> Option<T> {
        match self.reader.mode() {
            Mode::Lenient | Mode::Exact => value,
            Mode::Strict => Some(value.unwrap_or_else(default)),
        }
    }

    fn missing(&mut self, name: &'static str, field: &'static str) {
        if !self.stand_in {
            self.reader.enter_member(name, false);
            self.reader.missing(Some(field));
            self.reader.leave();
        }
    }

    /// Reads the object as another type does; nothing of it may have been read.
    pub(super) fn whole<T: FromWire>(&mut self) -> T {
        if self.stand_in {
            return T::error_corrected_default();
        }
        self.reader.reopen();
        T::read(self.reader)
    }
}
