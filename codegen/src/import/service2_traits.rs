//! From a `service-2.json` to a Smithy model: what becomes traits.

use super::service2::{Context, ReferenceCounts};
use super::service2_service::Service2Protocol;
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

/// Whether a key is there and not `false`.
pub(crate) fn is_set(value: &Value, key: &str) -> bool {
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
    traits.extend(flag(shape, "sparse", "smithy.api#sparse").filter(|_| matches!(kind, "list" | "map")));
    if is_stream(context, name, shape) || (kind == "union" && is_set(shape, "eventstream")) {
        traits.push(tree::entry("smithy.api#streaming", tree::empty()));
        traits.extend(flag(shape, "requiresLength", "smithy.api#requiresLength"));
    }
    traits.extend(
        shape
            .get("pattern")
            .and_then(Value::as_str)
            .filter(|text| matches!(kind, "string" | "enum") && pattern::validate(text).is_ok())
            .map(|text| tree::entry("smithy.api#pattern", tree::string(pattern(text)))),
    );
    traits.extend(timestamp_format(shape).filter(|_| kind == "timestamp"));
    traits.extend(xml_namespace(shape));
    if kind == "structure" && context.is_error(name, shape) {
        traits.extend(error(shape));
    } else if kind == "structure" {
        traits.extend(direction(context, name));
    }
    traits
}

/// Whether a shape is a blob that is sent as a stream.
fn is_stream(context: &Context<'_>, name: &str, shape: &Value) -> bool {
    let is_blob = shape.get("type").and_then(Value::as_str) == Some("blob");
    is_blob && (is_set(shape, "streaming") || context.streams.contains(name))
}

