//! Traits of protocols and of messages that are not bound to HTTP.

use std::collections::BTreeMap;

use super::context::{ValidationContext, text};
use super::events::{Events, listed};
use crate::json::Data;

/// `CorsTrait`: one way of naming origins.
pub(super) fn cors(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, value) in context.with_trait("cors") {
        if value.get("origin").is_some() && value.get("origins").is_some() {
            events.error(service, value.span, "`cors` has either `origin` or `origins`, not both");
        }
    }
}

/// `HttpApiKeyAuthTrait`: a scheme goes with a header.
pub(super) fn http_api_key_auth(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, value) in context.with_trait("httpApiKeyAuth") {
        let place = text(value, "in").unwrap_or_default();
        if value.get("scheme").is_some() && place != "header" {
            let message = format!("`httpApiKeyAuth` has a `scheme`, so `in` must be `header`, not `{place}`");
            events.error(service, value.span, message);
        }
    }
}

/// `JsonName`: names in JSON are unique in a structure or union.
pub(super) fn json_names(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for shape in context.index.nodes.iter().filter(|shape| shape.member.is_none()) {
        let members: Vec<_> = context.members(shape).collect();
        if !members.iter().any(|member| member.has("jsonName")) {
            continue;
        }
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for member in members {
            let name = member.prelude("jsonName").and_then(|name| name.as_str()).unwrap_or(member.name());
            names.entry(name).or_default().push(member.name());
        }
        for (name, members) in names.into_iter().filter(|(_, members)| members.len() > 1) {
            let message = format!("members have one name in JSON, `{name}`: {}", listed(members));
            events.error(shape, shape.span(), message);
        }
    }
}

/// `MediaType`: media types are well formed.
pub(super) fn media_types(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("mediaType") {
        let media_type = value.as_str().unwrap_or_default();
        if !is_media_type(media_type) {
            events.error(shape, value.span, format!("`{media_type}` is not a media type, like `text/plain`"));
        }
    }
}

/// Whether a text is `type/subtype`, with parameters behind it (RFC 6838, RFC 9110 section 8.3.1).
fn is_media_type(text: &str) -> bool {
    let is_token = |text: &str| !text.is_empty() && text.chars().all(is_token_character);
    let mut parts = text.split(';').map(str::trim);
    let essence = parts.next().and_then(|essence| essence.split_once('/'));
    let is_parameter = |part: &str| match part.split_once('=') {
        Some((name, value)) => is_token(name.trim()) && (is_token(value.trim()) || is_quoted(value.trim())),
        None => false,
    };
    essence.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype)) && parts.all(is_parameter)
}

fn is_quoted(text: &str) -> bool {
    text.len() >= 2 && text.starts_with('"') && text.ends_with('"')
}

/// Whether a character may be in a token of HTTP (RFC 9110, section 5.6.2).
pub(super) fn is_token_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// `NoInlineDocumentSupport`: documents are not used with protocols that have none.
pub(super) fn inline_documents(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services() {
        for (protocol, definition) in context.traits_marked(service, "protocolDefinition") {
            let has_none =
                definition.get("noInlineDocumentSupport").is_some_and(|it| it.data == Data::Bool(true));
            let closure = context.closure(context.index.node(&service.id).filter(|_| has_none));
            let shapes = closure.into_iter().map(|node| context.index.get(node));
            let documents: Vec<&str> = shapes
                .filter(|shape| shape.type_name() == "document")
                .map(|shape| shape.id.as_str())
                .collect();
            if !documents.is_empty() {
                let documents = listed(documents);
                let message =
                    format!("the protocol `{protocol}` has no documents, and this service uses {documents}");
                events.error(service, service.span(), message);
            }
        }
    }
}

/// `XmlFlattenedTrait`: the name of the elements of a flattened list is that of its member.
pub(super) fn flattened_names(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (member, value) in context.with_trait("xmlFlattened").filter(|(member, _)| !member.has("xmlName")) {
        let list = context.target(member).filter(|target| target.type_name() == "list");
        let element = list.and_then(|list| context.members(list).next());
        let name = element.and_then(|element| element.prelude("xmlName")?.as_str());
        if name.is_some_and(|name| name != member.name()) {
            let message = format!(
                "elements of this list are named `{}`: the `xmlName` of its `member` means nothing",
                member.name()
            );
            events.warning(member, value.span, message);
        }
    }
}

/// `XmlNamespaceTrait`: namespaces are URIs.
pub(super) fn namespaces(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("xmlNamespace") {
        let uri = text(value, "uri").unwrap_or_default();
        if !is_uri(uri) {
            events.error(shape, value.span, format!("`{uri}` is not a URI"));
        }
    }
}

/// Whether a text may be a URI or a relative reference (RFC 3986): its scheme is one, and its characters are allowed.
fn is_uri(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    };
    let first = text.find([':', '/', '?', '#']).filter(|&at| text[at..].starts_with(':'));
    let has_rest = |at: usize| at + 1 < text.len();
    let is_allowed = |c: char| !c.is_ascii() || (c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c));
    let escapes = text.split('%').skip(1);
    let are_escapes = escapes
        .clone()
        .all(|rest| rest.get(..2).is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit())));
    first.is_none_or(|at| is_scheme(&text[..at]) && has_rest(at))
        && text.chars().all(is_allowed)
        && are_escapes
}
