//! Resources: identifiers, and the operations that they bind
//! ([Smithy 2.0, resource](https://smithy.io/2.0/spec/service-types.html#resource)).

use std::collections::{BTreeMap, BTreeSet};

use super::context::{ShapeRef, ValidationContext, resource};
use super::events::{Events, listed};
use crate::resolve::raw::{LIFECYCLE, RawBody, RawOperation, RawResource, Reference};

/// `ResourceIdentifier`: children have the identifiers of their parents, and identifiers are no properties.
pub(super) fn identifiers(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (parent, raw) in context.resources() {
        let is_property =
            |name: &str| raw.properties.keys().any(|property| property.eq_ignore_ascii_case(name));
        for name in raw.identifiers.keys().filter(|name| is_property(name)) {
            events.error(parent, parent.span(), format!("`{name}` is an identifier, and a property too"));
        }
        for child in raw.resources.iter().filter_map(|child| context.shape(&child.id)) {
            let Some(of_child) = resource(child) else { continue };
            let missing = raw.identifiers.keys().filter(|name| !of_child.identifiers.contains_key(*name));
            let missing: Vec<&String> = missing.collect();
            if !missing.is_empty() {
                let message = format!(
                    "`{}` binds this resource, which lacks its identifiers {}",
                    parent.id,
                    listed(missing)
                );
                events.error(child, child.span(), message);
            }
            let differs = |(name, identifier): &(&String, &_)| {
                of_child.identifiers.get(*name).is_some_and(|own| own != *identifier)
            };
            let others: Vec<&String> = raw.identifiers.iter().filter(differs).map(|(name, _)| name).collect();
            if !others.is_empty() {
                let message =
                    format!("identifiers have other targets than in `{}`: {}", parent.id, listed(others));
                events.error(child, child.span(), message);
            }
        }
    }
}

/// `ResourceLifecycle`: lifecycle operations are `readonly` and `idempotent` where they have to be.
pub(super) fn lifecycles(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, raw) in context.resources() {
        for (name, operation) in LIFECYCLE.iter().zip(&raw.lifecycle) {
            let Some(reference) = operation else { continue };
            let Some(operation) = context.shape(&reference.id) else { continue };
            let must_read = ["read", "list"].contains(name);
            if operation.has("readonly") != must_read {
                let must = if must_read { "must" } else { "must not" };
                let message =
                    format!("`{}` is the `{name}` operation, and {must} be `readonly`", operation.id);
                events.error(shape, reference.span, message);
            }
            if ["put", "delete"].contains(name) && !operation.has("idempotent") {
                let message =
                    format!("`{}` is the `{name}` operation, and must be `idempotent`", operation.id);
                events.error(shape, reference.span, message);
            }
        }
    }
}

/// The members of a structure that give identifiers of a resource their values, by identifier.
pub(super) fn bound_identifiers<'c>(
    context: &ValidationContext<'c, '_>,
    resource: &RawResource,
    structure: ShapeRef<'c, '_>,
) -> BTreeMap<&'c str, IdentifierBinding<'c>> {
    let mut bound = BTreeMap::new();
    for member in context.members(structure) {
        let Some((name, raw)) = member.member else { continue };
        let explicit = member.prelude("resourceIdentifier").and_then(|value| value.as_str());
        let is_implicit =
            resource.identifiers.get(name).is_some_and(|identifier| identifier.id == raw.target.id);
        let implicit = Some(name).filter(|_| is_implicit && member.has("required"));
        if let Some(identifier) = explicit.or(implicit) {
            bound.insert(identifier, IdentifierBinding { member: name, target: raw.target.id.as_str() });
        }
    }
    bound
}

/// A member that gives an identifier its value.
pub(super) struct IdentifierBinding<'c> {
    pub(super) member: &'c str,
    pub(super) target: &'c str,
}