/// `xmlNamespace`, from an object or a URI alone.
pub(crate) fn xml_namespace(value: &Value) -> Option<Entry> {
    let namespace = value.get("xmlNamespace")?;
    let uri = namespace.get("uri").unwrap_or(namespace);
    let mut entries = vec![tree::entry("uri", tree::string(uri.as_str()?))];
    entries.extend(namespace.get("prefix").map(|prefix| tree::entry("prefix", prefix.clone())));
    Some(tree::entry("smithy.api#xmlNamespace", tree::object(entries)))
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
    let has_length = matches!(kind, "string" | "blob" | "list" | "map");
    (!bounds.is_empty() && (number || has_length)).then(|| tree::entry(id, tree::object(bounds)))
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

/// `error`, its status and its code; a status decides who is at fault, as Smithy demands.
fn error(shape: &Value) -> Vec<Entry> {
    let details = shape.get("error");
    let detail = |key: &str| details.and_then(|details| details.get(key));
    // Where the format gives no status there is one all the same, and it need not be the default of 400.
    let status = detail("httpStatusCode").cloned();
    let stated = is_set(shape, "fault") || details.is_some_and(|details| is_set(details, "fault"));
    let server = match status.as_ref().map(|status| &status.data) {
        Some(Data::Number(number)) => number.starts_with('5'),
        _ => stated,
    };
    let party = if server { "server" } else { "client" };
    let mut traits = vec![tree::entry("smithy.api#error", tree::string(party))];
    traits.extend(status.clone().map(|status| tree::entry("smithy.api#httpError", status)));
    if let Some(code) = detail("code") {
        let status = status.unwrap_or_else(|| tree::number(if server { 500 } else { 400 }));
        let entries = vec![tree::entry("code", code.clone()), tree::entry("httpResponseCode", status)];
        traits.push(tree::entry("aws.protocols#awsQueryError", tree::object(entries)));
    }
    if let Some(retryable) = shape.get("retryable") {
        traits.push(tree::entry("smithy.api#retryable", retryable.clone()));
    }
    traits
}

/// The traits of a structure's or union's member, which has this name in the model.
pub(crate) fn member_traits(
    context: &Context<'_>,
    container: &Value,
    (member, own_name): (&Entry, &str),
    target: &str,
    required: bool,
) -> Vec<Entry> {
    let value = &member.value;
    let mut traits = common_traits(context, value);
    let is_union = is_set(container, "union") || is_set(container, "eventstream");
    // What a path or a host is made of cannot be absent.
    let is_label = location_of(value) == Some("uri") || is_set(value, "hostLabel");
    let required = !is_union && (required || is_label);
    traits.extend(required.then(|| tree::entry("smithy.api#required", tree::empty())));
    traits.extend(flag(value, "idempotencyToken", "smithy.api#idempotencyToken"));
    traits.extend(flag(value, "hostLabel", "smithy.api#hostLabel"));
    traits.extend(flag(value, "eventpayload", "smithy.api#eventPayload"));
    traits.extend(flag(value, "eventheader", "smithy.api#eventHeader"));
    traits.extend(flag(value, "xmlAttribute", "smithy.api#xmlAttribute"));
    traits.extend(timestamp_format(value).filter(|_| type_of(context, target) == Some("timestamp")));
    // Smithy has no namespace on attributes: their names hold the prefix.
    traits.extend(xml_namespace(value).filter(|_| !is_set(value, "xmlAttribute")));
    let target_shape = context.shape(target);
    if !required && target_shape.is_some_and(|shape| is_stream(context, target, shape)) {
        // Smithy demands it of streams: an absent one is an empty one.
        traits.push(tree::entry("smithy.api#default", tree::string("")));
    } else if !is_union && is_set(value, "box") {
        traits.push(tree::entry("smithy.api#default", tree::value(Data::Null)));
    }
    let is_collection = matches!(type_of(context, target), Some("list" | "map"));
    let flattened = is_collection
        && (is_set(value, "flattened") || target_shape.is_some_and(|shape| is_set(shape, "flattened")));
    traits.extend(flattened.then(|| tree::entry("smithy.api#xmlFlattened", tree::empty())));
    if container.get("payload").and_then(Value::as_str) == Some(&member.key) && context.is_rest() {
        traits.push(tree::entry("smithy.api#httpPayload", tree::empty()));
    }
    traits.extend(location(context, (member, own_name), target));
    traits
}

/// Where a member travels, and under which names.
fn location(context: &Context<'_>, (member, own_name): (&Entry, &str), target: &str) -> Vec<Entry> {
    let name = member.value.get("locationName").and_then(Value::as_str);
    let bound = |id: &str| vec![tree::entry(id, tree::string(name.unwrap_or(&member.key)))];
    let flag = |id: &str| vec![tree::entry(id, tree::empty())];
    match location_of(&member.value).filter(|_| context.is_rest()) {
        Some("header") => bound("smithy.api#httpHeader"),
        Some("headers") => {
            vec![tree::entry("smithy.api#httpPrefixHeaders", tree::string(name.unwrap_or_default()))]
        }
        Some("uri") => flag("smithy.api#httpLabel"),
        Some("statusCode") => flag("smithy.api#httpResponseCode"),
        Some("querystring") if type_of(context, target) == Some("map") => flag("smithy.api#httpQueryParams"),
        Some("querystring") => bound("smithy.api#httpQuery"),
        _ => {
            let own = (name.unwrap_or(&member.key) != own_name).then(|| bound(name_trait(context)));
            let query =
                member.value.get("queryName").filter(|_| context.protocols.contains(&Service2Protocol::Ec2));
            let query = query.map(|name| tree::entry("aws.protocols#ec2QueryName", name.clone()));
            own.into_iter().flatten().chain(query).collect()
        }
    }
}

fn location_of(member: &Value) -> Option<&str> {
    member.get("location").and_then(Value::as_str)
}

fn type_of<'d>(context: &Context<'d>, name: &str) -> Option<&'d str> {
    context.shape(name).and_then(|shape| shape.get("type")).and_then(Value::as_str)
}

/// The trait that names a member on the wire.
fn name_trait(context: &Context<'_>) -> &'static str {
    match context.protocols.iter().any(|protocol| protocol.is_xml()) {
        true => "smithy.api#xmlName",
        false => "smithy.api#jsonName",
    }
}

/// The traits of the element of a list, or the key or value of a map.
pub(crate) fn element_traits(context: &Context<'_>, value: &Value, element: &str) -> Vec<Entry> {
    let mut traits = common_traits(context, value);
    traits.extend(timestamp_format(value));
    let name = value.get("locationName").and_then(Value::as_str).filter(|name| *name != element);
    // In JSON the elements of lists and maps have no names.
    let name = name.filter(|_| name_trait(context) == "smithy.api#xmlName");
    traits.extend(name.map(|name| tree::entry("smithy.api#xmlName", tree::string(name))));
    traits
}
