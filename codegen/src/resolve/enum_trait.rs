//! Strings with the trait `enum` of Smithy 1.0, as enums
//! ([Smithy 2.0, enum trait](https://smithy.io/2.0/spec/constraint-traits.html#enum-trait)).

use indexmap::IndexMap;

use super::graph::{Member, Members, ShapeId};
use super::raw::prelude_id;
use super::traits::Traits;
use super::traits::documentation::{Deprecated, SpannedText};
use crate::diagnostics::Span;
use crate::json::{Data, Value};

/// One definition of an `@enum` trait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EnumDefinition {
    /// The wire value.
    pub(super) value: String,
    /// The name, if every definition has one.
    pub(super) name: Option<String>,
    /// Documentation.
    pub(super) documentation: Option<SpannedText>,
    /// Whether it is deprecated.
    pub(super) deprecated: bool,
    /// Its tags.
    pub(super) tags: Vec<String>,
    /// Where it is written.
    pub(super) span: Span,
}

/// The members that an enum has in place of definitions: a value without a name gives its member its own.
pub(super) fn members(definitions: &[EnumDefinition]) -> Members {
    definitions.iter().map(member).map(|member| (member.name.clone(), member)).collect()
}

fn member(definition: &EnumDefinition) -> Member {
    let EnumDefinition { value, name, documentation, deprecated, tags, span } = definition;
    let traits = Traits {
        enum_value: Some(value.clone()),
        documentation: documentation.clone(),
        deprecated: deprecated.then(Deprecated::default),
        tags: tags.clone(),
        written: written(definition),
        ..Traits::default()
    };
    let name = name.as_ref().unwrap_or(value).clone();
    Member { name, span: *span, target: prelude_id("Unit"), traits: Box::new(traits) }
}

/// The traits that a member has in place of what a definition says.
fn written(
    EnumDefinition { documentation, deprecated, tags, span, .. }: &EnumDefinition,
) -> IndexMap<ShapeId, Value> {
    let text = |text: &String, span| Value { span, data: Data::String(text.clone()) };
    let tags = (!tags.is_empty()).then(|| Data::Array(tags.iter().map(|tag| text(tag, *span)).collect()));
    let traits = [
        ("deprecated", deprecated.then(|| Data::Object(Vec::new())).map(|data| Value { span: *span, data })),
        ("documentation", documentation.as_ref().map(|SpannedText { text: said, span }| text(said, *span))),
        ("tags", tags.map(|data| Value { span: *span, data })),
    ];
    traits.into_iter().filter_map(|(name, value)| Some((prelude_id(name), value?))).collect()
}
