//! Numbers as they are written, compared without losing a digit.

use std::cmp::Ordering;

/// A number in JSON's grammar: sign, digits without zeros around them, and the power of ten of the first digit.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    magnitude: i64,
}

impl Decimal {
    fn of(text: &str) -> Self {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let leading = all.iter().take_while(|&&digit| digit == b'0').count();
        let end = all.iter().rposition(|&digit| digit != b'0').map_or(leading, |last| last + 1);
        let shift = whole.len() as i64 - leading as i64;
        let digits = all[leading..end].to_vec();
        let magnitude = if digits.is_empty() { 0 } else { exponent_of(exponent).saturating_add(shift) };
        Self { negative: negative && !digits.is_empty(), digits, magnitude }
    }

    /// Orders by distance from zero.
    fn size(&self) -> (bool, i64, &[u8]) {
        (!self.digits.is_empty(), self.magnitude, &self.digits)
    }
}

/// An exponent; beyond 64 bits the greatest of its sign.
fn exponent_of(text: &str) -> i64 {
    text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX })
}

/// Compares two numbers that follow JSON's grammar by value.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    let (a, b) = (Decimal::of(a), Decimal::of(b));
    match (a.negative, b.negative) {
        (false, true) => Ordering::Greater,
        (true, false) => Ordering::Less,
        (false, false) => a.size().cmp(&b.size()),
        (true, true) => b.size().cmp(&a.size()),
    }
}

/// Whether a number that follows JSON's grammar is whole (`1.0` and `1e3` are).
pub(crate) fn is_whole(text: &str) -> bool {
    let decimal = Decimal::of(text);
    decimal.digits.len() as i64 <= decimal.magnitude.max(0)
}
