//! Single values as text, as headers, paths and queries hold them.

use std::borrow::Cow;

use super::super::super::smithy::{TimestampFormat, non_finite};
use super::super::read::Mode;
use super::list;

/// A single value that can stand in a header, in a path or in a query.
pub trait TextValue: Sized {
    /// What would be right where a text is no such value: "an integer".
    const EXPECTED: &'static str;

    /// The value as text; `format` is that of timestamps.
    fn to_text(&self, format: TimestampFormat) -> Cow<'_, str>;

    /// Reads a text, if it is such a value.
    fn from_text(text: &str, format: TimestampFormat, mode: Mode) -> Option<Self>;

    /// An element of a list in a header, in quotes where it needs them.
    #[doc(hidden)]
    fn to_element(&self, format: TimestampFormat) -> Cow<'_, str> {
        list::quoted(self.to_text(format))
    }

    /// The elements of a list in a header.
    #[doc(hidden)]
    fn elements(text: &str, _: TimestampFormat) -> Vec<Cow<'_, str>> {
        list::elements(text)
    }
}

impl TextValue for String {
    const EXPECTED: &'static str = "a string";

    fn to_text(&self, _: TimestampFormat) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn from_text(text: &str, _: TimestampFormat, _: Mode) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl TextValue for bool {
    const EXPECTED: &'static str = "`true` or `false`";

    fn to_text(&self, _: TimestampFormat) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }

    fn from_text(text: &str, _: TimestampFormat, _: Mode) -> Option<Self> {
        text.parse().ok()
    }
}

macro_rules! integer {
    ($integer:ty, $expected:literal) => {
        impl TextValue for $integer {
            const EXPECTED: &'static str = $expected;

            fn to_text(&self, _: TimestampFormat) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            fn from_text(text: &str, _: TimestampFormat, _: Mode) -> Option<Self> {
                text.parse().ok().filter(|_| !text.starts_with('+'))
            }
        }
    };
}

integer!(i8, "an integer from -128 to 127");
integer!(i16, "an integer from -32768 to 32767");
integer!(i32, "an integer from -2147483648 to 2147483647");
integer!(i64, "an integer of 64 bits");

macro_rules! float {
    ($float:ty, $expected:literal) => {
        impl TextValue for $float {
            const EXPECTED: &'static str = $expected;

            fn to_text(&self, _: TimestampFormat) -> Cow<'_, str> {
                if self.is_finite() {
                    Cow::Owned(format!("{self:?}"))
                } else {
                    Cow::Borrowed(non_finite((*self).into()))
                }
            }

            fn from_text(text: &str, _: TimestampFormat, _: Mode) -> Option<Self> {
                match text {
                    "NaN" => Some(Self::NAN),
                    "Infinity" => Some(Self::INFINITY),
                    "-Infinity" => Some(Self::NEG_INFINITY),
                    // Rust knows more names of what is no number.
                    _ if text.contains(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E')) => None,
                    _ => text.parse().ok().filter(|value: &Self| value.is_finite() && !text.starts_with('+')),
                }
            }
        }
    };
}

float!(f32, "a number in the range of 32-bit floats");
float!(f64, "a number in the range of 64-bit floats");

/// An element of a sparse list: nothing is an empty text.
impl<T: TextValue> TextValue for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn to_text(&self, format: TimestampFormat) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), |value| value.to_text(format))
    }

    fn from_text(text: &str, format: TimestampFormat, mode: Mode) -> Option<Self> {
        if text.is_empty() { Some(None) } else { T::from_text(text, format, mode).map(Some) }
    }

    fn to_element(&self, format: TimestampFormat) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed("\"\""), |value| value.to_element(format))
    }

    fn elements(text: &str, format: TimestampFormat) -> Vec<Cow<'_, str>> {
        T::elements(text, format)
    }
}
