//! Properties of resources, and references to resources.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{ShapeRef, ValidationContext, resource, text};
use super::events::{Events, listed};
use super::resources::bound_identifiers;
use crate::json::{Entry, Value};
use crate::resolve::raw::{LIFECYCLE, RawBody, RawOperation, RawResource};

/// A resource with its shape.
type Resource<'c, 'd> = (ShapeRef<'c, 'd>, &'d RawResource);

/// `ResourceOperationInputOutput`: members of lifecycle operations are properties of the resource.
pub(super) fn inputs_and_outputs(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for resource in context.resources().filter(|(_, raw)| !raw.properties.is_empty()) {
        let (shape, raw) = resource;
        let lifecycle = LIFECYCLE.iter().zip(&raw.lifecycle).filter(|(name, _)| **name != "list");
        let lifecycle = lifecycle.filter_map(|(name, reference)| Some((*name, reference.as_ref()?)));
        let others = raw.operations.iter().map(|reference| (reference.id.name(), reference));
        let mut used = BTreeSet::new();
        for (name, reference) in lifecycle.chain(others) {
            let Some(operation) = context.shape(&reference.id).and_then(operation) else { continue };
            for side in [context.input(operation), context.output(operation)].into_iter().flatten() {
                members(events, context, resource, &mut used, (name, side));
            }
        }
        for name in raw.properties.keys().filter(|name| !used.contains(name.as_str())) {
            let message = format!("no operation on one of these resources has the property `{name}`");
            events.error(shape, shape.span(), message);
        }
    }
}

fn operation<'d>(shape: ShapeRef<'_, 'd>) -> Option<&'d RawOperation> {
    match &shape.shape.body {
        RawBody::Operation(operation) => Some(operation),
        _ => None,
    }
}

/// The structure that holds properties: the target of the member with `nestedProperties`, if there is one.
fn holder<'c, 'd>(context: &ValidationContext<'c, 'd>, structure: ShapeRef<'c, 'd>) -> ShapeRef<'c, 'd> {
    let nested = context.members(structure).find(|member| member.has("nestedProperties"));
    let target = nested.and_then(|member| context.target(member));
    target.filter(|target| target.type_name() == "structure").unwrap_or(structure)
}

/// Checks the members of an input or output; the properties that they are go to `used`.
fn members<'c, 'd>(
    events: &mut Events<'_>,
    context: &ValidationContext<'c, 'd>,
    (shape, raw): Resource<'c, 'd>,
    used: &mut BTreeSet<&'c str>,
    (lifecycle, side): (&str, ShapeRef<'c, 'd>),
) {
    let structure = holder(context, side);
    let identifiers = bound_identifiers(context, raw, structure);
    let mut by_property: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for member in context.members(structure) {
        let Some((name, target)) = member.member else { continue };
        let is_identifier = identifiers.values().any(|binding| binding.member == name);
        let renamed = member.prelude("property").and_then(|value| text(value, "name"));
        if (is_identifier || is_no_property(context, member)) && !raw.properties.contains_key(name) {
            continue;
        }
        let property = renamed.unwrap_or(name);
        used.insert(property);
        by_property.entry(property).or_default().push(name);
        match raw.properties.get(property) {
            Some(wanted) if wanted.id != target.target.id => {
                let (right, id) = (&wanted.id, &shape.id);
                let message = format!(
                    "this is the property `{property}` of `{id}` in `{lifecycle}`, and must target `{right}`"
                );
                events.error(member, member.span(), message);
            }
            None if !is_identifier => {
                let message = format!("`{name}` is neither a property nor an identifier of `{}`", shape.id);
                events.error(member, member.span(), message);
            }
            _ => {}
        }
    }
    for (property, members) in by_property.into_iter().filter(|(_, members)| members.len() > 1) {
        let message = format!("members are one property, `{property}`: {}", listed(members));
        events.error(structure, structure.span(), message);
    }
}

/// Whether a trait says that a member is no property: `notProperty`, or one that has it.
fn is_no_property(context: &ValidationContext<'_, '_>, member: ShapeRef<'_, '_>) -> bool {
    let says_so = |id: &str| context.index.find(id).is_some_and(|definition| definition.has("notProperty"));
    member.traits().keys().any(|id| says_so(id.as_str()))
}

/// `ReferencesTrait`: references name resources and the members that identify them.
pub(super) fn references(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("references") {
        for reference in value.as_array().unwrap_or_default() {
            let ids = reference.get("ids").and_then(Value::as_object).unwrap_or_default();
            let is_string = ["string", "enum"].contains(&shape.type_name());
            if is_string && !ids.is_empty() {
                events.error(shape, reference.span, "a reference of a string has no `ids`");
            }
            let target = text(reference, "resource").and_then(|id| context.index.find(id));
            match (target, target.and_then(resource)) {
                (Some(target), None) => {
                    let message = format!("`{}` is not a resource, but a {}", target.id, target.type_name());
                    events.error(shape, reference.span, message);
                }
                (Some(target), Some(raw)) if is_string && raw.identifiers.len() != 1 => {
                    let count = raw.identifiers.len();
                    let message =
                        format!("a string identifies one of `{}`, which has {count} identifiers", target.id);
                    events.error(shape, reference.span, message);
                }
                (Some(_), Some(raw)) if !is_string => {
                    structure(events, context, shape, (reference, ids), raw)
                }
                _ => {}
            }
        }
    }
}

/// Checks the reference of a structure.
fn structure(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    shape: ShapeRef<'_, '_>,
    (reference, ids): (&Value, &[Entry]),
    raw: &RawResource,
) {
    if !ids.is_empty() && ids.len() != raw.identifiers.len() {
        let (right, found) = (raw.identifiers.len(), ids.len());
        events.error(
            shape,
            reference.span,
            format!("`ids` has {found} identifiers, and the resource {right}"),
        );
    }
    let unknown = ids.iter().filter(|entry| !raw.identifiers.contains_key(&entry.key));
    let unknown: Vec<&String> = unknown.map(|entry| &entry.key).collect();
    if !unknown.is_empty() {
        events.error(shape, reference.span, format!("the resource has no identifiers {}", listed(unknown)));
    }
    let explicit = ids.iter().filter_map(|entry| entry.value.as_str());
    let implicit = raw.identifiers.keys().map(String::as_str).filter(|_| ids.is_empty());
    let is_wrong = |name: &&str| {
        let member = context.index.find(&format!("{}${name}", shape.id));
        let target = member.and_then(|member| context.index.target(member));
        !target.is_some_and(|target| ["string", "enum"].contains(&target.type_name()))
    };
    let wrong: Vec<&str> = explicit.chain(implicit).filter(is_wrong).collect();
    if !wrong.is_empty() {
        let message = format!("the structure has no members of type string named {}", listed(wrong));
        events.error(shape, reference.span, message);
    }
}

/// `MemberShouldReferenceResource`: a member that looks like an identifier is one.
pub(super) fn missing_references(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut by_identifier: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for (shape, raw) in context.resources() {
        for (name, identifier) in &raw.identifiers {
            by_identifier.entry((name, identifier.id.as_str())).or_default().insert(&shape.id);
        }
    }
    if by_identifier.is_empty() {
        return;
    }
    let bound = bound_members(context);
    for (node, member) in context.index.iter() {
        let Some((name, raw)) = member.member else { continue };
        let Some(resources) = by_identifier.get(&(name, raw.target.id.as_str())) else { continue };
        let container = context.shape(&member.shape.id);
        let traits =
            [Some(member), container].into_iter().flatten().filter_map(|shape| shape.prelude("references"));
        let references = traits.flat_map(|value| value.as_array().unwrap_or_default());
        let named: BTreeSet<&str> = references.filter_map(|reference| text(reference, "resource")).collect();
        let is_known =
            |id: &&str| named.contains(id) || bound.get(id).is_some_and(|nodes| nodes.contains(&node));
        let open: Vec<&str> = resources.iter().copied().filter(|id| !is_known(id)).collect();
        if !open.is_empty() {
            let message =
                format!("this looks like an identifier of {}, and no `references` says so", listed(open));
            events.warning(member, member.span(), message);
        }
    }
}

/// The members that a resource, or one that binds it, leads to, by the id of the resource.
fn bound_members<'c>(context: &ValidationContext<'c, '_>) -> BTreeMap<&'c str, BTreeSet<u32>> {
    let mut bound: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for (shape, raw) in context.resources() {
        let closure = context.closure(context.index.node(&shape.id));
        let reached: Vec<&str> = closure
            .iter()
            .map(|&node| context.index.get(node))
            .filter(|found| found.type_name() == "resource")
            .map(|found| found.id.as_str())
            .collect();
        let children = raw.resources.iter().filter_map(|child| Some(context.shape(&child.id)?.id.as_str()));
        for id in reached.into_iter().chain(children).chain([shape.id.as_str()]) {
            bound.entry(id).or_default().extend(&closure);
        }
    }
    bound
}
