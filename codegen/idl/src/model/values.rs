//! JSON values that know where they stand.

use crate::ast::{Data as AstData, ShapeId, Value as AstValue};
use crate::span::Span;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Where what it was made of stands.
    pub span: Span,
    /// What it is.
    pub data: Data,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written, which is how JSON writes it.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, in the order of the file; keys may repeat.
    Object(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl Value {
    pub(super) fn new(span: Span, data: Data) -> Self {
        Self { span, data }
    }

    pub(super) fn string(span: Span, text: impl Into<String>) -> Self {
        Self::new(span, Data::String(text.into()))
    }

    pub(super) fn object(span: Span, entries: Vec<Entry>) -> Self {
        Self::new(span, Data::Object(entries))
    }

    /// A reference to a shape: `{"target": id}`.
    pub(super) fn target(span: Span, id: impl Into<String>) -> Self {
        Self::object(span, vec![Entry::new("target", span, Self::string(span, id))])
    }
}

impl Entry {
    pub(super) fn new(key: impl Into<String>, key_span: Span, value: Value) -> Self {
        Self { key: key.into(), key_span, value }
    }
}

/// Makes JSON of a value; `resolve` gives the absolute id of a shape id.
pub(super) fn convert<'t>(value: AstValue<'t>, resolve: &mut impl FnMut(ShapeId<'t>) -> String) -> Value {
    let data = match value.data() {
        AstData::Null => Data::Null,
        AstData::Bool(value) => Data::Bool(value),
        AstData::Number(number) => Data::Number(number.into_owned()),
        AstData::String(text) => Data::String(text),
        AstData::ShapeId(id) => Data::String(resolve(id)),
        AstData::Array(elements) => {
            Data::Array(elements.into_iter().map(|element| convert(element, resolve)).collect())
        }
        AstData::Object(entries) => {
            let entries = entries.into_iter().filter_map(|entry| {
                let (key, value) = (entry.key()?, entry.value()?);
                Some(Entry::new(key.text(), key.span(), convert(value, resolve)))
            });
            Data::Object(entries.collect())
        }
    };
    Value { span: value.span(), data }
}
