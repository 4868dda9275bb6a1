//! Types of values.

use crate::names::TypeName;

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// `bool`.
    Bool,
    /// An integer or float by its Rust name.
    Number(&'static str),
    /// `String`.
    String,
    /// A type of the runtime's `smithy` module.
    Smithy(&'static str),
    /// `Vec`, with `Option` elements where the list is sparse.
    List(Box<Type>, Density),
    /// `BTreeMap`, with `Option` values where the map is sparse.
    Map(Box<Type>, Box<Type>, Density),
    /// A type of the model.
    Shape(TypeName),
    /// A type of the model behind a `Box`.
    Boxed(TypeName),
}

/// Whether a collection may hold nulls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Density {
    /// It may not.
    Dense,
    /// It may.
    Sparse,
}
