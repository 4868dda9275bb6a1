//! The attributes that stand before many items, and impls that have them.

use std::fmt::Display;

use super::source::{Source, literal};
use crate::ir::{Deprecation, Derives};
use crate::names::TypeName;

/// The deprecation of an item or a member, if it is deprecated.
pub(crate) fn deprecated(src: &mut Source, deprecation: Option<&Deprecation>) {
    match deprecation {
        Some(Deprecation { note: Some(note) }) => {
            src.line(format_args!("#[deprecated(note = {})]", literal(note)));
        }
        Some(Deprecation { note: None }) => src.line("#[deprecated]"),
        None => {}
    }
}

/// The one lint attribute that is permitted: on the smallest item that must name a deprecated one.
pub(crate) fn expect_deprecated(src: &mut Source, names_deprecated: bool) {
    if names_deprecated {
        src.line("#[expect(deprecated)]");
    }
}

/// The traits that a type derives.
pub(crate) fn derives(src: &mut Source, derives: Derives) {
    let debug = if derives.debug { "Debug, " } else { "" };
    let default = if derives.default { "Default, " } else { "" };
    let hash = if derives.hash { ", Hash" } else { "" };
    src.line(format_args!("#[derive(Clone, {debug}{default}PartialEq{hash})]"));
}

/// `Eq`, written out: a derive would have the compiler look at every member once more, and would name types that may
/// be deprecated.
pub(crate) fn eq(src: &mut Source, name: &TypeName, deprecated: bool) {
    src.separate();
    expect_deprecated(src, deprecated);
    src.line(format_args!("impl Eq for {name} {{}}"));
}

/// An impl, `trait for type` or of a type's own methods, with what `body` writes.
pub(crate) fn implementation(
    src: &mut Source,
    of: impl Display,
    names_deprecated: bool,
    body: impl FnOnce(&mut Source),
) {
    src.separate();
    expect_deprecated(src, names_deprecated);
    src.block(format_args!("impl {of}"), body);
}
