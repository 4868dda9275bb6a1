//! Every trait that Smithy publishes, and what the tool does with it; what is ignored is so on purpose.

mod table;

use super::graph::ShapeId;
use super::traits::service::ProtocolTrait;

/// What the tool does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraitUse {
    /// It reads it.
    Read,
    /// It ignores it, for this reason; no message, and nothing that a service accepts, depends on it.
    Ignored(&'static str),
    /// Messages of these protocols alone depend on it, for this reason.
    OfProtocols(&'static [ProtocolTrait], &'static str),
    /// Messages, or what a service accepts, depend on it, and generated code leaves it out: with what that means.
    Unsupported(&'static str),
    /// The same, where its value has this member; it reads the others.
    UnsupportedMember(&'static str, &'static str),
}

/// What the tool does with a trait that Smithy publishes, up to version 1.75.
pub fn trait_use(id: &ShapeId) -> Option<TraitUse> {
    let (_, groups) = table::NAMESPACES.iter().find(|(namespace, _)| *namespace == id.namespace())?;
    let group = groups.iter().find(|(_, names)| names.split_whitespace().any(|name| name == id.name()))?;
    Some(group.0)
}

/// The names of the prelude's traits, for near names.
pub(super) fn prelude_names() -> impl Iterator<Item = &'static str> {
    table::PRELUDE.iter().flat_map(|(_, names)| names.split_whitespace())
}
