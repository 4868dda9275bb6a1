//! Numbers of any size, between digits and bytes.

use super::head::Major;
use super::tags::{FRACTION, NEGATIVE, POSITIVE};
use super::writer::CborWriter;

/// Nine digits fit into 32 bits.
const NINE_DIGITS: u64 = 1_000_000_000;

/// The digits of an integer, given as the big-endian bytes of its size; the size of a negative one counts from -1.
pub(super) fn digits(is_negative: bool, size: &[u8]) -> String {
    // The lowest nine digits first.
    let mut parts = Vec::new();
    for chunk in size.rchunks(4).rev() {
        let value = chunk.iter().fold(0, |value, &byte| value << 8 | u64::from(byte));
        multiply_and_add(&mut parts, 1 << (8 * chunk.len()), value, NINE_DIGITS);
    }
    multiply_and_add(&mut parts, 1, is_negative.into(), NINE_DIGITS);
    let mut parts = parts.iter().rev();
    let sign = if is_negative { "-" } else { "" };
    let first = format!("{sign}{}", parts.next().unwrap_or(&0));
    parts.fold(first, |text, part| text + &format!("{part:09}"))
}

/// Multiplies a number by a factor of at most 32 bits and adds to it. It is given by its digits to a base, the lowest
/// first.
fn multiply_and_add(parts: &mut Vec<u32>, factor: u64, mut carry: u64, base: u64) {
    for part in parts.iter_mut() {
        let value = u64::from(*part) * factor + carry;
        *part = (value % base) as u32;
        carry = value / base;
    }
    while carry > 0 {
        parts.push((carry % base) as u32);
        carry /= base;
    }
}

/// An integer times a power of ten, by JSON's grammar.
pub(super) fn fraction(integer: &str, exponent: i64) -> String {
    let (sign, digits) = integer.strip_prefix('-').map_or(("", integer), |digits| ("-", digits));
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or(usize::MAX);
    match exponent {
        0 => integer.to_owned(),
        1.. => format!("{integer}e{exponent}"),
        _ if places < digits.len() => {
            let (whole, fraction) = digits.split_at(digits.len() - places);
            format!("{sign}{whole}.{fraction}")
        }
        // Few enough zeros to be written.
        _ if places <= digits.len() + 20 => format!("{sign}0.{digits:0>places$}"),
        _ => format!("{integer}e{exponent}"),
    }
}

impl CborWriter {
    /// Writes an integer of any size, given as digits.
    pub(super) fn whole(&mut self, text: &str) {
        let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let major = if is_negative { Major::Negative } else { Major::Unsigned };
        let size = digits.parse::<u128>().ok().map(|size| size - u128::from(is_negative && size > 0));
        if let Some(size) = size.and_then(|size| u64::try_from(size).ok()) {
            // There is no negative zero among integers.
            let major = if digits.bytes().all(|digit| digit == b'0') { Major::Unsigned } else { major };
            return self.head(major, size);
        }
        self.head(Major::Tag, if is_negative { NEGATIVE } else { POSITIVE });
        self.bytes(&size_of(is_negative, digits));
    }

    /// Writes a number of any size and precision, given by JSON's grammar. An exponent beyond 64 bits counts as the
    /// last one within.
    pub(super) fn decimal(&mut self, text: &str) {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let last = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let exponent: i64 = exponent.parse().unwrap_or(last);
        self.head(Major::Tag, FRACTION);
        self.head(Major::Array, 2);
        self.integer(exponent.saturating_sub_unsigned(fraction.len() as u64));
        self.whole(&[whole, fraction].concat());
    }
}

/// The big-endian bytes of the size of an integer; that of a negative one, which is not zero, counts from -1.
fn size_of(is_negative: bool, digits: &str) -> Vec<u8> {
    let mut parts = Vec::new();
    for chunk in digits.as_bytes().chunks(9) {
        let value = chunk.iter().fold(0, |value, &digit| value * 10 + u64::from(digit.wrapping_sub(b'0')));
        multiply_and_add(&mut parts, 10_u64.pow(chunk.len() as u32), value, 1 << 32);
    }
    if is_negative {
        for part in &mut parts {
            let (less, borrows) = part.overflowing_sub(1);
            *part = less;
            if !borrows {
                break;
            }
        }
    }
    let bytes = parts.iter().rev().flat_map(|part| part.to_be_bytes());
    bytes.skip_while(|&byte| byte == 0).collect()
}
