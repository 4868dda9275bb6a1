//! Functions that show structures and unions as objects, and the body that they stand in.

use super::ROOT;
use super::access::variants;
use super::code::Work;
use super::convert::{VALUE, to_value};
use super::literal::text;
use super::stored;
use crate::resolve::graph::{Kind, Members, ShapeId};

/// The name of the function that shows a shape; the first use writes it.
pub(super) fn of(work: &mut Work<'_, '_>, id: &ShapeId) -> String {
    let ty = work.types.name(id);
    let name = format!("view_{}", ty.module().as_str());
    if !work.views.contains_key(id) {
        // The place is taken first: a shape may hold itself.
        work.views.insert(id.clone(), String::new());
        let shape = work.types.model.shape(id);
        work.names_deprecated |= shape.traits.deprecated.is_some();
        let object = match &shape.kind {
            Kind::Structure(members) => structure(work, id, members),
            Kind::Union(_) => union(work, id),
            Kind::Simple(_)
            | Kind::List(_)
            | Kind::Map { .. }
            | Kind::Enum(_)
            | Kind::IntEnum(_)
            | Kind::Service(_)
            | Kind::Operation(_)
            | Kind::Resource(_) => format!("{VALUE}::Null"),
        };
        let function = format!("fn {name}(value: &{ROOT}::{ty}) -> {VALUE}<'_> {{ {object} }}");
        work.views.insert(id.clone(), function);
    }
    name
}

fn structure(work: &mut Work<'_, '_>, id: &ShapeId, members: &Members) -> String {
    let mut entries = Vec::new();
    for member in members.values() {
        let code = stored::member(work, id, member, "value");
        entries.push(format!("({}, {})", text(&member.name), to_value(work, code).source));
    }
    format!("{VALUE}::structure([{}])", entries.join(", "))
}

fn union(work: &mut Work<'_, '_>, id: &ShapeId) -> String {
    let mut arms = Vec::new();
    for (name, pattern, code) in variants(work, id) {
        let value = to_value(work, code);
        arms.push(format!("{pattern} => {VALUE}::object([({}, {})]),", text(&name), value.source));
    }
    let unknown = format!("{ROOT}::{}::Unknown(name, inner)", work.types.name(id));
    arms.push(format!("{unknown} => {VALUE}::object([(name.as_str(), {VALUE}::from(inner))]),"));
    format!("match value {{ {} }}", arms.join(" "))
}

/// The lines of a function's body: what shows shapes, then the result.
pub(super) fn body(work: &Work<'_, '_>, result: &str) -> Vec<String> {
    let function = format!("fn condition() {{ {} {result} }}", used(work, result).join(" "));
    let file = syn::parse_file(&function).expect("what is written here is Rust");
    let text = prettyplease::unparse(&file);
    let inside = text.lines().skip(1).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
    let mut lines: Vec<String> = inside.collect();
    // The brace that closes the function.
    lines.pop();
    lines
}

/// The functions that the result calls, and those that they call.
fn used<'w>(work: &'w Work<'_, '_>, result: &'w str) -> Vec<&'w str> {
    let mut texts = vec![result];
    let mut at = 0;
    while at < texts.len() {
        let text = texts[at];
        let called = work.views.values().filter(|function| calls(text, function));
        let new: Vec<&str> =
            called.map(String::as_str).filter(|function| !texts.contains(function)).collect();
        texts.extend(new);
        at += 1;
    }
    texts.split_off(1)
}

/// Whether a text calls a function, which is given whole.
fn calls(text: &str, function: &str) -> bool {
    let name = function.strip_prefix("fn ").and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
    name.is_some_and(|name| text.match_indices(name).any(|(at, _)| text[at + name.len()..].starts_with('(')))
}
