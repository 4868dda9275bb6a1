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

    /// What nobody may rely on: what is unstable, and what only unstable shapes and members lead to from services, or
    /// from operations where the model has no service.
    pub fn unstable_shapes(&self) -> BTreeSet<&ShapeId> {
        let is_unstable = |id: &&ShapeId| self.shape(id).traits.unstable.is_some();
        let is_root = |shape: &&Shape| match self.services().next() {
            Some(_) => matches!(shape.kind, ShapeKind::Service(_)),
            None => matches!(shape.kind, ShapeKind::Operation(_)),
        };
        let roots = || self.shapes.values().filter(is_root).map(|shape| &shape.id);
        let stable = self.closure(roots().filter(|id| !is_unstable(id)), |shape| {
            let mut next = neighbours(shape);
            if !shape.has_enum_trait() && shape.members().next().is_some() {
                let members = shape.members().filter(|member| member.traits.unstable.is_none());
                next = members.map(|member| &member.target).collect();
            }
            next.retain(|id| !is_unstable(id));
            next
        });
        let mut unstable = self.closure(roots(), neighbours);
        unstable.retain(|id| !stable.contains(id));
        unstable.extend(self.shapes.keys().filter(is_unstable));
        unstable
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
