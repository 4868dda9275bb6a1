//! What shapes of each type hold: members, and what services, operations and resources bind.

use super::ast;
use super::graph::is_identifier;
use super::raw::{
    Aggregate, LIFECYCLE, RawMember, RawMembers, RawOperation, RawResource, RawService, ShapeOrMember,
};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};
use crate::load::Version;

/// Warns of keys that a shape of this type does not have.
pub(super) fn known_keys(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    type_name: &str,
    keys: &[&str],
    value: &Value,
) {
    let common: &[&str] =
        if type_name == "apply" { &["type", "traits"] } else { &["type", "traits", "mixins"] };
    let known = || keys.iter().chain(common).copied();
    for entry in value.as_object().unwrap_or_default() {
        if !known().any(|key| key == entry.key) {
            let message = format!("`{}` is no key of `{type_name}`; it is ignored", entry.key);
            errors.push(Diagnostic::warning(message).at(entry.span).shape(owner).near(&entry.key, known()));
        }
    }
}

/// The members of a shape, in the order of the model.
pub(super) fn members<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    aggregate: Aggregate,
    value: &'a Value,
) -> RawMembers<'a> {
    let entries = value.as_object().unwrap_or_default();
    let keys = aggregate.needed_members();
    if keys.is_empty() {
        return named_members(errors, owner, version, value);
    }
    let mut members = RawMembers::new();
    for key in keys {
        if let Some(entry) = entries.iter().rfind(|entry| entry.key == *key) {
            members.extend(member(errors, owner, version, entry).map(|member| (entry.key.clone(), member)));
        }
    }
    members
}

fn named_members<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    value: &'a Value,
) -> RawMembers<'a> {
    let mut members = RawMembers::new();
    for entry in ast::entries(errors, owner, "members", value) {
        if !is_identifier(&entry.key) {
            let diagnostic = Diagnostic::error(format!("`{}` cannot be the name of a member", entry.key));
            errors.push(
                diagnostic.at(entry.span).shape(owner).help("names are letters, digits and underscores"),
            );
        } else if let Some(member) = member(errors, owner, version, entry)
            && members.insert(entry.key.clone(), member).is_some()
        {
            let diagnostic = Diagnostic::warning(format!(
                "the member `{}` is defined twice; the last one holds",
                entry.key
            ));
            errors.push(diagnostic.at(entry.span).shape(owner));
        }
    }
    members
}

fn member<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    entry: &'a Entry,
) -> Option<RawMember<'a>> {
    let owner = ShapeOrMember::member(owner.shape, &entry.key);
    let target = ast::reference(errors, owner, &entry.key, &entry.value)?;
    for extra in entry.value.as_object().unwrap_or_default() {
        if !["target", "traits"].contains(&extra.key.as_str()) {
            let message = format!("`{}` is no key of a member; it is ignored", extra.key);
            errors.push(
                Diagnostic::warning(message)
                    .at(extra.span)
                    .shape(owner)
                    .near(&extra.key, ["target", "traits"]),
            );
        }
    }
    let traits = ast::traits(errors, owner, version, &entry.value);
    Some(RawMember { span: entry.span, target, traits })
}

/// What a service binds.
pub(super) fn service(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, value: &Value) -> RawService {
    known_keys(errors, owner, "service", &["version", "operations", "resources", "errors", "rename"], value);
    RawService {
        version: value.get("version").and_then(|version| ast::string(errors, owner, "version", version)),
        operations: ast::references(errors, owner, "operations", value),
        resources: ast::references(errors, owner, "resources", value),
        errors: ast::references(errors, owner, "errors", value),
        rename: ast::entries(errors, owner, "rename", value)
            .iter()
            .filter_map(|entry| {
                let id = ast::id(errors, owner, &entry.key, entry.span)?;
                Some((id, ast::string(errors, owner, "rename", &entry.value)?))
            })
            .collect(),
    }
}

/// What an operation takes and gives.
pub(super) fn operation(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, value: &Value) -> RawOperation {
    known_keys(errors, owner, "operation", &["input", "output", "errors"], value);
    let mut reference = |key| value.get(key).and_then(|value| ast::reference(errors, owner, key, value));
    let (input, output) = (reference("input"), reference("output"));
    RawOperation { input, output, errors: ast::references(errors, owner, "errors", value) }
}

/// What a resource binds.
pub(super) fn resource(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, value: &Value) -> RawResource {
    let keys = ["identifiers", "properties", "operations", "collectionOperations", "resources"];
    known_keys(errors, owner, "resource", &[&keys[..], &LIFECYCLE[..]].concat(), value);
    RawResource {
        lifecycle: LIFECYCLE.map(|key| ast::reference(errors, owner, key, value.get(key)?)),
        operations: ast::references(errors, owner, "operations", value),
        collection_operations: ast::references(errors, owner, "collectionOperations", value),
        resources: ast::references(errors, owner, "resources", value),
        identifiers: ast::named_references(errors, owner, "identifiers", value),
        properties: ast::named_references(errors, owner, "properties", value),
    }
}
