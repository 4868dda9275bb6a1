//! The writer: a form that grows.

use std::fmt;

use super::super::percent::push_percent_encoded;

/// A form that grows. The name of each parameter is made of all that it is in, with dots between. `Debug` shows only
/// its length.
#[derive(Clone, Default)]
pub(crate) struct FormWriter {
    text: String,
    /// The name of what is being written, encoded.
    name: String,
}

/// Where a writer stands, to be returned to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place(usize);

impl fmt::Debug for FormWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FormWriter({} bytes)", self.text.len())
    }
}

impl FormWriter {
    /// How many bytes are written so far.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// The finished form.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Goes into a part of what is being written; the place is that from which it does so.
    pub(crate) fn enter(&mut self, part: &str) -> Place {
        let place = Place(self.name.len());
        if !self.name.is_empty() {
            self.name.push('.');
        }
        push_percent_encoded(&mut self.name, part, None);
        place
    }

    /// Goes back to a place.
    pub(crate) fn leave(&mut self, place: Place) {
        self.name.truncate(place.0);
    }

    /// Writes a parameter with a value, under the name of what is being written.
    pub(crate) fn value(&mut self, value: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(&self.name);
        self.text.push('=');
        push_percent_encoded(&mut self.text, value, None);
    }
}
