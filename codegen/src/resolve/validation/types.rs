//! Unions, `Unit`, and names that differ in case alone.

use std::collections::BTreeMap;

use super::context::ValidationContext;
use super::events::{Events, listed};
use super::index::NodeId;
use crate::diagnostics::Severity;
use crate::resolve::traits::marks_inline_collection;

/// `Union`: unions have members, which have no defaults.
pub(super) fn unions(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for union in context.index.of_type("union") {
        if context.members(union).next().is_none() {
            events.error(union, union.span(), "a shape of type `union` needs at least one member");
        }
        for member in context.members(union) {
            if let Some(value) = member.prelude("box") {
                events.warning(member, value.span, "`box` means nothing on a member of a union");
            }
            if let Some(target) = context.target(member).filter(|target| target.has("default")) {
                let message = format!("the default of `{}` means nothing in a union", target.id);
                events.emit(Severity::Note, "", member, member.span(), message);
            }
        }
    }
}

/// `UnitType`: `Unit` stands for nothing in operations, unions and enums.
pub(super) fn unit(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let Some(unit) = context.index.find("smithy.api#Unit") else { return };
    for (name, user) in context.referrers(unit) {
        let is_allowed = match name {
            None => ["union", "enum", "intEnum"].contains(&user.shape.body.type_name()),
            Some(name) => ["input", "output"].contains(&name),
        };
        if !is_allowed {
            let message = "`smithy.api#Unit` is for members of unions and enums, and for operations";
            events.error(user, user.span(), message);
        }
    }
}

/// `ShapeIdConflict`: ids do not differ in case alone
/// ([Smithy 2.0, shape id conflicts](https://smithy.io/2.0/spec/model.html#shape-id-conflicts)).
pub(super) fn conflicts(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut known: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
    for (node, shape) in context.index.iter() {
        known.entry(shape.id.to_ascii_lowercase()).or_default().push(node);
    }
    for nodes in known.into_values().filter(|nodes| nodes.len() > 1) {
        for &node in &nodes {
            let shape = context.index.get(node);
            let others =
                nodes.iter().filter(|other| **other != node).map(|other| &context.index.get(*other).id);
            let kind = if shape.member.is_some() { "member" } else { "shape" };
            let message = format!("the name of this {kind} differs in case alone from {}", listed(others));
            events.error(shape, shape.span(), message);
        }
    }
}

/// `SyntheticShape`: shapes that stand for inline collections are the tool's.
pub(super) fn synthetic(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for shape in context.index.nodes.iter().filter(|shape| shape.member.is_none()) {
        let traits = shape.traits();
        if !traits.keys().any(marks_inline_collection) {
            if shape.name().starts_with("_Synthetic") {
                let message = "names that begin with `_Synthetic` are those of inline collections";
                events.warning(shape, shape.span(), message);
            }
            continue;
        }
        for (id, value) in traits.iter().filter(|(id, _)| !marks_inline_collection(id)) {
            events.error(shape, value.span, format!("an inline collection cannot have the trait `{id}`"));
        }
    }
}
