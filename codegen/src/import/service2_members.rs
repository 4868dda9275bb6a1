//! From a `service-2.json` to a Smithy model: shapes and members.

use std::collections::BTreeSet;

use super::service2::{Context, shape_name};
use super::service2_names::member_names;
use super::service2_traits::{self, member_traits, shape_traits, warn_of_unknown_keys};
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Data, Entry, Value};
use crate::names::{self, TypeName};

/// The keys of a shape that are used, or left out on purpose.
const SHAPE_KEYS: &[&str] = &[
    "type",
    "members",
    "member",
    "key",
    "value",
    "required",
    "enum",
    "min",
    "max",
    "pattern",
    "documentation",
    "exception",
    "error",
    "fault",
    "sensitive",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "box",
    "document",
    "union",
    "flattened",
    "payload",
    "streaming",
    "timestampFormat",
    "xmlNamespace",
    "xmlOrder",
    "locationName",
    "retryable",
    "synthetic",
    "wrapper",
    "event",
    "eventstream",
    "sparse",
    "requiresLength",
    "exceptionFault",
    "members-order",
];

/// The keys of a member that are used, or left out on purpose.
const MEMBER_KEYS: &[&str] = &[
    "shape",
    "documentation",
    "location",
    "locationName",
    "box",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "idempotencyToken",
    "jsonvalue",
    "streaming",
    "xmlNamespace",
    "xmlAttribute",
    "flattened",
    "timestampFormat",
    "queryName",
    "hostLabel",
    "contextParam",
    "eventpayload",
    "eventheader",
    "endpointdiscoveryid",
    "union",
];

/// The shapes that one definition becomes: itself, and a string for each member that holds JSON in a string.
pub(crate) fn shapes(errors: &mut Diagnostics, context: &Context<'_>, entry: &Entry) -> Vec<Entry> {
    let (name, shape) = (entry.key.as_str(), &entry.value);
    warn_of_unknown_keys(errors, shape, SHAPE_KEYS, name);
    warn_of_pattern(errors, name, shape);
    let kind = shape.get("type").and_then(Value::as_str).unwrap_or_default();
    let has = |key: &str| shape.get(key).is_some();
    let smithy_type = match kind {
        "structure" if has("document") => "document",
        "structure" if (has("union") || has("eventstream")) && has_entries(shape, "members") => "union",
        "string" | "character" if has_values(shape) => "enum",
        "character" => "string",
        "structure" | "list" | "map" | "string" | "integer" | "long" | "float" | "double" | "boolean"
        | "blob" | "timestamp" | "byte" | "short" => kind,
        "biginteger" | "bigInteger" => "bigInteger",
        "bigdecimal" | "bigDecimal" => "bigDecimal",
        _ => {
            errors
                .push(Diagnostic::error(format!("`{kind}` is no type of shape")).at(shape.span).shape(name));
            return Vec::new();
        }
    };
    let (mut entries, mut extra) = (vec![tree::entry("type", tree::string(smithy_type))], Vec::new());
    match smithy_type {
        "structure" | "union" => entries.push(members(errors, context, name, shape, &mut extra)),
        "enum" => entries.push(enum_members(errors, name, shape)),
        "list" => entries.extend(element(errors, context, name, shape, "member")),
        "map" => {
            entries.extend(element(errors, context, name, shape, "key"));
            entries.extend(element(errors, context, name, shape, "value"));
        }
        _ => {}
    }
    entries.extend(tree::traits(shape_traits(context, name, shape, smithy_type)));
    extra.push(tree::entry(context.id(name), tree::object(entries)));
    extra
}

/// Warns of a pattern that no model can have.
fn warn_of_pattern(errors: &mut Diagnostics, name: &str, shape: &Value) {
    let pattern = shape.get("pattern");
    let Some((pattern, text)) = pattern.and_then(|value| Some((value, value.as_str()?))) else { return };
    if let Err(invalid) = pattern::validate(text) {
        let message = format!("the pattern is no regular expression, and is left out: {invalid}");
        errors.push(Diagnostic::warning(message).at(pattern.span).shape(name));
    }
}

/// Whether an object or array is there and not empty.
fn has_entries(shape: &Value, key: &str) -> bool {
    let value = shape.get(key);
    value.and_then(Value::as_object).is_some_and(|entries| !entries.is_empty())
        || value.and_then(Value::as_array).is_some_and(|elements| !elements.is_empty())
}

