//! What is known of the values of an expression before there are any.

use jmespath::{Kind, Literal};

use crate::ir::condition::FieldRepr;
use crate::resolve::graph::{Model, Shape, ShapeKind, SimpleType};

/// The type of a value, null aside.
#[derive(Clone, Debug)]
pub(super) enum Ty<'m> {
    /// A value of this shape, from the fields that are checked.
    Shape(&'m Shape),
    /// A list that an expression makes, of elements of a type.
    List(Box<Ty<'m>>),
    /// A value that an expression makes, of a type of JMESPath.
    Kind(Kind),
    /// A value of any type.
    Any,
}

impl PartialEq for Ty<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Shape(a), Self::Shape(b)) => a.id == b.id,
            (Self::List(a), Self::List(b)) => a == b,
            (Self::Kind(a), Self::Kind(b)) => a == b,
            (Self::Any, Self::Any) => true,
            _ => false,
        }
    }
}

impl<'m> Ty<'m> {
    /// The type of a value that is written out.
    pub(super) fn of_literal(literal: &Literal) -> Self {
        match literal {
            Literal::Null => Self::Kind(Kind::Null),
            Literal::Bool(_) => Self::Kind(Kind::Bool),
            Literal::Number(_) => Self::Kind(Kind::Number),
            Literal::String(_) => Self::Kind(Kind::String),
            Literal::Object(_) => Self::Kind(Kind::Object),
            Literal::Array(elements) => Self::list(elements.iter().map(Self::of_literal)),
        }
    }

    /// The type of a list of such elements.
    pub(super) fn list(elements: impl Iterator<Item = Self>) -> Self {
        Self::List(Box::new(elements.reduce(Self::or).unwrap_or(Self::Any)))
    }

    /// The type of what is of one type or of the other.
    pub(super) fn or(self, other: Self) -> Self {
        match (self.kind(), other.kind()) {
            (Some(Kind::Null), _) => other,
            (_, Some(Kind::Null)) => self,
            _ if self == other => self,
            (Some(a), Some(b)) if a == b && a != Kind::List => Self::Kind(a),
            (Some(Kind::List), Some(Kind::List)) => Self::Kind(Kind::List),
            _ => Self::Any,
        }
    }

    /// The type in JMESPath, where it is known.
    pub(super) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Shape(shape) => kind(shape),
            Self::List(_) => Some(Kind::List),
            Self::Kind(kind) => Some(*kind),
            Self::Any => None,
        }
    }

    /// The type in words.
    pub(super) fn description(&self) -> &'static str {
        self.kind().map_or("a value of any type", Kind::description)
    }

    /// The type of the elements of a list, as far as it is known.
    pub(super) fn element(&self, model: &'m Model) -> Self {
        match self {
            Self::Shape(Shape { kind: ShapeKind::List(member), .. }) => {
                Self::Shape(model.shape(&member.target))
            }
            Self::List(element) => (**element).clone(),
            Self::Shape(_) | Self::Kind(_) | Self::Any => Self::Any,
        }
    }

    /// The integer or float that Rust has for a number.
    pub(super) fn rust_number(&self) -> Option<RustNumber> {
        let Self::Shape(shape) = self else { return None };
        Some(match shape.kind {
            ShapeKind::IntEnum(_) | ShapeKind::SimpleType(SimpleType::Integer) => RustNumber::I32,
            ShapeKind::SimpleType(SimpleType::Byte) => RustNumber::I8,
            ShapeKind::SimpleType(SimpleType::Short) => RustNumber::I16,
            ShapeKind::SimpleType(SimpleType::Long) => RustNumber::I64,
            ShapeKind::SimpleType(SimpleType::Float) => RustNumber::F32,
            ShapeKind::SimpleType(SimpleType::Double) => RustNumber::F64,
            ShapeKind::SimpleType(SimpleType::Timestamp) => RustNumber::Timestamp,
            _ => return None,
        })
    }
}

/// A type of Rust that has an order of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RustNumber {
    I8,
    I16,
    I32,
    I64,
    Usize,
    F32,
    F64,
    Timestamp,
}

fn kind(shape: &Shape) -> Option<Kind> {
    match &shape.kind {
        ShapeKind::SimpleType(SimpleType::Boolean) => Some(Kind::Bool),
        ShapeKind::SimpleType(SimpleType::String | SimpleType::Blob) | ShapeKind::Enum(_) => {
            Some(Kind::String)
        }
        ShapeKind::SimpleType(SimpleType::Document) => None,
        ShapeKind::SimpleType(_) | ShapeKind::IntEnum(_) => Some(Kind::Number),
        ShapeKind::List(_) => Some(Kind::List),
        ShapeKind::Map { .. } | ShapeKind::Structure(_) | ShapeKind::Union(_) => Some(Kind::Object),
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => None,
    }
}

/// How Rust holds a value of a shape.
pub(super) fn repr(shape: &Shape) -> FieldRepr {
    match &shape.kind {
        ShapeKind::SimpleType(simple) => match simple {
            SimpleType::String => FieldRepr::String,
            SimpleType::Float | SimpleType::Double => FieldRepr::Float,
            SimpleType::Document => FieldRepr::Document,
            SimpleType::Blob | SimpleType::BigInteger | SimpleType::BigDecimal => FieldRepr::Opaque,
            SimpleType::Boolean | SimpleType::Timestamp => FieldRepr::Copy,
            SimpleType::Byte | SimpleType::Short | SimpleType::Integer | SimpleType::Long => FieldRepr::Copy,
        },
        ShapeKind::Enum(_) => FieldRepr::Enum,
        ShapeKind::IntEnum(_) => FieldRepr::IntEnum,
        ShapeKind::List(_) => FieldRepr::List,
        ShapeKind::Map { .. } => FieldRepr::Map,
        ShapeKind::Structure(_) => FieldRepr::Structure,
        ShapeKind::Union(_) => FieldRepr::Opaque,
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => FieldRepr::Opaque,
    }
}
