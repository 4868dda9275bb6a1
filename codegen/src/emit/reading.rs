//! Reading of structures: a table of slots that members go to as they come, or a match on their names where some look
//! other than usual.

use std::fmt::Display;

use super::layout::told;
use super::source::{Import, Source, literal};
use super::{defaults, message};
use crate::ir::binding::{MemberBinding, MessagePlace};
use crate::ir::{Field, Presence, Structure, TokenDemand, XmlLayout, XmlPlace};

/// The function that reads the members of a structure.
pub(crate) fn members(src: &mut Source, structure: &Structure) {
    let fields = &structure.fields;
    let wire = src.name(Import::Wire);
    let object = free("object", fields);
    let head = format!("fn read_members({object}: &mut {wire}::ObjectReader<'_, '_>) -> Self");
    src.block(head, |src| {
        if !fields.is_empty() && structure.derives.default && fields.iter().all(is_read_as_it_is) {
            src.line("let mut read = Self::default();");
            table(src, fields.iter(), object, "read.");
            return src.line("read");
        }
        fields.iter().for_each(|field| declare(src, field, object));
        each_member(src, fields.iter(), fields);
        if fields.is_empty() {
            return src.line("Self {}");
        }
        src.block("Self", |src| {
            fields.iter().for_each(|field| place(src, field, object, &field.wire));
        });
    });
}

/// The variable of a member of the body, which an attribute has before any element is read.
fn declare(src: &mut Source, field: &Field, object: &str) {
    match field.place() {
        XmlPlace::Attribute => attribute(src, field, object),
        XmlPlace::Element | XmlPlace::Flattened => src.line(format_args!("let mut {} = None;", local(field))),
    }
}

/// The members of an object, of those that stand in it; `all` are the fields of the structure.
fn each_member<'f>(src: &mut Source, fields: impl Iterator<Item = &'f Field> + Clone, all: &[Field]) {
    let (object, member) = (free("object", all), free("member", all));
    let elements = fields.filter(|field| field.place() != XmlPlace::Attribute);
    if elements.clone().next().is_some() && elements.clone().all(is_usual) {
        return table(src, elements, object, "");
    }
    if elements.clone().next().is_none() {
        let next = format!("while {object}.next_member().is_some()");
        return src.block(next, |src| src.line(format_args!("{object}.skip();")));
    }
    src.block(format_args!("while let Some({member}) = {object}.next_member()"), |src| {
        src.block(format_args!("match &*{member}"), |src| {
            elements.clone().for_each(|field| arm(src, field, object));
            src.line(format_args!("_ => {object}.skip(),"));
        });
    });
}

/// Whether a member looks as members of its type usually do.
fn is_usual(field: &Field) -> bool {
    field.timestamps.is_none() && field.layout.is_none() && field.key == field.wire
}

/// Whether what is read is what the field holds, and nothing where there is nothing.
fn is_read_as_it_is(field: &Field) -> bool {
    let is_optional =
        matches!(field.presence, Presence::Optional | Presence::IdempotencyToken(TokenDemand::Optional));
    is_optional && is_usual(field)
}

/// Reads members into the fields of `owner`, or into variables where that is empty.
fn table<'f>(src: &mut Source, fields: impl Iterator<Item = &'f Field> + Clone, object: &str, owner: &str) {
    let sensitive = fields.clone().filter(|field| field.redacted);
    let sensitive: Vec<String> = sensitive.map(|field| literal(&field.wire).to_string()).collect();
    if !sensitive.is_empty() {
        src.sequence(format_args!("{object}.sensitive(&["), sensitive.iter(), "]);");
    }
    src.nest(
        format_args!("{object}.members(&mut ["),
        |src| fields.for_each(|field| row(src, field, owner)),
        "]);",
    );
}

fn row(src: &mut Source, field: &Field, owner: &str) {
    let name = if owner.is_empty() { local(field) } else { field.name.in_source().to_string() };
    let row = [literal(&field.wire).to_string(), format!("&mut {owner}{name}")];
    src.sequence("(", row.iter(), "),");
}

/// The function that reads the members of a message, each at its place; `answers` are those of a response, where they
/// stand elsewhere.
pub(crate) fn message(src: &mut Source, fields: &[Field], answers: Option<&[Field]>) {
    let wire = src.name(Import::Wire);
    let message = if fields.is_empty() { "_" } else { free("message", fields) };
    let head = format!("fn read_message({message}: &mut {wire}::MessageReader<'_>) -> Self");
    src.block(head, |src| {
        if let Some(answers) = answers {
            src.block(format_args!("if {message}.is_response()"), |src| {
                placed(src, answers, message, ["return Self {", "};"]);
            });
        }
        placed(src, fields, message, ["Self {", "}"]);
    });
}

/// Reads the members of a message and puts them into the structure.
fn placed(src: &mut Source, fields: &[Field], message: &str, [open, close]: [&str; 2]) {
    let object = free("object", fields);
    for field in fields {
        if let Some(binding) = &field.binding {
            bound(src, field, binding, message);
        }
    }
    let in_body = fields.iter().filter(|field| field.binding.is_none());
    if in_body.clone().next().is_some() {
        src.line(format_args!("let {object} = &mut {message}.body();"));
        in_body.clone().for_each(|field| declare(src, field, object));
        each_member(src, in_body, fields);
    } else if fields.iter().any(|field| asks(&field.presence)) {
        src.line(format_args!("let {object} = &mut {message}.no_body();"));
    }
    let members = |src: &mut Source| {
        for field in fields {
            let name = if field.binding.is_some() { &field.member } else { &field.wire };
            place(src, field, object, name);
        }
    };
    src.nest(open, members, close);
}

