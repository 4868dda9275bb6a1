//! Traits from JSON: each that the tool knows is typed, and a value of the wrong form is a fault.

mod forms;

use std::borrow::Cow;

use super::graph::ShapeId;
use super::raw::{Owner, RawTraits};
use super::traits::{
    Deprecated, EnumDefinition, ErrorFault, Length, Paginated, Range, TimestampFormat, Traits,
};
use crate::diagnostics::Diagnostics;
use crate::json::{self, Data, Value};
use forms::{At, annotation, fields, object, string, string_field, strings, word};

/// Types the traits of a shape or member; all of them are kept as they are written, by id.
pub(super) fn traits(errors: &mut Diagnostics, owner: Owner<'_>, raw: RawTraits<'_>) -> Traits {
    let mut traits = Traits::default();
    for (id, value) in &raw {
        if let Some(name) = id.as_str().strip_prefix("smithy.api#") {
            one(errors, &mut traits, At { owner, name }, value);
        }
    }
    traits.http_error = traits.http_error.or(traits.error.map(implied_status));
    traits.all = raw.into_iter().map(|(id, value)| (id, Cow::into_owned(value))).collect();
    traits.all.sort_unstable_keys();
    traits
}

/// The HTTP status of an error that names none.
fn implied_status(error: ErrorFault) -> u16 {
    match error {
        ErrorFault::Client => 400,
        ErrorFault::Server => 500,
    }
}

fn one(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) {
    match at.name {
        "required" => traits.required = annotation(errors, at, value),
        "uniqueItems" => traits.unique_items = annotation(errors, at, value),
        "sparse" => traits.sparse = annotation(errors, at, value),
        "sensitive" => traits.sensitive = annotation(errors, at, value),
        "streaming" => traits.streaming = annotation(errors, at, value),
        "internal" => traits.internal = annotation(errors, at, value),
        "input" => traits.input = annotation(errors, at, value),
        "output" => traits.output = annotation(errors, at, value),
        "idempotencyToken" => traits.idempotency_token = annotation(errors, at, value),
        "optionalAuth" => traits.optional_auth = annotation(errors, at, value),
        "readonly" => traits.readonly = annotation(errors, at, value),
        "idempotent" => traits.idempotent = annotation(errors, at, value),
        "unstable" => traits.unstable = annotation(errors, at, value),
        "documentation" => traits.documentation = string(errors, at, value),
        "pattern" => traits.pattern = string(errors, at, value),
        "jsonName" => traits.json_name = string(errors, at, value),
        "title" => traits.title = string(errors, at, value),
        "since" => traits.since = string(errors, at, value),
        "timestampFormat" => traits.timestamp_format = timestamp_format(errors, at, value),
        "error" => traits.error = error(errors, at, value),
        "httpError" => traits.http_error = http_error(errors, at, value),
        "default" => traits.default = (value.data != Data::Null).then(|| value.clone()),
        "length" => traits.length = length(errors, at, value),
        "range" => traits.range = range(errors, at, value),
        "deprecated" => traits.deprecated = deprecated(errors, at, value),
        "retryable" => traits.retryable = object(errors, at, value).is_some(),
        "paginated" => traits.paginated = paginated(errors, at, value),
        "auth" => traits.auth = auth(errors, at, value),
        "tags" => traits.tags = strings(errors, at, value).unwrap_or_default(),
        "enum" => traits.enum_definitions = enum_definitions(errors, at, value),
        "enumValue" => enum_value(errors, traits, at, value),
        _ => other(errors, at, value),
    }
}

/// Traits that are not typed, whose form is known all the same.
fn other(errors: &mut Diagnostics, at: At<'_>, value: &Value) {
    match at.name {
        "box"
        | "clientOptional"
        | "eventHeader"
        | "eventPayload"
        | "hostLabel"
        | "httpChecksumRequired"
        | "httpPayload"
        | "httpQueryParams"
        | "httpResponseCode"
        | "noReplace"
        | "notProperty"
        | "nestedProperties"
        | "private"
        | "requiresLength"
        | "resourceIdentifierName"
        | "xmlAttribute"
        | "xmlFlattened" => {
            annotation(errors, at, value);
        }
        "mediaType" | "httpHeader" | "httpPrefixHeaders" | "httpQuery" | "xmlName" => {
            string(errors, at, value);
        }
        _ => {}
    }
}

