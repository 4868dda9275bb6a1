//! Why a text is not XML.

use std::fmt;

/// Why a text is not XML, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte offset in the text at which reading stopped.
    pub offset: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong with an XML text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The text ends inside an element, or before one begins.
    UnexpectedEnd,
    /// The start of the one element that a text holds was due.
    ExpectedElement,
    /// A name was due.
    ExpectedName,
    /// `>` or an attribute was due.
    ExpectedTagEnd,
    /// A value in quotes was due behind the name of an attribute.
    ExpectedAttributeValue,
    /// The end of an element was due, and that of another one came.
    MismatchedEnd,
    /// `<!` begins neither a comment nor character data.
    InvalidMarkup,
    /// A document type, which is refused.
    DocumentType,
    /// `&` begins no reference that is known without a document type.
    UnknownEntity,
    /// A reference names no character.
    InvalidReference,
    /// The text says that it is in another encoding than UTF-8.
    Encoding,
    /// Text follows the one element that a text holds.
    TrailingText,
    /// Elements nest deeper than the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// There are more elements than the limit.
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
            Self::UnexpectedEnd => "the XML text ends too early",
            Self::ExpectedElement => "expected the start of an XML element",
            Self::ExpectedName => "expected a name",
            Self::ExpectedTagEnd => "expected `>` or an attribute",
            Self::ExpectedAttributeValue => "expected `=` and a value in quotes",
            Self::MismatchedEnd => "expected the end of the element that was opened last",
            Self::InvalidMarkup => "expected a comment or character data after `<!`",
            Self::DocumentType => "document types are refused",
            Self::UnknownEntity => "unknown entity: only five are known without a document type",
            Self::InvalidReference => "this reference names no character",
            Self::Encoding => "expected UTF-8, the text says that it is in another encoding",
            Self::TrailingText => "expected nothing more after the XML element",
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
