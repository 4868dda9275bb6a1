//! Operations: a unit struct, and what the wire needs to know of it.

use std::fmt::Display;

use super::attributes::{deprecated, expect_deprecated};
use super::source::{Import, Name, Source, literal};
use crate::ir::Protocol;
use crate::ir::binding::{BodyType, HttpFacts};
use crate::ir::operation::{AuthScheme, HostPart, Messages, Operation};
use crate::names::{FieldName, TypeName};

/// The operation's type and, where its messages are written, what they need.
pub(crate) fn items(src: &mut Source, operation: &Operation, protocol: Option<&Protocol>) {
    definition(src, operation);
    match (protocol, operation.messages) {
        (Some(_), Messages::Whole) => {
            facts(src, operation);
            if let Some(fields) = operation.pages.as_ref().and_then(|pages| pages.fields.as_ref()) {
                super::pages::paged(src, operation, fields);
            }
        }
        (Some(_), Messages::EventStream | Messages::Unbound) | (None, _) => {}
    }
}

fn definition(src: &mut Source, operation: &Operation) {
    src.separate();
    src.doc(&operation.docs);
    deprecated(src, operation.deprecated.as_ref());
    src.line("#[derive(Clone, Copy, Debug)]");
    src.line(format_args!("pub struct {};", operation.name));
}

fn facts(src: &mut Source, operation: &Operation) {
    let Operation { name, wire: name_on_wire, input, output, .. } = operation;
    let wire = src.name(Import::Wire);
    src.separate();
    expect_deprecated(src, operation.deprecated.is_some() || operation.names_deprecated);
    src.block(format_args!("impl {wire}::Operation for {name}"), |src| {
        end(src, "Input", input.as_ref());
        end(src, "Output", output.as_ref());
        src.line(format_args!("type Error = {};", operation.error.name));
        src.line(format_args!("const NAME: &'static str = {};", literal(name_on_wire)));
        if let Some(http) = &operation.http {
            bindings(src, http, &operation.bodies);
        }
        let schemes: Vec<String> = operation.auth.iter().map(|scheme| auth(wire, scheme)).collect();
        src.line(format_args!("const AUTH: &'static [{wire}::Auth] = &[{}];", schemes.join(", ")));
        encode(src, operation);
        if operation.readonly {
            src.line("const READONLY: bool = true;");
        }
        if operation.idempotent {
            src.line("const IDEMPOTENT: bool = true;");
        }
        if let Some(pages) = &operation.pages {
            super::pages::names(src, pages);
        }
        if !operation.host_prefix.is_empty() {
            host_prefix(src, &operation.host_prefix);
        }
        if let Some(HostPart::Label { member, field, is_option }) = &operation.host_label {
            address(src, member, &label_value(field, *is_option));
        }
    });
}

/// How the messages of an operation are sent.
fn bindings(src: &mut Source, HttpFacts { method, uri, status }: &HttpFacts, bodies: &[BodyType; 2]) {
    src.line(format_args!("const METHOD: &'static str = {};", literal(method)));
    src.line(format_args!("const URI: &'static str = {};", literal(uri)));
    if *status != 200 {
        src.line(format_args!("const STATUS: u16 = {status};"));
    }
    for (name, body) in ["INPUT_TYPE", "OUTPUT_TYPE"].iter().zip(bodies) {
        body_type(src, name, body);
    }
}

/// What the body of a message is, where that is not what the protocol makes of members.
fn body_type(src: &mut Source, name: &str, body: &BodyType) {
    let wire = src.name(Import::Wire);
    let variant = match body {
        BodyType::Document => return,
        BodyType::Media(stated) => format!("Media({})", literal(stated)),
        BodyType::Any => "Any".to_owned(),
        BodyType::Nothing => "Nothing".to_owned(),
    };
    src.line(format_args!("const {name}: {wire}::BodyType = {wire}::BodyType::{variant};"));
}

