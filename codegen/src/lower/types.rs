//! What each shape is in Rust: its name, its type, whether it is boxed, compared or hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::derivable::Derivable;
use super::directions::Travellers;
use super::item_names::{ItemNames, OperationNames};
use crate::diagnostics::Diagnostics;
use crate::ir::{Build, Density, DeprecatedTypes, Directions, Type};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Model, ServiceShape, Shape, ShapeId, ShapeKind, SimpleType};

/// The answers about the shapes of one crate.
pub(crate) struct Types<'m> {
    pub(crate) model: &'m Model,
    names: ItemNames<'m>,
    /// Which traits their types have.
    derivable: Derivable<'m>,
    /// Lists and maps that are named, so that no type nests more than three of them.
    aliases: BTreeSet<&'m ShapeId>,
    /// For each structure, the structures that it holds by value, at any depth.
    held: BTreeMap<&'m ShapeId, BTreeSet<&'m ShapeId>>,
    /// In which directions shapes travel, where that makes a difference.
    travellers: Option<Travellers<'m>>,
}

impl<'m> Types<'m> {
    /// Decides for all `reachable` shapes; two that get one name are a fault.
    pub(crate) fn new(
        errors: &mut Diagnostics,
        model: &'m Model,
        service: &ServiceShape,
        operations: &[&'m Shape],
        reachable: &BTreeSet<&'m ShapeId>,
        sole_operations: &BTreeMap<&'m ShapeId, &'m ShapeId>,
        travellers: Option<Travellers<'m>>,
    ) -> Self {
        let shapes: Vec<&Shape> = reachable.iter().map(|id| model.shape(id)).collect();
        let aliases = aliases(model, &shapes);
        let items = shapes.iter().filter(|shape| is_item(shape) || aliases.contains(&shape.id));
        let items: Vec<&Shape> = items.copied().collect();
        let names = ItemNames::new(errors, &items, service, operations, sole_operations);
        let (derivable, held) = (Derivable::new(model, &shapes), held(model, &shapes));
        Self { model, names, derivable, aliases, held, travellers }
    }

    /// The name of the type that a shape becomes.
    pub(crate) fn name(&self, id: &ShapeId) -> TypeName {
        self.names.get(id).expect("every reachable shape that becomes a type has a name").clone()
    }

    /// In which directions the values of a shape travel.
    pub(crate) fn directions(&self, id: &ShapeId) -> Directions {
        self.travellers.as_ref().map_or(Directions::OneCodec, |travellers| travellers.directions(id))
    }

    /// The names of an operation.
    pub(crate) fn operation(&self, id: &ShapeId) -> &OperationNames {
        self.names.operation(id)
    }

    /// The name of a structure's builder.
    pub(crate) fn builder(&self, id: &ShapeId) -> TypeName {
        self.names.builder(id)
    }

    /// The module of a type that belongs to no single operation.
    pub(crate) fn module(&self, id: &ShapeId) -> FieldName {
        self.names.module(id)
    }

    /// The type of a value of a shape.
    pub(crate) fn of(&self, id: &ShapeId) -> Type {
        if self.aliases.contains(id) { Type::Shape(self.name(id)) } else { self.written_out(id) }
    }

    /// Whether a shape becomes a type of its own, or a name for one.
    pub(crate) fn is_item(&self, shape: &Shape) -> bool {
        is_item(shape) || self.aliases.contains(&shape.id)
    }

    /// The type of a value of a shape, without the name that it may have.
    pub(crate) fn written_out(&self, id: &ShapeId) -> Type {
        let shape = self.model.shape(id);
        match &shape.kind {
            ShapeKind::SimpleType(simple) => simple_type(*simple),
            ShapeKind::List(member) => Type::List(Box::new(self.of(&member.target)), density(shape)),
            ShapeKind::Map { key, value } => {
                Type::Map(Box::new(self.of(&key.target)), Box::new(self.of(&value.target)), density(shape))
            }
            ShapeKind::Structure(_) if id.is_unit() => Type::Smithy("Unit"),
            ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => {
                Type::Shape(self.name(id))
            }
            ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => {
                unreachable!("`resolve` lets members target data only")
            }
        }
    }

    /// The type of a structure's member: boxed where holding it by value would close a cycle.
    pub(crate) fn of_member(&self, container: &ShapeId, member: &Member) -> Type {
        match self.of(&member.target) {
            Type::Shape(name) if self.closes_cycle(container, &member.target) => Type::Boxed(name),
            ty => ty,
        }
    }

    /// The type of a union's member: aggregates are boxed, so that a growing one changes no size or signature.
    pub(crate) fn of_variant(&self, member: &Member) -> Option<Type> {
        let aggregate =
            matches!(self.model.shape(&member.target).kind, ShapeKind::Structure(_) | ShapeKind::Union(_));
        match self.of(&member.target) {
            Type::Smithy("Unit") => None,
            Type::Shape(name) if aggregate => Some(Type::Boxed(name)),
            ty => Some(ty),
        }
    }

    /// Every cycle has a step to an id that is not greater: those steps are boxed, whatever else the model holds.
    fn closes_cycle(&self, container: &ShapeId, target: &ShapeId) -> bool {
        target <= container
            && self.held.get(target).is_some_and(|held| held.contains(container) || target == container)
    }

    /// Whether values are hashed, which floats cannot be.
    pub(crate) fn is_hash(&self, id: &ShapeId) -> bool {
        self.derivable.is_hash(id)
    }

    /// Whether values can be compared for equality.
    pub(crate) fn is_eq(&self, id: &ShapeId) -> bool {
        self.derivable.is_eq(id)
    }

    /// Whether the type of a shape's values, without the name that it may have, names something deprecated.
    pub(crate) fn names_deprecated(&self, id: &ShapeId) -> bool {
        !self.deprecated_types(id).is_empty()
    }

    /// The same of the type with the name that it may have.
    pub(crate) fn names_deprecated_in_use(&self, id: &ShapeId) -> bool {
        !self.aliases.contains(id) && self.names_deprecated(id)
    }

    /// The deprecated items that the type of a structure's or union's member names.
    pub(crate) fn deprecated_types_of(&self, container: &ShapeId, member: &Member) -> DeprecatedTypes {
        if self.aliases.contains(&member.target) {
            return DeprecatedTypes::None;
        }
        match self.deprecated_types(&member.target).as_slice() {
            [] => DeprecatedTypes::None,
            all if all.iter().all(|id| *id == container) => DeprecatedTypes::Container,
            _ => DeprecatedTypes::Others,
        }
    }

    fn deprecated_types(&self, id: &ShapeId) -> Vec<&'m ShapeId> {
        let shape = self.model.shape(id);
        let own = (is_item(shape) && shape.traits.deprecated.is_some()).then_some(&shape.id);
        let inner = match &shape.kind {
            ShapeKind::List(member) => [Some(&member.target), None],
            ShapeKind::Map { key, value } => [Some(&key.target), Some(&value.target)],
            _ => [None, None],
        };
        let inner = inner.into_iter().flatten().filter(|id| !self.aliases.contains(id));
        own.into_iter().chain(inner.flat_map(|id| self.deprecated_types(id))).collect()
    }

