//! The closures of shapes: everything that they lead to.

use std::collections::BTreeSet;

use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind};

impl Model {
    /// The shapes that values of some shapes are made of, these among them.
    pub fn value_closure<'r>(&self, roots: impl IntoIterator<Item = &'r ShapeId>) -> BTreeSet<&ShapeId> {
        self.closure(roots, |shape| shape.value_members().map(|member| &member.target).collect())
    }

    /// Everything that a service leads to
    /// ([Smithy 2.0, service closure](https://smithy.io/2.0/spec/service-types.html#service-closure)).
    pub fn service_closure(&self, service: &Shape) -> BTreeSet<&ShapeId> {
        self.closure([&service.id], neighbours)
    }

    pub(super) fn closure<'m, 'r>(
        &'m self,
        roots: impl IntoIterator<Item = &'r ShapeId>,
        next: impl Fn(&'m Shape) -> Vec<&'m ShapeId>,
    ) -> BTreeSet<&'m ShapeId> {
        let mut closure = BTreeSet::new();
        let mut open: Vec<&ShapeId> = roots.into_iter().map(|id| &self.shape(id).id).collect();
        while let Some(id) = open.pop() {
            if closure.insert(id) {
                open.extend(next(self.shape(id)));
            }
        }
        closure
    }
}

/// The shapes that a shape names.
pub(super) fn neighbours(shape: &Shape) -> Vec<&ShapeId> {
    match &shape.kind {
        ShapeKind::Service(service) => {
            service.operations.iter().chain(&service.resources).chain(&service.errors).collect()
        }
        ShapeKind::Resource(resource) => resource.operations.iter().chain(&resource.resources).collect(),
        ShapeKind::Operation(operation) => {
            operation.input.iter().chain(&operation.output).chain(&operation.errors).collect()
        }
        _ if shape.has_enum_trait() => Vec::new(),
        _ => shape.members().map(|member| &member.target).collect(),
    }
}
