//! Big numbers as text.

use std::borrow::Cow;

use super::super::super::smithy::{BigDecimal, BigInteger, TimestampFormat};
use super::super::read::Mode;
use super::text::TextValue;

macro_rules! big_number {
    ($name:ident, $expected:literal) => {
        impl TextValue for $name {
            const EXPECTED: &'static str = $expected;

            fn to_text(&self, _: TimestampFormat) -> Cow<'_, str> {
                Cow::Borrowed(self.as_str())
            }

            fn from_text(text: &str, _: TimestampFormat, _: Mode) -> Option<Self> {
                text.parse().ok()
            }
        }
    };
}

big_number!(BigInteger, "a whole number without exponent");
big_number!(BigDecimal, "a number");
