//! Paths and types, as a file that stands somewhere below the root names them.

use std::fmt::{self, Display};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Import;
use crate::ir::{Density, OutputForm, Type};
use crate::names::TypeName;

/// The path of the root, so many modules below it.
pub(super) fn root(layout: OutputForm, depth: usize) -> &'static str {
    match (layout, depth) {
        (OutputForm::Crate, _) => "crate",
        (OutputForm::Module, 0) => "self",
        (OutputForm::Module, 1) => "super",
        (OutputForm::Module, _) => "super::super",
    }
}

/// The path of a type of the model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShapePath<'n> {
    pub(super) root: &'static str,
    pub(super) name: &'n TypeName,
}

impl Display for ShapePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.root, self.name)
    }
}

impl ToTokens for ShapePath<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = self.name;
        tokens.extend(match self.root {
            "crate" => quote!(crate::#name),
            "super" => quote!(super::#name),
            _ => quote!(super::super::#name),
        });
    }
}

/// The type of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypePath<'t> {
    pub(super) root: &'static str,
    pub(super) ty: &'t Type,
    pub(super) density: Density,
}

impl Display for TypePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { root, ty, density } = *self;
        let inner = |ty, density| TypePath { root, ty, density };
        if density == Density::Sparse {
            return write!(f, "Option<{}>", inner(ty, Density::Dense));
        }
        match ty {
            Type::Bool => f.write_str("bool"),
            Type::Number(name) => f.write_str(name),
            Type::String => f.write_str("String"),
            Type::Smithy(name) => write!(f, "smithy::{name}"),
            Type::List(element, density) => write!(f, "Vec<{}>", inner(element, *density)),
            Type::Map(key, value, density) => {
                write!(f, "BTreeMap<{}, {}>", inner(key, Density::Dense), inner(value, *density))
            }
            Type::Shape(name) => ShapePath { root, name }.fmt(f),
            Type::Boxed(name) => write!(f, "Box<{}>", ShapePath { root, name }),
        }
    }
}

/// Calls a function with each import that a type needs.
pub(super) fn each_import(ty: &Type, record: &mut impl FnMut(Import)) {
    match ty {
        Type::Bool | Type::Number(_) | Type::String | Type::Shape(_) | Type::Boxed(_) => {}
        Type::Smithy(_) => record(Import::Smithy),
        Type::List(element, _) => each_import(element, record),
        Type::Map(key, value, _) => {
            record(Import::BTreeMap);
            each_import(key, record);
            each_import(value, record);
        }
    }
}
