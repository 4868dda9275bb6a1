//! Whether shapes may have the traits that they have.

use std::collections::BTreeMap;

use super::context::{ValidationContext, absolute, idiomatic, text, texts};
use super::events::{Events, listed};
use super::index::{IndexedShape, NodeId, Relationship};
use crate::diagnostics::{Diagnostic, Severity};

/// `TraitTarget`: traits stand on shapes that their selectors match.
pub(super) fn targets(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut users: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
    for (node, shape) in context.index.iter().filter(|(_, shape)| !shape.span().is_in_prelude()) {
        shape.traits().keys().for_each(|id| users.entry(id.as_str()).or_default().push(node));
    }
    let mut by_selector: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for &id in users.keys() {
        let Some(definition) = context.index.find(id) else { continue };
        for &node in users[id].iter().filter(|_| definition.has("mixin")) {
            let message = format!("the trait `{}` is a mixin and cannot be applied", idiomatic(id));
            events.error(context.index.get(node), trait_span(context.index.get(node), id), message);
        }
        let selector = definition.prelude("trait").and_then(|value| text(value, "selector")).unwrap_or("*");
        if definition.has("trait") && selector != "*" {
            by_selector.entry(selector).or_default().push(id);
        }
    }
    for (written, ids) in by_selector {
        let Ok(selector) = selector::parse(written) else { continue };
        let matches = context.evaluator.select(&selector);
        let wrong = ids.iter().flat_map(|id| users[id].iter().map(move |&node| (*id, node)));
        for (id, node) in wrong.filter(|&(_, node)| !matches.contains(node)) {
            let selector = written.split_whitespace().collect::<Vec<_>>().join(" ");
            let shape = context.index.get(node);
            let message = format!("the trait `{}` has no place on {}", idiomatic(id), described(shape));
            let diagnostic = Diagnostic::error(message).at(trait_span(shape, id)).shape(&shape.id);
            events
                .push("", diagnostic.help(format!("it belongs on what this selector matches: `{selector}`")));
        }
    }
}

/// A shape in words: "a member", "an operation".
fn described(shape: &IndexedShape<'_>) -> String {
    let kind = shape.type_name();
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    if shape.member.is_some() { "this member".to_owned() } else { format!("{article} {kind} like this") }
}

fn trait_span(shape: &IndexedShape<'_>, id: &str) -> crate::diagnostics::Span {
    shape.traits().get(id).map_or(shape.span(), |value| value.span)
}

/// `TraitConflict`: traits that exclude each other.
pub(super) fn conflicts(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut conflicts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (definition, value) in context.with_trait("trait") {
        let ids: Vec<String> = texts(value.get("conflicts")).map(absolute).collect();
        if !ids.is_empty() {
            conflicts.insert(&definition.id, ids);
        }
    }
    for shape in &context.index.nodes {
        let traits = shape.traits();
        let of_trait = |id: &str| conflicts.get(id).map(Vec::as_slice).unwrap_or_default();
        let pairs = traits.keys().flat_map(|id| {
            let others = of_trait(id.as_str()).iter().filter(|other| traits.contains_key(other.as_str()));
            others.map(move |other| (idiomatic(id.as_str()), idiomatic(other)))
        });
        let pairs: Vec<String> =
            pairs.map(|(id, other)| format!("`{id}` conflicts with `{other}`")).collect();
        if !pairs.is_empty() {
            events.error(shape, shape.span(), format!("traits exclude each other: {}", pairs.join(", ")));
        }
    }
}

/// `ExclusiveStructureMemberTrait`: traits that one member alone of a structure may have, or lead to.
pub(super) fn exclusive(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let by = |kind: &str| {
        let definitions = context.with_trait("trait");
        let exclusive = definitions.filter(|(_, value)| text(value, "structurallyExclusive") == Some(kind));
        exclusive.map(|(definition, _)| definition).collect::<Vec<_>>()
    };
    let (by_member, by_target) = (by("member"), by("target"));
    for shape in context.index.of_type("structure") {
        let members: Vec<_> = context.members(shape).collect();
        let mut check = |id: &str, has: &dyn Fn(&IndexedShape<'_>) -> bool, what: &str| {
            let found: Vec<&str> = members.iter().filter(|member| has(member)).map(|it| it.name()).collect();
            if found.len() > 1 {
                let (id, names) = (idiomatic(id), listed(found));
                events.error(
                    shape,
                    shape.span(),
                    format!("only one member {what} `{id}`, and these do: {names}"),
                );
            }
        };
        for definition in &by_member {
            let has = |member: &IndexedShape<'_>| member.traits().contains_key(definition.id.as_str());
            check(&definition.id, &has, "may have the trait");
        }
        for definition in &by_target {
            let has = |member: &IndexedShape<'_>| {
                let target = member.member.and_then(|(_, member)| context.shape(&member.target.id));
                target.is_some_and(|target| target.traits().contains_key(definition.id.as_str()))
            };
            check(&definition.id, &has, "may target a shape with the trait");
        }
    }
}

/// `PrivateAccess`: shapes that other namespaces must not use.
pub(super) fn private_access(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (node, private) in context.index.iter().filter(|(_, shape)| shape.has("private")) {
        let namespace = private.shape.id.namespace();
        for edge in context.index.reversed(node) {
            let user = context.index.get(edge.node);
            if user.shape.id.namespace() == namespace {
                continue;
            }
            let (severity, what) = match edge.relationship {
                Relationship::OnRequest("trait") => (Severity::Warning, "trait"),
                Relationship::Named(name) => (Severity::Error, name),
                Relationship::Target => (Severity::Error, "target"),
                Relationship::OnRequest(_) => continue,
            };
            let message = format!("the {what} `{}` is private to the namespace `{namespace}`", private.id);
            events.emit(severity, "", user, user.span(), message);
        }
    }
}

/// `PrivateMixinMember`: `private` means nothing on members of mixins.
pub(super) fn private_mixin_members(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (member, value) in context.with_trait("private") {
        if member.member.is_some() && member.shape.has("mixin") {
            let message = "`private` does not keep a member of a mixin from being used in other namespaces";
            events.warning(member, value.span, message);
        }
    }
}
