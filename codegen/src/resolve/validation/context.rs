//! What validators ask of a model.

use std::collections::BTreeSet;

use super::index::{Edge, IndexedShape, NodeId, Relationship, ShapeIndex};
use super::select::Evaluator;
use crate::json::Value;
use crate::resolve::graph::{Model, ShapeId};
use crate::resolve::raw::{PRELUDE, RawBody, RawOperation, RawResource, RawService};

/// A model, as validators see it.
pub(super) struct ValidationContext<'c, 'd> {
    pub(super) index: &'c ShapeIndex<'d>,
    pub(super) model: &'c Model,
    pub(super) evaluator: Evaluator<'c, 'd>,
}

/// A shape of the context.
pub(super) type ShapeRef<'c, 'd> = &'c IndexedShape<'d>;

impl<'c, 'd> ValidationContext<'c, 'd> {
    /// What validators see of a model.
    pub(super) fn new(index: &'c ShapeIndex<'d>, model: &'c Model) -> Self {
        Self { index, model, evaluator: Evaluator::new(index) }
    }

    /// All shapes and members with a trait of the prelude, each with its value.
    pub(super) fn with_trait(
        &self,
        name: &'static str,
    ) -> impl Iterator<Item = (ShapeRef<'c, 'd>, &'d Value)> + use<'c, 'd> {
        let index = self.index;
        index.nodes.iter().filter_map(move |shape| Some((shape, shape.prelude(name)?)))
    }

    /// All operations.
    pub(super) fn operations(
        &self,
    ) -> impl Iterator<Item = (ShapeRef<'c, 'd>, &'d RawOperation)> + use<'c, 'd> {
        let operations = self.index.of_type("operation");
        operations.filter_map(|shape| match &shape.shape.body {
            RawBody::Operation(operation) => Some((shape, operation)),
            _ => None,
        })
    }

    /// All resources.
    pub(super) fn resources(
        &self,
    ) -> impl Iterator<Item = (ShapeRef<'c, 'd>, &'d RawResource)> + use<'c, 'd> {
        let resources = self.index.of_type("resource");
        resources.filter_map(|shape| Some((shape, resource(shape)?)))
    }

    /// All services.
    pub(super) fn services(&self) -> impl Iterator<Item = (ShapeRef<'c, 'd>, &'d RawService)> + use<'c, 'd> {
        let services = self.index.of_type("service");
        services.filter_map(|shape| match &shape.shape.body {
            RawBody::Service(service) => Some((shape, service)),
            _ => None,
        })
    }

    /// A shape by its id.
    pub(super) fn shape(&self, id: &ShapeId) -> Option<ShapeRef<'c, 'd>> {
        self.index.find(id.as_str())
    }

    /// The members of a shape.
    pub(super) fn members(
        &self,
        shape: ShapeRef<'c, 'd>,
    ) -> impl Iterator<Item = ShapeRef<'c, 'd>> + use<'c, 'd> {
        self.index.members(shape)
    }

    /// A member of a shape by its name.
    pub(super) fn member(&self, shape: ShapeRef<'c, 'd>, name: &str) -> Option<ShapeRef<'c, 'd>> {
        self.index.find(&format!("{}${name}", shape.id)).filter(|_| shape.member.is_none())
    }

    /// The target of a member.
    pub(super) fn target(&self, member: ShapeRef<'c, 'd>) -> Option<ShapeRef<'c, 'd>> {
        self.index.target(member)
    }

    /// The input of an operation, `Unit` where it has none.
    pub(super) fn input(&self, operation: &RawOperation) -> Option<ShapeRef<'c, 'd>> {
        let id = operation.input.as_ref().map_or("smithy.api#Unit", |input| input.id.as_str());
        self.index.find(id)
    }

    /// The output of an operation, `Unit` where it has none.
    pub(super) fn output(&self, operation: &RawOperation) -> Option<ShapeRef<'c, 'd>> {
        let id = operation.output.as_ref().map_or("smithy.api#Unit", |output| output.id.as_str());
        self.index.find(id)
    }

