//! The types of shapes.

/// The type of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShapeType {
    /// `blob`.
    Blob,
    /// `boolean`.
    Boolean,
    /// `document`.
    Document,
    /// `string`.
    String,
    /// `byte`.
    Byte,
    /// `short`.
    Short,
    /// `integer`.
    Integer,
    /// `long`.
    Long,
    /// `float`.
    Float,
    /// `double`.
    Double,
    /// `bigInteger`.
    BigInteger,
    /// `bigDecimal`.
    BigDecimal,
    /// `timestamp`.
    Timestamp,
    /// `enum`.
    Enum,
    /// `intEnum`.
    IntEnum,
    /// `list`.
    List,
    /// `set`.
    Set,
    /// `map`.
    Map,
    /// `structure`.
    Structure,
    /// `union`.
    Union,
    /// `service`.
    Service,
    /// `resource`.
    Resource,
    /// `operation`.
    Operation,
}

impl ShapeType {
    const ALL: [(&'static str, Self); 23] = [
        ("blob", Self::Blob),
        ("boolean", Self::Boolean),
        ("document", Self::Document),
        ("string", Self::String),
        ("byte", Self::Byte),
        ("short", Self::Short),
        ("integer", Self::Integer),
        ("long", Self::Long),
        ("float", Self::Float),
        ("double", Self::Double),
        ("bigInteger", Self::BigInteger),
        ("bigDecimal", Self::BigDecimal),
        ("timestamp", Self::Timestamp),
        ("enum", Self::Enum),
        ("intEnum", Self::IntEnum),
        ("list", Self::List),
        ("set", Self::Set),
        ("map", Self::Map),
        ("structure", Self::Structure),
        ("union", Self::Union),
        ("service", Self::Service),
        ("resource", Self::Resource),
        ("operation", Self::Operation),
    ];

    /// The type that a keyword of the IDL, or `type` in JSON AST, names.
    pub fn of_keyword(keyword: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == keyword).map(|&(_, shape_type)| shape_type)
    }

    /// The keyword of it.
    pub fn keyword(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, shape_type)| *shape_type == self);
        found.expect("every type has a keyword").0
    }
}
