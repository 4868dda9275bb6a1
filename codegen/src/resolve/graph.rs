//! The graph: what `resolve` makes of the documents, and `lower` works on.
//!
//! Every shape is by its id and has its members in the order of the model; mixins and `apply` are folded in,
//! versions are brought to 2.0, every target exists, and traits are typed.

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use super::traits::Traits;
use crate::diagnostics::Span;
use crate::json::{Data, Value};

/// The absolute id of a shape without a member, `namespace#Name`
/// ([Smithy 2.0, shape id](https://smithy.io/2.0/spec/model.html#shape-id)).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(Arc<str>);

impl ShapeId {
    /// The id that `text` writes, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let (namespace, name) = text.split_once('#')?;
        let valid = namespace.split('.').all(is_identifier) && is_identifier(name);
        valid.then(|| Self(text.into()))
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before `#`.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The part after `#`.
    pub fn name(&self) -> &str {
        self.0.split_once('#').map_or(&*self.0, |(_, name)| name)
    }

    /// The part after `#` for readers: what stands for an inline collection loses the mark of the tool that named it.
    pub fn readable_name(&self) -> String {
        let is_marked =
            ["List", "Map"].iter().any(|kind| self.name().starts_with(&format!("_Synthetic{kind}Of")));
        if is_marked { self.name().replace("_Synthetic", "") } else { self.name().to_owned() }
    }

    /// Whether it is `smithy.api#Unit`, the structure that means nothing: no input, no output.
    pub fn is_unit(&self) -> bool {
        self.as_str() == "smithy.api#Unit"
    }

    /// Whether it is Smithy's own (`smithy.api`).
    pub fn is_prelude(&self) -> bool {
        self.namespace() == "smithy.api"
    }
}

/// Whether `text` is an identifier: a letter, or underscores and a letter or digit, then letters, digits, underscores.
pub(super) fn is_identifier(text: &str) -> bool {
    let rest = text.trim_start_matches('_');
    let first = rest.chars().next();
    let starts =
        first.is_some_and(|c| c.is_ascii_alphabetic() || (rest.len() < text.len() && c.is_ascii_digit()));
    starts && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Maps by id can be asked with the text of an id.
impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A whole, resolved model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Metadata, merged over all files.
    pub metadata: IndexMap<String, Value>,
    /// All shapes but mixins, the prelude's simple shapes among them, by id.
    pub shapes: IndexMap<ShapeId, Shape>,
    /// The shapes that the selectors of closures match, by the id of the closure.
    pub(super) selected: IndexMap<ShapeId, BTreeSet<ShapeId>>,
    /// The shapes of the prelude that traits are made of, by id.
    pub(super) of_traits: IndexMap<ShapeId, Shape>,
}

/// A shape with all that applies to it.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its id.
    pub id: ShapeId,
    /// Where it is defined.
    pub span: Span,
    /// What it is.
    pub kind: ShapeKind,
    /// Its traits, applied and mixed in ones among them.
    pub traits: Traits,
}

/// What a [`Shape`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeKind {
    /// A simple shape.
    SimpleType(SimpleType),
    /// `list` (and 1.0's `set`, which carries `uniqueItems`).
    List(Member),
    /// `map`.
    Map {
        /// The key, a string or an enum.
        key: Member,
        /// The value.
        value: Member,
    },
    /// `structure`.
    Structure(Members),
    /// `union`.
    Union(Members),
    /// `enum`: members with `enumValue` traits, which hold strings.
    Enum(Members),
    /// `intEnum`: members with `enumValue` traits, which hold integers.
    IntEnum(Members),
    /// `service`.
    Service(ServiceShape),
    /// `operation`.
    Operation(OperationShape),
    /// `resource`.
    Resource(ResourceShape),
}

/// The members of a shape, inherited ones first, by name.
pub type Members = IndexMap<String, Member>;

