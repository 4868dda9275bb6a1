//! The setters of builders.

use std::fmt::Display;

use super::attributes::{deprecated, expect_deprecated};
use super::builder::unboxed;
use super::source::Source;
use crate::ir::{Density, Field, Type};

/// A member's two setters: one value, or one element or entry more; and the whole.
pub(crate) fn of_field(src: &mut Source, field: &Field) {
    step(src, field);
    let ty = src.ty(&unboxed(&field.ty)).to_string();
    let (name, value) = (field.name.in_source(), format_args!("value: Option<{ty}>"));
    setter(src, field, &field.setters.1.in_source(), "Sets or clears", &[&"mut self", &value], |src| {
        src.line(format_args!("self.{name} = value;"));
    });
}

/// The setter of one value: it appends where the member is a list or a map.
fn step(src: &mut Source, field: &Field) {
    let (name, setter_name) = (field.name.in_source(), field.setters.0.in_source());
    let whole = format!("self.{name}.get_or_insert_default()");
    match &field.ty {
        Type::List(element, density) => {
            let (declared, used) = argument(src, "value", element, *density);
            let push = format!("{whole}.push({used});");
            let arguments: [&dyn Display; 2] = [&"mut self", &declared];
            setter(src, field, &setter_name, "Appends an element to", &arguments, |src| src.line(push));
        }
        Type::Map(key, value, density) => {
            let (key, used_key) = argument(src, "key", key, Density::Dense);
            let (value, used) = argument(src, "value", value, *density);
            let insert = format!("{whole}.insert({used_key}, {used});");
            let arguments: [&dyn Display; 3] = [&"mut self", &key, &value];
            setter(src, field, &setter_name, "Adds an entry to", &arguments, |src| src.line(insert));
        }
        ty => {
            let (declared, used) = argument(src, "value", &unboxed(ty), Density::Dense);
            let set = format!("self.{name} = Some({used});");
            let arguments: [&dyn Display; 2] = [&"mut self", &declared];
            setter(src, field, &setter_name, "Sets", &arguments, |src| src.line(set));
        }
    }
}

/// How an argument is declared and used. Strings are taken in every form.
fn argument(src: &Source, name: &str, ty: &Type, density: Density) -> (String, String) {
    match (ty, density) {
        (Type::String, Density::Dense) => (format!("{name}: impl Into<String>"), format!("{name}.into()")),
        _ => (format!("{name}: {}", src.element(ty, density)), name.to_owned()),
    }
}

fn setter(
    src: &mut Source,
    field: &Field,
    name: &str,
    verb: &str,
    arguments: &[&dyn Display],
    body: impl FnOnce(&mut Source),
) {
    src.separate();
    src.comment(format_args!("{verb} `{}`.", field.wire));
    deprecated(src, field.deprecated.as_ref());
    expect_deprecated(src, field.names_deprecated);
    src.call(format_args!("pub fn {name}"), arguments, " -> Self {");
    src.indented(|src| {
        body(src);
        src.line("self");
    });
    src.line("}");
}
