//! Formats of strings: what `form` says about a string shape, a member, or the value of a key.
//!
//! A new format needs a variant here, a member of `smithygen.rules#FormKind` in `shapes.json`, a variant of
//! `ir::rules::TextFormat` with a line in `lower/checks/statics.rs`, its source in `emit/tables.rs`, and its check in
//! `runtime/validation/string_format.rs`.

use super::value;
use crate::json::Value;

/// What a string looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StringFormat {
    /// A date by a pattern.
    Date(String),
    /// Hexadecimal digits.
    Hex,
    /// Base64.
    Base64,
    /// An integer.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A JSON text.
    Json,
    /// A phone number.
    Phone,
    /// One of some names, one of some operators, and a value in quotes.
    Comparison {
        /// The names.
        names: Vec<String>,
        /// The operators.
        operators: Vec<String>,
    },
}

impl StringFormat {
    /// The format that a value of the union `FormKind` names.
    pub(super) fn read(value: &Value) -> Option<Self> {
        let entry = value.as_object()?.first()?;
        Some(match (entry.key.as_str(), entry.value.as_str()) {
            ("date", Some(pattern)) => Self::Date(pattern.to_owned()),
            ("hex", _) => Self::Hex,
            ("base64", _) => Self::Base64,
            ("integer", _) => Self::Integer,
            ("boolean", _) => Self::Boolean,
            ("json", _) => Self::Json,
            ("phone", _) => Self::Phone,
            ("comparison", _) => Self::Comparison {
                names: value::texts(&entry.value, "names"),
                operators: value::texts(&entry.value, "operators"),
            },
            _ => return None,
        })
    }

    /// The pattern of a date.
    pub(crate) fn date_pattern(&self) -> Option<&str> {
        match self {
            Self::Date(pattern) => Some(pattern),
            Self::Hex
            | Self::Base64
            | Self::Integer
            | Self::Boolean
            | Self::Json
            | Self::Phone
            | Self::Comparison { .. } => None,
        }
    }
}
