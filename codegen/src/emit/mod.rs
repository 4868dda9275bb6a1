//! `emit`: the lowered crate in, tokens out. Nothing is decided and nothing fails here.

mod answers;
mod builder;
mod checks;
mod enumeration;
mod error;
pub(crate) mod files;
mod lines;
mod operation;
mod runtime;
mod setters;
mod shared;
mod structure;
mod tables;
pub(crate) mod tokens;
mod union;

use proc_macro2::TokenStream;
use quote::quote;

use self::tokens::Scope;
use crate::ir::operation::Operation;
use crate::ir::{Alias, Item, Protocol};

/// The items of a type's file, in the order of reading.
pub(crate) fn item(scope: &Scope, item: &Item) -> Vec<TokenStream> {
    match item {
        Item::Structure(structure) => structure::items(scope, structure),
        Item::Union(union) => union::items(scope, union),
        Item::Enum(item) => enumeration::strings(scope, item),
        Item::IntEnum(item) => enumeration::integers(scope, item),
        Item::Alias(alias) => vec![self::alias(scope, alias)],
    }
}

/// The items of an operation's file: the operation, its request and response, its errors.
pub(crate) fn operation(scope: &Scope, operation: &Operation, protocol: &Protocol) -> Vec<TokenStream> {
    let mut items = operation::items(scope, operation, protocol);
    items.extend(operation.own.iter().flat_map(|own| item(scope, own)));
    items.extend(error::operation_error(scope, operation));
    items
}

fn alias(scope: &Scope, alias: &Alias) -> TokenStream {
    let Alias { name, docs, ty } = alias;
    let (docs, ty) = (scope.doc(docs), scope.ty(ty));
    quote! {
        #docs
        pub type #name = #ty;
    }
}
