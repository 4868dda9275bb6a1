//! Operations: a unit struct, and what the wire needs to know of it.

use super::attributes::{deprecated, expect_deprecated};
use super::source::{Import, Source, literal};
use crate::ir::Protocol;
use crate::ir::operation::{AuthScheme, Messages, Operation};
use crate::names::TypeName;

/// The operation's type and its impls.
pub(crate) fn items(src: &mut Source, operation: &Operation, protocol: &Protocol) {
    definition(src, operation);
    facts(src, operation);
    if let Some(fields) = operation.pages.as_ref().and_then(|pages| pages.fields.as_ref()) {
        super::pages::paged(src, operation, fields);
    }
    match (protocol, operation.messages) {
        (Protocol::AwsJson { target_prefix, content_type }, Messages::Whole) => {
            aws_json(src, operation, target_prefix, content_type);
        }
        (Protocol::RpcV2Json { service }, Messages::Whole) => rpc_v2_json(src, operation, service),
        (Protocol::AwsJson { .. } | Protocol::RpcV2Json { .. }, Messages::EventStream)
        | (Protocol::Other, _) => {}
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
        src.line(format_args!("const AUTH: {wire}::Auth = {wire}::Auth::{};", auth(&operation.auth)));
        if operation.readonly {
            src.line("const READONLY: bool = true;");
        }
        if operation.idempotent {
            src.line("const IDEMPOTENT: bool = true;");
        }
        if let Some(pages) = &operation.pages {
            super::pages::names(src, pages);
        }
    });
}

/// The variant of the first scheme; where none is needed, or the model names none, nothing is sent.
fn auth(schemes: &[AuthScheme]) -> &'static str {
    match schemes.first().filter(|_| !schemes.contains(&AuthScheme::NoAuth)) {
        Some(AuthScheme::SigV4) => "Signed",
        Some(AuthScheme::SigV4A) => "SignedV4A",
        Some(AuthScheme::HttpBearer) => "BearerToken",
        Some(AuthScheme::HttpBasic) => "Basic",
        Some(AuthScheme::HttpDigest) => "Digest",
        Some(AuthScheme::HttpApiKey) => "ApiKey",
        Some(AuthScheme::Other) => "Other",
        Some(AuthScheme::NoAuth) | None => "Unsigned",
    }
}

fn end(src: &mut Source, kind: &str, name: Option<&TypeName>) {
    match name {
        Some(name) => src.line(format_args!("type {kind} = {};", src.shape(name))),
        None => src.line(format_args!("type {kind} = {}::Unit;", src.name(Import::Smithy))),
    }
}

fn aws_json(src: &mut Source, operation: &Operation, target_prefix: &str, content_type: &str) {
    let Operation { name, wire: name_on_wire, .. } = operation;
    let wire = src.name(Import::Wire);
    let target = format!("{target_prefix}.{name_on_wire}");
    src.separate();
    expect_deprecated(src, operation.deprecated.is_some());
    src.block(format_args!("impl {wire}::AwsJson for {name}"), |src| {
        src.line(format_args!("const TARGET: &'static str = {};", literal(&target)));
        src.line(format_args!("const CONTENT_TYPE: &'static str = {};", literal(content_type)));
        if operation.output.is_none() {
            let unit = format_args!("{}::Unit", src.name(Import::Smithy)).to_string();
            src.block(format_args!("fn response_body(_: &{unit}) -> Vec<u8>"), |src| src.line("Vec::new()"));
        }
    });
}

fn rpc_v2_json(src: &mut Source, operation: &Operation, service: &str) {
    let Operation { name, wire: name_on_wire, .. } = operation;
    let wire = src.name(Import::Wire);
    let path = format!("/service/{service}/operation/{name_on_wire}");
    src.separate();
    expect_deprecated(src, operation.deprecated.is_some());
    src.block(format_args!("impl {wire}::RpcV2 for {name}"), |src| {
        src.line(format_args!("const PATH: &'static str = {};", literal(&path)));
    });
}
