//! Traits from JSON: each that the tool knows is typed, and a value of the wrong form is an error.

mod conditions;
mod constraints;
mod documentation;
mod enums;
mod forms;
mod http;
mod operations;
mod service;

use super::graph::ShapeId;
use super::raw::{PRELUDE, RawTraits, ShapeOrMember};
use super::traits::{ErrorFault, IdRef, TimestampFormat, TraitDefinition, Traits};
use crate::diagnostics::Diagnostics;
use crate::json::{Data, Value};
use forms::{At, annotation, object, string, string_field, strings, word};

/// Types the traits of a shape or member; all of them are kept as they are written, by id.
pub(super) fn parse(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, raw: &RawTraits<'_>) -> Traits {
    let mut traits = Traits::default();
    let mut sorted: Vec<(&ShapeId, &Value)> = raw.iter().map(|(id, value)| (id, value.as_ref())).collect();
    sorted.sort_unstable_by_key(|&(id, _)| id);
    for &(id, value) in &sorted {
        if let Some(name) = id.as_str().strip_prefix(PRELUDE) {
            prelude(errors, &mut traits, At { owner, name }, value);
        } else if id.as_str() == conditions::ID {
            traits.conditions = conditions::conditions(errors, owner, value);
        }
        service::read(&mut traits, id, value);
    }
    traits.written = sorted.into_iter().map(|(id, value)| (id.clone(), value.clone())).collect();
    traits
}

fn prelude(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) {
    if let Some(flag) = flag(traits, at.name) {
        *flag = annotation(errors, at, value);
        return;
    }
    if let Some(text) = plain_text(traits, at.name) {
        *text = string(errors, at, value);
        return;
    }
    match at.name {
        "documentation" => documentation::documentation(errors, traits, at, value),
        "deprecated" => traits.deprecated = documentation::deprecated(errors, at, value),
        "recommended" => traits.recommended = documentation::recommended(errors, at, value),
        "externalDocumentation" => traits.external_documentation = documentation::pages(errors, at, value),
        "examples" => traits.examples = documentation::examples(errors, at, value),
        "tags" => traits.tags = strings(errors, at, value).unwrap_or_default(),
        "suppress" => traits.suppress = strings(errors, at, value).unwrap_or_default(),
        "default" => traits.default = (value.data != Data::Null).then(|| value.clone()),
        "length" => traits.length = constraints::length(errors, at, value),
        "range" => traits.range = constraints::range(errors, at, value),
        "pattern" => traits.pattern = documentation::text(errors, at, value),
        "enum" => traits.enum_definitions = enums::enum_definitions(errors, at, value),
        "enumValue" => enums::enum_value(errors, traits, at, value),
        "error" => traits.error = error(errors, at, value),
        "retryable" => traits.retryable = operations::retryable(errors, at, value),
        "timestampFormat" => traits.timestamp_format = timestamp_format(errors, at, value),
        "auth" => traits.auth = service::auth(errors, at, value),
        "paginated" => traits.paginated = service::paginated(errors, at, value),
        "trait" => traits.trait_definition = trait_definition(errors, at, value),
        "idempotent" => traits.idempotent = operations::idempotent(errors, at, value),
        "unstable" => traits.unstable = documentation::unstable(errors, at, value),
        "unstableFeatures" => traits.unstable_features = documentation::features(errors, at, value),
        "longPoll" => operations::long_poll(errors, at, value),
        "idRef" => traits.id_ref = id_ref(errors, at, value),
        _ if http::read(errors, traits, at, value) => {}
        _ => form(errors, at, value),
    }
}

/// The field of a trait without a value.
fn flag<'t>(traits: &'t mut Traits, name: &str) -> Option<&'t mut bool> {
    Some(match name {
        "required" => &mut traits.required,
        "clientOptional" => &mut traits.client_optional,
        "uniqueItems" => &mut traits.unique_items,
        "sparse" => &mut traits.sparse,
        "sensitive" => &mut traits.sensitive,
        "streaming" => &mut traits.streaming,
        "internal" => &mut traits.internal,
        "input" => &mut traits.input,
        "output" => &mut traits.output,
        "idempotencyToken" => &mut traits.idempotency_token,
        "optionalAuth" => &mut traits.optional_auth,
        "readonly" => &mut traits.readonly,
        "hostLabel" => &mut traits.host_label,
        "xmlAttribute" => &mut traits.xml.attribute,
        "xmlFlattened" => &mut traits.xml.flattened,
        _ => return None,
    })
}

/// The field of a trait whose value is any string.
fn plain_text<'t>(traits: &'t mut Traits, name: &str) -> Option<&'t mut Option<String>> {
    Some(match name {
        "title" => &mut traits.title,
        "since" => &mut traits.since,
        "jsonName" => &mut traits.json_name,
        "mediaType" => &mut traits.media_type,
        "xmlName" => &mut traits.xml.name,
        _ => return None,
    })
}

/// Checks traits that are not typed, whose form is known all the same.
fn form(errors: &mut Diagnostics, at: At<'_>, value: &Value) {
    let known = [
        "box",
        "eventHeader",
        "eventPayload",
        "httpChecksumRequired",
        "noReplace",
        "notProperty",
        "nestedProperties",
        "private",
        "requiresLength",
        "resourceIdentifierName",
    ];
    if known.contains(&at.name) {
        annotation(errors, at, value);
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

fn id_ref(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<IdRef> {
    let value = object(errors, at, value)?;
    Some(IdRef {
        selector: string_field(errors, at, value, "selector").unwrap_or_else(|| "*".to_owned()),
        fail_when_missing: value.get("failWhenMissing").is_some_and(|flag| flag.data == Data::Bool(true)),
        error_message: string_field(errors, at, value, "errorMessage"),
    })
}

fn trait_definition(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<TraitDefinition> {
    let value = object(errors, at, value)?;
    Some(TraitDefinition { selector: string_field(errors, at, value, "selector") })
}
