//! The whole model as one document of JSON AST, as Smithy's own serializer writes it: shapes in the order of their
//! ids, what files apply and what 1.0 implies folded in, mixins kept
//! ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)).

mod bodies;

use indexmap::IndexMap;

use super::ast;
use super::graph::ShapeId;
use super::raw::{Definitions, RawShape, RawTraits};
use super::traits::marks_inline_collection;
use crate::diagnostics::Span;
use crate::json::{Data, Entry, Value};

/// Writes all shapes but Smithy's own.
pub(super) fn model(definitions: &Definitions<'_>, metadata: IndexMap<String, Value>) -> Value {
    let mut shapes: Vec<Entry> = Vec::new();
    let own = definitions.shapes.values().filter(|shape| !shape.span.is_in_prelude());
    let mut needs_2_1 = false;
    for shape in own {
        needs_2_1 |= shape.traits.keys().any(marks_inline_collection);
        shapes.push(entry(shape.id.as_str(), bodies::shape(definitions, shape)));
        shapes.extend(applied(definitions, shape));
    }
    shapes.sort_by_cached_key(|shape| in_order(&shape.key));
    let version = if needs_2_1 { "2.1" } else { "2.0" };
    let mut parts = vec![entry("smithy", string(version))];
    if !metadata.is_empty() {
        let metadata = metadata.into_iter().map(|(key, value)| entry(&key, sorted(value))).collect();
        parts.push(entry("metadata", object(metadata)));
    }
    parts.push(entry("shapes", object(shapes)));
    object(parts)
}

/// The statements for traits of members that a mixin brings.
fn applied(definitions: &Definitions<'_>, shape: &RawShape<'_>) -> Vec<Entry> {
    let statement = |name: &str, traits: &RawTraits<'_>| {
        let traits = self::traits(traits)?;
        Some(entry(&format!("{}${name}", shape.id), object(vec![entry("type", string("apply")), traits])))
    };
    let redefined = shape.members().filter(|(name, _)| is_inherited(definitions, shape, name));
    let own = redefined.filter_map(|(name, member)| statement(name, &member.traits));
    own.chain(shape.inherited.iter().filter_map(|(name, (_, traits))| statement(name, traits))).collect()
}

/// Whether a mixin of a shape, or one of its mixins, has this member.
fn is_inherited(definitions: &Definitions<'_>, shape: &RawShape<'_>, name: &str) -> bool {
    let mixins = shape.mixins.iter().filter_map(|mixin| definitions.shapes.get(&mixin.id));
    mixins
        .into_iter()
        .any(|mixin| mixin.members().any(|(own, _)| own == name) || is_inherited(definitions, mixin, name))
}

/// The traits by id, unless there are none; `box` of 1.0 has become a default of `null`.
fn traits(traits: &RawTraits<'_>) -> Option<Entry> {
    let kept = traits.iter().filter(|(id, _)| id.as_str() != ast::BOX);
    let mut entries: Vec<Entry> =
        kept.map(|(id, value)| entry(id.as_str(), value.as_ref().clone())).collect();
    entries.sort_by_cached_key(|entry| in_order(&entry.key));
    (!entries.is_empty()).then(|| entry("traits", object(entries)))
}

/// What ids are sorted by: their letters first, whether these are capital or not.
fn in_order(id: &str) -> (String, String) {
    (id.to_lowercase(), id.to_owned())
}

/// A value whose keys are in order.
fn sorted(value: Value) -> Value {
    let data = match value.data {
        Data::Array(elements) => Data::Array(elements.into_iter().map(sorted).collect()),
        Data::Object(entries) => {
            let entries = entries.into_iter();
            let mut entries: Vec<Entry> =
                entries.map(|entry| Entry { value: sorted(entry.value), ..entry }).collect();
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            Data::Object(entries)
        }
        other => other,
    };
    Value { data, ..value }
}

fn entry(key: &str, value: Value) -> Entry {
    Entry { key: key.to_owned(), span: Span::PRELUDE, value }
}

fn object(entries: Vec<Entry>) -> Value {
    Value { span: Span::PRELUDE, data: Data::Object(entries) }
}

fn string(text: &str) -> Value {
    Value { span: Span::PRELUDE, data: Data::String(text.to_owned()) }
}

fn target(id: &ShapeId) -> Value {
    object(vec![entry("target", string(id.as_str()))])
}
