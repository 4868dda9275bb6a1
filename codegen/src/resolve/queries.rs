//! Questions that later stages ask the model, each answered once.

mod closures;
mod effective;
mod enums;
pub mod evolution;
pub mod http_bindings;
pub mod operations;
mod services;
pub mod shape_closures;
pub mod unsupported;

use super::graph::{Member, Model, ServiceShape, Shape, ShapeId, ShapeKind};
use super::traits::ErrorFault;

impl Model {
    /// The shape of an id that the model names; targets exist, so every id in the graph has one.
    ///
    /// # Panics
    ///
    /// For an id that is not from this model.
    pub fn shape(&self, id: &ShapeId) -> &Shape {
        self.find(id.as_str()).expect("every id that the graph names has a shape")
    }

    /// The shape of an id, those that the traits of the prelude are made of among them.
    pub(super) fn find(&self, id: &str) -> Option<&Shape> {
        self.shapes.get(id).or_else(|| self.of_traits.get(id))
    }

    /// All services, by id.
    pub fn services(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)))
    }
}

impl Shape {
    /// What a service binds.
    ///
    /// # Panics
    ///
    /// For a shape that is no service.
    pub fn service_bindings(&self) -> &ServiceShape {
        match &self.kind {
            ShapeKind::Service(service) => service,
            _ => unreachable!("`Model::services` gives services only"),
        }
    }

    /// The HTTP status of an error: that of `httpError`, or the one that `error` implies (400, 500).
    pub fn error_status(&self) -> u16 {
        let implied = match self.traits.error {
            Some(ErrorFault::Server) => 500,
            Some(ErrorFault::Client) | None => 400,
        };
        self.traits.http_error.unwrap_or(implied)
    }

    /// All members in order: of a list `member`, of a map `key` and `value`; none of other kinds.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let (fixed, named) = match &self.kind {
            ShapeKind::List(member) => ([Some(member), None], None),
            ShapeKind::Map { key, value } => ([Some(key), Some(value)], None),
            ShapeKind::Structure(members)
            | ShapeKind::Union(members)
            | ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members) => ([None, None], Some(members)),
            ShapeKind::SimpleType(_)
            | ShapeKind::Service(_)
            | ShapeKind::Operation(_)
            | ShapeKind::Resource(_) => ([None, None], None),
        };
        fixed.into_iter().flatten().chain(named.into_iter().flat_map(|members| members.values()))
    }

    /// The member of a name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        match &self.kind {
            ShapeKind::Structure(members)
            | ShapeKind::Union(members)
            | ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members) => members.get(name),
            _ => self.members().find(|member| member.name == name),
        }
    }

    /// The members that hold values; those of enums are values themselves.
    pub fn value_members(&self) -> impl Iterator<Item = &Member> {
        let is_enum = matches!(self.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        self.members().filter(move |_| !is_enum)
    }
}

impl ServiceShape {
    /// The name of a shape in the closure of this service: the one that `rename` gives it, or its own.
    pub fn local_name<'a>(&'a self, id: &'a ShapeId) -> &'a str {
        self.rename.get(id).map_or(id.name(), String::as_str)
    }
}

impl ShapeKind {
    /// The name of the type in a model; 1.0's `set` is a `list`.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::SimpleType(simple) => simple.type_name(),
            Self::List(_) => "list",
            Self::Map { .. } => "map",
            Self::Structure(_) => "structure",
            Self::Union(_) => "union",
            Self::Enum(_) => "enum",
            Self::IntEnum(_) => "intEnum",
            Self::Service(_) => "service",
            Self::Operation(_) => "operation",
            Self::Resource(_) => "resource",
        }
    }
}
