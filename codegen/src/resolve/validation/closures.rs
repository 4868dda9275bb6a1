//! `ShapeClosure`: closures that are named in metadata
//! ([Smithy 2.0, shape closures](https://smithy.io/2.0/spec/shape-closures.html)).

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::context::{ValidationContext, text, texts};
use super::events::{Events, listed};
use super::index::NodeId;
use crate::diagnostics::{Diagnostic, Severity};
use crate::json::Value;
use crate::resolve::graph::{ShapeId, is_identifier};
use crate::resolve::queries::shape_closures::KEY;

/// What the selectors of closures match, by the id of the closure; a member counts as the shape that it is in.
pub(super) fn selected(context: &ValidationContext<'_, '_>) -> IndexMap<ShapeId, BTreeSet<ShapeId>> {
    let closures = context.model.metadata.get(KEY).and_then(Value::as_array).unwrap_or_default();
    let selected = closures.iter().filter_map(|value| {
        let selector = selector::parse(text(value, "includeBySelector")?).ok()?;
        let matches = context.evaluator.select(&selector);
        let shapes = matches.iter().map(|node| context.index.get(node).shape.id.clone());
        Some((ShapeId::parse(text(value, "id")?)?, shapes.collect()))
    });
    selected.collect()
}

/// Checks every closure.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let closures = context.model.metadata.get(KEY).and_then(Value::as_array).unwrap_or_default();
    let mut ids = BTreeSet::new();
    for value in closures {
        let Some(id) = text(value, "id") else { continue };
        if !ids.insert(id) {
            report(events, value, format!("the closure `{id}` is defined twice"));
            continue;
        }
        if context.index.node(id).is_some() {
            report(events, value, format!("the closure `{id}` has the id of a shape"));
        }
        if let Some(included) = included(events, context, value, id) {
            let nodes = context.closure(included);
            let shapes = nodes.into_iter().filter(|&node| {
                let shape = context.index.get(node);
                shape.member.is_none() && !shape.span().is_in_prelude()
            });
            let shapes: BTreeSet<NodeId> = shapes.collect();
            renames(events, context, value, (id, &shapes));
            names(events, context, value, (id, &shapes));
        }
    }
}

fn report(events: &mut Events<'_>, value: &Value, message: String) {
    events.push("", Diagnostic::error(message).at(value.span));
}

/// The shapes that a closure includes as such.
fn included(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    value: &Value,
    id: &str,
) -> Option<BTreeSet<NodeId>> {
    let mut nodes = BTreeSet::new();
    let namespaces: Vec<&str> = texts(value.get("includeNamespaces")).collect();
    let selector = text(value, "includeBySelector").filter(|text| !text.is_empty());
    if namespaces.is_empty() && selector.is_none() {
        let message = format!("the closure `{id}` has neither `includeNamespaces` nor `includeBySelector`");
        report(events, value, message);
    }
    let empty = |what: String| Diagnostic::new(Severity::Danger, what).at(value.span);
    for namespace in namespaces {
        let shapes = context.index.iter().filter(|(_, shape)| shape.shape.id.namespace() == namespace);
        let before = nodes.len();
        nodes.extend(shapes.map(|(node, _)| node));
        if nodes.len() == before {
            let what = format!("the closure `{id}` includes the namespace `{namespace}`, which is empty");
            events.push(&format!("EmptyNamespace.{id}"), empty(what));
        }
    }
    let Some(selector) = selector else { return Some(nodes) };
    match selector::parse(selector) {
        Ok(selector) => {
            let matches = context.evaluator.select(&selector);
            if matches.is_empty() {
                let what = format!("the selector of the closure `{id}` matches nothing");
                events.push(&format!("EmptySelector.{id}"), empty(what));
            }
            nodes.extend(matches.iter());
            Some(nodes)
        }
        Err(error) => {
            report(events, value, format!("the selector of the closure `{id}` is wrong: {error}"));
            None
        }
    }
}

/// What a closure renames.
fn renamed(value: &Value) -> BTreeMap<&str, &str> {
    let entries = value.get("rename").and_then(Value::as_object).unwrap_or_default();
    entries.iter().filter_map(|entry| Some((entry.key.as_str(), entry.value.as_str()?))).collect()
}

fn renames(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    value: &Value,
    (id, shapes): (&str, &BTreeSet<NodeId>),
) {
    let renames = renamed(value);
    let shape = |node: &NodeId| context.index.get(*node);
    let ids: BTreeSet<&str> = shapes.iter().map(|node| shape(node).id.as_str()).collect();
    let others = shapes.iter().map(shape).filter(|shape| !renames.contains_key(shape.id.as_str()));
    let others: BTreeSet<String> = others.map(|shape| shape.name().to_ascii_lowercase()).collect();
    let mut new = BTreeSet::new();
    for (from, to) in &renames {
        if from.split_once('#').is_some_and(|(_, name)| name == *to) {
            report(events, value, format!("the closure `{id}` gives `{from}` the name that it has"));
        }
        let kind = context.index.find(from).map_or("", |shape| shape.type_name());
        if ["member", "operation", "resource", "service"].contains(&kind) || !is_identifier(to) {
            // What the shape of the metadata does not allow.
            continue;
        }
        if !ids.contains(from) {
            report(events, value, format!("the closure `{id}` renames `{from}`, which is not in it"));
            continue;
        }
        let is_taken = others.contains(&to.to_ascii_lowercase());
        if is_taken || !new.insert(to.to_ascii_lowercase()) {
            report(
                events,
                value,
                format!("the closure `{id}` names `{from}` like another of its shapes, `{to}`"),
            );
        }
    }
}

fn names(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    value: &Value,
    (id, shapes): (&str, &BTreeSet<NodeId>),
) {
    let renames = renamed(value);
    let mut by_name: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for shape in shapes.iter().map(|&node| context.index.get(node)) {
        if !renames.contains_key(shape.id.as_str()) {
            by_name.entry(shape.name().to_ascii_lowercase()).or_default().insert(&shape.id);
        }
    }
    for shapes in by_name.into_values().filter(|shapes| shapes.len() > 1) {
        let message = format!("shapes of the closure `{id}` have one name: {}", listed(shapes));
        let diagnostic = Diagnostic::new(Severity::Warning, message).at(value.span);
        events.push(&format!("NameConflicts.{id}"), diagnostic);
    }
}
