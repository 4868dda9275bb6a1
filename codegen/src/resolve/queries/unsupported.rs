//! Traits that change messages and that generated code leaves out.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::json::Value;
use crate::resolve::graph::{Shape, ShapeId};
use crate::resolve::published::{TraitUse, trait_use};
use crate::resolve::raw::ShapeOrMember;
use crate::resolve::traits::Traits;
use crate::resolve::traits::service::ProtocolTrait;

/// A trait that has no effect on the messages of a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraitWithoutEffect<'m> {
    /// Its id.
    pub id: &'m ShapeId,
    /// Why.
    pub reason: &'static str,
    /// Whether something is missing, and the trait is not only one of other protocols.
    pub is_missed: bool,
    /// How many shapes and members have it.
    pub places: usize,
    /// The first shape or member in the order of the texts that has it.
    pub owner: String,
    /// Where that is written.
    pub span: Span,
}

/// The traits of shapes and their members that have no effect on messages of a protocol, by id.
pub fn traits_without_effect<'m>(
    shapes: impl IntoIterator<Item = &'m Shape>,
    protocol: Option<ProtocolTrait>,
) -> Vec<TraitWithoutEffect<'m>> {
    let mut found: BTreeMap<&ShapeId, TraitWithoutEffect<'m>> = BTreeMap::new();
    for shape in shapes {
        count(&mut found, protocol, ShapeOrMember::shape(&shape.id), &shape.traits);
        for member in shape.value_members() {
            count(&mut found, protocol, ShapeOrMember::member(&shape.id, &member.name), &member.traits);
        }
    }
    found.into_values().collect()
}

fn count<'m>(
    found: &mut BTreeMap<&'m ShapeId, TraitWithoutEffect<'m>>,
    protocol: Option<ProtocolTrait>,
    owner: ShapeOrMember<'_>,
    traits: &'m Traits,
) {
    for (id, value) in &traits.written {
        let Some((reason, is_missed)) = effect(id, value, protocol) else { continue };
        let known = found.entry(id).or_insert_with(|| {
            let (places, owner, span) = (0, owner.to_string(), value.span);
            TraitWithoutEffect { id, reason, is_missed, places, owner, span }
        });
        known.places += 1;
        if value.span < known.span {
            (known.span, known.owner) = (value.span, owner.to_string());
        }
    }
}

/// Why a trait has no effect, if it has none, and whether something is missing.
fn effect(id: &ShapeId, value: &Value, protocol: Option<ProtocolTrait>) -> Option<(&'static str, bool)> {
    match trait_use(id)? {
        TraitUse::Read | TraitUse::Ignored(_) => None,
        TraitUse::OfProtocols(protocols, _) if protocol.is_some_and(|own| protocols.contains(&own)) => None,
        TraitUse::OfProtocols(_, reason) => Some((reason, false)),
        TraitUse::Unsupported(reason) => Some((reason, true)),
        TraitUse::UnsupportedMember(member, reason) => value.get(member).map(|_| (reason, true)),
    }
}
