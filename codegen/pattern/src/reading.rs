//! What a pattern may be refused for, and the readings of patterns that are not quite ECMA-262.

use std::fmt;

/// A reading that ECMA-262's strict mode lacks and that a pattern needs; it prints as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leniency {
    /// Which reading it is.
    pub reading: Reading,
    /// The piece of the pattern that was read so.
    pub source: String,
}

/// How a piece of a pattern is read that ECMA-262 with the flag `u` does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reading {
    /// `\_`: a character that needs no escape.
    Escape,
    /// `[\w-.]`: a class at an end of a range.
    ClassInRange,
    /// `}`, `]` or `{` that closes or opens nothing.
    Bracket,
    /// `\A` and `\z`: the ends of the string.
    TextAnchor,
    /// `\x{60}`: a code point.
    CodePoint,
    /// `\012`: an octal code point.
    Octal,
    /// `(?s)`, `(?i)`, `(?m)`: flags within the pattern.
    Flags,
    /// `a++`: a repeat that gives nothing back.
    Possessive,
    /// `$*`: a repeated assertion.
    RepeatedAssertion,
    /// `\p{Print}`: a class of Java's.
    JavaProperty,
    /// `[..&&[..]]`: what is in both classes.
    Intersection,
}

/// Why a pattern is not checked; it prints as a sentence that says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unchecked {
    /// The pattern is no regular expression, neither of ECMA-262 nor of Java.
    Invalid {
        /// Which character of the pattern is wrong, counted from 0.
        at: usize,
        /// What would be right.
        hint: String,
    },
    /// The pattern is not ECMA-262, nor any of what is read beyond it, though Java may know it.
    Syntax {
        /// Which character of the pattern is wrong, counted from 0.
        at: usize,
        /// What would be right.
        hint: String,
    },
    /// A backreference to a group that can have too many texts.
    Backreference,
    /// An assertion within a look-behind that looks ahead.
    AheadWithinBehind,
    /// The automaton takes more work than [`Caps`](super::Caps) allow.
    TooLarge {
        /// Which of the caps it exceeds.
        limit: Limit,
        /// The value of that cap.
        cap: usize,
    },
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Limit {
    /// The characters of the pattern.
    Length,
    /// The steps of the compiler.
    Steps,
    /// The states of the automaton.
    States,
    /// The bytes of its tables.
    Bytes,
    /// The classes of characters that the pattern tells apart.
    Classes,
    /// The look-behinds of the pattern.
    LookBehinds,
}

impl Reading {
    /// Whether the construct is Java's, so that the pattern must have been written for Java.
    pub(super) fn is_java(self) -> bool {
        match self {
            Self::TextAnchor
            | Self::CodePoint
            | Self::Octal
            | Self::Flags
            | Self::Possessive
            | Self::JavaProperty
            | Self::Intersection => true,
            Self::Escape | Self::ClassInRange | Self::Bracket | Self::RepeatedAssertion => false,
        }
    }

    /// What is done, to stand behind "`..` is".
    fn sentence(self) -> &'static str {
        match self {
            Self::Escape => "an escape that ECMA-262 does not have; it is read as the character itself",
            Self::ClassInRange => "a class as an end of a range; its `-` is read as the character itself",
            Self::Bracket => "a bracket that pairs with no other; it is read as the character itself",
            Self::TextAnchor => "Java's anchor; it is read as the start or end of the string",
            Self::CodePoint => "Java's escape; it is read as `\\u{..}`",
            Self::Octal => "an octal escape; it is read as the character of that number",
            Self::Flags => {
                "Java's flags; they are read as ECMA-262's flags from there to the end of the group"
            }
            Self::Possessive => "a possessive repeat; it is read as one that gives nothing back",
            Self::RepeatedAssertion => "a repeated assertion; it is read as the assertion, or as nothing",
            Self::JavaProperty => {
                "a class of Java's; it is read as Java does, of ASCII where that is what Java means"
            }
            Self::Intersection => "Java's intersection; it is read as what is in both classes",
        }
    }
}

impl fmt::Display for Leniency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is {}", self.source, self.reading.sentence())
    }
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid { at, hint } | Self::Syntax { at, hint } => write!(f, "character {at} of the pattern is wrong: {hint}"),
            Self::Backreference => f.write_str(
                "a backreference can only be checked to an earlier group of the same sequence, with few texts; \
                 write those texts out",
            ),
            Self::AheadWithinBehind => f.write_str(
                "a look-behind that looks ahead itself cannot be checked; move the inner assertion out of it",
            ),
            Self::TooLarge { limit, cap } => {
                let what = match limit {
                    Limit::Length => "characters in the pattern",
                    Limit::Steps => "steps to compile the pattern",
                    Limit::States => "states in the pattern's automaton",
                    Limit::Bytes => "bytes for the pattern's tables",
                    Limit::Classes => "classes of characters in the pattern",
                    Limit::LookBehinds => "look-behinds in the pattern",
                };
                write!(f, "{cap} {what} are the limit; smaller counts or fewer alternatives would fit")
            }
        }
    }
}

impl std::error::Error for Unchecked {}
