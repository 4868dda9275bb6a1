//! Which traits types have. `Hash` and `Ord` are those of types alone whose values a generated crate hashes or sorts
//! itself: in every type the compiler would pay for them, and hardly anybody hashes a request.

use std::collections::BTreeSet;

use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};

/// The answers about the shapes of one crate.
pub(super) struct Derivable<'m> {
    /// Shapes that hold a float somewhere, and so are no `Eq`.
    floats: BTreeSet<&'m ShapeId>,
    /// Shapes whose values are hashed.
    hashed: BTreeSet<&'m ShapeId>,
    /// What the keys of maps are.
    map_keys: BTreeSet<&'m ShapeId>,
}

impl<'m> Derivable<'m> {
    pub(super) fn new(model: &'m Model, shapes: &[&'m Shape]) -> Self {
        let key = |shape: &'m Shape| match &shape.kind {
            ShapeKind::Map { key, .. } => Some(&key.target),
            _ => None,
        };
        Self {
            floats: floats(shapes),
            hashed: hashed(model, shapes),
            map_keys: model.shapes.values().filter_map(key).collect(),
        }
    }

    /// Whether values can be compared for equality.
    pub(super) fn is_eq(&self, id: &ShapeId) -> bool {
        !self.floats.contains(id)
    }

    /// Whether values are hashed, which floats cannot be.
    pub(super) fn is_hash(&self, id: &ShapeId) -> bool {
        self.hashed.contains(id) && self.is_eq(id)
    }

    /// Whether a map of the model has values of a shape as its keys, and so sorts them.
    pub(super) fn is_map_key(&self, id: &ShapeId) -> bool {
        self.map_keys.contains(id)
    }
}

/// The shapes with a float in them: the direct holders, then their holders until no more are found.
fn floats<'m>(shapes: &[&'m Shape]) -> BTreeSet<&'m ShapeId> {
    let is_float =
        |shape: &&&Shape| matches!(shape.kind, ShapeKind::SimpleType(SimpleType::Float | SimpleType::Double));
    let mut found: BTreeSet<&ShapeId> = shapes.iter().filter(is_float).map(|shape| &shape.id).collect();
    loop {
        let before = found.len();
        for shape in shapes {
            if shape.value_members().any(|member| found.contains(&member.target)) {
                found.insert(&shape.id);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// The shapes whose values are hashed: what page tokens are, as paginators remember those by their hashes; the elements
/// of lists of unique items; and all that these hold.
fn hashed<'m>(model: &'m Model, shapes: &[&'m Shape]) -> BTreeSet<&'m ShapeId> {
    let members = shapes.iter().flat_map(|shape| shape.value_members());
    let unique = members.filter(|member| model.unique_items(member));
    let elements = unique.filter_map(|member| match &model.shape(&member.target).kind {
        ShapeKind::List(element) => Some(&element.target),
        _ => None,
    });
    let operations = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Operation(_)));
    let tokens = operations.flat_map(|operation| model.page_tokens(operation));
    model.value_closure(elements.chain(tokens))
}
