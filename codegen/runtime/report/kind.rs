//! What a violation violates.

use std::fmt;

use super::rule::Count;

/// What a violation violates, with the operands that say what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A value is required and is absent or null.
    Required,
    /// A length is out of bounds: of strings in Unicode scalar values, of blobs in bytes, of lists and maps in elements.
    Length {
        /// How long the value is.
        length: u64,
        /// The least length.
        min: Option<u64>,
        /// The greatest length.
        max: Option<u64>,
    },
    /// A number is out of bounds, which are written as in the model.
    Range {
        /// The least value.
        min: Option<String>,
        /// The greatest value.
        max: Option<String>,
    },
    /// A string has no match of a pattern.
    Pattern {
        /// The pattern as the model writes it.
        pattern: &'static str,
    },
    /// A list holds a value twice.
    UniqueItems,
    /// A string is none of an enum's values.
    Enum {
        /// The values that are not internal, in the order of the model.
        values: &'static [&'static str],
    },
    /// An integer is none of an enum's values.
    IntEnum {
        /// The values, in the order of the model.
        values: &'static [i32],
    },
    /// A value nests so deep that what lies deeper was not checked.
    TooDeep {
        /// How many levels are checked.
        limit: usize,
    },
    /// A condition of the model does not hold.
    Condition {
        /// Its name.
        name: &'static str,
    },
    /// The map of a case that needs keys is absent or empty.
    AbsentMap {
        /// The case.
        case: &'static str,
    },
    /// A key that a case needs is missing.
    MissingKey {
        /// The key.
        key: std::borrow::Cow<'static, str>,
        /// The case.
        case: &'static str,
    },
    /// A key that a case needs has an empty value.
    EmptyKey {
        /// The key.
        key: &'static str,
        /// The case.
        case: &'static str,
    },
    /// A key is there in another spelling.
    MisspelledKey {
        /// The key as it should be.
        key: &'static str,
    },
    /// A key is there that is one letter off.
    SimilarKey {
        /// The key as it should be.
        key: &'static str,
    },
    /// A value is almost one of those that are known.
    MisspelledValue {
        /// The value as it should be.
        value: &'static str,
    },
    /// A key is there that people send by mistake.
    MistakenKey {
        /// The key.
        key: &'static str,
    },
    /// A string does not have the form that it should.
    Form {
        /// The form, in words.
        form: String,
    },
    /// A value is not the one that the service sent before.
    OtherValue {
        /// The key under which the service sent it.
        key: &'static str,
    },
    /// A member is needed and is absent.
    MissingMember {
        /// The member.
        member: &'static str,
        /// The case that needs it, if only some cases do.
        case: Option<&'static str>,
    },
    /// A case has no use for a member that is there.
    UnexpectedMember {
        /// The member.
        member: &'static str,
        /// The case.
        case: &'static str,
    },
    /// Of some members too few or too many are there.
    Members {
        /// The members, each with its Rust field.
        members: &'static [(&'static str, &'static str)],
        /// How many of them must be there.
        count: Count,
    },
    /// An operation does not take a case.
    RefusedCase {
        /// The case.
        case: &'static str,
    },
}