    /// Where the relationships to a shape come from, members of it aside, each with its name; `None` for a member that
    /// targets it.
    pub(super) fn referrers(
        &self,
        shape: ShapeRef<'c, 'd>,
    ) -> impl Iterator<Item = (Option<&'static str>, ShapeRef<'c, 'd>)> + use<'c, 'd> {
        let node = self.index.node(&shape.id);
        let index = self.index;
        let edges: &[Edge] = node.map_or(&[], |node| index.reversed(node));
        edges.iter().filter_map(move |edge| match edge.relationship {
            Relationship::Named(name) => Some((Some(name), index.get(edge.node))),
            Relationship::Target => Some((None, index.get(edge.node))),
            Relationship::OnRequest(_) => None,
        })
    }

    /// The resources and operations that a service leads to, each once.
    pub(super) fn contained(&self, service: ShapeRef<'c, 'd>) -> Vec<ShapeRef<'c, 'd>> {
        let mut found = BTreeSet::new();
        let mut open: Vec<NodeId> = self.index.node(&service.id).into_iter().collect();
        while let Some(node) = open.pop() {
            for edge in &self.index.get(node).edges {
                let is_bound = matches!(edge.relationship, Relationship::Named("operation" | "resource"));
                if is_bound && found.insert(edge.node) {
                    open.push(edge.node);
                }
            }
        }
        found.into_iter().map(|node| self.index.get(node)).collect()
    }

    /// The operations that a service leads to.
    pub(super) fn operations_of(
        &self,
        service: ShapeRef<'c, 'd>,
    ) -> Vec<(ShapeRef<'c, 'd>, &'d RawOperation)> {
        let contained = self.contained(service).into_iter();
        let operations = contained.filter_map(|shape| match &shape.shape.body {
            RawBody::Operation(operation) => Some((shape, operation)),
            _ => None,
        });
        operations.collect()
    }

    /// Everything that a shape leads to, itself among it.
    pub(super) fn closure(&self, shapes: impl IntoIterator<Item = NodeId>) -> BTreeSet<NodeId> {
        let mut found: BTreeSet<NodeId> = shapes.into_iter().collect();
        let mut open: Vec<NodeId> = found.iter().copied().collect();
        while let Some(node) = open.pop() {
            for edge in &self.index.get(node).edges {
                let is_usual = !matches!(edge.relationship, Relationship::OnRequest(_));
                if is_usual && found.insert(edge.node) {
                    open.push(edge.node);
                }
            }
        }
        found
    }

    /// The traits of a shape whose definitions have a trait of the prelude, such as `authDefinition`, with its value.
    pub(super) fn traits_marked(&self, shape: ShapeRef<'c, 'd>, name: &str) -> Vec<(&'d ShapeId, &'d Value)> {
        let marked = |id: &&'d ShapeId| self.index.find(id.as_str())?.prelude(name);
        let ids = shape.traits().keys();
        ids.filter_map(|id| Some((id, marked(&id)?))).collect()
    }
}

/// The body of a resource.
pub(super) fn resource<'d>(shape: &IndexedShape<'d>) -> Option<&'d RawResource> {
    match &shape.shape.body {
        RawBody::Resource(resource) => Some(resource),
        _ => None,
    }
}

/// The texts of an array.
pub(super) fn texts(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).unwrap_or_default().iter().filter_map(Value::as_str)
}

/// The text under a key.
pub(super) fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// The id that a text means: a name alone is one of the prelude.
pub(super) fn absolute(text: &str) -> String {
    if text.contains('#') { text.to_owned() } else { format!("{PRELUDE}{text}") }
}

/// The id of a trait as people write it: without the namespace of the prelude.
pub(super) fn idiomatic(id: &str) -> &str {
    id.strip_prefix(PRELUDE).unwrap_or(id)
}
