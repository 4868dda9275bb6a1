//! Documentation traits ([Smithy 2.0, documentation traits](https://smithy.io/2.0/spec/documentation-traits.html)).

use super::forms::{At, object, string, string_field};
use crate::diagnostics::Diagnostics;
use crate::json::{Entry, Value};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::{
    Deprecated, Example, ExampleError, ExternalPage, Recommended, STUB, SpannedText, Unstable,
    UnstableFeature,
};

/// A text, and where it is written.
pub(super) fn text(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<SpannedText> {
    string(errors, at, value).map(|text| SpannedText { text, span: value.span })
}

/// `documentation`; one that is still to be written is none.
pub(super) fn documentation(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) {
    match text(errors, at, value) {
        Some(text) if text.trim() == STUB => traits.documentation_stub = Some(text.span),
        text => traits.documentation = text,
    }
}

/// `deprecated`.
pub(super) fn deprecated(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Deprecated> {
    let value = object(errors, at, value)?;
    Some(Deprecated {
        message: string_field(errors, at, value, "message"),
        since: string_field(errors, at, value, "since"),
    })
}

/// `recommended`.
pub(super) fn recommended(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Recommended> {
    let value = object(errors, at, value)?;
    Some(Recommended { reason: string_field(errors, at, value, "reason") })
}

/// `unstable`.
pub(super) fn unstable(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Unstable> {
    let value = object(errors, at, value)?;
    Some(Unstable { feature: string_field(errors, at, value, "featureId") })
}

/// `unstableFeatures`.
pub(super) fn features(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Vec<UnstableFeature> {
    let entries = object(errors, at, value).and_then(Value::as_object).unwrap_or_default();
    let feature = |entry: &Entry| {
        let value = object(errors, at, &entry.value)?;
        Some(UnstableFeature {
            id: entry.key.clone(),
            message: string_field(errors, at, value, "message"),
            reason: string_field(errors, at, value, "reason"),
        })
    };
    entries.iter().filter_map(feature).collect()
}

/// `externalDocumentation`.
pub(super) fn pages(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Vec<ExternalPage> {
    let entries = object(errors, at, value).and_then(Value::as_object).unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| {
            let address = text(errors, at, &entry.value)?;
            Some(ExternalPage { name: entry.key.clone(), address })
        })
        .collect()
}

/// `examples`.
pub(super) fn examples(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Vec<Example> {
    let Some(elements) = value.as_array() else {
        at.must_be(errors, value, "an array of examples");
        return Vec::new();
    };
    elements.iter().filter_map(|element| example(errors, at, element)).collect()
}

fn example(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Example> {
    let value = object(errors, at, value)?;
    Some(Example {
        title: string_field(errors, at, value, "title"),
        documentation: value.get("documentation").and_then(|value| text(errors, at, value)),
        input: value.get("input").cloned(),
        output: value.get("output").cloned(),
        error: value.get("error").map(|error| ExampleError {
            shape_id: string_field(errors, at, error, "shapeId").unwrap_or_default(),
            content: error.get("content").cloned(),
            span: error.span,
        }),
    })
}
