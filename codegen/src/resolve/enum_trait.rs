//! Strings with the trait `enum` of Smithy 1.0, as enums
//! ([Smithy 2.0, enum trait](https://smithy.io/2.0/spec/constraint-traits.html#enum-trait)).

use std::collections::HashSet;

use super::graph::{Member, Members, ShapeId};
use super::raw::prelude_id;
use super::traits::Traits;
use super::traits::documentation::{Deprecated, SpannedText};
use crate::diagnostics::{Diagnostic, Diagnostics, Span};

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
        ..Traits::default()
    };
    let name = name.as_ref().unwrap_or(value).clone();
    Member { name, span: *span, target: prelude_id("Unit"), traits: Box::new(traits) }
}

/// Checks that values are unique, and names too where there are any.
pub(super) fn check(errors: &mut Diagnostics, shape: &ShapeId, traits: &Traits) {
    let definitions = &traits.enum_definitions;
    let span = traits.span("enum");
    let mut refuse = |message: String| {
        let diagnostic = Diagnostic::error(message).shape(shape);
        errors.push(Diagnostic { span, ..diagnostic });
    };
    let values = definitions.iter().map(|definition| definition.value.as_str());
    if let Some(value) = repeated(values) {
        refuse(format!("the value `{value}` is defined twice"));
    }
    let names = || definitions.iter().filter_map(|definition| definition.name.as_deref());
    if let Some(name) = repeated(names()) {
        refuse(format!("the name `{name}` is given to two values"));
    }
    let nameless = definitions.iter().find(|definition| definition.name.is_none());
    if let Some(definition) = nameless.filter(|_| names().next().is_some()) {
        let value = &definition.value;
        refuse(format!("the value `{value}` has no name, and other values have one"));
    }
    for name in names().filter(|name| !is_name(name)) {
        refuse(format!("`{name}` cannot be a name: names are letters, digits and underscores"));
    }
}

/// Whether a definition may have this name.
fn is_name(name: &str) -> bool {
    let starts = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    starts && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The first text that appears a second time.
fn repeated<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut known = HashSet::new();
    texts.into_iter().find(|text| !known.insert(*text))
}
