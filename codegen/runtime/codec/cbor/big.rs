//! Big numbers in CBOR: tagged values, with every digit.

use std::borrow::Cow;
use std::fmt::Display;

use super::{CborWriter, Event};

impl<'a> Event<'a> {
    /// The digits of a number.
    pub(crate) fn as_digits(&self) -> Option<Cow<'a, str>> {
        match self {
            Self::Number(text) => Some(text.clone()),
            Self::Float(value) if value.is_finite() => Some(Cow::Owned(format!("{value:?}"))),
            _ => self.integer_digits().map(Cow::Owned),
        }
    }
}

impl CborWriter {
    /// Writes a whole number with all its digits.
    pub(crate) fn big_integer(&mut self, number: &impl Display, _: bool) {
        self.whole(&number.to_string());
    }

    /// Writes a decimal number with all its digits.
    pub(crate) fn big_decimal(&mut self, number: &impl Display, _: bool) {
        self.decimal(&number.to_string());
    }
}
