//! What is known of the values of an expression before there are any.

use jmespath::{Kind, Literal};

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

impl<'m> Ty<'m> {
    /// The type of a value that is written out.
    pub(super) fn of_literal(literal: &Literal) -> Self {
        match literal {
            Literal::Null => Self::Kind(Kind::Null),
            Literal::Bool(_) => Self::Kind(Kind::Bool),
            Literal::Number(_) => Self::Kind(Kind::Number),
            Literal::String(_) => Self::Kind(Kind::String),
            Literal::Object(_) => Self::Kind(Kind::Object),
            Literal::Array(elements) => Self::list_of(elements.iter().map(Self::of_literal)),
        }
    }

    /// The type of a list of such elements.
    pub(super) fn list_of(elements: impl Iterator<Item = Self>) -> Self {
        Self::List(Box::new(elements.reduce(Self::or).unwrap_or(Self::Any)))
    }

    /// The type of what is of one type or of the other.
    pub(super) fn or(self, other: Self) -> Self {
        match (self.kind(), other.kind()) {
            (Some(Kind::Null), _) => other,
            (_, Some(Kind::Null)) => self,
            (Some(a), Some(b)) if a == b => Self::Kind(a),
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
}

/// The type that values of a shape have in JMESPath; documents may have any.
pub(super) fn kind(shape: &Shape) -> Option<Kind> {
    match &shape.kind {
        ShapeKind::SimpleType(SimpleType::Document) => None,
        ShapeKind::SimpleType(SimpleType::Boolean) => Some(Kind::Bool),
        ShapeKind::SimpleType(SimpleType::String | SimpleType::Blob) | ShapeKind::Enum(_) => {
            Some(Kind::String)
        }
        ShapeKind::SimpleType(_) | ShapeKind::IntEnum(_) => Some(Kind::Number),
        ShapeKind::List(_) => Some(Kind::List),
        ShapeKind::Map { .. } | ShapeKind::Structure(_) | ShapeKind::Union(_) => Some(Kind::Object),
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => None,
    }
}
