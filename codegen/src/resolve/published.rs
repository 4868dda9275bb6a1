//! Every trait that Smithy publishes, and what the tool does with it; what is ignored is so on purpose.

mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

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
    TRAITS.get(&(id.namespace(), id.name())).copied()
}

/// The table by the namespaces and names of traits: it is asked for every trait of a model.
static TRAITS: LazyLock<HashMap<(&str, &str), TraitUse>> = LazyLock::new(|| {
    let groups = table::NAMESPACES
        .iter()
        .flat_map(|(namespace, groups)| groups.iter().map(|group| (*namespace, group)));
    let names = |(namespace, (known, names)): (&'static str, &'static (TraitUse, &'static str))| {
        names.split_whitespace().map(move |name| ((namespace, name), *known))
    };
    groups.flat_map(names).collect()
});

/// The names of the prelude's traits, for near names.
pub(super) fn prelude_names() -> impl Iterator<Item = &'static str> {
    table::PRELUDE.iter().flat_map(|(_, names)| names.split_whitespace())
}
