//! `emit`: the lowered crate in, tokens out. Nothing is decided and nothing fails here.

mod answers;
mod attributes;
mod builder;
mod checks;
mod conditions;
mod constraints;
mod declared;
mod defaults;
mod due;
mod enum_impls;
mod enumeration;
mod error;
mod example;
pub(crate) mod files;
mod layout;
mod message;
mod operation;
pub(crate) mod output;
mod pages;
mod patterns;
mod reading;
mod rules;
mod runtime;
mod service;
mod setters;
mod shared;
pub(crate) mod source;
mod steps;
mod structure;
mod tables;
mod union;
mod union_methods;

use self::attributes::expect_deprecated;
use self::source::Source;
use crate::ir::operation::Operation;
use crate::ir::{Alias, Item, Protocol};

/// The items of a type's file, in the order of reading.
pub(crate) fn item(src: &mut Source, item: &Item) {
    match item {
        Item::Structure(structure) => structure::items(src, structure),
        Item::Union(union) => union::items(src, union),
        Item::Enum(item) => enumeration::strings(src, item),
        Item::IntEnum(item) => enumeration::integers(src, item),
        Item::Alias(alias) => self::alias(src, alias),
    }
}

/// The items of an operation's file: the operation, its request and response, its errors.
pub(crate) fn operation(src: &mut Source, operation: &Operation, protocol: Option<&Protocol>) {
    operation::items(src, operation, protocol);
    operation.own.iter().for_each(|own| item(src, own));
    error::operation_error(src, operation);
}

fn alias(src: &mut Source, alias: &Alias) {
    let Alias { name, docs, ty, names_deprecated } = alias;
    src.separate();
    src.doc(docs);
    expect_deprecated(src, *names_deprecated);
    src.line(format_args!("pub type {name} = {};", src.ty(ty)));
}
