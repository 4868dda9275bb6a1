//! Places among the fields of a value: how Rust holds what is there, and how it is read.

use quote::quote;

use super::fragment::{Fragment, loose, tight};
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
pub(super) fn read(path: &FieldPath) -> Fragment {
    let (value, holder) = locate(path);
    convert(value, holder, path.repr(), path.nullability())
}

/// What is at a place, where a method is called on it.
pub(super) fn bare(path: &FieldPath) -> Fragment {
    locate(path).0
}

/// Whether a place is a field that is reached through nothing that may be null.
pub(super) fn is_field(path: &FieldPath) -> bool {
    locate(path).1 == Holder::Field
}

fn locate(path: &FieldPath) -> (Fragment, Holder) {
    let Some((step, before)) = path.steps.split_last() else {
        return root(path);
    };
    let before = FieldPath { steps: before.to_vec(), ..path.clone() };
    if before.nullability() == Nullability::NonNull {
        return access(bare(&before), step);
    }
    let (before, (inner, holder)) = (read(&before), access(tight(quote!(inner)), step));
    let inner = convert(inner, holder, step.repr, step.nullability);
    let value = match step.nullability {
        Nullability::NonNull => quote!(#before.map(|inner| #inner)),
        Nullability::Nullable => quote!(#before.and_then(|inner| #inner)),
    };
    (tight(value), Holder::Value)
}

fn root(path: &FieldPath) -> (Fragment, Holder) {
    let holder = match (path.root, path.repr) {
        // Functions take strings and lists as slices.
        (Root::Value, FieldRepr::String | FieldRepr::List) | (Root::Item(_), _) => Holder::Value,
        (Root::Value | Root::Element, _) => Holder::Reference,
    };
    let name = if path.root == Root::Value { quote!(value) } else { quote!(item) };
    (tight(name), holder)
}

/// One step from a value that is there.
fn access(base: Fragment, step: &PathStep) -> (Fragment, Holder) {
    let entry = match &step.access {
        Access::Field(name) => return (tight(quote!(#base.#name)), Holder::Field),
        Access::Key(key) => quote!(#base.get(#key)),
        Access::Index(0) => quote!(#base.first()),
        Access::Index(index) => {
            let index = proc_macro2::Literal::usize_unsuffixed(*index);
            quote!(#base.get(#index))
        }
        Access::Last => quote!(#base.last()),
    };
    (tight(entry), Holder::Reference)
}

/// A value as it is compared: `&str` for strings and enums of strings, a slice for lists, a copy or a reference else.
fn convert(value: Fragment, holder: Holder, repr: FieldRepr, nullability: Nullability) -> Fragment {
    use FieldRepr::{Copy, Enum, Float, IntEnum, List, String};
    let nullable = nullability == Nullability::Nullable;
    tight(match (repr, holder, nullable) {
        (_, Holder::Value, _) | (Copy | Float, Holder::Field, _) => return value,
        (Copy | Float, Holder::Reference, true) => quote!(#value.copied()),
        (Copy | Float, Holder::Reference, false) => return loose(quote!(*#value)),
        (String | Enum, _, false) => quote!(#value.as_str()),
        (String | List, Holder::Field, true) => quote!(#value.as_deref()),
        (String, Holder::Reference, true) => quote!(#value.map(String::as_str)),
        (Enum, Holder::Field, true) => quote!(#value.as_ref().map(|inner| inner.as_str())),
        (Enum, Holder::Reference, true) => quote!(#value.map(|inner| inner.as_str())),
        (IntEnum, _, false) => quote!(#value.value()),
        (IntEnum, _, true) => quote!(#value.map(|inner| inner.value())),
        (List, _, false) => quote!(#value.as_slice()),
        (List, Holder::Reference, true) => quote!(#value.map(Vec::as_slice)),
        (_, Holder::Field, true) => quote!(#value.as_ref()),
        (_, Holder::Field, false) => return loose(quote!(&#value)),
        (_, Holder::Reference, _) => return value,
    })
}
