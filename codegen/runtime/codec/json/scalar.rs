//! Single values, as the protocols of JSON have them.

use std::borrow::Cow;

use super::super::super::smithy::Number;
use super::Event;

impl<'a> Event<'a> {
    /// The text of a string.
    ///
    /// # Errors
    ///
    /// The event, where it is no string.
    pub(crate) fn into_text(self) -> Result<Cow<'a, str>, Self> {
        if let Self::String(text) = self { Ok(text) } else { Err(self) }
    }

    /// The value of a boolean.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The value of a whole number in range, however it is written.
    pub(crate) fn as_i64(&self) -> Option<i64> {
        let Self::Number(text) = self else { return None };
        text.parse().ok().or_else(|| Number::from_parsed(text).as_i64())
    }

    /// The nearest 64-bit float of a number in range, or one that has no number.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(text) => text.parse().ok().filter(|value: &f64| value.is_finite()),
            Self::String(text) => non_finite(text),
            _ => None,
        }
    }

    /// The nearest 32-bit float of a number in range, or one that has no number.
    pub(crate) fn as_f32(&self) -> Option<f32> {
        match self {
            Self::Number(text) => text.parse().ok().filter(|value: &f32| value.is_finite()),
            Self::String(text) => non_finite(text).map(|value| value as f32),
            _ => None,
        }
    }
}

fn non_finite(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}