/// Whether a string has values that an enum can have.
fn has_values(shape: &Value) -> bool {
    let values = shape.get("enum").and_then(Value::as_array).unwrap_or_default();
    values.iter().filter_map(Value::as_str).any(|value| !value.is_empty())
}

fn members(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    name: &str,
    shape: &Value,
    extra: &mut Vec<Entry>,
) -> Entry {
    let required: BTreeSet<&str> = shape
        .get("required")
        .and_then(Value::as_array)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let described = shape.get("members").and_then(Value::as_object).unwrap_or_default();
    let names = member_names(errors, name, described, context.wire_names());
    let mut members = Vec::new();
    for (member, own) in described.iter().zip(names) {
        let Some(target) = target(errors, context, name, member) else { continue };
        let json =
            member.value.get("jsonvalue").is_some().then(|| json_string_shape(context, name, &member.key));
        let id = json.as_ref().map_or(context.id(target), |json| json.key.clone());
        extra.extend(json);
        let mut entries = vec![tree::entry("target", tree::string(id))];
        let required = required.contains(member.key.as_str());
        let traits = member_traits(context, shape, (member, &own), target, required);
        entries.extend(tree::traits(traits));
        warn_of_unknown_keys(errors, &member.value, MEMBER_KEYS, &format!("{name}${}", member.key));
        members.push(tree::entry(own, tree::object(entries)));
    }
    tree::entry("members", tree::object(members))
}

/// A string that holds JSON: in Smithy the media type stands on the shape, so each such member gets one.
fn json_string_shape(context: &Context<'_>, shape: &str, member: &str) -> Entry {
    let media_type = tree::entry("smithy.api#mediaType", tree::string("application/json"));
    let mut entries = vec![tree::entry("type", tree::string("string"))];
    entries.extend(tree::traits(vec![media_type]));
    tree::entry(context.operation_id(&format!("{shape}_{member}_Json")), tree::object(entries))
}

/// The shape that a reference names, if it is defined.
fn target<'v>(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    shape: &str,
    member: &'v Entry,
) -> Option<&'v str> {
    let target = shape_name(&member.value);
    match target {
        Some(name) if context.shape(name).is_some() => target,
        _ => {
            let names = context.shapes.iter().map(|entry| entry.key.as_str());
            let diagnostic = Diagnostic::error(format!("`{}` is of a shape that is not defined", member.key));
            errors.push(diagnostic.at(member.span).shape(shape).near(target.unwrap_or_default(), names));
            None
        }
    }
}

fn element(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    name: &str,
    shape: &Value,
    element: &str,
) -> Option<Entry> {
    let entry = shape.as_object()?.iter().find(|entry| entry.key == element)?;
    let target = target(errors, context, name, entry)?;
    warn_of_unknown_keys(errors, &entry.value, MEMBER_KEYS, &format!("{name}${element}"));
    let mut entries = vec![tree::entry("target", tree::string(context.id(target)))];
    let traits = service2_traits::element_traits(context, &entry.value, element);
    entries.extend(tree::traits(traits));
    Some(tree::entry(element, tree::object(entries)))
}

/// Members named by their values; two values that give one name are told apart by a number.
fn enum_members(errors: &mut Diagnostics, shape_name: &str, shape: &Value) -> Entry {
    let (mut used, mut values) = (BTreeSet::new(), BTreeSet::new());
    let mut members = Vec::new();
    for value in shape.get("enum").and_then(Value::as_array).unwrap_or_default() {
        let Data::String(text) = &value.data else { continue };
        if !values.insert(text) {
            continue;
        }
        if text.is_empty() {
            let message = "the empty value of this enum is left out: values of Smithy's enums are not empty";
            errors.push(Diagnostic::warning(message).at(value.span).shape(shape_name));
            continue;
        }
        let base = names::enum_member(text);
        let mut unique_names =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}_{number}")));
        // Variants differ, too.
        let variant = |name: &str| TypeName::of_variants([name]).remove(0);
        let name = unique_names.find(|name| used.insert(variant(name))).unwrap_or(base);
        let value = tree::traits(vec![tree::entry("smithy.api#enumValue", value.clone())]);
        let entries = std::iter::once(tree::entry("target", tree::string("smithy.api#Unit"))).chain(value);
        members.push(tree::entry(name, tree::object(entries.collect())));
    }
    tree::entry("members", tree::object(members))
}
