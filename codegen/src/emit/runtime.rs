//! The handwritten runtime, copied into outputs: only the parts that a model needs.
//!
//! The files that declare modules are written from the tables of [`floors`], so that what is left out is not declared.

mod floors;
mod floors_of_codec;
mod floors_of_validation;
mod floors_of_wire;
#[cfg(test)]
mod tests;

use self::floors::{FLOORS, Floor, Folder, Part, PartText};
use super::output::{Content, Module};
use super::source::Source;
use crate::ir::RuntimeParts;

/// Serde's traits for documents, and the macro for all other types.
pub(crate) const SERDE: &str = include_str!("../../runtime/serde_impls.rs");

/// The support of compressed requests.
pub(crate) const COMPRESSION: &str = include_str!("../../runtime/compression.rs");

/// The reading of compressed requests.
pub(crate) const DECOMPRESSION: &str = include_str!("../../runtime/decompression.rs");

/// Idempotency tokens from the randomness of the system.
pub(crate) const RANDOM_TOKENS: &str = include_str!("../../runtime/random_tokens.rs");

/// Conversions from and to the types of the crate `http`.
pub(crate) const HTTP: &str = include_str!("../../runtime/http_impls.rs");

/// The runtime's modules that a crate needs.
pub(crate) fn modules(needed: RuntimeParts) -> Vec<Module<'static>> {
    let floor = |Floor { name, visibility, folder }: &'static Floor| {
        self::folder(needed, name, folder).visible(*visibility)
    };
    FLOORS.iter().map(floor).collect()
}

/// A folder with the module file that declares its parts and shows what others use of them.
fn folder(needed: RuntimeParts, name: &'static str, folder: &'static Folder) -> Module<'static> {
    let parts: Vec<&'static Part> = folder.parts.iter().filter(|part| (part.needed)(needed)).collect();
    let modules = parts.iter().filter_map(|part| module(needed, part)).collect();
    let shown: Vec<&str> = parts.iter().flat_map(|part| part.shown).chain(folder.shown).copied().collect();
    let write = move |src: &mut Source| {
        folder.docs.lines().for_each(|line| src.front(line));
        shown.iter().for_each(|line| src.line(line));
    };
    Module::written(name, write).holding(modules)
}

fn module(needed: RuntimeParts, part: &'static Part) -> Option<Module<'static>> {
    let module = match &part.text {
        PartText::Folder(inner) => folder(needed, part.name(), inner),
        PartText::File(text) => {
            Module { content: Content::Text(text), ..Module::written(part.name(), |_| {}) }
        }
        PartText::Elsewhere => return None,
    };
    Some(module.visible(part.visibility).attributes(part.attributes))
}
