//! Numbers that are compared without losing a digit.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A number of any kind.
#[derive(Clone, Debug)]
pub enum Number<'a> {
    /// A whole number.
    Integer(i128),
    /// A floating point number, which stands for the shortest decimal number that reads back as it.
    Float(f64),
    /// A number in JSON's grammar.
    Decimal(Cow<'a, str>),
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number<'_> {
            fn from(value: $integer) -> Self {
                Self::Integer(i128::from(value))
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 i128);

impl From<usize> for Number<'_> {
    fn from(value: usize) -> Self {
        Self::Integer(value as i128)
    }
}

impl From<f64> for Number<'_> {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<f32> for Number<'_> {
    /// The value that JSON would carry: `0.1` stays `0.1`.
    fn from(value: f32) -> Self {
        Self::Float(value.to_string().parse().unwrap_or(f64::from(value)))
    }
}

impl Number<'_> {
    pub(super) fn of_timestamp(seconds: i64, nanos: u32) -> Self {
        let nanoseconds = i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
        let sign = if nanoseconds < 0 { "-" } else { "" };
        let (whole, part) =
            (nanoseconds.unsigned_abs() / 1_000_000_000, nanoseconds.unsigned_abs() % 1_000_000_000);
        match part {
            0 => Self::Integer(seconds.into()),
            part => Self::Decimal(Cow::Owned(format!("{sign}{whole}.{part:09}"))),
        }
    }

    /// How two numbers stand to each other; nothing where one of them is not a number (`NaN`).
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(a), Self::Integer(b)) => Some(a.cmp(b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(b),
            (Self::Float(value), _) | (_, Self::Float(value)) if !value.is_finite() => {
                self.to_f64().partial_cmp(&other.to_f64())
            }
            _ => Some(compare_decimals(&self.text(), &other.text())),
        }
    }

    /// The sum: exact for whole numbers that fit, as floating point numbers have it otherwise.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let exact = self.to_integer().zip(other.to_integer()).and_then(|(a, b)| a.checked_add(b));
        exact.map_or_else(|| Self::Float(self.to_f64() + other.to_f64()), Self::Integer)
    }

    fn to_integer(&self) -> Option<i128> {
        match self {
            Self::Integer(value) => Some(*value),
            Self::Float(_) => None,
            Self::Decimal(text) => text.parse().ok(),
        }
    }

    fn to_f64(&self) -> f64 {
        match self {
            Self::Integer(value) => *value as f64,
            Self::Float(value) => *value,
            Self::Decimal(text) => text.parse().unwrap_or(f64::NAN),
        }
    }

    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Integer(value) => Cow::Owned(value.to_string()),
            Self::Float(value) => Cow::Owned(format!("{value:?}")),
            Self::Decimal(text) => Cow::Borrowed(text),
        }
    }
}

/// A decimal number: its digits without zeros around them, and the power of ten of the first.
struct Digits {
    negative: bool,
    magnitude: i64,
    digits: Vec<u8>,
}

impl Digits {
    fn of(text: &str) -> Self {
        let (negative, size) = text.strip_prefix('-').map_or((false, text), |size| (true, size));
        let (mantissa, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits = [whole, fraction].concat().into_bytes();
        let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
        digits.drain(..zeros);
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let shift = whole.len() as i64 - zeros as i64;
        let magnitude = if digits.is_empty() { i64::MIN } else { power(exponent).saturating_add(shift) };
        Self { negative: negative && !digits.is_empty(), magnitude, digits }
    }
}

/// An exponent; beyond 64 bits the last of its sign, which no number that is written out comes near.
fn power(text: &str) -> i64 {
    text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX })
}

fn compare_decimals(a: &str, b: &str) -> Ordering {
    let (a, b) = (Digits::of(a), Digits::of(b));
    let size = (a.magnitude, &a.digits).cmp(&(b.magnitude, &b.digits));
    match (a.negative, b.negative) {
        (false, false) => size,
        (true, true) => size.reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}
