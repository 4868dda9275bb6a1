//! Messages whose members are bound to parts of HTTP: each member at its place, in clear.

use super::attributes::expect_deprecated;
use super::layout::told;
use super::source::{Import, Source, literal};
use super::structure::{in_order, names_deprecated, write};
use super::{defaults, reading};
use crate::ir::binding::{MemberBinding, MessagePlace, TextForm, XmlRoot};
use crate::ir::{DefaultWriter, Directions, Field, Namespace, Presence, Structure, TokenDemand};

/// The impls that write and read a structure as a message.
pub(crate) fn impls(src: &mut Source, structure: &Structure) {
    let wire = src.name(Import::Wire);
    let deprecated = structure.deprecated.is_some() || names_deprecated(structure);
    src.separate();
    expect_deprecated(src, deprecated);
    src.block(format_args!("impl {wire}::ToMessage for {}", structure.name), |src| {
        let head = format!("fn write_message(&self, out: &mut {wire}::MessageWriter)");
        src.block(head, |src| {
            if let Some(fields) = &structure.answer_fields {
                src.block("if out.is_response()", |src| {
                    writing(src, structure, fields);
                    src.line("return;");
                });
            }
            writing(src, structure, &structure.fields);
        });
    });
    src.separate();
    expect_deprecated(src, deprecated);
    src.block(format_args!("impl {wire}::FromMessage for {}", structure.name), |src| {
        reading::message(src, &structure.fields, structure.answer_fields.as_deref());
    });
}

/// Whether a member is the whole body.
fn is_payload(binding: &MemberBinding) -> bool {
    match binding.place {
        MessagePlace::PayloadStructure
        | MessagePlace::Payload
        | MessagePlace::UnwrappedText
        | MessagePlace::PayloadBytes(_)
        | MessagePlace::PayloadText(_) => true,
        MessagePlace::Label
        | MessagePlace::Query(_)
        | MessagePlace::QueryParams
        | MessagePlace::Header(_)
        | MessagePlace::PrefixHeaders(_)
        | MessagePlace::Status => false,
    }
}

/// The writer of a message, told the element that the body is.
fn rooted(root: Option<&XmlRoot>, out: &str) -> String {
    match root {
        None => out.to_owned(),
        Some(XmlRoot { name, namespace: None }) => format!("{out}.root({})", literal(name)),
        Some(XmlRoot { name, namespace: Some(Namespace { prefix, uri }) }) => {
            format!("{out}.root({}).namespace({}, {})", literal(name), literal(prefix), literal(uri))
        }
    }
}

fn writing(src: &mut Source, structure: &Structure, fields: &[Field]) {
    let bound = fields.iter().filter_map(|field| Some((field, field.binding.as_ref()?)));
    // The parameters that have members of their own come before the others.
    let (last, first): (Vec<_>, Vec<_>) =
        bound.clone().partition(|(_, binding)| binding.place == MessagePlace::QueryParams);
    first.into_iter().chain(last).for_each(|(field, binding)| member(src, field, binding));
    let in_body: Vec<&Field> = fields.iter().filter(|field| field.binding.is_none()).collect();
    if bound.clone().any(|(_, binding)| is_payload(binding)) {
        return;
    }
    if in_body.is_empty() {
        return src.line("out.no_body();");
    }
    let out = rooted(structure.root.as_deref(), "out");
    src.nest(
        format_args!("{out}.body(|out| {{"),
        |src| in_order(in_body.into_iter()).for_each(|field| write(src, field, Directions::OneCodec)),
        "});",
    );
}

/// Writes a member at its place.
fn member(src: &mut Source, field: &Field, binding: &MemberBinding) {
    let value = value(src, field);
    let out = rooted(binding.root.as_ref(), &told(src, "out", binding.timestamps, None));
    let call = |src: &mut Source, method: &str, arguments: &[&dyn std::fmt::Display]| {
        src.call(format_args!("{out}.{method}"), arguments, ";");
    };
    let media_type =
        |stated: &Option<String>, usual: &str| literal(stated.as_deref().unwrap_or(usual)).to_string();
    match &binding.place {
        MessagePlace::Label => call(src, "label", &[&literal(&field.member), &value]),
        MessagePlace::Query(name) => call(src, query(binding.form), &[&literal(name), &value]),
        MessagePlace::QueryParams => call(src, query_params(binding.form), &[&value]),
        MessagePlace::Header(name) => call(src, header(binding.form), &[&literal(name), &value]),
        MessagePlace::PrefixHeaders(prefix) => call(src, "prefix_headers", &[&literal(prefix), &value]),
        MessagePlace::Status => call(src, "status", &[&value]),
        MessagePlace::PayloadStructure => call(src, "payload_structure", &[&value]),
        MessagePlace::Payload | MessagePlace::UnwrappedText => call(src, "payload", &[&value]),
        MessagePlace::PayloadBytes(stated) => {
            call(src, "payload_bytes", &[&value, &media_type(stated, "application/octet-stream")]);
        }
        MessagePlace::PayloadText(stated) => {
            call(src, "payload_text", &[&value, &media_type(stated, "text/plain")]);
        }
    }
}

/// The method for a parameter of the query.
pub(crate) fn query(form: TextForm) -> &'static str {
    match form {
        TextForm::Single | TextForm::Base64 => "query",
        TextForm::List => "query_list",
    }
}

/// The method for all parameters of the query.
pub(crate) fn query_params(form: TextForm) -> &'static str {
    match form {
        TextForm::Single | TextForm::Base64 => "query_params",
        TextForm::List => "query_param_lists",
    }
}

/// The method for a header.
pub(crate) fn header(form: TextForm) -> &'static str {
    match form {
        TextForm::Single => "header",
        TextForm::List => "header_list",
        TextForm::Base64 => "header_base64",
    }
}

/// What is written of a field, if anything is: an `Option` of a reference.
fn value(src: &mut Source, field: &Field) -> String {
    let name = field.name.in_source();
    let chosen = match &field.presence {
        Presence::Required | Presence::RequiredOr(_) => return format!("Some(&self.{name})"),
        Presence::Optional | Presence::ClientOptional => return format!("self.{name}.as_ref()"),
        Presence::OptionalOr(default, DefaultWriter::Anyone) => {
            format!("or_default(&self.{name}, {})", defaults::function(src, default))
        }
        Presence::OptionalOr(default, DefaultWriter::Server) | Presence::ClientOptionalOr(default) => {
            format!("or_served_default(&self.{name}, {})", defaults::function(src, default))
        }
        Presence::IdempotencyToken(TokenDemand::Optional) => format!("token(&self.{name})"),
        Presence::IdempotencyToken(TokenDemand::Demanded) => {
            format!("required_token({}, &self.{name})", literal(&field.member))
        }
    };
    src.line(format_args!("let value = out.{chosen};"));
    "value.as_deref()".to_owned()
}
