//! Formats of strings: what `form` says about a string shape, a member, or the value of a key.
//!
//! A new format needs a member of `smithygen.rules#FormKind` in `shapes.json`, a variant of `ir::rules::StringFormat`, a
//! line here, its source in `emit/tables.rs`, its check in `codegen/runtime/validation/string_format.rs` with cases in
//! `codegen/runtime/tests/string_formats.rs`, and a run of the tool, which copies that file to `generated/`.

use super::{StringFormat, value};
use crate::json::Value;

/// The format that a value of the union `FormKind` names; the value fits its shape, or has been reported.
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

#[cfg(test)]
mod tests {
    use super::super::TRAITS;
    use crate::json;

    #[test]
    fn every_member_of_the_union_is_read() {
        let formats = TRAITS.shapes.values().find(|shape| shape.id.name() == "FormKind");
        for member in formats.expect("it is a shape of the rules").members() {
            let text = format!(r#"{{ "{}": "yyyy" }}"#, member.name);
            let value = json::parse(&text, 0).expect("it is JSON");
            assert!(super::read(&value).is_some(), "{}", member.name);
        }
    }
}
