//! Single values, as forms have them.

use std::fmt;

use super::super::super::smithy::non_finite;
use super::FormWriter;

impl FormWriter {
    /// Writes a number as it is formatted.
    pub(crate) fn number(&mut self, number: fmt::Arguments<'_>) {
        self.value(&number.to_string());
    }

    /// Writes an integer.
    pub(crate) fn integer(&mut self, value: i64) {
        self.number(format_args!("{value}"));
    }

    /// Writes a 64-bit float.
    pub(crate) fn double(&mut self, value: f64) {
        if value.is_finite() { self.number(format_args!("{value:?}")) } else { self.value(non_finite(value)) }
    }

    /// Writes a 32-bit float.
    pub(crate) fn float(&mut self, value: f32) {
        if value.is_finite() { self.number(format_args!("{value:?}")) } else { self.double(value.into()) }
    }
}
