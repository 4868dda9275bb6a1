//! Reading members, maps and flattened collections from the elements and attributes of XML.

use std::collections::BTreeMap;

use super::super::codec::body::{Event, Parser, local_name};
use super::super::smithy::TimestampFormat;
use super::layout::Layout;
use super::map_key::MapKey;
use super::object::ObjectReader;
use super::read::{FromWire, Mode, Reader};
use super::steps::Step;
use super::{Hints, held};

/// A collection that may be flattened.
pub trait Flattened: Default {
    /// Reads one more element or entry.
    fn read_more(&mut self, reader: &mut Reader<'_>);
}

impl<T: FromWire> Flattened for Vec<T> {
    fn read_more(&mut self, reader: &mut Reader<'_>) {
        reader.hints[0] = held(reader.hints[0]);
        reader.enter(Step::Index(self.len()));
        if reader.takes_value(T::NULLABLE) {
            self.push(T::read(reader));
        }
        reader.leave();
    }
}

impl<K: MapKey, T: FromWire> Flattened for BTreeMap<K, T> {
    fn read_more(&mut self, reader: &mut Reader<'_>) {
        self.extend(reader.entry());
    }
}

impl Reader<'_> {
    /// Sets the format of the timestamps in the next member, and in that one only; otherwise they are `date-time`.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.hints[1].timestamps = format;
        self
    }

    /// Sets how the next member looks, and that one only.
    pub fn layout(&mut self, layout: &'static Layout) -> &mut Self {
        self.hints[1].layout = layout;
        self
    }

    /// The one format that timestamps must have here, if they must.
    pub fn demanded_format(&self) -> Option<TimestampFormat> {
        (self.mode() == Mode::Strict).then_some(self.hints[0].timestamps)
    }

    /// Reads the value of a union's member that is flattened, with all elements of its name that follow.
    pub fn flattened_member<T: Flattened>(&mut self, name: &'static str) -> T {
        self.all_flattened(name, false)
    }

    /// Reads the value of a union's member that is flattened and sensitive.
    pub fn sensitive_flattened_member<T: Flattened>(&mut self, name: &'static str) -> T {
        self.all_flattened(name, true)
    }

    fn all_flattened<T: Flattened>(&mut self, name: &'static str, sensitive: bool) -> T {
        let (mut value, hints) = (T::default(), self.hints[1]);
        loop {
            self.hints[1] = hints;
            self.enter_member(name, sensitive);
            value.read_more(self);
            self.leave();
            if !self.step(|parser| parser.next_named(local_name(name))).unwrap_or(false) {
                self.hints[1] = Hints::default();
                return value;
            }
        }
    }

    /// Reads the entries of a map, each in an element of any name.
    pub(super) fn map<K: MapKey, T: FromWire>(&mut self) -> BTreeMap<K, T> {
        let event = self.begin(Parser::begin_array);
        if event != Event::BeginArray {
            self.mismatch_of("a map", &event);
            return BTreeMap::new();
        }
        let mut map = BTreeMap::new();
        while self.next_element() {
            map.extend(self.entry());
        }
        map
    }

    /// Reads an entry of a map; nothing comes back where its key or its value is missing.
    fn entry<K: MapKey, T: FromWire>(&mut self) -> Option<(K, T)> {
        let event = self.begin(Parser::begin_object);
        if event != Event::BeginObject {
            self.mismatch_of("an entry", &event);
            return None;
        }
        let hints = self.hints[0];
        let (mut key, mut value) = (None, None);
        while let Some(name) = self.next_key() {
            if name == local_name(hints.layout.key) {
                key = Some(self.text().into_owned());
            } else if name == local_name(hints.layout.value) {
                self.hints[0] = held(hints);
                self.steps.enter_key(key.unwrap_or_default());
                value = self.takes_value(T::NULLABLE).then(|| T::read(self));
                key = self.steps.leave_key();
            } else {
                self.skip();
            }
        }
        self.hints[0] = hints;
        let (Some(key), Some(value)) = (key, value) else {
            self.missing(None);
            return None;
        };
        Some((K::from_key(key), value))
    }
}

impl ObjectReader<'_, '_> {
    /// Sets how the next member looks, and that one only.
    pub fn layout(&mut self, layout: &'static Layout) -> &mut Self {
        self.reader.layout(layout);
        self
    }

    /// Reads the value of a member that is an attribute, before any element is read.
    pub fn attribute<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        let has = !self.stand_in && self.reader.step(|parser| parser.begin_attribute(name)).unwrap_or(false);
        if has { self.value(name) } else { None }
    }

    /// Reads one more element or entry of a member that is flattened.
    pub fn flattened<T: Flattened>(&mut self, name: &'static str, value: &mut Option<T>) {
        self.more(name, false, value);
    }

    /// Reads one more element or entry of a member that is flattened and sensitive: no error shows a key of it.
    pub fn sensitive_flattened<T: Flattened>(&mut self, name: &'static str, value: &mut Option<T>) {
        self.more(name, true, value);
    }

    fn more<T: Flattened>(&mut self, name: &'static str, sensitive: bool, value: &mut Option<T>) {
        self.reader.enter_member(name, sensitive);
        value.get_or_insert_default().read_more(self.reader);
        self.reader.leave();
    }
}
