//! Why a text is not JSON.

use std::fmt;

/// Why a text is not JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte offset in the text at which reading stopped.
    pub offset: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong with a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The text ends inside a value.
    UnexpectedEnd,
    /// A value was due and something else stands there.
    ExpectedValue,
    /// An object's key, in double quotes, was due.
    ExpectedKey,
    /// `:` was due between a key and its value.
    ExpectedColon,
    /// `,` or the closing bracket was due.
    ExpectedCommaOrEnd,
    /// A comma stands before a closing bracket.
    TrailingComma,
    /// Text follows the one value that a JSON text holds.
    TrailingText,
    /// A number does not follow JSON's grammar.
    InvalidNumber,
    /// A backslash is followed by what JSON does not know.
    InvalidEscape,
    /// A `\u` escape names half of a surrogate pair.
    LoneSurrogate,
    /// A control character stands unescaped in a string.
    ControlCharacter,
    /// Arrays and objects nest deeper than the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// There are more elements and entries than the limit.
    TooManyElements {
        /// The limit.
        limit: usize,
    },
    /// The text has more bytes than the limit.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    InvalidUtf8,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnexpectedEnd => "the JSON text ends too early",
            Self::ExpectedValue => "expected a JSON value",
            Self::ExpectedKey => "expected a key in double quotes",
            Self::ExpectedColon => "expected `:` after the key",
            Self::ExpectedCommaOrEnd => "expected `,` or a closing bracket",
            Self::TrailingComma => "a comma must be followed by another entry",
            Self::TrailingText => "expected nothing more after the JSON value",
            Self::InvalidNumber => "this number does not follow JSON's grammar",
            Self::InvalidEscape => "unknown escape sequence in a string",
            Self::LoneSurrogate => "a `\\u` escape names half of a surrogate pair",
            Self::ControlCharacter => "control characters in a string must be escaped",
            Self::InvalidUtf8 => "expected UTF-8, found other bytes",
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
