//! From a `service-2.json` to a Smithy model: what becomes traits.

use super::service2::{Context, ReferenceCounts, Service2Protocol};
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Data, Entry, Value};

/// Warns of keys that are neither used nor left out on purpose.
pub(crate) fn warn_of_unknown_keys(errors: &mut Diagnostics, value: &Value, known: &[&str], owner: &str) {
    for entry in value.as_object().unwrap_or_default() {
        if !known.contains(&entry.key.as_str()) {
            let message = format!("the key `{}` is not known, and is left out", entry.key);
            errors.push(Diagnostic::warning(message).at(entry.span).shape(owner));
        }
    }
}

/// The documentation, where it is wanted.
pub(crate) fn documentation(context: &Context<'_>, value: &Value) -> Option<Entry> {
    let text = value.get("documentation").filter(|_| context.with_documentation)?;
    Some(tree::entry("smithy.api#documentation", text.clone()))
}

/// What shapes, members and operations have in common: documentation and deprecation.
pub(crate) fn common_traits(context: &Context<'_>, value: &Value) -> Vec<Entry> {
    let mut traits: Vec<Entry> = documentation(context, value).into_iter().collect();
    if is_set(value, "deprecated") {
        let message = value.get("deprecatedMessage").filter(|_| context.with_documentation);
        let parts = [("message", message), ("since", value.get("deprecatedSince"))];
        let entries =
            parts.into_iter().filter_map(|(key, value)| Some(tree::entry(key, value?.clone()))).collect();
        traits.push(tree::entry("smithy.api#deprecated", tree::object(entries)));
    }
    traits
}

fn is_set(value: &Value, key: &str) -> bool {
    value.get(key).is_some_and(|value| value.data != Data::Bool(false))
}

fn flag(value: &Value, key: &str, id: &str) -> Option<Entry> {
    is_set(value, key).then(|| tree::entry(id, tree::empty()))
}

/// The traits of a shape.
pub(crate) fn shape_traits(context: &Context<'_>, name: &str, shape: &Value, kind: &str) -> Vec<Entry> {
    let mut traits = common_traits(context, shape);
    traits.extend(bounds(shape, kind));
    traits.extend(flag(shape, "sensitive", "smithy.api#sensitive"));
    traits.extend(flag(shape, "streaming", "smithy.api#streaming"));
    traits.extend(flag(shape, "requiresLength", "smithy.api#requiresLength"));
    traits.extend(flag(shape, "eventstream", "smithy.api#streaming"));
    traits.extend(
        shape
            .get("pattern")
            .and_then(Value::as_str)
            .map(|text| tree::entry("smithy.api#pattern", tree::string(pattern(text)))),
    );
    traits.extend(timestamp_format(shape));
    if kind == "structure" {
        traits.extend(error(shape));
        traits.extend(direction(context, name));
    }
    traits
}

/// `input` and `output` are for structures that serve one operation and nothing else.
fn direction(context: &Context<'_>, name: &str) -> Option<Entry> {
    let id = match context.references.get(name)? {
        ReferenceCounts { input: 1, output: 0, member: 0 } => "smithy.api#input",
        ReferenceCounts { input: 0, output: 1, member: 0 } => "smithy.api#output",
        _ => return None,
    };
    Some(tree::entry(id, tree::empty()))
}

/// `min` and `max`: a range of numbers, a length of everything else. A missing bound stays missing.
fn bounds(shape: &Value, kind: &str) -> Option<Entry> {
    let bound = |key: &str| shape.get(key).map(|value| tree::entry(key, value.clone()));
    let bounds: Vec<Entry> = [bound("min"), bound("max")].into_iter().flatten().collect();
    let number = matches!(
        kind,
        "integer" | "long" | "float" | "double" | "byte" | "short" | "bigInteger" | "bigDecimal"
    );
    let id = if number { "smithy.api#range" } else { "smithy.api#length" };
    (!bounds.is_empty() && kind != "enum").then(|| tree::entry(id, tree::object(bounds)))
}

/// A pattern with the anchors that this format implies: it must match the whole, a Smithy pattern need not.
///
/// AWS writes `^…$`, and leaves out an anchor beside `.*`, which adds nothing there. Where a `|` stands outside all
/// brackets, anchors alone would bind to its first and last branch only, so a group goes around.
fn pattern(text: &str) -> String {
    if text.starts_with('^') && text.ends_with('$') {
        return text.to_owned();
    }
    if has_top_level_choice(text) {
        return format!("^(?:{text})$");
    }
    let (start, rest) = match text.strip_prefix(".*") {
        Some(rest) => ("", rest),
        None if text.starts_with('^') => ("", text),
        None => ("^", text),
    };
    match rest.strip_suffix(".*") {
        Some(middle) if !middle.ends_with('\\') => format!("{start}{middle}"),
        _ if rest.ends_with('$') && !rest.ends_with("\\$") => format!("{start}{rest}"),
        _ => format!("{start}{rest}$"),
    }
}

