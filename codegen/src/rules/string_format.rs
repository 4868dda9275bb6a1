//! Formats of strings: what `form` says about a string shape, a member, or the value of a key.
//!
//! A new format needs a variant here, a member of `smithygen.rules#FormKind` in `shapes.json`, a variant of
//! `ir::rules::TextFormat` with a line in `lower/checks/statics.rs`, its source in `emit/tables.rs`, and its check in
//! `runtime/validation/string_format.rs`.

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
    /// A JSON text.
    Json,
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
            ("json", _) => Self::Json,
            _ => return None,
        })
    }

    /// The pattern of a date.
    pub(crate) fn date_pattern(&self) -> Option<&str> {
        match self {
            Self::Date(pattern) => Some(pattern),
            Self::Hex | Self::Base64 | Self::Integer | Self::Json => None,
        }
    }
}
