//! Services: authentication, and what they bind once.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{ShapeRef, ValidationContext, resource, texts};
use super::events::{Events, listed};
use super::index::{Edge, Relationship};
use crate::diagnostics::Severity;

/// `AuthTrait`: operations use schemes that their service has.
pub(super) fn auth(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services() {
        let schemes = context.traits_marked(service, "authDefinition");
        let contained = context.operations_of(service).into_iter().map(|(operation, _)| operation);
        for shape in contained.chain([service]) {
            let Some(value) = shape.prelude("auth") else { continue };
            let is_there = |id: &&str| {
                // A scheme whose definition is not at hand is known by the trait of the service alone.
                schemes.iter().any(|(scheme, _)| scheme.as_str() == *id) || service.traits().contains_key(*id)
            };
            let missing: Vec<&str> = texts(Some(value)).filter(|id| !is_there(id)).collect();
            if !missing.is_empty() {
                let message = format!("`{}` does not have the schemes {}", service.id, listed(missing));
                events.danger(shape, value.span, message);
            }
        }
    }
}

/// `ServiceAuthDefinitions`: of several schemes, one comes first.
pub(super) fn auth_order(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services().filter(|(service, _)| !service.has("auth")) {
        if context.traits_marked(service, "authDefinition").len() > 1 {
            let message =
                "this service has several schemes of authentication: say in which order with `auth`";
            events.warning(service, service.span(), message);
        }
    }
}

/// The resources and operations of a service that more than one shape binds, each with those.
fn bound_twice<'c, 'd>(
    context: &ValidationContext<'c, 'd>,
    service: ShapeRef<'c, 'd>,
    kind: &str,
) -> Vec<(ShapeRef<'c, 'd>, BTreeSet<&'c str>)> {
    let contained = context.contained(service);
    let ids: BTreeSet<&str> =
        contained.iter().map(|shape| shape.id.as_str()).chain([service.id.as_str()]).collect();
    let wanted = contained.into_iter().filter(|shape| shape.type_name() == kind);
    let with_binders = wanted.map(|shape| {
        let referrers = context.referrers(shape).filter(|(name, _)| *name == Some(kind));
        let binders = referrers.map(|(_, shape)| shape.id.as_str()).filter(|id| ids.contains(id));
        (shape, binders.collect::<BTreeSet<&str>>())
    });
    with_binders.filter(|(_, binders)| binders.len() > 1).collect()
}

/// `SingleOperationBinding`: an operation is bound once in a service.
pub(super) fn single_operations(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    single(events, context, "operation");
}

/// `SingleResourceBinding`: a resource is bound once in a service.
pub(super) fn single_resources(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    single(events, context, "resource");
}

fn single(events: &mut Events<'_>, context: &ValidationContext<'_, '_>, kind: &'static str) {
    for (service, _) in context.services() {
        for (shape, binders) in bound_twice(context, service, kind) {
            let message = format!(
                "the service `{}` holds this {kind} in more than one place: {}",
                service.id,
                listed(binders)
            );
            events.error(shape, shape.span(), message);
        }
    }
}

/// `ServiceBoundResourceOperation`: an operation on a resource is bound there.
pub(super) fn better_bindings(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, raw) in context.services() {
        let resources: Vec<_> = context
            .contained(service)
            .into_iter()
            .filter_map(|shape| Some((shape, resource(shape)?)))
            .collect();
        let mut by_identifier: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for (shape, resource) in &resources {
            for (name, identifier) in &resource.identifiers {
                by_identifier.entry((name, identifier.id.as_str())).or_default().push(&shape.id);
            }
        }
        for operation in raw.operations.iter().filter_map(|reference| context.shape(&reference.id)) {
            let is_side = |edge: &&Edge| matches!(edge.relationship, Relationship::Named("input" | "output"));
            let structures = operation.edges.iter().filter(is_side).map(|edge| context.index.get(edge.node));
            let members = structures.flat_map(|structure| context.members(structure));
            let required = members.filter(|member| member.has("required")).filter_map(|member| member.member);
            let found = required.filter_map(|(name, raw)| by_identifier.get(&(name, raw.target.id.as_str())));
            let found: BTreeSet<&str> = found.flatten().copied().collect();
            if !found.is_empty() {
                let suffix = format!("{}.{}", service.id, operation.name());
                let message =
                    format!("this operation has the identifiers of {}: bind it there", listed(found));
                events.emit(Severity::Warning, &suffix, operation, operation.span(), message);
            }
        }
    }
}
