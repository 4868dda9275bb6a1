//! Single values in XML, all of them texts.

use std::borrow::Cow;

use super::Event;
use super::text::trimmed;

impl<'a> Event<'a> {
    /// The text of an element.
    ///
    /// # Errors
    ///
    /// The event, where it is no text.
    pub(crate) fn into_text(self) -> Result<Cow<'a, str>, Self> {
        if let Self::String(text) = self { Ok(text) } else { Err(self) }
    }

    /// The text of an element without the space around it.
    pub(super) fn trimmed(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(trimmed(text)) } else { None }
    }

    /// The value of a boolean.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        self.trimmed()?.parse().ok()
    }

    /// The value of a whole number in range.
    pub(crate) fn as_i64(&self) -> Option<i64> {
        self.trimmed()?.parse().ok()
    }

    /// The nearest 64-bit float of a number in range, or one that has no number.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self.trimmed()? {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            text => text.parse().ok().filter(|value: &f64| value.is_finite()),
        }
    }

    /// The nearest 32-bit float of a number in range, or one that has no number.
    pub(crate) fn as_f32(&self) -> Option<f32> {
        match self.trimmed()?.parse() {
            Ok(value) if f32::is_finite(value) => Some(value),
            _ => self.as_f64().filter(|value| !value.is_finite()).map(|value| value as f32),
        }
    }
}
