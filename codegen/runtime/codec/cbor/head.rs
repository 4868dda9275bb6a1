//! Heads of data items (RFC 8949 section 3): a major type and its argument.

use super::error::{Problem, SyntaxError};
use super::parser::Parser;

/// The first byte of what ends an array, map or string of indefinite length.
pub(super) const BREAK: u8 = 0xFF;

/// The five low bits of a first byte that give no length.
const INDEFINITE: u8 = 31;

/// The major types, by the three high bits of a first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Major {
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    Simple,
}

const MAJORS: [Major; 8] = [
    Major::Unsigned,
    Major::Negative,
    Major::Bytes,
    Major::Text,
    Major::Array,
    Major::Map,
    Major::Tag,
    Major::Simple,
];

/// What a data item begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) major: Major,
    /// The five low bits of the first byte, which say how long the argument is.
    pub(super) info: u8,
    pub(super) argument: u64,
}

impl Head {
    /// The length of what follows; nothing where a break ends it.
    pub(super) fn length(self) -> Option<u64> {
        (self.info != INDEFINITE).then_some(self.argument)
    }

    /// Whether this is no data item but the end of one.
    pub(super) fn is_break(self) -> bool {
        self.major == Major::Simple && self.info == INDEFINITE
    }

    /// Whether this is `null` or `undefined`.
    pub(super) fn is_null(self) -> bool {
        self.major == Major::Simple && matches!(self.info, 22 | 23)
    }

    /// The integer, if it is one of 64 bits.
    pub(super) fn as_i64(self) -> Option<i64> {
        let argument = i64::try_from(self.argument).ok()?;
        match self.major {
            Major::Unsigned => Some(argument),
            Major::Negative => Some(-1 - argument),
            _ => None,
        }
    }

    /// The float, whichever its width is.
    pub(super) fn as_float(self) -> Option<f64> {
        match (self.major, self.info) {
            (Major::Simple, 25) => Some(half(self.argument as u16)),
            (Major::Simple, 26) => Some(f32::from_bits(self.argument as u32).into()),
            (Major::Simple, 27) => Some(f64::from_bits(self.argument)),
            _ => None,
        }
    }
}

/// The value of a float of 16 bits: one of sign, five of exponent, ten of fraction.
fn half(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3FF);
    let size = match bits >> 10 & 0x1F {
        0 => fraction / f64::from(1 << 24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1.0 + fraction / 1024.0) * 2_f64.powi(i32::from(exponent) - 15),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

impl Parser<'_> {
    /// Reads the head of the next data item.
    pub(super) fn head(&mut self) -> Result<Head, SyntaxError> {
        let first = *self.bytes.get(self.at).ok_or_else(|| self.ends_early())?;
        let (major, info) = (MAJORS[usize::from(first >> 5)], first & 0x1F);
        let length = match (info, major) {
            (24..=27, _) => 1 << (info - 24),
            (INDEFINITE, Major::Unsigned | Major::Negative | Major::Tag) | (28..=30, _) => {
                return Err(self.fail(Problem::ReservedHead));
            }
            _ => 0,
        };
        let from = self.at + 1;
        let bytes = self.bytes.get(from..from + length).ok_or_else(|| self.ends_early())?;
        let argument = match length {
            0 => u64::from(info),
            _ => bytes.iter().fold(0, |argument, &byte| argument << 8 | u64::from(byte)),
        };
        // The values that one byte holds must not stand in two.
        if major == Major::Simple && info == 24 && argument < 32 {
            return Err(self.fail(Problem::ReservedHead));
        }
        self.at = from + length;
        Ok(Head { major, info, argument })
    }
}
