//! Resources that are bound below themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::ShapeId;
use super::raw::{Definitions, RawBody};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports the resources that are left when those which bind none of the rest, and those which none of the rest
/// binds, are taken away as long as there are any.
pub(super) fn check(errors: &mut Diagnostics, definitions: &Definitions<'_>) {
    let (mut children, mut parents): (Links<'_>, Links<'_>) = Default::default();
    for shape in definitions.shapes.values() {
        let RawBody::Resource(resource) = &shape.body else { continue };
        for child in &resource.resources {
            children.entry(&shape.id).or_default().insert(&child.id);
            parents.entry(&child.id).or_default().insert(&shape.id);
        }
    }
    let mut left: BTreeSet<&ShapeId> = children.keys().copied().collect();
    peel(&mut left, &children, &parents);
    peel(&mut left, &parents, &children);
    for shape in left.into_iter().filter_map(|id| definitions.shapes.get(id)) {
        let diagnostic =
            Diagnostic::error("this resource is bound below itself").at(shape.span).shape(&shape.id);
        errors.push(diagnostic.help("remove one of the bindings").event("ResourceCycle"));
    }
}

type Links<'d> = BTreeMap<&'d ShapeId, BTreeSet<&'d ShapeId>>;

/// Takes those away that lead to none of the rest.
fn peel<'d>(left: &mut BTreeSet<&'d ShapeId>, next: &Links<'d>, back: &Links<'d>) {
    let rest = |id: &'d ShapeId, left: &BTreeSet<&'d ShapeId>| {
        next.get(id).map_or(0, |ids| ids.iter().filter(|id| left.contains(*id)).count())
    };
    let mut counts: BTreeMap<&ShapeId, usize> = left.iter().map(|id| (*id, rest(id, left))).collect();
    let mut ready: Vec<&ShapeId> =
        counts.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = ready.pop() {
        left.remove(id);
        for before in back.get(id).into_iter().flatten() {
            if let Some(count) = counts.get_mut(before).filter(|count| **count > 0) {
                *count -= 1;
                ready.extend((*count == 0).then_some(*before));
            }
        }
    }
}
