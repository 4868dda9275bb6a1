//! What changes in the generated crate and in no single place of the model: types that lose a trait, fields that get or
//! lose a `Box`, names that clash no more.

use crate::lower::pages;
use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind};

use super::enums::variant;
use super::pair::{Both, Pair, Side};
use super::{ModelChange, RustMark};

/// The differences between the types of the crates, and between what their operations can do.
pub(super) fn all(found: &mut Vec<ModelChange>, pair: &Pair<'_>) {
    for id in &pair.old.usage.operations {
        if pair.new.usage.operations.contains(id) {
            pages(found, pair, id);
        }
    }
    for id in pair.old.reachable.iter().filter(|id| pair.old.types.is_reachable(id)) {
        let Some(new) = pair.new.model.shapes.get(*id) else { continue };
        if pair.new.reachable.contains(*id) && pair.new.types.is_reachable(id) {
            of_type(found, pair, Both { old: pair.old.model.shape(id), new });
        } else if !pair.new.reachable.contains(*id) {
            found.push(broken(pair, id, "Rust.RemovedType", "no operation leads to the type any more"));
        }
    }
}

/// A difference that breaks code and leaves messages as they were.
fn broken(pair: &Pair<'_>, id: &ShapeId, event: &str, why: &str) -> ModelChange {
    ModelChange { rust: RustMark::BreaksCode, why: why.to_owned(), ..pair.of_shape(event, id) }
}

/// An operation whose pages can no longer be fetched one after the other, or hold something else.
fn pages(found: &mut Vec<ModelChange>, pair: &Pair<'_>, id: &ShapeId) {
    let types = |side: &Side<'_>| {
        let (service, operation) = (side.model.services().next()?, side.model.shape(id));
        let pages = pages::pages(&side.types, operation, side.model.pagination(service, operation)?);
        pages.fields.map(|fields| (fields.token, fields.items.map(|(items, _)| items)))
    };
    let (old, new) = (types(&pair.old), types(&pair.new));
    let why = match (&old, &new) {
        (Some(_), None) => "its pages can no longer be fetched one after the other",
        (Some(_), Some(_)) if old != new => "its pages hold something else, or have other tokens",
        (Some(_) | None, _) => return,
    };
    found.push(broken(pair, id, "Rust.ChangedPages", why));
}

fn of_type(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let id = &shapes.new.id;
    let (old, new) = (&pair.old.types, &pair.new.types);
    if old.name(id) != new.name(id) {
        found.push(ModelChange {
            old: Some(old.name(id).to_string()),
            new: Some(new.name(id).to_string()),
            ..broken(pair, id, "Rust.RenamedType", "the type has another name in the crate")
        });
    }
    if std::mem::discriminant(&shapes.old.kind) != std::mem::discriminant(&shapes.new.kind) {
        return;
    }
    if old.is_eq(id) && !new.is_eq(id) {
        let why = "the type holds a floating point number now, and is neither `Eq` nor `Hash`";
        found.push(broken(pair, id, "Rust.LostEq", why));
    }
    if matches!(shapes.new.kind, ShapeKind::Structure(_)) {
        builder(found, pair, shapes);
    }
    for member in shapes.old.members() {
        let same = shapes.new.members().find(|other| other.name == member.name);
        if let Some(same) = same {
            of_member(found, pair, shapes, Both { old: member, new: same });
        }
    }
}

/// How a structure is built, if that changed.
fn builder(found: &mut Vec<ModelChange>, pair: &Pair<'_>, Both { old, new }: Both<'_, Shape>) {
    let (before, after) = (pair.old.types.build(old), pair.new.types.build(new));
    if before != after {
        let why = "`build()` gives a `Result` in one of the crates, and the structure itself in the other";
        found.push(broken(pair, &new.id, "Rust.ChangedBuilder", why));
    }
    let has_default = |shape: &Shape| {
        shape.members().all(|member| !member.traits.required || member.traits.client_optional)
    };
    if has_default(old) && !has_default(new) {
        found.push(broken(
            pair,
            &new.id,
            "Rust.LostDefault",
            "a structure with a required member has no `Default`",
        ));
    }
}

/// The type of a field or variant whose target is as before, and the name of a variant.
fn of_member(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    shapes: Both<'_, Shape>,
    Both { old, new }: Both<'_, Member>,
) {
    let (before, after) = (&pair.old.types, &pair.new.types);
    let is_same = match shapes.new.kind {
        ShapeKind::Structure(_) => {
            before.of_member(&shapes.old.id, old) == after.of_member(&shapes.new.id, new)
        }
        ShapeKind::Union(_) => before.of_variant(old) == after.of_variant(new),
        _ => true,
    };
    let blank = |event: &str, why: &str| ModelChange {
        rust: RustMark::BreaksCode,
        why: why.to_owned(),
        ..pair.of_member(event, &shapes.new.id, Some(old), Some(new))
    };
    if !is_same && old.target == new.target {
        found.push(blank(
            "Rust.ChangedType",
            "the type is another one, or behind a `Box` in one of the crates",
        ));
    }
    let is_field = matches!(shapes.new.kind, ShapeKind::Structure(_));
    if !is_field && variant(shapes.old, old) != variant(shapes.new, new) {
        found.push(blank("Rust.RenamedVariant", "the variant has another name in the crate"));
    }
}
