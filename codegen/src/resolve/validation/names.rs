//! `Service`: names in a service ([Smithy 2.0, service closure](https://smithy.io/2.0/spec/service-types.html)).

use std::collections::{BTreeMap, BTreeSet};

use super::context::{ShapeRef, ValidationContext};
use super::events::Events;
use super::index::NodeId;
use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::resolve::graph::is_identifier;
use crate::resolve::raw::{RawService, RawTraits};

/// How deep lists of lists are compared.
const MAX_DEPTH: usize = 64;

/// Checks the names of every service.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, raw) in context.services() {
        let closure = context.closure(context.index.node(&service.id));
        renames(events, context, (service, raw), &closure);
        let mut by_name: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
        for &node in &closure {
            let shape = context.index.get(node);
            // Nothing gets the name of the unit structure.
            if shape.member.is_none() && !shape.shape.id.is_unit() {
                by_name.entry(local_name(raw, shape).to_ascii_lowercase()).or_default().push(node);
            }
        }
        for nodes in by_name.into_values().filter(|nodes| nodes.len() > 1) {
            for (at, &node) in nodes.iter().enumerate() {
                let shape = context.index.get(node);
                for &other in nodes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| it) {
                    conflict(events, context, service, (shape, context.index.get(other)));
                }
            }
        }
    }
}

/// The name of a shape in a service.
fn local_name<'n>(service: &'n RawService, shape: ShapeRef<'n, '_>) -> &'n str {
    let renamed = service.rename.iter().find(|(reference, _)| reference.id == shape.shape.id);
    renamed.map_or(shape.shape.id.name(), |(_, name)| name)
}

/// Reports a shape that has the name of another.
fn conflict(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    service: ShapeRef<'_, '_>,
    (shape, other): (ShapeRef<'_, '_>, ShapeRef<'_, '_>),
) {
    if shape.span().is_in_prelude() {
        return;
    }
    let severity = severity(context, shape, other, 0);
    let message = format!("`{}` and `{}` have one name in the service `{}`", shape.id, other.id, service.id);
    let diagnostic = Diagnostic::new(severity, message).at(shape.span()).shape(&shape.id);
    events.push("", diagnostic.help("give one of them another name with `rename` of the service"));
}

/// How bad it is that two shapes have one name: types that are the same in all but their ids can be told apart by none.
fn severity(
    context: &ValidationContext<'_, '_>,
    a: ShapeRef<'_, '_>,
    b: ShapeRef<'_, '_>,
    depth: usize,
) -> Severity {
    let is_forbidden =
        |kind| ["map", "structure", "union", "service", "operation", "resource"].contains(&kind);
    let kind = a.type_name();
    if is_forbidden(kind)
        || kind != b.type_name()
        || !same_traits(a.traits(), b.traits())
        || depth > MAX_DEPTH
    {
        return Severity::Error;
    }
    let below = match kind {
        "member" => context.target(a).zip(context.target(b)),
        "list" => context.members(a).next().zip(context.members(b).next()),
        _ => return Severity::Note,
    };
    let below = below.map_or(Severity::Note, |(a, b)| {
        if a.id == b.id { Severity::Note } else { severity(context, a, b, depth + 1) }
    });
    below.max(Severity::Warning)
}

fn same_traits(a: &RawTraits<'_>, b: &RawTraits<'_>) -> bool {
    a.len() == b.len() && a.iter().all(|(id, value)| b.get(id) == Some(value))
}

fn renames(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    (service, raw): (ShapeRef<'_, '_>, &RawService),
    closure: &BTreeSet<NodeId>,
) {
    for (reference, name) in &raw.rename {
        let id = &reference.id;
        let mut refuse = |span: Span, message: String| events.error(service, span, message);
        if !is_identifier(name) {
            refuse(
                reference.span,
                format!("`rename` gives `{id}` the name `{name}`, which is no identifier"),
            );
        } else if id.name() == name {
            refuse(reference.span, format!("`rename` gives `{id}` the name that it has"));
        }
        let node = context.index.node(id.as_str()).filter(|node| closure.contains(node));
        match node.map(|node| context.index.get(node).type_name()) {
            None => {
                refuse(reference.span, format!("`rename` names `{id}`, which this service does not lead to"))
            }
            Some(kind @ ("operation" | "resource")) => {
                refuse(
                    reference.span,
                    format!("`rename` names `{id}`, and a shape of type `{kind}` keeps its name"),
                );
            }
            Some(_) => {}
        }
    }
}