/// What becomes of a finished request: it is compressed, and then gets a checksum; a server undoes the former.
fn encode(src: &mut Source, operation: &Operation) {
    let wire = src.name(Import::Wire);
    let compresses = operation.compresses && src.has_features();
    let checked = |request: &str| {
        let chosen = operation.checksum_header.as_ref().map_or_else(
            || request.to_owned(),
            |header| format!("{wire}::chosen_checksum({request}, {})", literal(header)),
        );
        if operation.has_checksum { format!("{wire}::content_md5({chosen})") } else { chosen }
    };
    let mut encode = |condition: &str, from: &str, request: &str| {
        if !condition.is_empty() {
            src.line(condition);
        }
        let head = format!("fn encode(request: {wire}::Request, {from}: usize) -> {wire}::Request");
        src.block(head, |src| src.line(checked(request)));
    };
    if compresses {
        encode("#[cfg(feature = \"compression\")]", "from", "crate::compression::gzip(request, from)");
    }
    if operation.has_checksum || operation.checksum_header.is_some() {
        let condition = if compresses { "#[cfg(not(feature = \"compression\"))]" } else { "" };
        encode(condition, "_", "request");
    }
    if compresses && operation.serves {
        src.line("#[cfg(feature = \"compression\")]");
        let result = format!("Result<Option<{wire}::Request>, {wire}::ReadError>");
        src.block(format_args!("fn decode(request: &{wire}::Request) -> {result}"), |src| {
            src.line("crate::decompression::gunzip(request)");
        });
    }
}

/// What stands before the host: texts, and labels with the members that they are.
fn host_prefix(src: &mut Source, parts: &[HostPart]) {
    let wire = src.name(Import::Wire);
    let labels = parts.iter().any(|part| matches!(part, HostPart::Label { .. }));
    let input = if labels { "input" } else { "_" };
    let head = format!("fn host_prefix({input}: &Self::Input) -> Result<String, {wire}::RequestError>");
    src.block(head, |src| {
        let part = |part: &HostPart| match part {
            HostPart::Text(text) => format!("(None, {})", literal(text)),
            HostPart::Label { member, field, is_option } => {
                format!("(Some({}), {})", literal(member), label_value(field, *is_option))
            }
        };
        src.sequence(
            format_args!("{wire}::host_prefix(&["),
            parts.iter().map(part).collect::<Vec<_>>().iter(),
            "])",
        );
    });
}

/// The text of a member in the host.
fn label_value(field: &FieldName, is_option: bool) -> String {
    let field = field.in_source();
    if is_option {
        format!("input.{field}.as_ref().map_or(\"\", |value| value.as_ref())")
    } else {
        format!("input.{field}.as_ref()")
    }
}

/// Where requests go whose member moves from the path to the host.
fn address(src: &mut Source, member: &str, value: &str) {
    let (wire, root) = (src.name(Import::Wire), src.root());
    src.nest(
        "fn address(",
        |src| {
            src.line("input: &Self::Input,");
            src.line(format_args!("endpoint: &{wire}::Endpoint,"));
            src.line("path: &str,");
        },
        format_args!(") -> Result<String, {wire}::RequestError> {{"),
    );
    let hosts = format!("&{root}::service::ACCELERATED_ENDPOINTS");
    let arguments: [&dyn Display; 5] = [&"endpoint", &hosts, &literal(member), &value, &"path"];
    src.indented(|src| src.call(format_args!("{wire}::virtual_host"), &arguments, ""));
    src.line("}");
}

/// A scheme as the runtime has it.
fn auth(wire: Name, scheme: &AuthScheme) -> String {
    let variant = match scheme {
        AuthScheme::SigV4(name) => format!("SigV4({})", literal(name)),
        AuthScheme::SigV4A(name) => format!("SigV4A({})", literal(name)),
        AuthScheme::HttpBearer => "HttpBearer".to_owned(),
        AuthScheme::HttpBasic => "HttpBasic".to_owned(),
        AuthScheme::HttpDigest => "HttpDigest".to_owned(),
        AuthScheme::HttpApiKey(name) => format!("HttpApiKey({})", literal(name)),
        AuthScheme::Other(id) => format!("Other({})", literal(id)),
    };
    format!("{wire}::Auth::{variant}")
}

fn end(src: &mut Source, kind: &str, name: Option<&TypeName>) {
    match name {
        Some(name) => src.line(format_args!("type {kind} = {};", src.shape(name))),
        None => src.line(format_args!("type {kind} = {}::Unit;", src.name(Import::Smithy))),
    }
}
