//! Single values, as rpcv2Cbor has them.

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
        match self {
            Self::String(text) | Self::OfDocument(text) => Ok(text),
            other => Err(other),
        }
    }

    /// The value of a boolean.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The value of a whole number in range.
    pub(crate) fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Unsigned(size) => i64::try_from(*size).ok(),
            Self::Negative(size) => i64::try_from(*size).ok().map(|size| -1 - size),
            Self::Number(text) => Number::from_parsed(text).as_i64(),
            _ => None,
        }
    }

    /// The nearest 64-bit float of a number in range.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Float(value) => Some(*value),
            Self::Unsigned(size) => Some(*size as f64),
            Self::Negative(size) => Some(-1.0 - *size as f64),
            Self::Number(text) => text.parse().ok().filter(|value: &f64| value.is_finite()),
            Self::OfDocument(text) => match &**text {
                "NaN" => Some(f64::NAN),
                "Infinity" => Some(f64::INFINITY),
                "-Infinity" => Some(f64::NEG_INFINITY),
                _ => None,
            },
            _ => None,
        }
    }

    /// The nearest 32-bit float of a number in range.
    pub(crate) fn as_f32(&self) -> Option<f32> {
        let value = self.as_f64()?;
        let single = value as f32;
        (single.is_finite() || !value.is_finite()).then_some(single)
    }

    /// The digits of an integer of any size.
    pub(super) fn integer_digits(&self) -> Option<String> {
        match self {
            Self::Unsigned(size) => Some(size.to_string()),
            Self::Negative(size) => Some((-1 - i128::from(*size)).to_string()),
            Self::Number(text) => Some(text.to_string()),
            _ => None,
        }
    }
}
