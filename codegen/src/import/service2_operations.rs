//! From a `service-2.json` to a Smithy model: operations.

use super::service2::{Context, shape_name};
use super::service2_pages::paginated;
use super::service2_service::NO_AUTH;
use super::service2_traits::{is_set, warn_of_unknown_keys};
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};

/// An operation.
pub(crate) fn operation(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    entry: &Entry,
    paginators: Option<&Value>,
) -> Entry {
    let value = &entry.value;
    let mut io = |key: &str| {
        let name = value.get(key).and_then(shape_name);
        if let Some(name) = name.filter(|name| context.shape(name).is_none()) {
            let message = format!("the {key} `{name}` is not defined");
            errors.push(Diagnostic::error(message).at(value.span).shape(&entry.key));
        }
        tree::entry(key, tree::target(name.map_or("smithy.api#Unit".to_owned(), |name| context.id(name))))
    };
    let mut entries = vec![tree::entry("type", tree::string("operation")), io("input"), io("output")];
    let errors_of_operation = value.get("errors").and_then(Value::as_array).unwrap_or_default();
    if !errors_of_operation.is_empty() {
        // AWS's models list them by name, whatever its case.
        let mut names: Vec<&str> = errors_of_operation.iter().filter_map(shape_name).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup();
        let targets = names.into_iter().map(|name| tree::target(context.id(name))).collect();
        entries.push(tree::entry("errors", tree::array(targets)));
    }
    let mut traits = operation_traits(errors, context, entry);
    traits.extend(paginated(errors, context, paginators, entry));
    entries.extend(tree::traits(traits));
    warn_of_unknown_keys(errors, value, OPERATION_KEYS, &entry.key);
    tree::entry(context.operation_id(&entry.key), tree::object(entries))
}

/// The keys of an operation that are used, or left out on purpose: routing, tests and other protocols' details.
const OPERATION_KEYS: &[&str] = &[
    "name",
    "http",
    "input",
    "output",
    "errors",
    "documentation",
    "documentationUrl",
    "authtype",
    "auth",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "idempotent",
    "readonly",
    "endpoint",
    "httpChecksumRequired",
    "httpChecksum",
    "unsignedPayload",
    "endpointdiscovery",
    "endpointoperation",
    "staticContextParams",
    "operationContextParams",
    "requestcompression",
    "alias",
    "internal",
];

fn operation_traits(errors: &mut Diagnostics, context: &Context<'_>, entry: &Entry) -> Vec<Entry> {
    let value = &entry.value;
    let mut traits = super::service2_traits::common_traits(context, value);
    traits.extend(auth(context, value));
    let is_unsigned = value.get("authtype").and_then(Value::as_str) == Some("v4-unsigned-body");
    if is_unsigned || is_set(value, "unsignedPayload") {
        traits.push(tree::entry("aws.auth#unsignedPayload", tree::empty()));
    }
    if context.is_rest() {
        let http = value.get("http").map(|http| http_binding(context, value, http));
        traits.extend(http.map(|http| tree::entry("smithy.api#http", http)));
    }
    let flags = [
        ("idempotent", "smithy.api#idempotent"),
        ("readonly", "smithy.api#readonly"),
        ("httpChecksumRequired", "smithy.api#httpChecksumRequired"),
    ];
    for (_, id) in flags.into_iter().filter(|(key, _)| is_set(value, key)) {
        traits.push(tree::entry(id, tree::empty()));
    }
    let values = [
        ("httpChecksum", "aws.protocols#httpChecksum"),
        ("requestcompression", "smithy.api#requestCompression"),
    ];
    for (key, id) in values {
        traits.extend(value.get(key).map(|value| tree::entry(id, value.clone())));
    }
    let prefix = value.get("endpoint").and_then(|endpoint| endpoint.get("hostPrefix"));
    traits.extend(prefix.map(|prefix| {
        tree::entry("smithy.api#endpoint", tree::object(vec![tree::entry("hostPrefix", prefix.clone())]))
    }));
    if let Some(discovery) = value.get("endpointdiscovery") {
        let message = "the discovery of endpoints is left out";
        errors.push(Diagnostic::warning(message).at(discovery.span).shape(&entry.key));
    }
    traits
}

/// `auth` and `optionalAuth`, where they are not those of the service.
fn auth(context: &Context<'_>, value: &Value) -> Vec<Entry> {
    let listed = value.get("auth").and_then(Value::as_array).unwrap_or_default();
    let mut schemes: Vec<&str> = listed.iter().filter_map(Value::as_str).collect();
    match value.get("authtype").and_then(Value::as_str) {
        Some("none") => schemes = vec![NO_AUTH],
        Some("bearer") if schemes.is_empty() => schemes = vec!["smithy.api#httpBearerAuth"],
        _ => {}
    }
    let is_optional = schemes.contains(&NO_AUTH);
    schemes.retain(|scheme| *scheme != NO_AUTH);
    let mut traits = Vec::new();
    if (is_optional || !schemes.is_empty()) && !context.auth.iter().eq(schemes.iter().copied()) {
        let schemes = schemes.into_iter().map(tree::string).collect();
        traits.push(tree::entry("smithy.api#auth", tree::array(schemes)));
    }
    traits.extend(is_optional.then(|| tree::entry("smithy.api#optionalAuth", tree::empty())));
    traits
}

/// `http`; a label has the name that its member has in the model, not the one that this format gives it beside.
fn http_binding(context: &Context<'_>, operation: &Value, http: &Value) -> Value {
    let input = operation.get("input").and_then(shape_name).and_then(|name| context.shape(name));
    let members = input.and_then(|input| input.get("members")?.as_object()).unwrap_or_default();
    let mut uri = http.get("requestUri").and_then(Value::as_str).unwrap_or("/").to_owned();
    for member in members {
        let name =
            member.value.get("locationName").and_then(Value::as_str).filter(|name| *name != member.key);
        let is_label = member.value.get("location").and_then(Value::as_str) == Some("uri");
        for end in name.filter(|_| is_label).into_iter().flat_map(|name| [(name, "}"), (name, "+}")]) {
            let (name, end) = end;
            uri = uri.replace(&format!("{{{name}{end}"), &format!("{{{}{end}", member.key));
        }
    }
    let mut entries = Vec::new();
    entries.extend(http.get("method").map(|method| tree::entry("method", method.clone())));
    entries.push(tree::entry("uri", tree::string(uri)));
    entries.push(tree::entry("code", http.get("responseCode").cloned().unwrap_or_else(|| tree::number(200))));
    tree::object(entries)
}