    /// How the builder of a structure ends: an input's may come to require members.
    pub(crate) fn build(&self, structure: &Shape) -> Build {
        let required = structure.members().any(|member| self.model.is_demanded(member));
        if required || structure.traits.input { Build::Fallible } else { Build::Plain }
    }

    /// Whether a shape becomes a type of this crate.
    pub(crate) fn is_reachable(&self, id: &ShapeId) -> bool {
        self.names.get(id).is_some()
    }

    /// Whether a map of the model has values of a shape as its keys, and so sorts them.
    pub(crate) fn is_map_key(&self, id: &ShapeId) -> bool {
        self.derivable.is_map_key(id)
    }
}

fn density(shape: &Shape) -> Density {
    if shape.traits.sparse { Density::Sparse } else { Density::Dense }
}

fn simple_type(simple: SimpleType) -> Type {
    match simple {
        SimpleType::Blob => Type::Smithy("Blob"),
        SimpleType::Boolean => Type::Bool,
        SimpleType::String => Type::String,
        SimpleType::Byte => Type::Number("i8"),
        SimpleType::Short => Type::Number("i16"),
        SimpleType::Integer => Type::Number("i32"),
        SimpleType::Long => Type::Number("i64"),
        SimpleType::Float => Type::Number("f32"),
        SimpleType::Double => Type::Number("f64"),
        SimpleType::BigInteger => Type::Smithy("BigInteger"),
        SimpleType::BigDecimal => Type::Smithy("BigDecimal"),
        SimpleType::Timestamp => Type::Smithy("Timestamp"),
        SimpleType::Document => Type::Smithy("Document"),
    }
}

/// Whether a shape becomes a type of its own.
fn is_item(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Structure(_) => !shape.id.is_unit(),
        ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => true,
        ShapeKind::SimpleType(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => false,
    }
}

/// How many lists and maps a type may nest without a name: with more, nobody reads it.
const NESTED: usize = 3;

/// The lists and maps that reach the limit inside another one.
fn aliases<'m>(model: &'m Model, shapes: &[&'m Shape]) -> BTreeSet<&'m ShapeId> {
    let held = shapes.iter().filter_map(|shape| Some(model.shape(element(shape)?)));
    held.filter(|held| nesting(model, held) == NESTED).map(|held| &held.id).collect()
}

/// What a list or map holds.
fn element(shape: &Shape) -> Option<&ShapeId> {
    match &shape.kind {
        ShapeKind::List(member) => Some(&member.target),
        ShapeKind::Map { value, .. } => Some(&value.target),
        _ => None,
    }
}

/// How many lists and maps a shape nests up to the next name.
fn nesting(model: &Model, shape: &Shape) -> usize {
    match element(shape).map(|held| nesting(model, model.shape(held))) {
        Some(NESTED) => 1,
        Some(held) => held + 1,
        None => 0,
    }
}

/// What each structure holds by value through members that are structures themselves.
fn held<'m>(model: &'m Model, shapes: &[&'m Shape]) -> BTreeMap<&'m ShapeId, BTreeSet<&'m ShapeId>> {
    let structures = shapes.iter().filter(|shape| matches!(shape.kind, ShapeKind::Structure(_)));
    structures.map(|shape| (&shape.id, held_by(model, shape))).collect()
}

fn held_by<'m>(model: &'m Model, shape: &'m Shape) -> BTreeSet<&'m ShapeId> {
    let mut held = BTreeSet::new();
    let mut todo = vec![shape];
    while let Some(shape) = todo.pop() {
        let targets = shape.value_members().map(|member| model.shape(&member.target));
        let structures = targets.filter(|target| matches!(target.kind, ShapeKind::Structure(_)));
        todo.extend(structures.filter(|target| held.insert(&target.id)));
    }
    held
}
