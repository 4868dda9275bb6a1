//! Big numbers in JSON: numbers with every digit.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Event, JsonWriter};

impl<'a> Event<'a> {
    /// The digits of a number, as it is written.
    pub(crate) fn as_digits(&self) -> Option<Cow<'a, str>> {
        if let Self::Number(text) = self { Some(Cow::Borrowed(text)) } else { None }
    }
}

impl JsonWriter {
    /// Writes a number with all its digits.
    pub(crate) fn digits(&mut self, number: &impl Display) {
        self.number(format_args!("{number}"));
    }
}
