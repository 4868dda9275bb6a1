//! All shapes and members of a model as one graph, mixins and definitions of traits among them, with the relationships
//! that selectors follow ([Smithy 2.0, relationships](https://smithy.io/2.0/spec/selectors.html#relationships)).

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::diagnostics::Span;
use crate::json::Value;
use crate::resolve::graph::ShapeId;
use crate::resolve::raw::{
    Definitions, LIFECYCLE, RawBody, RawMember, RawResource, RawShape, RawTraits, Reference, prelude_trait,
};

/// The number of a shape or member in a [`ShapeIndex`].
pub(super) type NodeId = u32;

/// How one shape refers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relationship {
    /// One that selectors follow, by this name.
    Named(&'static str),
    /// From a member to its target, which has no name.
    Target,
    /// One that selectors follow only where they name it.
    OnRequest(&'static str),
}

/// A relationship and where it leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) relationship: Relationship,
    pub(super) node: NodeId,
}

/// A shape or a member.
pub(super) struct IndexedShape<'d> {
    /// Its id.
    pub(super) id: String,
    /// The shape, or the one that holds the member.
    pub(super) shape: &'d RawShape<'d>,
    /// The member, by its name.
    pub(super) member: Option<(&'d str, &'d RawMember<'d>)>,
    /// Where it leads.
    pub(super) edges: Vec<Edge>,
}

/// All shapes and members, each shape before its members.
pub(super) struct ShapeIndex<'d> {
    pub(super) nodes: Vec<IndexedShape<'d>>,
    ids: HashMap<String, NodeId>,
    reversed: OnceCell<Vec<Vec<Edge>>>,
}

impl<'d> IndexedShape<'d> {
    /// Its traits.
    pub(super) fn traits(&self) -> &'d RawTraits<'d> {
        self.member.map_or(&self.shape.traits, |(_, member)| &member.traits)
    }

    /// The value of a trait of the prelude.
    pub(super) fn prelude(&self, name: &str) -> Option<&'d Value> {
        prelude_trait(self.traits(), name)
    }

    /// Whether it has a trait of the prelude.
    pub(super) fn has(&self, name: &str) -> bool {
        self.prelude(name).is_some()
    }

    /// The name of its type: 1.0's `set` is a `list`.
    pub(super) fn type_name(&self) -> &'static str {
        match self.member {
            Some(_) => "member",
            None if self.shape.body.type_name() == "set" => "list",
            None => self.shape.body.type_name(),
        }
    }

    /// The name of the member, or else of the shape.
    pub(super) fn name(&self) -> &'d str {
        self.member.map_or(self.shape.id.name(), |(name, _)| name)
    }

    /// Where it is defined.
    pub(super) fn span(&self) -> Span {
        self.member.map_or(self.shape.span, |(_, member)| member.span)
    }
}

impl<'d> ShapeIndex<'d> {
    /// The graph of some definitions, whose mixins are folded in.
    pub(super) fn new(definitions: &'d Definitions<'d>) -> Self {
        let mut index = Self { nodes: Vec::new(), ids: HashMap::new(), reversed: OnceCell::new() };
        for shape in definitions.shapes.values() {
            index.add(shape, None);
            shape.members().for_each(|(name, member)| index.add(shape, Some((name, member))));
        }
        for node in 0..index.nodes.len() {
            let edges = index.edges_of(node);
            index.nodes[node].edges = edges;
        }
        index
    }

    fn add(&mut self, shape: &'d RawShape<'d>, member: Option<(&'d str, &'d RawMember<'d>)>) {
        let id = match member {
            Some((name, _)) => format!("{}${name}", shape.id),
            None => shape.id.to_string(),
        };
        let node = NodeId::try_from(self.nodes.len()).expect("a model has fewer than 2^32 shapes");
        self.ids.insert(id.clone(), node);
        self.nodes.push(IndexedShape { id, shape, member, edges: Vec::new() });
    }

    /// A shape or member.
    pub(super) fn get(&self, node: NodeId) -> &IndexedShape<'d> {
        &self.nodes[node as usize]
    }

    /// The number of a shape or member.
    pub(super) fn node(&self, id: &str) -> Option<NodeId> {
        self.ids.get(id).copied()
    }

