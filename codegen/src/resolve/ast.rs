//! The parts of the JSON AST that shapes are written with: references, traits, strings
//! ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)).

use std::borrow::Cow;

use indexmap::IndexMap;

use super::graph::ShapeId;
use super::published;
use super::raw::{RawTraits, Reference, ShapeOrMember};
use crate::diagnostics::{Diagnostic, Diagnostics, Span, nearest};
use crate::json::{Entry, Value};
use crate::load::Version;

/// The trait of 1.0 that 2.0 does without.
pub(super) const BOX: &str = "smithy.api#box";

/// Whether `value` has no `key`, or an empty array or object under it.
pub(super) fn is_absent(value: &Value, key: &str) -> bool {
    value.get(key).is_none_or(|value| {
        value.as_array().is_some_and(<[Value]>::is_empty)
            || value.as_object().is_some_and(<[Entry]>::is_empty)
    })
}

fn wrong(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, what: &str, right: &str, value: &Value) {
    let diagnostic = Diagnostic::error(format!("{what} must be {right}, not {}", value.kind()));
    errors.push(diagnostic.at(value.span).shape(owner));
}

/// The entries of a value that must be an object.
pub(super) fn object<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    what: &str,
    value: &'a Value,
) -> Option<&'a [Entry]> {
    let entries = value.as_object();
    if entries.is_none() {
        wrong(errors, owner, what, "an object", value);
    }
    entries
}

/// The entries of the object under `key`; none where there is no such key.
pub(super) fn entries<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    key: &str,
    value: &'a Value,
) -> &'a [Entry] {
    let value = value.get(key);
    value.and_then(|value| object(errors, owner, &format!("`{key}`"), value)).unwrap_or_default()
}

/// A value that must be a string.
pub(super) fn string(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    key: &str,
    value: &Value,
) -> Option<String> {
    let text = value.as_str();
    if text.is_none() {
        wrong(errors, owner, &format!("`{key}`"), "a string", value);
    }
    text.map(str::to_owned)
}

/// The id that `text` writes.
pub(super) fn id(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    text: &str,
    span: Span,
) -> Option<Reference> {
    let id = ShapeId::parse(text);
    if id.is_none() {
        let diagnostic = Diagnostic::error(format!("`{text}` is not the id of a shape"));
        errors.push(diagnostic.at(span).shape(owner).help("an id is written `namespace#Name`"));
    }
    id.map(|id| Reference { id, span })
}

/// A reference, `{ "target": "ns#Name" }`.
pub(super) fn reference(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    key: &str,
    value: &Value,
) -> Option<Reference> {
    let help = "write `{ \"target\": \"namespace#Name\" }`";
    let Some(target) = value.get("target") else {
        let message = match value.as_object() {
            Some(_) => format!("`{key}` has no `target`"),
            None => format!("`{key}` must be an object with a `target`, not {}", value.kind()),
        };
        errors.push(Diagnostic::error(message).at(value.span).shape(owner).help(help));
        return None;
    };
    let text = target.as_str();
    if text.is_none() {
        wrong(errors, owner, "`target`", "a string", target);
    }
    id(errors, owner, text?, target.span)
}

/// The array of references under `key`; none where there is no such key.
pub(super) fn references(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    key: &str,
    value: &Value,
) -> Vec<Reference> {
    let Some(value) = value.get(key) else {
        return Vec::new();
    };
    let elements = value.as_array();
    if elements.is_none() {
        wrong(errors, owner, &format!("`{key}`"), "an array", value);
    }
    elements.unwrap_or_default().iter().filter_map(|value| reference(errors, owner, key, value)).collect()
}

/// The object of references under `key`; empty where there is no such key.
pub(super) fn named_references(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    key: &str,
    value: &Value,
) -> IndexMap<String, Reference> {
    let entries = entries(errors, owner, key, value);
    let named = entries.iter().map(|entry| (entry, reference(errors, owner, &entry.key, &entry.value)));
    named.filter_map(|(entry, reference)| Some((entry.key.clone(), reference?))).collect()
}

/// The traits of a shape, a member or an `apply` statement.
pub(super) fn traits<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    value: &'a Value,
) -> RawTraits<'a> {
    let mut traits = RawTraits::new();
    for entry in entries(errors, owner, "traits", value) {
        let Some(id) = trait_id(errors, owner, entry) else {
            continue;
        };
        if version == Version::V2 && id.as_str() == BOX {
            let diagnostic = Diagnostic::error("Smithy 2.0 has no trait `box`").at(entry.span).shape(owner);
            errors.push(
                diagnostic
                    .help("leave it out: what has no `smithy.api#default` is absent when it is not set"),
            );
        }
        if version == Version::V1 && id.as_str() == "smithy.api#mixin" {
            let diagnostic = Diagnostic::error("Smithy 1.0 has no mixins").at(entry.span).shape(owner);
            errors.push(diagnostic.help("write the file in version 2.0"));
        }
        if traits.insert(id, Cow::Borrowed(&entry.value)).is_some() {
            let diagnostic =
                Diagnostic::warning(format!("`{}` is given twice; the last one holds", entry.key));
            errors.push(diagnostic.at(entry.span).shape(owner));
        }
    }
    traits
}

fn trait_id(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, entry: &Entry) -> Option<ShapeId> {
    let key = entry.key.as_str();
    let known = published::prelude_names;
    let Some(id) = ShapeId::parse(key) else {
        let diagnostic =
            Diagnostic::error(format!("`{key}` is not the id of a trait")).at(entry.span).shape(owner);
        errors.push(match nearest(key, known()) {
            Some(name) => diagnostic.help(format!("did you mean `smithy.api#{name}`?")),
            None => diagnostic.help("the id of a trait is written `namespace#name`"),
        });
        return None;
    };
    if id.is_prelude()
        && !known().any(|name| name == id.name())
        && let Some(name) = nearest(id.name(), known())
    {
        let diagnostic =
            Diagnostic::warning(format!("Smithy has no trait `{key}`; it is kept and has no effect"));
        errors
            .push(diagnostic.at(entry.span).shape(owner).help(format!("did you mean `smithy.api#{name}`?")));
    }
    Some(id)
}
