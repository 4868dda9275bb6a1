//! Why reading fails. None of these errors holds a value, or a key of a map that is sensitive.

use std::fmt;

use super::super::codec::body::SyntaxError;
use super::super::report::{Path, Violations};

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// The body is not of the protocol, or more than the limits: what is wrong, and at which value.
    Syntax(SyntaxError, Path),
    /// The body is of another media type than this; where none is named, there must be no body.
    MediaType(&'static str),
    /// The body is not compressed in the way that its header says.
    Encoding(&'static str),
    /// The answer would be of this media type, and others are asked for.
    NotAcceptable(&'static str),
    /// Values are of a wrong kind.
    Mismatches(Mismatches),
    /// Something required is missing; only strict reading reports this.
    Violations(Violations),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error, path) if path.segments().is_empty() => error.fmt(f),
            Self::Syntax(error, path) => write!(f, "{error}, in '{path}'"),
            Self::MediaType("") => f.write_str("expected no body"),
            Self::MediaType(expected) => write!(f, "expected a body of the type {expected}"),
            Self::Encoding(stated) => write!(f, "the body is not compressed by {stated}, as its header says"),
            Self::NotAcceptable(given) => {
                write!(f, "the answer is of the type {given}, which is not asked for")
            }
            Self::Mismatches(mismatches) => mismatches.fmt(f),
            Self::Violations(violations) => violations.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Syntax(error, _) => Some(error),
            Self::MediaType(_) | Self::Encoding(_) | Self::NotAcceptable(_) | Self::Mismatches(_) => None,
            Self::Violations(violations) => Some(violations),
        }
    }
}

impl From<SyntaxError> for ReadError {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error, Path::default())
    }
}

impl From<Violations> for ReadError {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations)
    }
}

/// The values that are of a wrong kind: one at least in an error, [`Violations::LIMIT`] at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mismatches {
    list: Vec<Mismatch>,
    omitted: usize,
}

/// A value that is of a wrong kind. It holds nothing of the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    path: Path,
    position: usize,
    expected: &'static str,
}

impl Mismatches {
    /// Adds one; its path is asked for only if it is kept.
    pub(super) fn add(&mut self, expected: &'static str, position: usize, path: impl FnOnce() -> Path) {
        if self.list.len() < Violations::LIMIT {
            self.list.push(Mismatch { path: path(), position, expected });
        } else {
            self.omitted += 1;
        }
    }

    /// How many mismatches are kept.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none, which is never so in an error.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many more mismatches there were than are kept.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// All mismatches that are kept, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Mismatch> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Mismatches {
    type Item = &'a Mismatch;
    type IntoIter = std::slice::Iter<'a, Mismatch>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Mismatch {
    /// Where the value stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The byte of the body at which the value begins.
    pub fn position(&self) -> usize {
        self.position
    }

    /// What should stand there, in words: "a string".
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.segments().is_empty() {
            write!(f, "expected {}", self.expected)
        } else {
            write!(f, "expected {} at '{}'", self.expected, self.path)
        }
    }
}

impl fmt::Display for Mismatches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mismatch) in self.list.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{mismatch}")?;
        }
        if self.omitted > 0 { write!(f, "\nand {} more", self.omitted) } else { Ok(()) }
    }
}