/// `ResourceIdentifierBinding`: inputs bind the identifiers that operations of resources need.
pub(super) fn bindings(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let members = context.with_trait("resourceIdentifier").map(|(member, _)| member.shape.id.as_str());
    for structure in members.collect::<BTreeSet<_>>().into_iter().filter_map(|id| context.index.find(id)) {
        explicit(events, context, structure);
    }
    for (shape, raw) in context.resources() {
        let collection: BTreeSet<&str> = [&raw.lifecycle[0], &raw.lifecycle[5]]
            .into_iter()
            .flatten()
            .chain(&raw.collection_operations)
            .map(|reference| reference.id.as_str())
            .collect();
        for (operation, of_operation) in operations(context, raw) {
            let Some(input) = context.input(of_operation) else { continue };
            let bound = bound_identifiers(context, raw, input);
            let is_bound = |(name, identifier): (&String, &Reference)| {
                bound.get(name.as_str()).is_some_and(|binding| binding.target == identifier.id.as_str())
            };
            let is_instance = !collection.contains(operation.id.as_str());
            let binds_all = raw.identifiers.iter().all(is_bound);
            if is_instance && !binds_all {
                let names = listed(raw.identifiers.keys());
                let message = format!(
                    "an operation on one `{}` has required members for its identifiers {names}",
                    shape.id
                );
                events.error(operation, operation.span(), message);
            } else if !is_instance && binds_all {
                let message = format!(
                    "an operation on a collection of `{}` must not have all of its identifiers",
                    shape.id
                );
                events.error(operation, operation.span(), message);
            }
        }
        children(events, context, (shape, raw));
    }
}

/// Checks that operations of children bind the identifiers of the parent.
fn children(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    (parent, raw): (ShapeRef<'_, '_>, &RawResource),
) {
    let resources = raw.resources.iter().filter_map(|child| resource(context.shape(&child.id)?));
    for of_child in resources {
        for (operation, of_operation) in operations(context, of_child) {
            let Some(input) = context.input(of_operation) else { continue };
            let bound = bound_identifiers(context, of_child, input);
            let missing = raw.identifiers.keys().filter(|name| !bound.contains_key(name.as_str()));
            let missing: Vec<&String> = missing.collect();
            if !missing.is_empty() {
                let message = format!(
                    "the input lacks members for identifiers of `{}`: {}",
                    parent.id,
                    listed(missing)
                );
                events.error(operation, operation.span(), message);
            }
        }
    }
}

/// All operations of a resource, each once.
pub(super) fn operations<'c, 'd>(
    context: &ValidationContext<'c, 'd>,
    resource: &RawResource,
) -> Vec<(ShapeRef<'c, 'd>, &'d RawOperation)> {
    let mut seen = BTreeSet::new();
    let references = resource.all_operations().filter(|reference| seen.insert(&reference.id));
    let shapes = references.filter_map(|reference| context.shape(&reference.id));
    shapes.filter_map(|shape| Some((shape, operation(shape)?))).collect()
}

fn operation<'d>(shape: ShapeRef<'_, 'd>) -> Option<&'d RawOperation> {
    match &shape.shape.body {
        RawBody::Operation(operation) => Some(operation),
        _ => None,
    }
}

/// Checks the members with `resourceIdentifier` of one structure against each other and the other members.
fn explicit(events: &mut Events<'_>, context: &ValidationContext<'_, '_>, structure: ShapeRef<'_, '_>) {
    let mut explicit: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let members: Vec<_> = context.index.members(structure).collect();
    for member in &members {
        if let Some(identifier) = member.prelude("resourceIdentifier").and_then(|value| value.as_str()) {
            explicit.entry(identifier).or_default().push(member.name());
        }
    }
    for (identifier, names) in explicit {
        if names.len() > 1 {
            let message =
                format!("members give one identifier, `{identifier}`, its value: {}", listed(&names));
            events.error(structure, structure.span(), message);
        }
        let is_implicit = |name: &str| name == identifier && !names.contains(&name);
        if members.iter().any(|member| is_implicit(member.name())) {
            let message = format!(
                "`{identifier}` is an identifier by its name, and by the trait of {}",
                listed(&names)
            );
            events.warning(structure, structure.span(), message);
        }
    }
}
