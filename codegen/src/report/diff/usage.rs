//! Where the shapes of a model are used: in which messages of which operations.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind};

use super::WireMark;

/// The messages that a shape is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// Requests.
    pub(super) request: bool,
    /// Responses and errors.
    pub(super) response: bool,
}

impl Roles {
    /// The messages of either.
    pub(super) fn or(self, other: Self) -> Self {
        Self { request: self.request || other.request, response: self.response || other.response }
    }

    /// What holds for the messages that there are, given what holds in requests and what in responses.
    pub(super) fn wire(self, in_request: WireMark, in_response: WireMark) -> WireMark {
        let request = if self.request { in_request } else { WireMark::COMPATIBLE };
        let response = if self.response { in_response } else { WireMark::COMPATIBLE };
        request | response
    }
}

/// Where the shapes of one model are used.
#[derive(Debug, Default)]
pub(super) struct Usage<'m> {
    shapes: HashMap<&'m ShapeId, (Roles, BTreeSet<&'m str>)>,
    /// The operations of services; of all that there are, where the model has no service.
    pub(super) operations: HashSet<&'m ShapeId>,
}

impl<'m> Usage<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut usage = Self::default();
        let mut services = model.services().peekable();
        if services.peek().is_none() {
            usage.without_service(model);
        }
        for service in services {
            for operation in model.operations_of(&service.id) {
                let errors = model.errors(service, operation);
                usage.operation(model, operation, errors.into_iter().map(|error| &error.id).collect());
            }
        }
        usage
    }

    /// All operations of a model, and where it has none, all its shapes in messages of both directions.
    fn without_service(&mut self, model: &'m Model) {
        let operations = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Operation(_)));
        for operation in operations {
            self.operation(model, operation, operation.operation_io().errors.iter().collect());
        }
        if self.operations.is_empty() {
            let both = Roles { request: true, response: true };
            self.shapes = model.shapes.keys().map(|id| (id, (both, BTreeSet::new()))).collect();
        }
    }

    fn operation(&mut self, model: &'m Model, operation: &'m Shape, errors: Vec<&'m ShapeId>) {
        self.operations.insert(&operation.id);
        let io = operation.operation_io();
        let request = Roles { request: true, response: false };
        let response = Roles { request: false, response: true };
        let answers: Vec<&ShapeId> = io.output.iter().chain(errors).collect();
        for (roots, roles) in [(io.input.iter().collect(), request), (answers, response)] {
            for id in model.value_closure(roots) {
                let (known, operations) = self.shapes.entry(id).or_default();
                *known = known.or(roles);
                operations.insert(operation.id.name());
            }
        }
    }

    /// The messages that a shape is part of.
    pub(super) fn roles(&self, id: &ShapeId) -> Roles {
        self.shapes.get(id).map(|(roles, _)| *roles).unwrap_or_default()
    }

    /// The names of the operations that use a shape.
    pub(super) fn operations_of(&self, id: &ShapeId) -> impl Iterator<Item = &'m str> {
        self.shapes.get(id).into_iter().flat_map(|(_, operations)| operations.iter().copied())
    }

    /// The shapes that are part of messages.
    pub(super) fn used(&self) -> impl Iterator<Item = &'m ShapeId> {
        self.shapes.keys().copied()
    }
}
