//! Members of structures, unions, lists and maps that came, went or hold something else.

use crate::resolve::graph::{Member, Shape, ShapeKind};

use super::fit::{self, Fit, ValueFit};
use super::pair::{Both, Pair};
use super::{ModelChange, RustMark, WireMark, traits};

/// The differences between the members of a shape.
pub(super) fn all(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    for old in shapes.old.members() {
        match shapes.new.member(&old.name) {
            Some(new) => changed(found, pair, shapes, Both { old, new }),
            None => found.push(removed(pair, shapes.old, old)),
        }
    }
    for new in shapes.new.members().filter(|member| shapes.old.member(&member.name).is_none()) {
        found.push(added(pair, shapes.new, new));
    }
}

fn changed(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    shapes: Both<'_, Shape>,
    members: Both<'_, Member>,
) {
    if members.old.target != members.new.target {
        found.push(other_target(pair, shapes.new, members));
    }
    traits::of_member(found, pair, shapes, members);
}

/// Whether a server refuses a request without a member.
pub(super) fn is_demanded(member: &Member) -> bool {
    member.traits.required && member.traits.default.is_none()
}

fn added(pair: &Pair<'_>, shape: &Shape, member: &Member) -> ModelChange {
    let roles = pair.roles(&shape.id);
    let is_union = matches!(shape.kind, ShapeKind::Union(_));
    let is_demanded = is_demanded(member) && !is_union;
    let (wire, rust, why) = match (is_union, is_demanded) {
        (true, _) => (
            roles.wire(WireMark::OLD_SERVERS, WireMark::COMPATIBLE),
            RustMark::ChangesBehaviour,
            "old code reads the variant as `Unknown`, and old servers refuse it",
        ),
        (false, true) => (
            roles.wire(WireMark::OLD_CLIENTS, WireMark::OLD_SERVERS),
            RustMark::BreaksCode,
            "old code does not set the member, which is required",
        ),
        (false, false) => (
            WireMark::COMPATIBLE,
            RustMark::BreaksCode,
            "who does not know the member ignores it; literals and exhaustive patterns of the structure lack it",
        ),
    };
    let id = if is_demanded { "AddedRequiredMember" } else { "AddedShape" };
    ModelChange {
        new: Some(member.target.to_string()),
        wire,
        rust: if pair.was_generated(&shape.id) { rust } else { RustMark::Neither },
        why: why.to_owned(),
        ..pair.of_member(id, &shape.id, None, Some(member))
    }
}

fn removed(pair: &Pair<'_>, shape: &Shape, member: &Member) -> ModelChange {
    let roles = pair.roles(&shape.id);
    let in_request = if is_demanded(member) { WireMark::BOTH } else { WireMark::OLD_CLIENTS };
    let is_generated = pair.was_generated(&shape.id);
    ModelChange {
        old: Some(member.target.to_string()),
        wire: roles.wire(in_request, WireMark::OLD_CLIENTS),
        rust: if is_generated { RustMark::BreaksCode } else { RustMark::Neither },
        why: "what old clients send has no effect, and what they read is gone".to_owned(),
        ..pair.of_member("RemovedShape", &shape.id, Some(member), None)
    }
}

fn other_target(pair: &Pair<'_>, shape: &Shape, Both { old, new }: Both<'_, Member>) -> ModelChange {
    let before = pair.old.model.shape(&old.target);
    let after = pair.new.model.shape(&new.target);
    let fit = fit::targets(pair, old, new);
    let is_same_rust = fit::is_same_rust(pair, &old.target, &new.target);
    let rust = match (pair.was_generated(&shape.id), is_same_rust) {
        (false, _) => RustMark::Neither,
        (true, false) => RustMark::BreaksCode,
        (true, true) if fit == ValueFit::SAME => RustMark::Neither,
        (true, true) => RustMark::ChangesBehaviour,
    };
    let wire = fit.wire(pair.roles(&shape.id));
    let why = match (fit.whole(), is_same_rust) {
        (Fit::Same, true) => "the new target has the same values, and the same type in Rust",
        (Fit::Same, false) => "the new target has the same values, and another type in Rust",
        (Fit::Wider, _) => "the new target has more values",
        (Fit::Narrower, _) => "the new target has fewer values",
        (Fit::Different, _) => "the new target has other values",
    };
    ModelChange {
        old: Some(format!("{} ({})", old.target, before.type_name())),
        new: Some(format!("{} ({})", new.target, after.type_name())),
        wire,
        rust,
        why: why.to_owned(),
        ..pair.of_member("ChangedMemberTarget", &shape.id, Some(old), Some(new))
    }
}
