//! The values of enums: `enumValue`, and `enum` of Smithy 1.0
//! ([Smithy 2.0, enum](https://smithy.io/2.0/spec/simple-types.html#enum)).

use super::documentation::text;
use super::forms::{At, object, string_field, strings};
use crate::diagnostics::Diagnostics;
use crate::json::{Data, Value};
use crate::resolve::enum_trait::EnumDefinition;
use crate::resolve::traits::Traits;

/// `enumValue`.
pub(super) fn enum_value(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) {
    match &value.data {
        Data::String(text) => traits.enum_value = Some(text.clone()),
        Data::Number(text) => traits.int_enum_value = text.parse().ok(),
        _ => at.must_be(errors, value, "a string or an integer"),
    }
}

/// `enum`.
pub(super) fn enum_definitions(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Vec<EnumDefinition> {
    let elements = value.as_array();
    if elements.is_none_or(<[Value]>::is_empty) {
        at.refuse(errors, value, "must be an array of definitions, `[{ \"value\": \"…\" }]`", None);
    }
    elements.unwrap_or_default().iter().filter_map(|element| enum_definition(errors, at, element)).collect()
}

fn enum_definition(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<EnumDefinition> {
    let value = object(errors, at, value)?;
    if value.get("value").is_none() {
        at.refuse(errors, value, "has a definition without `value`", None);
    }
    Some(EnumDefinition {
        value: string_field(errors, at, value, "value")?,
        name: string_field(errors, at, value, "name"),
        documentation: value.get("documentation").and_then(|value| text(errors, at, value)),
        deprecated: value.get("deprecated").is_some_and(|flag| flag.data == Data::Bool(true)),
        tags: value.get("tags").and_then(|tags| strings(errors, at, tags)).unwrap_or_default(),
        span: value.span,
    })
}
