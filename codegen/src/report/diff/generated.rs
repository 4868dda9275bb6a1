//! What changes in the generated crate and in no single place of the model: types that lose a trait, fields that get or
//! lose a `Box`, names that clash no more.

use crate::lower::pages;
use crate::lower::types::Types;
use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind};

use super::enums::variants;
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
    lost_traits(found, pair, &shapes);
    if matches!(shapes.new.kind, ShapeKind::Structure(_)) {
        builder(found, pair, shapes);
    }
    for member in shapes.old.members() {
        if let Some(same) = shapes.new.member(&member.name) {
            of_member(found, pair, shapes, Both { old: member, new: same });
        }
    }
    if !matches!(shapes.new.kind, ShapeKind::Structure(_)) {
        names_of_variants(found, pair, shapes);
    }
}

/// The traits that a type no longer has.
fn lost_traits<'m>(found: &mut Vec<ModelChange>, pair: &Pair<'m>, shapes: &Both<'_, Shape>) {
    let id = &shapes.new.id;
    let is_lost =
        |has: fn(&Types<'m>, &ShapeId) -> bool| has(&pair.old.types, id) && !has(&pair.new.types, id);
    let mut lost = |event, why| found.push(broken(pair, id, event, why));
    if is_lost(Types::is_eq) {
        lost("Rust.LostEq", "the type holds a floating point number now, and is no longer `Eq`");
    }
    match shapes.new.kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) if is_lost(Types::is_hash) => {
            lost(
                "Rust.LostHash",
                "no page token and no list of unique items needs the type to be `Hash` any more",
            );
        }
        ShapeKind::Enum(_) if is_lost(Types::is_map_key) => {
            lost("Rust.LostOrd", "the enum is the key of no map any more, and is no longer `Ord`");
        }
        _ => {}
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

/// Variants that have other names though their members have not.
fn names_of_variants(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (before, after) = (variants(shapes.old), variants(shapes.new));
    for old in shapes.old.members() {
        let name = old.name.as_str();
        let Some(new) = shapes.new.member(name) else { continue };
        if before.get(name) != after.get(name) {
            found.push(ModelChange {
                rust: RustMark::BreaksCode,
                why: "the variant has another name in the crate".to_owned(),
                ..pair.of_member("Rust.RenamedVariant", &shapes.new.id, Some(old), Some(new))
            });
        }
    }
}

/// The type of a field or variant whose target is as before.
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
    if !is_same && old.target == new.target {
        found.push(ModelChange {
            rust: RustMark::BreaksCode,
            why: "the type is another one, or behind a `Box` in one of the crates".to_owned(),
            ..pair.of_member("Rust.ChangedType", &shapes.new.id, Some(old), Some(new))
        });
    }
}
