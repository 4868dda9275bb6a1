//! Numbers as JSON has them: decimal text without a limit on size or precision.

use std::fmt;
use std::str::FromStr;

/// A JSON number, kept as it is written. Two are equal when their texts are: `1.0` is not `1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    text: String,
}

/// A text is not a number, or is not of the kind that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidNumber;

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a decimal number as JSON writes it")
    }
}

impl std::error::Error for InvalidNumber {}

impl Number {
    /// Takes text that a JSON parser has found to be a number.
    pub(crate) fn from_parsed(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// The number with the fewest digits that reads back as `value`; none for infinities and NaN.
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self { text: format!("{value:?}") })
    }

    /// The text as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The value, if it is a whole number in range; `1.0` and `1e2` are whole.
    pub fn as_i64(&self) -> Option<i64> {
        self.whole().and_then(|value| i64::try_from(value).ok())
    }

    /// The value, if it is a whole number in range; `1.0` and `1e2` are whole.
    pub fn as_u64(&self) -> Option<u64> {
        self.whole().and_then(|value| u64::try_from(value).ok())
    }

    /// The nearest value of this type, unless the number is too large for it.
    pub fn as_f64(&self) -> Option<f64> {
        self.text.parse().ok().filter(|value: &f64| value.is_finite())
    }

    fn whole(&self) -> Option<i128> {
        scaled(&self.text, 0).and_then(|(value, exact)| exact.then_some(value))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Number {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_number(text) { Ok(Self::from_parsed(text)) } else { Err(InvalidNumber) }
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                Self { text: value.to_string() }
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);

/// Whether a text is one JSON number (RFC 8259 section 6) and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    number_length(text.as_bytes()) == Some(text.len())
}

/// How many bytes the JSON number takes with which a text begins; none where it begins with none.
pub(crate) fn number_length(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| {
        let count = text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        (count > 0).then_some(from + count)
    };
    let start = usize::from(text.first() == Some(&b'-'));
    let mut end = digits(start)?;
    if text[start] == b'0' && end > start + 1 {
        return None;
    }
    if text.get(end) == Some(&b'.') {
        end = digits(end + 1)?;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = matches!(text.get(end + 1), Some(b'+' | b'-'));
        end = digits(end + 1 + usize::from(sign))?;
    }
    Some(end)
}

/// The string that stands for a float that JSON has no number for.
pub(crate) fn non_finite(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value.is_sign_positive() {
        "Infinity"
    } else {
        "-Infinity"
    }
}

/// A JSON number times ten to the power of `scale`, rounded down, and whether rounding lost nothing.
///
/// Nothing comes back for what does not fit. The text must follow JSON's grammar.
pub(super) fn scaled(text: &str, scale: i64) -> Option<(i128, bool)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let shift =
        exponent.parse::<i64>().ok()?.checked_add(scale)?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let (value, exact) = shifted(&[whole, fraction].concat(), shift)?;
    Some(match (negative, exact) {
        (false, _) => (value, exact),
        (true, true) => (-value, true),
        (true, false) => (-value - 1, false),
    })
}

/// Some digits times ten to the power of `shift`, cut off, and whether only zeros were cut.
fn shifted(digits: &str, shift: i64) -> Option<(i128, bool)> {
    let cut = usize::try_from(shift.min(0).unsigned_abs()).unwrap_or(usize::MAX);
    let (kept, lost) = digits.split_at(digits.len().saturating_sub(cut));
    let mut value: i128 = 0;
    for digit in kept.bytes() {
        value = value.checked_mul(10)?.checked_add(i128::from(digit.wrapping_sub(b'0')))?;
    }
    if value != 0 {
        // Ends soon whatever the shift is: forty tens do not fit.
        for _ in 0..shift {
            value = value.checked_mul(10)?;
        }
    }
    Some((value, lost.bytes().all(|digit| digit == b'0')))
}
