//! Functions that show structures and unions as objects, and the body that they stand in.

use proc_macro2::{TokenStream, TokenTree};

use super::ROOT;
use super::access::variants;
use super::code::Work;
use super::convert::{VALUE, to_value};
use super::literal::text;
use super::stored;
use super::tidy::tidy;
use crate::resolve::graph::{Members, ShapeId, ShapeKind};

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
            ShapeKind::Structure(members) => structure(work, id, members),
            ShapeKind::Union(_) => union(work, id),
            ShapeKind::SimpleType(_)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::Service(_)
            | ShapeKind::Operation(_)
            | ShapeKind::Resource(_) => format!("{VALUE}::Null"),
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
    let inside = format!("{} {result}", used(work, result).join(" "));
    // A condition may be decided by what it says alone.
    let unused = if mentions(&inside, "value") { "" } else { "let _ = value;" };
    let function = format!("fn condition() {{ {} {unused} {inside} }}", imports(&inside));
    let file = syn::parse2(tidy(tokens(&function))).expect("what is written here is Rust");
    let text = prettyplease::unparse(&file);
    let inside = text.lines().skip(1).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
    let mut lines: Vec<String> = inside.collect();
    // The brace that closes the function.
    lines.pop();
    lines
}

/// What a body imports from the runtime.
fn imports(source: &str) -> String {
    let names = |name: &str| begins_path(tokens(source), name);
    let imported = match (names("query"), names("Value")) {
        (true, true) => "query::{self, Value}",
        (true, false) => "query",
        (false, true) => "query::Value",
        (false, false) => return String::new(),
    };
    format!("use {ROOT}::validation::{imported};")
}

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("what is written here is Rust")
}

/// Whether a variable is named outside of the functions that come first.
fn mentions(source: &str, variable: &str) -> bool {
    fn within(tokens: TokenStream, variable: &str) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => within(group.stream(), variable),
            TokenTree::Ident(ident) => ident == variable,
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    within(tokens(source), variable)
}

/// Whether some path begins with a name.
fn begins_path(tokens: TokenStream, name: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => begins_path(group.stream(), name),
        TokenTree::Ident(ident) if ident == name => {
            let inside = at > 0 && (is(at - 1, ':') || is(at - 1, '.'));
            !inside && (is(at + 1, ':') || is(at + 1, '<'))
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
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

/// Whether a text names a function, which is given whole.
fn calls(text: &str, function: &str) -> bool {
    let name = function.strip_prefix("fn ").and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    name.is_some_and(|name| text.match_indices(name).any(|(at, _)| ends(&text[at + name.len()..])))
}
