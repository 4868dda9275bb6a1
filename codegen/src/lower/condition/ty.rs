//! What is known of a value when code is written.

use crate::resolve::graph::ShapeId;

/// The type of a value, and what Rust has for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ty {
    /// Always null.
    Null,
    /// `bool`.
    Bool,
    /// A number.
    Number(Num),
    /// `&str`.
    Text,
    /// `&smithy::Blob`, whose text is base64.
    Blob,
    /// A reference to a structure.
    Structure(ShapeId),
    /// A reference to a union.
    Union(ShapeId),
    /// A list.
    List(Box<List>),
    /// A reference to a map.
    Map(Box<Map>),
    /// An object of which no more is known, held as a `query::Value`.
    Object,
    /// Anything, held as a `query::Value`.
    Any,
}

/// What a number is in Rust.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Num {
    /// An integer of that type.
    Integer(&'static str),
    /// A float of that type.
    Float(&'static str),
    /// `smithy::Timestamp`: seconds since 1970.
    Timestamp,
    /// `&smithy::BigInteger` or `&smithy::BigDecimal`.
    Big,
    /// Written in the expression, in JSON's grammar.
    Literal(String),
}

/// What is known of a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct List {
    /// Its elements.
    pub(super) element: Ty,
    /// Whether elements may be null.
    pub(super) null: Null,
    /// How Rust holds it.
    pub(super) shelf: Shelf,
}

/// How Rust holds a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shelf {
    /// A slice of what structures hold.
    Stored(Stored),
    /// An array or `Vec` of values that can be copied.
    Values,
    /// An iterator over values that can be copied.
    Iterator,
    /// A `query::Value`.
    Value,
}

/// What is known of a map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Map {
    /// How keys are stored.
    pub(super) key: Stored,
    /// The shape of the keys.
    pub(super) key_shape: ShapeId,
    /// Its values.
    pub(super) value: Ty,
    /// How values are stored.
    pub(super) stored: Stored,
    /// Whether values may be null.
    pub(super) null: Null,
}

/// How a structure, list or map holds a value, which decides how a reference to it becomes a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stored {
    /// By value, and it can be copied.
    Copy,
    /// As a `String`.
    String,
    /// As an enum of strings.
    Enum,
    /// As an enum of integers.
    IntEnum,
    /// As itself, used by reference.
    Reference,
    /// In a `Box`.
    Boxed,
    /// As a `Vec`.
    List,
    /// As a `smithy::Document`.
    Document,
}

/// Whether a value may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Null {
    /// It is not.
    Never,
    /// It may be, and Rust has an `Option`.
    Maybe,
}

/// JMESPath's types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JsonKind {
    Null,
    Bool,
    Number,
    String,
    List,
    Object,
}

impl Ty {
    /// A list.
    pub(super) fn list(element: Ty, null: Null, shelf: Shelf) -> Self {
        Self::List(Box::new(List { element, null, shelf }))
    }

    /// What is known of it, if it is a list.
    pub(super) fn as_list(&self) -> Option<&List> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// What is known of it, if it is a map.
    pub(super) fn as_map(&self) -> Option<&Map> {
        if let Self::Map(map) = self { Some(map) } else { None }
    }

    /// Whether it is a floating point number.
    pub(super) fn is_float(&self) -> bool {
        matches!(self, Self::Number(Num::Float(_)))
    }

    /// JMESPath's type, where it is known.
    pub(super) fn json_kind(&self) -> Option<JsonKind> {
        match self {
            Self::Null => Some(JsonKind::Null),
            Self::Bool => Some(JsonKind::Bool),
            Self::Number(_) => Some(JsonKind::Number),
            Self::Text | Self::Blob => Some(JsonKind::String),
            Self::List(_) => Some(JsonKind::List),
            Self::Structure(_) | Self::Union(_) | Self::Map(_) | Self::Object => Some(JsonKind::Object),
            Self::Any => None,
        }
    }

    /// The type in words, for messages.
    pub(super) fn shown(&self) -> &'static str {
        match self.json_kind() {
            Some(kind) => kind.shown(),
            None => "a value of any type",
        }
    }

    /// Whether it is a list that an expression makes, and no part of what is there.
    pub(super) fn is_made(&self) -> bool {
        matches!(self, Self::List(list) if matches!(list.shelf, Shelf::Values | Shelf::Iterator))
    }

    /// Whether values of the type can be copied and stand for themselves: everything but what is made on the way.
    pub(super) fn is_copy(&self) -> bool {
        match self {
            Self::Bool | Self::Text | Self::Blob | Self::Structure(_) | Self::Union(_) | Self::Map(_) => true,
            Self::Number(Num::Literal(_)) | Self::Null | Self::Object | Self::Any => false,
            Self::Number(Num::Integer(_) | Num::Float(_) | Num::Timestamp | Num::Big) => true,
            Self::List(list) => matches!(list.shelf, Shelf::Stored(_)),
        }
    }
}

impl JsonKind {
    /// The type in words, for messages.
    pub(super) fn shown(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}
