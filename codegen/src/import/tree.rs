//! Constructors of JSON values that are in no file yet.

use crate::diagnostics::Span;
use crate::json::{Data, Entry, Value};

pub(crate) fn value(data: Data) -> Value {
    Value { span: Span::new(0, 0), data }
}

pub(crate) fn string(text: impl Into<String>) -> Value {
    value(Data::String(text.into()))
}

pub(crate) fn number(text: impl ToString) -> Value {
    value(Data::Number(text.to_string()))
}

pub(crate) fn array(elements: Vec<Value>) -> Value {
    value(Data::Array(elements))
}

/// An annotation trait's value, `{}`.
pub(crate) fn empty() -> Value {
    value(Data::Object(Vec::new()))
}

pub(crate) fn entry(key: impl Into<String>, value: Value) -> Entry {
    Entry { key: key.into(), span: Span::new(0, 0), value }
}

pub(crate) fn object(entries: Vec<Entry>) -> Value {
    value(Data::Object(entries))
}

/// `{"target": id}`.
pub(crate) fn target(id: impl Into<String>) -> Value {
    object(vec![entry("target", string(id))])
}

/// Traits sorted by id, as an entry of a shape or member; no entry where there are none.
pub(crate) fn traits(mut traits: Vec<Entry>) -> Option<Entry> {
    traits.sort_by(|a, b| a.key.cmp(&b.key));
    (!traits.is_empty()).then(|| entry("traits", object(traits)))
}

/// A whole model: version and shapes by id.
pub(crate) fn model(version: &str, mut shapes: Vec<Entry>) -> Value {
    shapes.sort_by(|a, b| a.key.cmp(&b.key));
    object(vec![entry("smithy", string(version)), entry("shapes", object(shapes))])
}