/// Whether a `|` stands outside all groups and classes.
fn has_top_level_choice(text: &str) -> bool {
    let (mut depth, mut class, mut escaped) = (0_usize, false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => class = false,
            _ if class => {}
            '[' => class = true,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

fn timestamp_format(value: &Value) -> Option<Entry> {
    let format = match value.get("timestampFormat")?.as_str()? {
        "iso8601" => "date-time",
        "rfc822" => "http-date",
        "unixTimestamp" => "epoch-seconds",
        _ => return None,
    };
    Some(tree::entry("smithy.api#timestampFormat", tree::string(format)))
}

/// `error`, its status and its code, where a structure is one.
fn error(shape: &Value) -> Vec<Entry> {
    if !is_set(shape, "exception") && shape.get("error").is_none() {
        return Vec::new();
    }
    let details = shape.get("error");
    let detail = |key: &str| details.and_then(|details| details.get(key));
    let server = is_set(shape, "fault") || details.is_some_and(|details| is_set(details, "fault"));
    let mut traits =
        vec![tree::entry("smithy.api#error", tree::string(if server { "server" } else { "client" }))];
    // Where the format gives no status there is one all the same, and it need not be the default of 400.
    let status = detail("httpStatusCode").cloned();
    traits.extend(status.clone().map(|status| tree::entry("smithy.api#httpError", status)));
    if let (Some(code), Some(status)) = (detail("code"), status) {
        let entries = vec![tree::entry("code", code.clone()), tree::entry("httpResponseCode", status)];
        traits.push(tree::entry("aws.protocols#awsQueryError", tree::object(entries)));
    }
    if let Some(retryable) = shape.get("retryable") {
        traits.push(tree::entry("smithy.api#retryable", retryable.clone()));
    }
    traits
}

/// The traits of a structure's or union's member.
pub(crate) fn member_traits(
    context: &Context<'_>,
    container: &Value,
    member: &Entry,
    target: &str,
    required: bool,
) -> Vec<Entry> {
    let value = &member.value;
    let mut traits = common_traits(context, value);
    traits.extend(required.then(|| tree::entry("smithy.api#required", tree::empty())));
    traits.extend(flag(value, "idempotencyToken", "smithy.api#idempotencyToken"));
    traits.extend(flag(value, "hostLabel", "smithy.api#hostLabel"));
    traits.extend(flag(value, "eventpayload", "smithy.api#eventPayload"));
    traits.extend(flag(value, "eventheader", "smithy.api#eventHeader"));
    traits.extend(flag(value, "xmlAttribute", "smithy.api#xmlAttribute"));
    traits.extend(timestamp_format(value));
    if is_set(value, "box") {
        traits.push(tree::entry("smithy.api#default", tree::value(Data::Null)));
    }
    let flattened =
        is_set(value, "flattened") || context.shape(target).is_some_and(|shape| is_set(shape, "flattened"));
    traits.extend(flattened.then(|| tree::entry("smithy.api#xmlFlattened", tree::empty())));
    if container.get("payload").and_then(Value::as_str) == Some(&member.key) && context.protocol.is_rest() {
        traits.push(tree::entry("smithy.api#httpPayload", tree::empty()));
    }
    traits.extend(location(context, member, target));
    traits
}

/// Where a member travels, and under which name.
fn location(context: &Context<'_>, member: &Entry, target: &str) -> Option<Entry> {
    let name = member.value.get("locationName").and_then(Value::as_str);
    let bound = |id: &str| Some(tree::entry(id, tree::string(name.unwrap_or(&member.key))));
    match member.value.get("location").and_then(Value::as_str) {
        Some("header") => bound("smithy.api#httpHeader"),
        Some("headers") => {
            Some(tree::entry("smithy.api#httpPrefixHeaders", tree::string(name.unwrap_or_default())))
        }
        Some("uri") => Some(tree::entry("smithy.api#httpLabel", tree::empty())),
        Some("statusCode") => Some(tree::entry("smithy.api#httpResponseCode", tree::empty())),
        Some("querystring") if is_map(context, target) => {
            Some(tree::entry("smithy.api#httpQueryParams", tree::empty()))
        }
        Some("querystring") => bound("smithy.api#httpQuery"),
        _ if name.is_none_or(|name| name == member.key) => None,
        _ => bound(name_trait(context.protocol)),
    }
}

fn is_map(context: &Context<'_>, name: &str) -> bool {
    context.shape(name).and_then(|shape| shape.get("type")).and_then(Value::as_str) == Some("map")
}

/// The trait that names a member on the wire.
fn name_trait(protocol: Service2Protocol) -> &'static str {
    match protocol {
        Service2Protocol::Json10 | Service2Protocol::Json11 | Service2Protocol::RestJson => {
            "smithy.api#jsonName"
        }
        Service2Protocol::RestXml | Service2Protocol::Query | Service2Protocol::Ec2 => "smithy.api#xmlName",
    }
}

/// The traits of the element of a list, or the key or value of a map.
pub(crate) fn element_traits(context: &Context<'_>, value: &Value, element: &str) -> Vec<Entry> {
    let mut traits = common_traits(context, value);
    traits.extend(timestamp_format(value));
    let name = value.get("locationName").and_then(Value::as_str).filter(|name| *name != element);
    // In JSON the elements of lists and maps have no names.
    let name = name.filter(|_| name_trait(context.protocol) == "smithy.api#xmlName");
    traits.extend(name.map(|name| tree::entry("smithy.api#xmlName", tree::string(name))));
    traits
}