/// The simple shape types ([Smithy 2.0, simple types](https://smithy.io/2.0/spec/simple-types.html)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SimpleType {
    /// Bytes.
    Blob,
    /// `true` or `false`.
    Boolean,
    /// Text.
    String,
    /// An integer of 8 bits.
    Byte,
    /// An integer of 16 bits.
    Short,
    /// An integer of 32 bits.
    Integer,
    /// An integer of 64 bits.
    Long,
    /// A floating point number of 32 bits.
    Float,
    /// A floating point number of 64 bits.
    Double,
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any precision.
    BigDecimal,
    /// A point in time.
    Timestamp,
    /// Any JSON value.
    Document,
}

/// Every simple type with its name in a model.
const SIMPLE_TYPES: [(SimpleType, &str); 13] = [
    (SimpleType::Blob, "blob"),
    (SimpleType::Boolean, "boolean"),
    (SimpleType::String, "string"),
    (SimpleType::Byte, "byte"),
    (SimpleType::Short, "short"),
    (SimpleType::Integer, "integer"),
    (SimpleType::Long, "long"),
    (SimpleType::Float, "float"),
    (SimpleType::Double, "double"),
    (SimpleType::BigInteger, "bigInteger"),
    (SimpleType::BigDecimal, "bigDecimal"),
    (SimpleType::Timestamp, "timestamp"),
    (SimpleType::Document, "document"),
];

impl SimpleType {
    /// The type that a model writes as `name`.
    pub(super) fn of_type(name: &str) -> Option<Self> {
        SIMPLE_TYPES.iter().find(|(_, other)| *other == name).map(|&(simple, _)| simple)
    }

    /// How a model writes the type.
    pub fn type_name(self) -> &'static str {
        SIMPLE_TYPES.iter().find(|(simple, _)| *simple == self).map_or("", |&(_, name)| name)
    }

    /// The value that the type has in Smithy 1.0 when it is not set, if it has one.
    pub(super) fn zero(self) -> Option<Data> {
        match self {
            Self::Boolean => Some(Data::Bool(false)),
            Self::Byte | Self::Short | Self::Integer | Self::Long | Self::Float | Self::Double => {
                Some(Data::Number("0".to_owned()))
            }
            Self::Blob
            | Self::String
            | Self::BigInteger
            | Self::BigDecimal
            | Self::Timestamp
            | Self::Document => None,
        }
    }

    /// Whether it holds whole numbers alone.
    pub fn is_integer(self) -> bool {
        matches!(self, Self::Byte | Self::Short | Self::Integer | Self::Long | Self::BigInteger)
    }
}

/// A member of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name: `member`, `key` and `value` in lists and maps.
    pub name: String,
    /// Where it is defined.
    pub span: Span,
    /// The shape it targets, which exists.
    pub target: ShapeId,
    /// Its own traits; those of its target are not among them.
    pub traits: Box<Traits>,
}

/// What a `service` binds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceShape {
    /// `version`, empty where the model has none.
    pub version: String,
    /// Operations bound directly.
    pub operations: Vec<ShapeId>,
    /// Resources bound directly.
    pub resources: Vec<ShapeId>,
    /// Errors that every operation may answer with.
    pub errors: Vec<ShapeId>,
    /// New local names of shapes in this service's closure.
    pub rename: IndexMap<ShapeId, String>,
}

/// The input, output and errors of an `operation`; `None` means `smithy.api#Unit`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationShape {
    /// The input structure.
    pub input: Option<ShapeId>,
    /// The output structure.
    pub output: Option<ShapeId>,
    /// The errors of its own.
    pub errors: Vec<ShapeId>,
}

/// What a `resource` binds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceShape {
    /// Lifecycle operations, then `operations`, then `collectionOperations`, in that order.
    pub operations: Vec<ShapeId>,
    /// Child resources.
    pub resources: Vec<ShapeId>,
    /// The lifecycle operations, each with the name of its role.
    pub lifecycle: Vec<(&'static str, ShapeId)>,
    /// The identifiers, by name.
    pub identifiers: IndexMap<String, ShapeId>,
    /// The properties, by name.
    pub properties: IndexMap<String, ShapeId>,
}
