//! Shapes that came, went, or became something else.

use std::collections::BTreeSet;

use crate::resolve::graph::{Shape, ShapeId, ShapeKind};

use super::fit::{self, Fit};
use super::pair::{Both, Pair};
use super::{ModelChange, RustMark, WireMark, entities, enums, members, traits};

/// The differences between all shapes.
pub(super) fn all(found: &mut Vec<ModelChange>, pair: &Pair<'_>) {
    let (old, new) = (&pair.old.model.shapes, &pair.new.model.shapes);
    let ids: BTreeSet<&ShapeId> = old.keys().chain(new.keys()).collect();
    for id in ids {
        match (old.get(id), new.get(id)) {
            (Some(old), Some(new)) => changed(found, pair, Both { old, new }),
            (Some(shape), None) => found.push(removed(pair, shape)),
            (None, Some(shape)) => found.push(added(pair, shape)),
            (None, None) => {}
        }
    }
}

fn added(pair: &Pair<'_>, shape: &Shape) -> ModelChange {
    let is_trait = shape.traits.trait_definition.is_some();
    let event = if is_trait { "AddedTraitDefinition" } else { "AddedShape" };
    ModelChange {
        new: Some(shape.type_name().to_owned()),
        why: format!("the {} is new, and nobody relies on it yet", kind(shape)),
        ..pair.of_shape(event, &shape.id)
    }
}

fn removed(pair: &Pair<'_>, shape: &Shape) -> ModelChange {
    let is_scalar = matches!(shape.kind, ShapeKind::SimpleType(_));
    let event = match shape.traits.trait_definition {
        Some(_) => "RemovedTraitDefinition",
        None if is_scalar => "RemovedShape.ScalarShape",
        None => "RemovedShape",
    };
    let is_operation = pair.old.usage.operations.contains(&shape.id);
    let is_item = is_operation || pair.old.types.is_reachable(&shape.id);
    let (wire, why) = match shape.kind {
        ShapeKind::Service(_) => (WireMark::OLD_CLIENTS, "clients that call the service find it no more"),
        ShapeKind::Operation(_) if is_operation => {
            (WireMark::OLD_CLIENTS, "clients that call the operation find it no more")
        }
        _ if is_item => (WireMark::COMPATIBLE, "the type that it was in the crate is gone"),
        _ => (WireMark::COMPATIBLE, "what used it is reported by itself, and it was no type of the crate"),
    };
    let breaks = is_item || matches!(shape.kind, ShapeKind::Service(_));
    ModelChange {
        old: Some(shape.type_name().to_owned()),
        wire,
        rust: if breaks { RustMark::BreaksCode } else { RustMark::Neither },
        why: why.to_owned(),
        ..pair.of_shape(event, &shape.id)
    }
}

/// What a shape is, in words.
fn kind(shape: &Shape) -> &'static str {
    match shape.traits.trait_definition {
        Some(_) => "trait",
        None => shape.type_name(),
    }
}

fn changed(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let Both { old, new } = shapes;
    if old.type_name() != new.type_name() {
        found.push(other_type(pair, shapes));
    }
    match (&old.kind, &new.kind) {
        (ShapeKind::Service(_), ShapeKind::Service(_)) => entities::service(found, pair, shapes),
        (ShapeKind::Operation(_), ShapeKind::Operation(_)) => entities::operation(found, pair, shapes),
        (ShapeKind::Resource(_), ShapeKind::Resource(_)) => entities::resource(found, pair, shapes),
        (ShapeKind::Enum(_), ShapeKind::Enum(_)) | (ShapeKind::IntEnum(_), ShapeKind::IntEnum(_)) => {
            enums::values(found, pair, shapes);
        }
        _ if std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind) => {
            members::all(found, pair, shapes);
        }
        _ => {}
    }
    traits::of_shape(found, pair, shapes);
}

fn other_type(pair: &Pair<'_>, Both { old, new }: Both<'_, Shape>) -> ModelChange {
    let id = &new.id;
    let (before, after) = (old.type_name(), new.type_name());
    let fit = fit::shapes(pair, old, new);
    let is_generated = pair.was_generated(id);
    let breaks = is_generated && !fit::is_same_rust(pair, id, id);
    let why = match fit.whole() {
        Fit::Same => format!("`{before}` and `{after}` are written alike"),
        Fit::Wider => format!("a `{after}` may hold what no `{before}` does"),
        Fit::Narrower => format!("a `{before}` may hold what no `{after}` does"),
        Fit::Different => format!("a `{after}` is written in another way than a `{before}`"),
    };
    ModelChange {
        old: Some(before.to_owned()),
        new: Some(after.to_owned()),
        wire: fit.wire(pair.roles(id)),
        rust: if breaks { RustMark::BreaksCode } else { RustMark::Neither },
        why,
        ..pair.of_shape("ChangedShapeType", id)
    }
}
