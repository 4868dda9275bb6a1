//! Reading of structures: a match on the names of members, whose values are placed as they come.

use super::defaults;
use super::source::{Import, Source, literal};
use super::structure::told;
use crate::ir::{Field, Presence, TokenDemand};

/// The function that reads the members of a structure.
pub(crate) fn members(src: &mut Source, fields: &[Field]) {
    let wire = src.name(Import::Wire);
    let object = free("object", fields);
    let head = format!("fn read_members({object}: &mut {wire}::ObjectReader<'_, '_>) -> Self");
    src.block(head, |src| {
        if fields.is_empty() {
            let next = format!("while {object}.next_member().is_some()");
            src.block(next, |src| src.line(format_args!("{object}.skip();")));
            return src.line("Self {}");
        }
        for field in fields {
            src.line(format_args!("let mut {} = None;", local(field)));
        }
        let member = free("member", fields);
        src.block(format_args!("while let Some({member}) = {object}.next_member()"), |src| {
            src.block(format_args!("match &*{member}"), |src| {
                fields.iter().for_each(|field| arm(src, field, object));
                src.line(format_args!("_ => {object}.skip(),"));
            });
        });
        src.block("Self", |src| fields.iter().for_each(|field| place(src, field, object)));
    });
}

/// A name that no field has: only one that cannot be a name without it ends with an underscore.
fn free(name: &'static str, fields: &[Field]) -> &'static str {
    match name {
        _ if fields.iter().all(|field| field.name.as_str() != name) => name,
        "object" => "object_",
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
    let (name, wire) = (local(field), literal(&field.wire));
    let value = if field.redacted { "sensitive_value" } else { "value" };
    let object = told(src, object, field.timestamps);
    src.line(format_args!("{wire} => {name} = {object}.{value}({wire}),"));
}

fn place(src: &mut Source, field: &Field, object: &str) {
    let (name, local) = (field.name.in_source(), local(field));
    let (wire, path) = (literal(&field.wire).to_string(), literal(field.name.as_str()).to_string());
    let mut call = |method: &str, arguments: Vec<String>| {
        src.sequence(format_args!("{name}: {object}.{method}("), arguments.iter(), "),");
    };
    match &field.presence {
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
