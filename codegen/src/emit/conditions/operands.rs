//! Values that conditions look at, as plain Rust.

use proc_macro2::TokenStream;
use quote::quote;

use super::fragment::{Fragment, loose, tight};
use super::paths::{self, is_nullable};
use super::typed::test;
use crate::emit::source::Source;
use crate::ir::condition::{Collection, FieldRepr, Operand};

/// An iterator over the elements of a collection.
pub(super) fn elements(src: &Source, collection: &Collection) -> Fragment {
    tight(match collection {
        Collection::List(all) if is_nullable(all) => {
            let list = present(src, all);
            quote!(#list.flatten())
        }
        Collection::List(all) => {
            let list = bare(src, all);
            quote!(#list.iter())
        }
        Collection::MapValues(all) if is_nullable(all) => {
            let map = present(src, all);
            quote!(#map.flat_map(|map| map.values()))
        }
        Collection::MapValues(all) => {
            let map = bare(src, all);
            quote!(#map.values())
        }
        Collection::Array(values) => {
            let nullable = values.iter().any(is_nullable);
            let one = |value| if nullable { optional(src, value) } else { read(src, value) };
            let values = values.iter().map(one);
            quote!([#(#values),*].into_iter())
        }
    })
}

/// An iterator over the one value that there may be.
fn present(src: &Source, value: &Operand) -> TokenStream {
    match value {
        Operand::Path(path) if paths::is_field(path) => {
            let field = paths::bare(path);
            quote!(#field.iter())
        }
        other => {
            let value = read(src, other);
            quote!(#value.into_iter())
        }
    }
}

/// A value as its type is compared: `&str` for strings, an `Option` where it may be null.
pub(super) fn read(src: &Source, operand: &Operand) -> Fragment {
    match operand {
        Operand::Path(path) => paths::read(path),
        Operand::Binding(name, _) => tight(quote!(#name)),
        Operand::Text(value) => tight(quote!(#value)),
        Operand::Bool(value) => tight(quote!(#value)),
        Operand::Integer(value) => number(&value.to_string()),
        Operand::Float(value) => number(&format!("{value:?}")),
        Operand::FirstOf(values) => first_of(src, values),
        Operand::Length(counted) => {
            let text = matches!(counted.repr(), FieldRepr::String | FieldRepr::Enum);
            let counted = plain(src, counted);
            tight(if text { quote!(#counted.chars().count()) } else { quote!(#counted.len()) })
        }
        Operand::Count(collection, inner) => {
            let (elements, inner) = (elements(src, collection), test(src, inner));
            tight(quote!(#elements.filter(|&item| #inner).count()))
        }
        Operand::Test(inner) => test(src, inner),
        Operand::Required(value) => {
            let value = read(src, value);
            tight(quote!(#value?))
        }
    }
}

fn number(digits: &str) -> Fragment {
    loose(digits.parse().expect("digits are tokens"))
}

/// An `Option` of a value.
pub(super) fn optional(src: &Source, operand: &Operand) -> Fragment {
    let value = read(src, operand);
    if is_nullable(operand) { value } else { tight(quote!(Some(#value))) }
}

/// A value that is there: what Rust does with `&str` and slices, it does with `String` and `Vec` as well.
pub(super) fn plain(src: &Source, operand: &Operand) -> Fragment {
    match operand.repr() {
        FieldRepr::String | FieldRepr::List | FieldRepr::Map => bare(src, operand),
        _ => read(src, operand),
    }
}

/// A value where a method is called on it: what Rust dereferences by itself needs no conversion.
pub(super) fn bare(src: &Source, operand: &Operand) -> Fragment {
    match operand {
        Operand::Path(path) => paths::bare(path),
        other => read(src, other),
    }
}

fn first_of(src: &Source, values: &[Operand]) -> Fragment {
    let (first, rest) = values.split_first().expect("`conditions` makes no empty list of values");
    rest.iter().fold(read(src, first), |before, operand| {
        let value = read(src, operand);
        tight(if is_nullable(operand) {
            quote!(#before.or(#value))
        } else {
            quote!(#before.unwrap_or(#value))
        })
    })
}
