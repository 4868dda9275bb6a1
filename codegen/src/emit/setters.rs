//! The setters of builders, as finished lines.

use super::builder::held_type;
use super::lines::{call, function};
use super::tokens::{Scope, deprecation_lines};
use crate::ir::{Field, Type};

/// One setter.
struct Setter {
    docs: String,
    name: String,
    arguments: Vec<String>,
    statement: String,
}

/// The lines of a member's two setters: one value, or one element or entry more; and the whole.
pub(crate) fn of_field(scope: &Scope, field: &Field) -> Vec<String> {
    let mut lines = method(field, step(scope, field));
    lines.extend(method(field, whole(scope, field)));
    lines
}

/// The setter of the whole.
fn whole(scope: &Scope, field: &Field) -> Setter {
    let name = &field.name;
    Setter {
        docs: format!("Sets or clears `{}`.", field.wire),
        name: field.setters.1.in_source().into_owned(),
        arguments: vec!["mut self".to_owned(), format!("value: Option<{}>", held_type(scope, field))],
        statement: format!("self.{} = value;", name.in_source()),
    }
}

/// The setter of one value: it appends where the member is a list or a map.
fn step(scope: &Scope, field: &Field) -> Setter {
    let name = field.name.in_source();
    let (verb, mut arguments, statement) = match &field.ty {
        Type::List(element, density) => {
            let (value, used) = argument("value", scope.element(element, *density));
            (
                "Appends an element to",
                vec![value],
                format!("self.{name}.get_or_insert_default().push({used});"),
            )
        }
        Type::Map(key, value, density) => {
            let (key, used_key) = argument("key", scope.source(key));
            let (value, used) = argument("value", scope.element(value, *density));
            let statement = format!("self.{name}.get_or_insert_default().insert({used_key}, {used});");
            ("Adds an entry to", vec![key, value], statement)
        }
        _ => {
            let (value, used) = argument("value", held_type(scope, field));
            ("Sets", vec![value], format!("self.{name} = Some({used});"))
        }
    };
    arguments.insert(0, "mut self".to_owned());
    let docs = format!("{verb} `{}`.", field.wire);
    Setter { docs, name: field.setters.0.in_source().into_owned(), arguments, statement }
}

/// How an argument is declared and used. Strings are taken in every form.
fn argument(name: &str, ty: String) -> (String, String) {
    if ty == "String" {
        (format!("{name}: impl Into<String>"), format!("{name}.into()"))
    } else {
        (format!("{name}: {ty}"), name.to_owned())
    }
}

fn method(field: &Field, setter: Setter) -> Vec<String> {
    let Setter { docs, name, arguments, statement } = setter;
    let mut lines = vec![format!("/// {docs}")];
    lines.extend(deprecation_lines(field.deprecated.as_ref(), field.names_deprecated));
    let head = call(4, &format!("pub fn {name}"), &arguments, " -> Self {");
    lines.extend(function(head, [statement, "self".to_owned()]));
    lines.push(String::new());
    lines
}