    /// A shape or member by its id.
    pub(super) fn find(&self, id: &str) -> Option<&IndexedShape<'d>> {
        self.node(id).map(|node| self.get(node))
    }

    /// All numbers with their shapes and members.
    pub(super) fn iter(&self) -> impl Iterator<Item = (NodeId, &IndexedShape<'d>)> {
        (0..).zip(&self.nodes)
    }

    /// All shapes of a type, members aside.
    pub(super) fn of_type(
        &self,
        type_name: &'static str,
    ) -> impl Iterator<Item = &IndexedShape<'d>> + use<'_, 'd> {
        self.nodes.iter().filter(move |shape| shape.type_name() == type_name)
    }

    /// The members of a shape.
    pub(super) fn members<'i>(
        &'i self,
        shape: &IndexedShape<'d>,
    ) -> impl Iterator<Item = &'i IndexedShape<'d>> + use<'i, 'd> {
        let first = self.node(shape.shape.id.as_str()).map_or(0, |node| node as usize + 1);
        let is_of_shape = |member: &&IndexedShape<'d>| member.member.is_some();
        self.nodes[first..].iter().take_while(is_of_shape)
    }

    /// The target of a member, which exists.
    pub(super) fn target(&self, member: &IndexedShape<'d>) -> Option<&IndexedShape<'d>> {
        let (_, raw) = member.member?;
        self.find(raw.target.id.as_str())
    }

    /// Where relationships come from, by where they lead.
    pub(super) fn reversed(&self, node: NodeId) -> &[Edge] {
        let reversed = self.reversed.get_or_init(|| {
            let mut reversed = vec![Vec::new(); self.nodes.len()];
            for (from, shape) in self.iter() {
                for &Edge { relationship, node } in &shape.edges {
                    reversed[node as usize].push(Edge { relationship, node: from });
                }
            }
            reversed
        });
        &reversed[node as usize]
    }

    fn edges_of(&self, node: usize) -> Vec<Edge> {
        let mut edges = Edges { index: self, edges: Vec::new() };
        let IndexedShape { shape, member, .. } = &self.nodes[node];
        if let Some((_, member)) = member {
            edges.add(Relationship::Target, &member.target.id);
        } else {
            let members = shape.members().count();
            let first = node + 1;
            let member = |node| Edge { relationship: Relationship::Named("member"), node: node as NodeId };
            edges.edges.extend((first..first + members).map(member));
            edges.bound(&shape.body);
            edges.all("mixin", &shape.mixins);
        }
        for id in self.nodes[node].traits().keys() {
            edges.add(Relationship::OnRequest("trait"), id);
        }
        edges.edges
    }
}

/// The relationships of one shape.
struct Edges<'i, 'd> {
    index: &'i ShapeIndex<'d>,
    edges: Vec<Edge>,
}

impl Edges<'_, '_> {
    fn add(&mut self, relationship: Relationship, id: &ShapeId) {
        if let Some(node) = self.index.node(id.as_str()) {
            self.edges.push(Edge { relationship, node });
        }
    }

    fn all<'r>(&mut self, name: &'static str, references: impl IntoIterator<Item = &'r Reference>) {
        for reference in references {
            self.add(Relationship::Named(name), &reference.id);
        }
    }

    /// What services, operations and resources bind.
    fn bound(&mut self, body: &RawBody<'_>) {
        match body {
            RawBody::SimpleType(_) | RawBody::Aggregate(..) => {}
            RawBody::Service(service) => {
                self.all("operation", &service.operations);
                self.all("resource", &service.resources);
                self.all("error", &service.errors);
            }
            RawBody::Operation(operation) => {
                let is_something = |reference: &&Reference| !reference.id.is_unit();
                self.all("input", operation.input.iter().filter(is_something));
                self.all("output", operation.output.iter().filter(is_something));
                self.all("error", &operation.errors);
            }
            RawBody::Resource(resource) => self.resource(resource),
        }
    }

    fn resource(&mut self, resource: &RawResource) {
        self.all("identifier", resource.identifiers.values());
        self.all("property", resource.properties.values());
        self.all("resource", &resource.resources);
        self.all("operation", resource.all_operations());
        for (name, operation) in LIFECYCLE.into_iter().zip(&resource.lifecycle) {
            let is_of_collection = ["create", "list"].contains(&name);
            self.all(name, operation);
            self.all("collectionOperation", operation.iter().filter(|_| is_of_collection));
            for operation in operation.iter().filter(|_| !is_of_collection) {
                self.add(Relationship::OnRequest("instanceOperation"), &operation.id);
            }
        }
        self.all("collectionOperation", &resource.collection_operations);
        for operation in &resource.operations {
            self.add(Relationship::OnRequest("instanceOperation"), &operation.id);
        }
    }
}
