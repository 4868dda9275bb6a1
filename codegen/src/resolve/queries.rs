//! Questions that later stages ask the graph.

use std::collections::{BTreeMap, HashSet};

use super::graph::{Member, Model, Shape, ShapeId, ShapeKind};
use super::traits::service::AuthScheme;
use super::traits::{ErrorFault, Length, Range, TimestampFormat, Traits};

impl Model {
    /// The shape of an id that the model names; targets exist, so every id in the graph has one.
    ///
    /// # Panics
    ///
    /// For an id that is not from this model.
    pub fn shape(&self, id: &ShapeId) -> &Shape {
        self.shapes.get(id).expect("every id that the graph names has a shape")
    }

    /// All services, by id.
    pub fn services(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)))
    }

    /// The operations of a service, those of its resources among them, by name and then by id, each once; none
    /// for what is not a service ([Smithy 2.0, service types](https://smithy.io/2.0/spec/service-types.html)).
    pub fn operations_of(&self, service: &ShapeId) -> Vec<&Shape> {
        let mut operations: BTreeMap<(&str, &ShapeId), &Shape> = BTreeMap::new();
        let mut seen = HashSet::new();
        let mut open = vec![service];
        while let Some(id) = open.pop() {
            let Some(shape) = self.shapes.get(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            let (bound, resources) = match &shape.kind {
                ShapeKind::Service(service) => (&service.operations, &service.resources),
                ShapeKind::Resource(resource) => (&resource.operations, &resource.resources),
                _ => continue,
            };
            open.extend(resources);
            for operation in bound.iter().filter_map(|id| self.shapes.get(id)) {
                if matches!(operation.kind, ShapeKind::Operation(_)) {
                    operations.insert((operation.id.name(), &operation.id), operation);
                }
            }
        }
        operations.into_values().collect()
    }

    /// How requests of an operation may show who sends them, the first scheme before the others: `auth` of the operation,
    /// or else that of the service, or else all schemes of the service by the ids of their traits
    /// ([Smithy 2.0, authentication traits](https://smithy.io/2.0/spec/authentication-traits.html)).
    ///
    /// [`AuthScheme::NoAuth`] is among them where a request needs nothing of the kind; there are none where the model
    /// does not say.
    pub fn effective_auth(&self, service: &Shape, operation: &Shape) -> Vec<AuthScheme> {
        let scheme = |id: &ShapeId| AuthScheme::of_trait(id, service.traits.written.get(id));
        let mut schemes = match operation.traits.auth.as_ref().or(service.traits.auth.as_ref()) {
            Some(ids) if ids.is_empty() => vec![AuthScheme::NoAuth],
            Some(ids) => ids.iter().map(scheme).collect(),
            None => service.traits.auth_schemes.clone(),
        };
        if operation.traits.optional_auth {
            schemes.push(AuthScheme::NoAuth);
        }
        schemes
    }

    /// A trait of a member or, where it has none, of its target.
    fn effective<T>(&self, member: &Member, of: impl Fn(&Traits) -> Option<T>) -> Option<T> {
        of(&member.traits).or_else(|| of(&self.shapes.get(&member.target)?.traits))
    }

    /// The `length` that holds for a member: its own replaces its target's
    /// ([Smithy 2.0, scope of member traits](https://smithy.io/2.0/spec/model.html#scope-of-member-traits)).
    pub fn length(&self, member: &Member) -> Option<Length> {
        self.effective(member, |traits| traits.length)
    }

    /// The `range` that holds for a member: its own replaces its target's.
    pub fn range<'a>(&'a self, member: &'a Member) -> Option<&'a Range> {
        member.traits.range.as_ref().or_else(|| self.shapes.get(&member.target)?.traits.range.as_ref())
    }

    /// The `pattern` that holds for a member: its own replaces its target's.
    pub fn pattern<'a>(&'a self, member: &'a Member) -> Option<&'a str> {
        let own = member.traits.pattern.as_deref();
        own.or_else(|| self.shapes.get(&member.target)?.traits.pattern.as_deref())
    }

    /// Whether the list that a member targets holds unique items.
    pub fn unique_items(&self, member: &Member) -> bool {
        self.effective(member, |traits| traits.unique_items.then_some(())).is_some()
    }

    /// The `timestampFormat` that holds for a member: its own replaces its target's.
    pub fn timestamp_format(&self, member: &Member) -> Option<TimestampFormat> {
        self.effective(member, |traits| traits.timestamp_format)
    }

    /// Whether a member or its target is sensitive.
    pub fn is_sensitive(&self, member: &Member) -> bool {
        self.effective(member, |traits| traits.sensitive.then_some(())).is_some()
    }
}

impl Shape {
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
