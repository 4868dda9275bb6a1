//! Formats of strings: what `form` says about a string shape, a member, or the value of a key.
//!
//! A new format needs a variant of `ir::rules::StringFormat`, a line here, a member of `smithygen.rules#FormKind` in
//! `shapes.json`, its source in `emit/tables.rs`, and its check in `runtime/validation/string_format.rs`.

use super::{StringFormat, value};
use crate::json::Value;

/// The format that a value of the union `FormKind` names.
pub(super) fn read(value: &Value) -> Option<StringFormat> {
    let entry = value.as_object()?.first()?;
    Some(match (entry.key.as_str(), entry.value.as_str()) {
        ("date", Some(pattern)) => StringFormat::Date(pattern.to_owned()),
        ("hex", _) => StringFormat::Hex,
        ("base64", _) => StringFormat::Base64,
        ("integer", _) => StringFormat::Integer,
        ("boolean", _) => StringFormat::Boolean,
        ("json", _) => StringFormat::Json,
        ("phone", _) => StringFormat::Phone,
        ("comparison", _) => StringFormat::Comparison {
            names: value::texts(&entry.value, "names"),
            operators: value::texts(&entry.value, "operators"),
        },
        _ => return None,
    })
}
