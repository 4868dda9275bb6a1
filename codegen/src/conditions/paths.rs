//! Paths through the fields of a value, and values of a type of Rust.

use jmespath::{Comparison, Expression, Kind, Literal, Node, Selection};

use super::MAX_DEPTH;
use super::lowering::ConditionLowering;
use super::number::{self, RustNumber};
use super::ty::kind;
use crate::ir::condition::{Access, FieldPath, FieldRepr, Nullability, Operand, PathStep, Root};
use crate::names::FieldName;
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};

/// A path, and the shape of what is there.
#[derive(Clone, Debug)]
pub(super) struct TypedPath<'m> {
    pub(super) path: FieldPath,
    pub(super) shape: &'m Shape,
}

/// Types of Rust whose values can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `bool`.
    Bool,
    /// `&str`.
    Text,
    /// A number of a type.
    Number(RustNumber),
}

impl<'m> TypedPath<'m> {
    pub(super) fn new(root: Root, shape: &'m Shape) -> Self {
        Self { path: FieldPath { root, repr: repr(shape), steps: Vec::new() }, shape }
    }

    pub(super) fn operand(&self) -> Operand {
        Operand::Path(self.path.clone())
    }

    pub(super) fn class(&self) -> Option<Class> {
        match kind(self.shape)? {
            Kind::Bool => Some(Class::Bool),
            Kind::String if self.path.repr() != FieldRepr::Opaque => Some(Class::Text),
            Kind::Number => RustNumber::of(self.shape).map(Class::Number),
            Kind::Null | Kind::String | Kind::List | Kind::Object => None,
        }
    }

    /// The field of a structure, or the value of a key of a map.
    fn field(&self, model: &'m Model, name: &str) -> Option<Self> {
        match &self.shape.kind {
            ShapeKind::Structure(members) => {
                let member = members.get(name)?;
                let nullability =
                    if model.is_nullable(member) { Nullability::Nullable } else { Nullability::NonNull };
                // A field of a deprecated structure is deprecated too.
                let deprecated = member.traits.deprecated.is_some() || self.shape.traits.deprecated.is_some();
                let access =
                    Access::Field(FieldName::of_member_among(name, members.keys().map(String::as_str)));
                Some(self.step(access, nullability, model.shape(&member.target), deprecated))
            }
            ShapeKind::Map { key, value } if repr(model.shape(&key.target)) == FieldRepr::String => {
                self.entry(model, Access::Key(name.to_owned()), &value.target)
            }
            _ => None,
        }
    }

    /// An element or value of a collection without nulls, which may not be there.
    fn entry(&self, model: &'m Model, access: Access, target: &ShapeId) -> Option<Self> {
        let dense = !self.shape.traits.sparse;
        dense.then(|| self.step(access, Nullability::Nullable, model.shape(target), false))
    }

    fn step(&self, access: Access, nullability: Nullability, shape: &'m Shape, deprecated: bool) -> Self {
        let mut path = self.path.clone();
        path.steps.push(PathStep { access, nullability, repr: repr(shape), deprecated });
        Self { path, shape }
    }
}

impl<'m> ConditionLowering<'m> {
    /// The path that an expression about `current` leads to.
    pub(super) fn path(&self, current: &TypedPath<'m>, expression: &Expression) -> Option<TypedPath<'m>> {
        match &expression.node {
            Node::Current => Some(current.clone()),
            Node::Field(name) => current.field(self.model, name),
            Node::Chain(first, second) => self.path(&self.path(current, first)?, second),
            Node::Index(of, index) => {
                let list = self.path(current, of)?;
                let ShapeKind::List(member) = &list.shape.kind else { return None };
                let access =
                    if *index == -1 { Access::Last } else { Access::Index(usize::try_from(*index).ok()?) };
                list.entry(self.model, access, &member.target)
            }
            Node::Projection { source, selection, each } if each.node == Node::Current => {
                // Of a list without nulls nothing is taken away.
                let list = self.path(current, source)?;
                let is_whole = match selection {
                    Selection::Elements => matches!(list.shape.kind, ShapeKind::List(_)),
                    Selection::Flattened => self.is_flat(&list),
                    Selection::Values | Selection::Slice(_) | Selection::Filter(_) => false,
                };
                (is_whole && !list.shape.traits.sparse).then_some(list)
            }
            _ => None,
        }
    }

    /// Whether the elements of a list are never lists.
    pub(super) fn is_flat(&self, list: &TypedPath<'m>) -> bool {
        let ShapeKind::List(member) = &list.shape.kind else { return false };
        kind(self.model.shape(&member.target)).is_some_and(|kind| kind != Kind::List)
    }

    /// A value that can be compared.
    pub(super) fn scalar(
        &mut self,
        current: &TypedPath<'m>,
        expression: &Expression,
    ) -> Option<(Operand, Class)> {
        // Deeper than this it is never plain Rust, and the stack has an end.
        self.depth = (self.depth < MAX_DEPTH).then_some(self.depth + 1)?;
        let scalar = self.scalar_of(current, expression)?;
        self.depth -= 1;
        Some(scalar)
    }

    fn scalar_of(&mut self, current: &TypedPath<'m>, expression: &Expression) -> Option<(Operand, Class)> {
        match &expression.node {
            Node::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("length", [of]) => Some((self.length(current, of)?, Class::Number(RustNumber::Usize))),
                ("not_null", values) => self.first_of(current, values),
                ("contains" | "starts_with" | "ends_with", _) => self.boolean(current, expression),
                _ => None,
            },
            // An order may be null.
            Node::Not(_) | Node::Compare(Comparison::Equal | Comparison::NotEqual, ..) => {
                self.boolean(current, expression)
            }
            _ => {
                let found = self.path(current, expression)?;
                Some((found.operand(), found.class()?))
            }
        }
    }

