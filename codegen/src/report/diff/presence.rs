//! Members that must be there, or what stands for them, where that changed.

use crate::lower::presence::presence;
use crate::resolve::graph::{Member, Shape, ShapeKind};
use crate::resolve::queries::evolution::{ChangeKind, TraitChange, TraitEffect};

use super::members::is_demanded;
use super::pair::{Both, Pair};
use super::traits::Marks;
use super::{RustMark, WireMark};

/// What follows from a change of a trait about the presence of a member.
pub(super) fn mark(pair: &Pair<'_>, shapes: Both<'_, Shape>, members: Both<'_, Member>) -> Marks {
    if !matches!(shapes.new.kind, ShapeKind::Structure(_)) {
        return Marks::compatible("only members of structures can be absent");
    }
    let Both { old, new } = members;
    let is_promised = |member: &Member| member.traits.required && !member.traits.client_optional;
    let (in_request, why) = match (is_demanded(old), is_demanded(new)) {
        (false, true) => {
            (WireMark::OLD_CLIENTS, "old clients may leave the member out, which new servers refuse")
        }
        (true, false) => {
            (WireMark::OLD_SERVERS, "new clients may leave the member out, which old servers refuse")
        }
        _ if old.traits.default.is_some() && old.traits.default != new.traits.default => {
            (WireMark::OLD_CLIENTS, "what old clients leave out means something else to new servers")
        }
        _ => (WireMark::COMPATIBLE, "nobody refuses what the other leaves out"),
    };
    let in_response = match (is_promised(old), is_promised(new)) {
        (true, false) => WireMark::OLD_CLIENTS,
        (false, true) => WireMark::OLD_SERVERS,
        _ => WireMark::COMPATIBLE,
    };
    let roles = pair.roles(&shapes.new.id);
    let why = match (roles.request, is_promised(old), is_promised(new)) {
        (false, true, false) => "new servers may leave the member out, which old clients rely on",
        (false, false, true) => "old servers may leave the member out, which new clients rely on",
        _ => why,
    };
    let (rust, why) = of_field(pair, shapes, members, why);
    Marks { wire: roles.wire(in_request, in_response), rust, why }
}

/// What follows for the field, and why.
fn of_field(
    pair: &Pair<'_>,
    shapes: Both<'_, Shape>,
    members: Both<'_, Member>,
    why: &str,
) -> (RustMark, String) {
    let before = presence(pair.old.model, shapes.old, members.old);
    let after = presence(pair.new.model, shapes.new, members.new);
    match (before.is_option(), after.is_option()) {
        (false, true) => (RustMark::BreaksCode, format!("{why}; the field becomes an `Option`")),
        (true, false) => (RustMark::BreaksCode, format!("{why}; the field is no `Option` any more")),
        _ if before == after => (RustMark::Neither, why.to_owned()),
        _ => (RustMark::ChangesBehaviour, why.to_owned()),
    }
}

/// The id of Smithy's event for a change of a trait about the presence of a member.
pub(super) fn event(pair: &Pair<'_>, members: Both<'_, Member>, change: &TraitChange<'_>) -> String {
    let (was, is) = (pair.old.model.is_nullable(members.old), pair.new.model.is_nullable(members.new));
    let target = &pair.new.model.shape(&members.new.target).kind;
    let is_aggregate = matches!(target, ShapeKind::Structure(_) | ShapeKind::Union(_));
    match (change.effect, change.kind) {
        (TraitEffect::Default, _) => "ChangedDefault".to_owned(),
        _ if was == is => change.event.clone(),
        (TraitEffect::Required, ChangeKind::Add) => "ChangedNullability.AddedRequiredTrait".to_owned(),
        (TraitEffect::Required, ChangeKind::Remove) if is_aggregate => {
            "ChangedNullability.RemovedRequiredTrait.StructureOrUnion".to_owned()
        }
        (TraitEffect::Required, ChangeKind::Remove) => "ChangedNullability.RemovedRequiredTrait".to_owned(),
        (TraitEffect::ClientOptional, ChangeKind::Add) => "ChangedNullability.AddedNullableTrait".to_owned(),
        (TraitEffect::ClientOptional, _) => "ChangedNullability".to_owned(),
        _ => change.event.clone(),
    }
}