impl Kind {
    /// The kind as one word for machines: the name of the trait where there is one.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Length { .. } => "length",
            Self::Range { .. } => "range",
            Self::Pattern { .. } => "pattern",
            Self::UniqueItems => "uniqueItems",
            Self::Enum { .. } => "enum",
            Self::IntEnum { .. } => "intEnum",
            Self::TooDeep { .. } => "tooDeep",
            Self::Condition { .. } => "condition",
            Self::AbsentMap { .. } => "absentMap",
            Self::MissingKey { .. } => "missingKey",
            Self::EmptyKey { .. } => "emptyKey",
            Self::MisspelledKey { .. } => "misspelledKey",
            Self::SimilarKey { .. } => "similarKey",
            Self::MisspelledValue { .. } => "misspelledValue",
            Self::MistakenKey { .. } => "mistakenKey",
            Self::Form { .. } => "form",
            Self::OtherValue { .. } => "otherValue",
            Self::MissingMember { .. } => "missingMember",
            Self::UnexpectedMember { .. } => "unexpectedMember",
            Self::Members { .. } => "members",
            Self::RefusedCase { .. } => "refusedCase",
        }
    }

    /// The id of the Smithy trait that is violated, if it is one.
    pub(super) const fn trait_id(&self) -> Option<&'static str> {
        Some(match self {
            Self::Required => "smithy.api#required",
            Self::Length { .. } => "smithy.api#length",
            Self::Range { .. } => "smithy.api#range",
            Self::Pattern { .. } => "smithy.api#pattern",
            Self::UniqueItems => "smithy.api#uniqueItems",
            Self::Enum { .. } | Self::IntEnum { .. } => "smithy.api#enum",
            _ => return None,
        })
    }

    /// What the member must be or have, in Smithy's words; nothing for rules, which have words of their own.
    pub(super) fn constraint(&self, f: &mut fmt::Formatter<'_>) -> Option<fmt::Result> {
        Some(match self {
            Self::Required => f.write_str("not be null"),
            Self::Length { min, max, .. } => bounds(f, "have length ", min.as_ref(), max.as_ref()),
            Self::Range { min, max } => bounds(f, "be ", min.as_ref(), max.as_ref()),
            Self::Pattern { pattern } => write!(f, "satisfy regular expression pattern: {pattern}"),
            Self::UniqueItems => f.write_str("have unique values"),
            Self::Enum { values } => write!(f, "satisfy enum value set: [{}]", values.join(", ")),
            Self::IntEnum { values } => write!(f, "satisfy enum value set: {values:?}"),
            Self::TooDeep { limit } => write!(f, "nest at most {limit} levels deep"),
            _ => return None,
        })
    }

    /// What goes wrong, for rules that do not know the service's own words.
    /// `subject` names the value that it is about.
    pub(super) fn words(&self, f: &mut fmt::Formatter<'_>, subject: &str) -> fmt::Result {
        match self {
            Self::AbsentMap { case } => write!(f, "{case} needs keys"),
            Self::MissingKey { key, .. } => write!(f, "Missing required parameter {key}"),
            Self::EmptyKey { key, .. } => write!(f, "Missing required parameter {key}"),
            Self::MisspelledKey { key } => write!(f, "Keys are case-sensitive: `{key}`"),
            Self::SimilarKey { key } => write!(f, "A key is almost `{key}`"),
            Self::MisspelledValue { value } => write!(f, "The value of {subject} is almost `{value}`"),
            Self::MistakenKey { key } => write!(f, "`{key}` is no key of an answer"),
            Self::Form { form } => write!(f, "{subject} must be {form}"),
            Self::OtherValue { key } => {
                write!(f, "{subject} must be the value that the service sent as `{key}`")
            }
            Self::MissingMember { member, .. } => write!(f, "Missing required parameter {member}"),
            Self::UnexpectedMember { member, case } => write!(f, "{case} has no use for {member}"),
            Self::Members { members, count } => {
                let names: Vec<&str> = members.iter().map(|&(name, _)| name).collect();
                write!(f, "Expected {} {}", count.words(), names.join(", "))
            }
            Self::RefusedCase { case } => write!(f, "The operation does not take {case}"),
            Self::Condition { name } => write!(f, "The condition {name} does not hold"),
            _ => Ok(()),
        }
    }
}

/// Bounds in Smithy's words.
fn bounds<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    min: Option<&T>,
    max: Option<&T>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "{what}between {min} and {max}, inclusive"),
        (Some(min), None) => write!(f, "{what}greater than or equal to {min}"),
        (None, Some(max)) => write!(f, "{what}less than or equal to {max}"),
        (None, None) => f.write_str("be bounded"),
    }
}