    fn boolean(&mut self, current: &TypedPath<'m>, expression: &Expression) -> Option<(Operand, Class)> {
        Some((Operand::Test(Box::new(self.test(current, expression)?)), Class::Bool))
    }

    /// A value of a class, which may be written out.
    pub(super) fn as_class(
        &mut self,
        current: &TypedPath<'m>,
        expression: &Expression,
        class: Class,
    ) -> Option<Operand> {
        match literal(current, expression) {
            Some(literal) => literal_operand(&literal, class),
            None => self.scalar(current, expression).filter(|(_, other)| *other == class).map(|(one, _)| one),
        }
    }

    /// The first of several values that is not null.
    fn first_of(&mut self, current: &TypedPath<'m>, values: &[Expression]) -> Option<(Operand, Class)> {
        let class = values.iter().find_map(|value| self.path(current, value)?.class())?;
        let mut operands = Vec::new();
        for value in values {
            operands.push(self.as_class(current, value, class)?);
        }
        // To look at what follows a value that is there changes nothing, as long as it is no error.
        if operands
            .iter()
            .any(|one| matches!(one, Operand::Length(_) | Operand::Count(..) | Operand::Test(_)))
        {
            return None;
        }
        let end = operands.iter().position(|operand| operand.nullability() == Nullability::NonNull);
        operands.truncate(end.map_or(operands.len(), |end| end + 1));
        Some((if operands.len() == 1 { operands.remove(0) } else { Operand::FirstOf(operands) }, class))
    }
}

/// A value that is written out, as JSON or as a list of such values.
pub(super) fn literal(current: &TypedPath<'_>, expression: &Expression) -> Option<Literal> {
    match &expression.node {
        Node::Literal(literal) => Some(literal.clone()),
        // Where the current value is null, so is a list.
        Node::List(elements) if current.path.nullability() == Nullability::NonNull => elements
            .iter()
            .map(|element| literal(current, element))
            .collect::<Option<_>>()
            .map(Literal::Array),
        _ => None,
    }
}

/// A value that is written out, in a type of Rust.
pub(super) fn literal_operand(literal: &Literal, class: Class) -> Option<Operand> {
    match (literal, class) {
        (Literal::Bool(value), Class::Bool) => Some(Operand::Bool(*value)),
        (Literal::String(text), Class::Text) => Some(Operand::Text(text.clone())),
        (Literal::Number(text), Class::Number(number)) => number::literal(text, number),
        _ => None,
    }
}

/// How Rust holds a value of a shape.
fn repr(shape: &Shape) -> FieldRepr {
    match &shape.kind {
        ShapeKind::SimpleType(SimpleType::String) => FieldRepr::String,
        ShapeKind::SimpleType(SimpleType::Float | SimpleType::Double) => FieldRepr::Float,
        ShapeKind::SimpleType(SimpleType::Document) => FieldRepr::Document,
        ShapeKind::SimpleType(SimpleType::Blob | SimpleType::BigInteger | SimpleType::BigDecimal) => {
            FieldRepr::Opaque
        }
        ShapeKind::SimpleType(_) => FieldRepr::Copy,
        ShapeKind::Enum(_) => FieldRepr::Enum,
        ShapeKind::IntEnum(_) => FieldRepr::IntEnum,
        ShapeKind::List(_) => FieldRepr::List,
        ShapeKind::Map { .. } => FieldRepr::Map,
        ShapeKind::Structure(_) => FieldRepr::Structure,
        ShapeKind::Union(_) | ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => {
            FieldRepr::Opaque
        }
    }
}
