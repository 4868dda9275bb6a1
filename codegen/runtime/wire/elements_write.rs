//! Writing members, maps and lists as the elements and attributes of XML.

use super::super::codec::body::BodyWriter;
use super::super::smithy::{Document, TimestampFormat};
use super::layout::{Layout, Place};
use super::write::{ArrayWriter, ObjectWriter, ToWire, Writer};
use super::{Hints, held};

impl Writer {
    /// The syntax of what is written, how timestamps are to be written here, and whether numbers of any size are strings.
    pub(super) fn body(&mut self) -> (&mut BodyWriter, TimestampFormat, bool) {
        (&mut self.body, self.hints.timestamps, self.options.digits_as_text)
    }

    /// Writes a value that stands alone, in an element without a name of its own.
    pub(super) fn whole<T: ToWire + ?Sized>(&mut self, value: &T) {
        self.root("_", None, |out| value.write(out));
    }

    /// Writes an element that holds what `content` writes.
    pub(crate) fn root(
        &mut self,
        name: &str,
        namespace: Option<(&str, &str)>,
        content: impl FnOnce(&mut Self),
    ) {
        self.body.begin(name);
        if let Some((prefix, uri)) = namespace {
            self.body.namespace(prefix, uri);
        }
        content(self);
        self.body.end(name);
    }

    /// Writes the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        if let Some(error_type) = self.options.error_type.take() {
            self.root("Code", None, |out| out.string(&error_type));
        }
        members(&mut ObjectWriter { out: self, next: Hints::default() });
    }

    /// Writes the elements that `elements` writes.
    pub fn array(&mut self, elements: impl FnOnce(&mut ArrayWriter<'_>)) {
        elements(&mut ArrayWriter { out: self });
    }

    /// Writes a value in an element, as what a collection holds.
    fn held<T: ToWire>(&mut self, name: &str, value: &T) {
        let hints = self.hints;
        self.hints = held(hints);
        let namespace = self.hints.layout.namespace;
        self.root(name, namespace, |out| value.write(out));
        self.hints = hints;
    }
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

    /// Writes a member of a structure or union; attributes come before elements.
    pub fn field<T: ToWire>(&mut self, name: &'static str, value: &T) {
        let hints = std::mem::take(&mut self.next);
        self.out.hints = hints;
        match hints.layout.place {
            Place::Element => self.out.root(name, hints.layout.namespace, |out| value.write(out)),
            Place::Flattened => {
                self.out.hints.name = Some(name);
                value.write(self.out);
            }
            Place::Attribute => {
                self.out.body.begin_attribute(name);
                value.write(self.out);
                self.out.body.end_attribute();
            }
        }
    }

    /// Writes a member that a union does not know; nothing where it stands for a union that is missing.
    pub fn unknown_member(&mut self, name: &str, value: &Document) {
        if !name.is_empty() {
            self.out.body.element(name, value);
        }
    }

    /// Writes an entry of a map; its key may be any text.
    pub fn entry<T: ToWire>(&mut self, key: &str, value: &T) {
        let Hints { layout, name, .. } = self.out.hints;
        let namespace = layout.namespace.filter(|_| name.is_some());
        self.out.root(name.unwrap_or("entry"), namespace, |out| {
            out.root(layout.key, layout.key_namespace, |out| out.string(key));
            out.held(layout.value, value);
        });
    }
}

impl ArrayWriter<'_> {
    /// Writes one more element.
    pub fn element<T: ToWire>(&mut self, value: &T) {
        let Hints { layout, name, .. } = self.out.hints;
        self.out.held(name.unwrap_or(layout.element), value);
    }
}