/// Whether what stands for a member that is missing depends on how a message is read.
fn asks(presence: &Presence) -> bool {
    match presence {
        Presence::Required
        | Presence::ClientOptional
        | Presence::ClientOptionalOr(_)
        | Presence::OptionalOr(..)
        | Presence::IdempotencyToken(TokenDemand::Demanded) => true,
        Presence::RequiredOr(_) | Presence::Optional | Presence::IdempotencyToken(TokenDemand::Optional) => {
            false
        }
    }
}

/// Reads a member at its place.
fn bound(src: &mut Source, field: &Field, binding: &MemberBinding, message: &str) {
    let (local, member) = (local(field), literal(&field.member));
    let message = told(src, message, binding.timestamps, None);
    let mut call = |method: &str, arguments: &[&dyn Display]| {
        src.call(format_args!("let {local} = {message}.{method}"), arguments, ";");
    };
    match &binding.place {
        MessagePlace::Label => call("label", &[&member]),
        MessagePlace::Query(name) => call(message::query(binding.form), &[&literal(name), &member]),
        MessagePlace::QueryParams => call(message::query_params(binding.form), &[&member]),
        MessagePlace::Header(name) => call(message::header(binding.form), &[&literal(name), &member]),
        MessagePlace::PrefixHeaders(prefix) => call("prefix_headers", &[&literal(prefix), &member]),
        MessagePlace::Status => call("status", &[]),
        MessagePlace::PayloadStructure if field.presence.is_option() => call("payload_structure", &[&member]),
        MessagePlace::PayloadStructure | MessagePlace::Payload => call("payload", &[&member]),
        MessagePlace::UnwrappedText => call("unwrapped_text", &[&member]),
        MessagePlace::PayloadBytes(_) => call("payload_bytes", &[]),
        MessagePlace::PayloadText(_) => call("payload_text", &[&member]),
    }
}

/// A name that no field has: only one that cannot be a name without it ends with an underscore.
fn free(name: &'static str, fields: &[Field]) -> &'static str {
    match name {
        _ if fields.iter().all(|field| field.name.as_str() != name) => name,
        "object" => "object_",
        "message" => "message_",
        _ => "member_",
    }
}

/// The variable that a member is read into: its field, but for the names that clippy takes for placeholders.
fn local(field: &Field) -> String {
    match field.name.as_str() {
        placeholder @ ("foo" | "baz" | "quux") => format!("{placeholder}_"),
        _ => field.name.in_source().to_string(),
    }
}

fn arm(src: &mut Source, field: &Field, object: &str) {
    let (name, key, wire) = (local(field), literal(&field.key), literal(&field.wire));
    let secret = if field.redacted { "sensitive_" } else { "" };
    let layout = field.layout.as_ref().and_then(XmlLayout::as_read);
    let object = told(src, object, field.timestamps, layout.as_ref());
    match field.place() {
        XmlPlace::Flattened => {
            src.line(format_args!("{key} => {object}.{secret}flattened({wire}, &mut {name}),"));
        }
        XmlPlace::Element | XmlPlace::Attribute => {
            src.line(format_args!("{key} => {name} = {object}.{secret}value({wire}),"));
        }
    }
}

/// A member that is an attribute, which is there before any element is read.
fn attribute(src: &mut Source, field: &Field, object: &str) {
    let (name, wire) = (local(field), literal(&field.wire));
    let object = told(src, object, field.timestamps, None);
    src.line(format_args!("let {name} = {object}.attribute({wire});"));
}

fn place(src: &mut Source, field: &Field, object: &str, wire: &str) {
    let (name, local) = (field.name.in_source(), local(field));
    let (wire, path) = (literal(wire).to_string(), literal(field.name.as_str()).to_string());
    let mut call = |method: &str, arguments: Vec<String>| {
        src.sequence(format_args!("{name}: {object}.{method}("), arguments.iter(), "),");
    };
    // A list or map without elements is not there where it is flattened.
    let flattened = field.place() == XmlPlace::Flattened;
    match &field.presence {
        Presence::Required if flattened => src.line(format_args!("{name}: {local}.unwrap_or_default(),")),
        Presence::ClientOptional if flattened && local == name => src.line(format_args!("{name},")),
        Presence::ClientOptional if flattened => src.line(format_args!("{name}: {local},")),
        Presence::Required => call("required", vec![local, wire, path]),
        Presence::ClientOptional | Presence::IdempotencyToken(TokenDemand::Demanded) => {
            call("client_optional", vec![local, wire, path])
        }
        Presence::ClientOptionalOr(default) => {
            let default = defaults::function(src, default);
            src.line(format_args!("{name}: {object}.client_optional_or({local}, {default}),"));
        }
        Presence::Optional | Presence::IdempotencyToken(TokenDemand::Optional) if local == name => {
            src.line(format_args!("{name},"))
        }
        Presence::Optional | Presence::IdempotencyToken(TokenDemand::Optional) => {
            src.line(format_args!("{name}: {local},"))
        }
        Presence::RequiredOr(default) => {
            let unwrapping = defaults::unwrapping(src, default);
            src.line(format_args!("{name}: {local}.{unwrapping},"));
        }
        Presence::OptionalOr(default, _) => {
            let default = defaults::function(src, default);
            src.line(format_args!("{name}: {object}.optional_or({local}, {default}),"));
        }
    }
}
