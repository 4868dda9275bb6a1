//! Big numbers in forms, with every digit.

use std::fmt::Display;

use super::FormWriter;

impl FormWriter {
    /// Writes a whole number with all its digits.
    pub(crate) fn big_integer(&mut self, number: &impl Display, _as_text: bool) {
        self.number(format_args!("{number}"));
    }

    /// Writes a decimal number with all its digits.
    pub(crate) fn big_decimal(&mut self, number: &impl Display, _as_text: bool) {
        self.number(format_args!("{number}"));
    }
}
