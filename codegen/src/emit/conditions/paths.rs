//! Places among the fields of a value: how Rust holds what is there, and how it is read.

use syn::Expr;

use super::expr::{closure, dereference, field, method, name, number, path, reference, text};
use crate::ir::condition::{Access, FieldPath, FieldRepr, Nullability, Operand, PathStep, Root};

/// How an expression has a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// As a field of its type, or of an `Option` of it.
    Field,
    /// By reference, or as an `Option` of a reference.
    Reference,
    /// As it is compared.
    Value,
}

/// Whether a value may be null.
pub(super) fn is_nullable(operand: &Operand) -> bool {
    operand.nullability() == Nullability::Nullable
}

/// What is at a place, as it is compared.
pub(super) fn read(path: &FieldPath) -> Expr {
    let (expr, holder) = look(path, path.steps.len());
    converted(expr, holder, path.repr(), path.nullability())
}

/// What is at a place, where a method is called on it.
pub(super) fn bare(path: &FieldPath) -> Expr {
    look(path, path.steps.len()).0
}

/// Whether a place is a field that is reached through nothing that may be null.
pub(super) fn is_field(path: &FieldPath) -> bool {
    look(path, path.steps.len()).1 == Holder::Field
}

/// The first steps of a place.
fn look(path: &FieldPath, count: usize) -> (Expr, Holder) {
    let Some((step, _)) = path.steps[..count].split_last() else {
        return root(path);
    };
    let (before, holder) = look(path, count - 1);
    let prefix = FieldPath { steps: path.steps[..count - 1].to_vec(), ..path.clone() };
    if prefix.nullability() == Nullability::NonNull {
        return access(before, step);
    }
    let before = converted(before, holder, prefix.repr(), Nullability::Nullable);
    let (inner, holder) = access(name("inner"), step);
    let inner = converted(inner, holder, step.repr, step.nullability);
    let combinator = match step.nullability {
        Nullability::NonNull => "map",
        Nullability::Nullable => "and_then",
    };
    (method(before, combinator, [closure("inner", inner)]), Holder::Value)
}

fn root(path: &FieldPath) -> (Expr, Holder) {
    match (path.root, path.repr) {
        // Functions take strings and lists as slices.
        (Root::Value, FieldRepr::String | FieldRepr::List) => (name("value"), Holder::Value),
        (Root::Value, _) => (name("value"), Holder::Reference),
        (Root::Element, _) => (name("item"), Holder::Reference),
        (Root::Item(_), _) => (name("item"), Holder::Value),
    }
}

/// One step from a value that is there.
fn access(base: Expr, step: &PathStep) -> (Expr, Holder) {
    match &step.access {
        Access::Field(name) => (field(base, name), Holder::Field),
        Access::Key(key) => (method(base, "get", [text(key)]), Holder::Reference),
        Access::Index(0) => (method(base, "first", []), Holder::Reference),
        Access::Index(index) => (method(base, "get", [number(&index.to_string())]), Holder::Reference),
        Access::Last => (method(base, "last", []), Holder::Reference),
    }
}

/// A value as it is compared: `&str` for strings and enums of strings, a slice for lists, a copy or a reference else.
fn converted(expr: Expr, holder: Holder, repr: FieldRepr, nullability: Nullability) -> Expr {
    let nullable = nullability == Nullability::Nullable;
    match (repr, holder, nullable) {
        (_, Holder::Value, _) => expr,
        (FieldRepr::Copy | FieldRepr::Float, Holder::Field, _) => expr,
        (FieldRepr::Copy | FieldRepr::Float, Holder::Reference, true) => method(expr, "copied", []),
        (FieldRepr::Copy | FieldRepr::Float, Holder::Reference, false) => dereference(expr),
        (FieldRepr::String | FieldRepr::Enum, _, false) => method(expr, "as_str", []),
        (FieldRepr::String | FieldRepr::List, Holder::Field, true) => method(expr, "as_deref", []),
        (FieldRepr::String, Holder::Reference, true) => {
            method(expr, "map", [path(quote::quote!(String::as_str))])
        }
        (FieldRepr::Enum, Holder::Field, true) => {
            let text = closure("inner", method(name("inner"), "as_str", []));
            method(method(expr, "as_ref", []), "map", [text])
        }
        (FieldRepr::Enum, Holder::Reference, true) => {
            method(expr, "map", [closure("inner", method(name("inner"), "as_str", []))])
        }
        (FieldRepr::IntEnum, _, false) => method(expr, "value", []),
        (FieldRepr::IntEnum, _, true) => {
            method(expr, "map", [closure("inner", method(name("inner"), "value", []))])
        }
        (FieldRepr::List, _, false) => method(expr, "as_slice", []),
        (FieldRepr::List, Holder::Reference, true) => {
            method(expr, "map", [path(quote::quote!(Vec::as_slice))])
        }
        (_, Holder::Field, true) => method(expr, "as_ref", []),
        (_, Holder::Field, false) => reference(expr),
        (_, Holder::Reference, _) => expr,
    }
}
