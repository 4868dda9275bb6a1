//! Big numbers in JSON: numbers with every digit.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Event, JsonWriter};

impl<'a> Event<'a> {
    /// The digits of a number, as it is written: rpcv2Json has them in strings.
    pub(crate) fn as_digits(&self) -> Option<Cow<'a, str>> {
        match self {
            Self::Number(text) => Some(Cow::Borrowed(text)),
            Self::String(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl JsonWriter {
    /// Writes a whole number with all its digits, in a string where the protocol says so.
    pub(crate) fn big_integer(&mut self, number: &impl Display, as_text: bool) {
        self.digits(number, as_text);
    }

    /// Writes a decimal number with all its digits, in a string where the protocol says so.
    pub(crate) fn big_decimal(&mut self, number: &impl Display, as_text: bool) {
        self.digits(number, as_text);
    }

    fn digits(&mut self, number: &impl Display, as_text: bool) {
        if as_text {
            self.string(&number.to_string());
        } else {
            self.number(format_args!("{number}"));
        }
    }
}
