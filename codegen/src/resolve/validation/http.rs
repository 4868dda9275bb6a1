//! Members that are bound to parts of HTTP messages
//! ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)).

use std::collections::{BTreeMap, BTreeSet};

use super::context::{ShapeRef, ValidationContext, texts};
use super::events::{Events, listed};
use super::protocols::is_token_character;
use crate::diagnostics::Severity;

/// The traits that bind a member.
const BINDINGS: [&str; 7] = [
    "httpHeader",
    "httpLabel",
    "httpPayload",
    "httpPrefixHeaders",
    "httpQuery",
    "httpQueryParams",
    "httpResponseCode",
];

/// Headers that are not a service's to set.
const RESERVED_HEADERS: [&str; 15] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "www-authenticate",
    "x-forwarded-for",
];

/// `HttpBindingTraitIgnored`: bindings where no message is made of them.
pub(super) fn ignored(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for structure in context.index.of_type("structure").filter(|shape| !shape.has("mixin")) {
        for member in context.members(structure) {
            let Some(binding) = BINDINGS.into_iter().find(|name| member.has(name)) else { continue };
            let (suffix, places): (_, &[&str]) = match binding {
                "httpLabel" | "httpQuery" | "httpQueryParams" => ("Input", &["input"]),
                "httpResponseCode" => ("Output", &["output"]),
                _ => ("TopLevel", &["input", "output", "error"]),
            };
            let referrers = context.referrers(structure);
            let is_elsewhere =
                |&(name, _): &(Option<&str>, _)| name.is_none_or(|name| !places.contains(&name));
            let elsewhere: BTreeSet<&str> =
                referrers.filter(is_elsewhere).map(|(_, shape)| shape.id.as_str()).collect();
            if !elsewhere.is_empty() {
                let message = format!("`{binding}` means nothing where {} uses it", listed(elsewhere));
                events.emit(Severity::Warning, suffix, member, member.span(), message);
            }
        }
    }
}

/// `HttpBindingsMissing`: either all operations of a service have `http`, or none.
pub(super) fn missing(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services() {
        let protocols = context.traits_marked(service, "protocolDefinition");
        let wants = |value: &&_| texts(Some(value)).any(|id| id == "smithy.api#http");
        let demanding =
            protocols.iter().find(|(_, definition)| definition.get("traits").filter(wants).is_some());
        let operations = context.operations_of(service);
        if demanding.is_none() && !operations.iter().any(|(operation, _)| operation.has("http")) {
            continue;
        }
        for (operation, _) in operations.iter().filter(|(operation, _)| !operation.has("http")) {
            let (severity, why) = match demanding {
                Some((id, _)) => (Severity::Error, format!("the protocol `{id}` of")),
                None => (Severity::Warning, "another operation of".to_owned()),
            };
            let message = format!("this operation has no `http`, and {why} `{}` goes by it", service.id);
            events.emit(severity, "", operation, operation.span(), message);
        }
    }
}

/// `HttpHeaderTrait`: headers are names that a service may set, each once in a structure.
pub(super) fn headers(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for structure in context.index.of_type("structure") {
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for member in context.members(structure) {
            if let Some(header) = member.prelude("httpHeader").and_then(|value| value.as_str()) {
                names.entry(header.to_ascii_lowercase()).or_default().push(member.name());
            }
        }
        for (header, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let message = format!("members are bound to one header, `{header}`: {}", listed(members));
            events.error(structure, structure.span(), message);
        }
    }
    for (member, value) in context.with_trait("httpHeader") {
        let header = value.as_str().unwrap_or_default();
        if RESERVED_HEADERS.contains(&header.to_ascii_lowercase().as_str()) {
            events.danger(
                member,
                value.span,
                format!("`{header}` is a header that members cannot be bound to"),
            );
        } else if !header.chars().all(is_token_character) {
            events.danger(member, value.span, format!("`{header}` cannot be the name of a header"));
        }
    }
}

/// `HttpPrefixHeadersTrait`: a header is not also one of those with a prefix.
pub(super) fn prefix_headers(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (member, value) in context.with_trait("httpPrefixHeaders") {
        let prefix = value.as_str().unwrap_or_default().to_ascii_lowercase();
        let Some(structure) = context.shape(&member.shape.id) else { continue };
        for other in context.members(structure) {
            let Some(header) = other.prelude("httpHeader") else { continue };
            let name = header.as_str().unwrap_or_default().to_ascii_lowercase();
            // Without a prefix, all headers that are not bound otherwise are meant.
            if !prefix.is_empty() && name.starts_with(&prefix) {
                let message = format!("the header `{name}` is also one of those of `{}`", member.name());
                events.error(other, header.span, message);
            }
        }
    }
}

/// The members of a structure with a trait of the prelude, by name.
fn names_with<'c, 'd>(
    context: &ValidationContext<'c, 'd>,
    structure: ShapeRef<'c, 'd>,
    name: &str,
) -> Vec<&'c str> {
    context.members(structure).filter(|member| member.has(name)).map(|member| member.name()).collect()
}

/// `HttpQueryParamsTrait`: all parameters, and some of them by themselves.
pub(super) fn query_params(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (member, _) in context.with_trait("httpQueryParams") {
        let Some(structure) = context.shape(&member.shape.id) else { continue };
        let others = names_with(context, structure, "httpQuery");
        if !others.is_empty() {
            let (name, others) = (member.name(), listed(others));
            let message = format!("parameters of the query may belong to `{name}` or to one of {others}");
            events.emit(Severity::Note, "", structure, structure.span(), message);
        }
    }
}

/// `HttpQueryTrait`: parameters of the query are unique in a structure, and not those of the URI.
pub(super) fn queries(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for structure in context.index.of_type("structure") {
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for member in context.members(structure) {
            if let Some(name) = member.prelude("httpQuery").and_then(|value| value.as_str()) {
                names.entry(name).or_default().push(member.name());
            }
        }
        for (name, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let message =
                format!("members are bound to one parameter of the query, `{name}`: {}", listed(members));
            events.error(structure, structure.span(), message);
        }
        for (_, operation) in context.referrers(structure).filter(|(name, _)| *name == Some("input")) {
            let Some(http) = operation.prelude("http") else { continue };
            let uri = http.get("uri").and_then(|uri| uri.as_str()).unwrap_or_default();
            let literals = uri.split_once('?').map_or("", |(_, query)| query).split('&');
            for literal in literals.map(|pair| pair.split('=').next().unwrap_or_default()) {
                if names.contains_key(literal) {
                    let message =
                        format!("the URI of `{}` has the parameter `{literal}` already", operation.id);
                    events.error(structure, structure.span(), message);
                }
            }
        }
    }
}