fn timestamp_format(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<TimestampFormat> {
    let words = [
        ("date-time", TimestampFormat::DateTime),
        ("epoch-seconds", TimestampFormat::EpochSeconds),
        ("http-date", TimestampFormat::HttpDate),
    ];
    word(errors, at, value, &words)
}

fn error(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<ErrorFault> {
    word(errors, at, value, &[("client", ErrorFault::Client), ("server", ErrorFault::Server)])
}

fn http_error(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<u16> {
    let status = match &value.data {
        Data::Number(text) => text.parse().ok().filter(|status| (100..600).contains(status)),
        _ => None,
    };
    if status.is_none() {
        at.refuse(errors, value, "must be an HTTP status, a number from 100 to 599", None);
    }
    status
}

fn length(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Length> {
    let value = fields(errors, at, value, &["min", "max"])?;
    let (min, max) = (count(errors, at, value, "min")?, count(errors, at, value, "max")?);
    ordered(errors, at, value, min.map(|min| min.to_string()), max.map(|max| max.to_string()))?;
    Some(Length { min, max })
}

/// The bound of a length: `Some(None)` where there is none, `None` where it is wrong.
fn count(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<Option<u64>> {
    let Some(bound) = value.get(key) else {
        return Some(None);
    };
    let parsed = match &bound.data {
        Data::Number(text) => text.parse::<u64>().ok(),
        _ => None,
    };
    if parsed.is_none() {
        let problem = format!("must have a whole number of at least 0 as `{key}`");
        at.refuse(errors, bound, &problem, None);
    }
    parsed.map(Some)
}

fn range(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Range> {
    let value = fields(errors, at, value, &["min", "max"])?;
    let (min, max) = (number(errors, at, value, "min")?, number(errors, at, value, "max")?);
    ordered(errors, at, value, min.clone(), max.clone())?;
    Some(Range { min, max })
}

/// The bound of a range as it is written: `Some(None)` where there is none, `None` where it is wrong.
fn number(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<Option<String>> {
    match value.get(key).map(|bound| (bound, &bound.data)) {
        None => Some(None),
        Some((_, Data::Number(text))) => Some(Some(text.clone())),
        Some((bound, _)) => {
            at.refuse(errors, bound, &format!("must have a number as `{key}`, not {}", bound.kind()), None);
            None
        }
    }
}

/// Checks that a lower bound is not above the upper one.
fn ordered(
    errors: &mut Diagnostics,
    at: At<'_>,
    value: &Value,
    min: Option<String>,
    max: Option<String>,
) -> Option<()> {
    if let (Some(min), Some(max)) = (min, max)
        && json::decimal(&min).compare(&json::decimal(&max)).is_gt()
    {
        at.refuse(
            errors,
            value,
            &format!("has a `min` of {min}, which is greater than its `max` of {max}"),
            None,
        );
        return None;
    }
    Some(())
}

fn deprecated(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Deprecated> {
    let value = fields(errors, at, value, &["message", "since"])?;
    Some(Deprecated {
        message: string_field(errors, at, value, "message"),
        since: string_field(errors, at, value, "since"),
    })
}

fn paginated(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Paginated> {
    let value = fields(errors, at, value, &["inputToken", "outputToken", "items", "pageSize"])?;
    Some(Paginated {
        input_token: string_field(errors, at, value, "inputToken"),
        output_token: string_field(errors, at, value, "outputToken"),
        items: string_field(errors, at, value, "items"),
        page_size: string_field(errors, at, value, "pageSize"),
    })
}

fn auth(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Vec<ShapeId>> {
    strings(errors, at, value)?
        .iter()
        .map(|text| {
            let id = ShapeId::parse(text);
            if id.is_none() {
                at.refuse(
                    errors,
                    value,
                    &format!("must name traits by their ids, and `{text}` is none"),
                    None,
                );
            }
            id
        })
        .collect()
}

fn enum_value(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) {
    match &value.data {
        Data::String(text) => traits.enum_value = Some(text.clone()),
        Data::Number(text) => {
            traits.int_enum_value = text.parse().ok();
            if traits.int_enum_value.is_none() {
                at.refuse(errors, value, "must be an integer of 32 bits, or a string", None);
            }
        }
        _ => at.must_be(errors, value, "a string or an integer"),
    }
}

fn enum_definitions(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Vec<EnumDefinition> {
    let elements = value.as_array();
    if elements.is_none_or(<[Value]>::is_empty) {
        at.refuse(errors, value, "must be an array of definitions, `[{ \"value\": \"…\" }]`", None);
    }
    elements.unwrap_or_default().iter().filter_map(|element| enum_definition(errors, at, element)).collect()
}

fn enum_definition(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<EnumDefinition> {
    let value = fields(errors, at, value, &["value", "name", "documentation", "deprecated", "tags"])?;
    if value.get("value").is_none() {
        at.refuse(errors, value, "has a definition without `value`", None);
    }
    let tags = value.get("tags").and_then(|tags| strings(errors, at, tags)).unwrap_or_default();
    Some(EnumDefinition {
        value: string_field(errors, at, value, "value")?,
        name: string_field(errors, at, value, "name"),
        documentation: string_field(errors, at, value, "documentation"),
        deprecated: value.get("deprecated").is_some_and(|flag| flag.data == Data::Bool(true)),
        internal: tags.iter().any(|tag| tag == "internal"),
    })
}
