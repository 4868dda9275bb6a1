//! Values that an expression writes out: JSON in backquotes, text in single quotes.

use std::collections::BTreeMap;

use crate::json::{self, Data, Value};

/// A JSON value; numbers are kept as they are written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in JSON's grammar.
    Number(String),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object; of a repeated key the last value counts.
    Object(BTreeMap<String, Literal>),
}

impl Literal {
    /// Reads a JSON text; what is wrong comes back with the byte at which it is.
    pub(super) fn parse(text: &str) -> Result<Self, (usize, String)> {
        match json::parse(text, 0) {
            Ok(value) => Ok(Self::of(value)),
            Err(error) => Err((error.offset, error.problem.to_string())),
        }
    }

    fn of(value: Value) -> Self {
        match value.data {
            Data::Null => Self::Null,
            Data::Bool(value) => Self::Bool(value),
            Data::Number(text) => Self::Number(text),
            Data::String(text) => Self::String(text),
            Data::Array(elements) => Self::Array(elements.into_iter().map(Self::of).collect()),
            Data::Object(entries) => {
                Self::Object(entries.into_iter().map(|entry| (entry.key, Self::of(entry.value))).collect())
            }
        }
    }
}
