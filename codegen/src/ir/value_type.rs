//! The types that conditions are evaluated over.

use crate::names::{FieldName, TypeName};

/// A type of the model that conditions are evaluated over.
#[derive(Clone, Debug)]
pub(crate) struct ValueType {
    /// Its name.
    pub(crate) name: TypeName,
    /// How it becomes a value of JMESPath.
    pub(crate) conversion: Conversion,
    /// Whether the conversion names something deprecated.
    pub(crate) deprecated: bool,
}

/// How a type becomes a value of JMESPath.
#[derive(Clone, Debug)]
pub(crate) enum Conversion {
    /// A structure: an object of its members, each by its name in the model.
    Structure(Vec<(String, FieldName)>),
    /// A union: an object of the one member that is set, by its name in the model.
    Union(Vec<(String, TypeName, Payload)>),
    /// An enum of strings.
    Enum,
    /// An enum of integers.
    IntEnum,
}

/// Whether a variant of a union holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payload {
    /// It does.
    Value,
    /// It does not: the member targets the unit structure.
    Nothing,
}
