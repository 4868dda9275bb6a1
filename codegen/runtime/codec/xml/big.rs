//! Big numbers in XML: numbers with every digit.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Event, XmlWriter};

impl Event<'_> {
    /// The digits of a number, as it is written.
    pub(crate) fn as_digits(&self) -> Option<Cow<'_, str>> {
        self.trimmed().map(Cow::Borrowed)
    }
}

impl XmlWriter {
    /// Writes a whole number with all its digits.
    pub fn big_integer(&mut self, number: &impl Display, _: bool) {
        self.number(format_args!("{number}"));
    }

    /// Writes a decimal number with all its digits.
    pub fn big_decimal(&mut self, number: &impl Display, _: bool) {
        self.number(format_args!("{number}"));
    }
}
