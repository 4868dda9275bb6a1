//! Why bytes are not CBOR.

use std::fmt;

/// Why bytes are not CBOR, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte at which reading stopped.
    pub offset: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong with a CBOR data item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The bytes end inside a data item.
    UnexpectedEnd,
    /// A data item begins with a byte that RFC 8949 reserves.
    ReservedHead,
    /// A break stands where a data item was due.
    UnexpectedBreak,
    /// The key of a map is not a text string.
    ExpectedTextKey,
    /// A string of indefinite length holds something else than strings of its kind with a length.
    InvalidChunk,
    /// The bytes of a text string are not UTF-8.
    InvalidUtf8,
    /// What follows a tag is not what RFC 8949 demands behind it.
    InvalidTagContent,
    /// A number of any size takes more bytes than the limit.
    NumberTooLong {
        /// The limit.
        limit: usize,
    },
    /// Bytes follow the one data item that a body holds.
    TrailingBytes,
    /// Arrays and maps nest deeper than the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// There are more elements and entries than the limit.
    TooManyElements {
        /// The limit.
        limit: usize,
    },
    /// There are more bytes than the limit.
    TooLarge {
        /// The limit.
        limit: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnexpectedEnd => "the CBOR data item ends too early",
            Self::ReservedHead => "expected a CBOR data item, found a reserved byte",
            Self::UnexpectedBreak => "expected a CBOR data item, found a break",
            Self::ExpectedTextKey => "expected a text string as the key",
            Self::InvalidChunk => "expected a chunk of the string, with a length",
            Self::InvalidUtf8 => "expected UTF-8, found other bytes",
            Self::InvalidTagContent => "this data item cannot have its tag",
            Self::TrailingBytes => "expected nothing more after the CBOR data item",
            Self::NumberTooLong { limit } => return write!(f, "a number of more than {limit} bytes"),
            Self::TooManyElements { limit } => return write!(f, "more than {limit} elements"),
            Self::TooLarge { limit } => return write!(f, "more than {limit} bytes"),
            Self::TooDeep { limit } => return write!(f, "nested deeper than {limit} levels"),
        })
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.problem, self.offset)
    }
}

impl std::error::Error for SyntaxError {}
