//! The setters of builders.

use std::fmt::Display;

use super::attributes::{deprecated, expect_deprecated};
use super::builder::{Storage, unboxed};
use super::source::{Source, code};
use crate::ir::{Field, Structure, Type};
use crate::names::FieldName;

/// A member's two setters: one value, or one element or entry more; and the whole.
pub(crate) fn of_field(src: &mut Source, structure: &Structure, field: &Field) {
    let member = format!("{}.{}", Storage::of(structure).path(), field.name.in_source());
    one(src, structure, field, &member);
    whole(src, structure, field, &member);
}

/// The setter of one value: it appends where the member is a list or a map.
fn one(src: &mut Source, structure: &Structure, field: &Field, member: &str) {
    let name = &field.setters.0;
    let setter = Setter { verb: "Sets", name, field, structure };
    match &field.ty {
        Type::List(element, density) => {
            let (value, used) = argument("value", src.element(element, *density).to_string());
            let statement = format_args!("{member}.get_or_insert_default().push({used});");
            method(src, Setter { verb: "Appends an element to", ..setter }, &[&value], statement);
        }
        Type::Map(key, value, density) => {
            let (key, used_key) = argument("key", src.ty(key).to_string());
            let (value, used) = argument("value", src.element(value, *density).to_string());
            let statement = format_args!("{member}.get_or_insert_default().insert({used_key}, {used});");
            method(src, Setter { verb: "Adds an entry to", ..setter }, &[&key, &value], statement);
        }
        _ => {
            let (value, used) = argument("value", src.ty(&unboxed(&field.ty)).to_string());
            let used = if boxes(structure, field) { format!("Box::new({used})") } else { used };
            method(src, setter, &[&value], format_args!("{member} = Some({used});"));
        }
    }
}

/// The setter of the whole.
fn whole(src: &mut Source, structure: &Structure, field: &Field, member: &str) {
    let setter = Setter { verb: "Sets or clears", name: &field.setters.1, field, structure };
    let value = format!("value: Option<{}>", src.ty(&unboxed(&field.ty)));
    let used = if boxes(structure, field) { "value.map(Box::new)" } else { "value" };
    method(src, setter, &[&value], format_args!("{member} = {used};"));
}

/// Whether the value that a setter takes is boxed where it is kept.
fn boxes(structure: &Structure, field: &Field) -> bool {
    Storage::of(structure) == Storage::Structure && matches!(field.ty, Type::Boxed(_))
}

/// Whether a setter names a deprecated field.
pub(super) fn sets_deprecated(structure: &Structure, field: &Field) -> bool {
    let deprecated = structure.deprecated.is_some() || field.deprecated.is_some();
    Storage::of(structure) == Storage::Structure && deprecated
}

/// How an argument is declared and used. Strings are taken in every form.
fn argument(name: &str, ty: String) -> (String, String) {
    if ty == "String" {
        (format!("{name}: impl Into<String>"), format!("{name}.into()"))
    } else {
        (format!("{name}: {ty}"), name.to_owned())
    }
}

/// A setter of a member.
#[derive(Clone, Copy)]
struct Setter<'f> {
    /// What it does to the member.
    verb: &'static str,
    /// Its name.
    name: &'f FieldName,
    /// The member.
    field: &'f Field,
    /// The structure.
    structure: &'f Structure,
}

fn method(src: &mut Source, setter: Setter<'_>, arguments: &[&dyn Display], statement: impl Display) {
    let Setter { verb, name, field, structure } = setter;
    src.separate();
    src.comment(format_args!("{verb} {}.", code(&field.wire)));
    deprecated(src, field.deprecated.as_ref());
    expect_deprecated(src, field.deprecated_types.outside() || sets_deprecated(structure, field));
    let arguments = [&[&"mut self" as &dyn Display], arguments].concat();
    src.call(format_args!("pub fn {}", name.in_source()), &arguments, " -> Self {");
    src.indented(|src| {
        src.line(statement);
        src.line("self");
    });
    src.line("}");
}
