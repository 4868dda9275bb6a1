//! Whole and decimal numbers of any size, kept as exact text.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::decimal;
use super::number::{InvalidNumber, is_number};

/// A whole number of any size, as decimal text.
///
/// It does no arithmetic: parse [`BigInteger::as_str`] with the library of your choice. Two are equal when their
/// texts are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BigInteger {
    text: String,
}

/// A decimal number of any size and precision, as text by JSON's grammar: `-1.50`, `2e400`.
///
/// It does no arithmetic: parse [`BigDecimal::as_str`] with the library of your choice. Two are equal when their
/// texts are: `1.0` is not `1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BigDecimal {
    text: String,
}

impl BigInteger {
    fn checked(text: &str) -> Option<Self> {
        let whole = is_number(text) && !text.contains(['.', 'e', 'E']);
        whole.then(|| Self { text: text.to_owned() })
    }
}

impl BigDecimal {
    fn checked(text: &str) -> Option<Self> {
        is_number(text).then(|| Self { text: text.to_owned() })
    }
}

impl BigDecimal {
    /// Whether the number is whole: `1.0` and `1e3` are.
    pub fn is_whole(&self) -> bool {
        decimal::is_whole(&self.text)
    }
}

impl From<BigInteger> for BigDecimal {
    fn from(value: BigInteger) -> Self {
        Self { text: value.text }
    }
}

macro_rules! big_number {
    ($name:ident, $($integer:ty)*) => {
        impl $name {
            /// The text of the number.
            pub fn as_str(&self) -> &str {
                &self.text
            }

            /// Compares two numbers by value, exactly: `1.0` and `1` are equal here.
            pub fn compare(&self, other: &Self) -> Ordering {
                decimal::compare(&self.text, &other.text)
            }
        }

        impl Default for $name {
            /// Zero.
            fn default() -> Self {
                Self { text: "0".to_owned() }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.text)
            }
        }

        impl FromStr for $name {
            type Err = InvalidNumber;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::checked(text).ok_or(InvalidNumber)
            }
        }

        $(
            impl From<$integer> for $name {
                fn from(value: $integer) -> Self {
                    Self { text: value.to_string() }
                }
            }
        )*
    };
}

big_number!(BigInteger, i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);
big_number!(BigDecimal, i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);
