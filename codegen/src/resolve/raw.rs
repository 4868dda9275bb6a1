//! Shapes as the files define them, before anything is folded in.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use indexmap::IndexMap;

use super::graph::{ShapeId, SimpleType};
use crate::diagnostics::Span;
use crate::json::{Data, Value};
use crate::load::Version;

/// Traits by id; most are borrowed from the documents.
pub(super) type RawTraits<'a> = IndexMap<ShapeId, Cow<'a, Value>>;

/// Members by name, in the order of the model.
pub(super) type RawMembers<'a> = IndexMap<String, RawMember<'a>>;

/// Everything that the documents define.
#[derive(Clone, Debug, Default)]
pub(super) struct Definitions<'a> {
    /// Every shape, the prelude's first, then in the order of the files and in them.
    pub(super) shapes: IndexMap<ShapeId, RawShape<'a>>,
    /// Ids of shapes that could not be read: targeting one is no further error.
    pub(super) broken: HashSet<ShapeId>,
    /// All `apply` statements.
    pub(super) applies: Vec<Apply<'a>>,
}

/// One shape.
#[derive(Clone, Debug)]
pub(super) struct RawShape<'a> {
    pub(super) id: ShapeId,
    pub(super) span: Span,
    pub(super) version: Version,
    pub(super) body: RawBody<'a>,
    pub(super) traits: RawTraits<'a>,
    pub(super) mixins: Vec<Reference>,
    /// Traits applied to members that a mixin may bring, with the span of the statement.
    pub(super) inherited: IndexMap<String, (Span, RawTraits<'a>)>,
}

/// What a shape is; two are equal when they define the same shape, traits aside.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RawBody<'a> {
    SimpleType(SimpleType),
    Aggregate(Aggregate, RawMembers<'a>),
    Service(RawService),
    Operation(RawOperation),
    Resource(Box<RawResource>),
}

/// The types of shapes that have members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aggregate {
    List,
    Set,
    Map,
    Structure,
    Union,
    Enum,
    IntEnum,
}

/// One member.
#[derive(Clone, Debug)]
pub(super) struct RawMember<'a> {
    pub(super) span: Span,
    pub(super) target: Reference,
    pub(super) traits: RawTraits<'a>,
}

impl PartialEq for RawMember<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.target == other.target
    }
}

/// The id of another shape, and where it is written.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) id: ShapeId,
    pub(super) span: Span,
}

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RawService {
    pub(super) version: Option<String>,
    pub(super) operations: Vec<Reference>,
    pub(super) resources: Vec<Reference>,
    pub(super) errors: Vec<Reference>,
    pub(super) rename: Vec<(Reference, String)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RawOperation {
    pub(super) input: Option<Reference>,
    pub(super) output: Option<Reference>,
    pub(super) errors: Vec<Reference>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RawResource {
    /// `create`, `put`, `read`, `update`, `delete` and `list`, in that order.
    pub(super) lifecycle: [Option<Reference>; 6],
    pub(super) operations: Vec<Reference>,
    pub(super) collection_operations: Vec<Reference>,
    pub(super) resources: Vec<Reference>,
    pub(super) identifiers: IndexMap<String, Reference>,
    pub(super) properties: IndexMap<String, Reference>,
}

/// The names of the lifecycle operations of a resource, in the order of [`RawResource::lifecycle`].
pub(super) const LIFECYCLE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// An `apply` statement.
#[derive(Clone, Debug)]
pub(super) struct Apply<'a> {
    pub(super) span: Span,
    pub(super) shape: ShapeId,
    pub(super) member: Option<&'a str>,
    pub(super) traits: RawTraits<'a>,
}

impl RawResource {
    /// All operations that are bound, each way of binding in turn.
    pub(super) fn all_operations(&self) -> impl Iterator<Item = &Reference> {
        self.lifecycle.iter().flatten().chain(&self.operations).chain(&self.collection_operations)
    }
}

impl<'a> RawShape<'a> {
    /// A shape without traits and mixins.
    pub(super) fn new(id: ShapeId, span: Span, version: Version, body: RawBody<'a>) -> Self {
        let (traits, mixins, inherited) = Default::default();
        Self { id, span, version, body, traits, mixins, inherited }
    }

    /// The members; none if its type has none.
    pub(super) fn members(&self) -> impl Iterator<Item = (&String, &RawMember<'a>)> {
        match &self.body {
            RawBody::Aggregate(_, members) => Some(members.iter()),
            _ => None,
        }
        .into_iter()
        .flatten()
    }

    /// The members, to change; none if its type has none.
    pub(super) fn members_mut(&mut self) -> Option<&mut RawMembers<'a>> {
        match &mut self.body {
            RawBody::Aggregate(_, members) => Some(members),
            _ => None,
        }
    }

    /// Whether it carries a trait of the prelude.
    pub(super) fn has(&self, name: &str) -> bool {
        prelude_trait(&self.traits, name).is_some()
    }
}

/// What the ids of the prelude begin with.
pub(super) const PRELUDE: &str = "smithy.api#";

/// The value of the prelude's trait `name`; shapes have few traits, and a look at each makes no new id.
pub(super) fn prelude_trait<'t>(traits: &'t RawTraits<'_>, name: &str) -> Option<&'t Value> {
    let is_it = |id: &ShapeId| id.as_str().strip_prefix(PRELUDE) == Some(name);
    traits.iter().find(|(id, _)| is_it(id)).map(|(_, value)| value.as_ref())
}

/// The id of something in the prelude.
pub(super) fn prelude_id(name: &str) -> ShapeId {
    ShapeId::parse(&format!("{PRELUDE}{name}")).expect("the prelude's names are identifiers")
}

/// A value that the files imply and do not write.
pub(super) fn implied<'a>(span: Span, data: Data) -> Cow<'a, Value> {
    Cow::Owned(Value { span, data })
}

impl RawBody<'_> {
    /// The name of the shape's type in a model.
    pub(super) fn type_name(&self) -> &'static str {
        match self {
            Self::SimpleType(simple) => simple.type_name(),
            Self::Aggregate(aggregate, _) => aggregate.type_name(),
            Self::Service(_) => "service",
            Self::Operation(_) => "operation",
            Self::Resource(_) => "resource",
        }
    }
}

impl Aggregate {
    /// The members that a shape of this type needs; none if its members have any name.
    pub(super) fn needed_members(self) -> &'static [&'static str] {
        match self {
            Self::List | Self::Set => &["member"],
            Self::Map => &["key", "value"],
            _ => &[],
        }
    }

    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Set => "set",
            Self::Map => "map",
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Enum => "enum",
            Self::IntEnum => "intEnum",
        }
    }
}

/// A shape or a member, as messages name it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShapeOrMember<'a> {
    pub(super) shape: &'a ShapeId,
    pub(super) member: Option<&'a str>,
}

impl<'a> ShapeOrMember<'a> {
    pub(super) fn shape(shape: &'a ShapeId) -> Self {
        Self { shape, member: None }
    }

    pub(super) fn member(shape: &'a ShapeId, member: &'a str) -> Self {
        Self { shape, member: Some(member) }
    }
}

impl fmt::Display for ShapeOrMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.member {
            Some(member) => write!(f, "{}${member}", self.shape),
            None => write!(f, "{}", self.shape),
        }
    }
}
