//! `ShapeRecursion`: shapes that hold themselves in a way that no value can have
//! ([Smithy 2.0, recursive shape definitions](https://smithy.io/2.0/spec/aggregate-types.html)).

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use super::context::ValidationContext;
use super::events::Events;
use crate::diagnostics::Diagnostic;
use crate::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind};

/// Checks lists and maps that hold themselves directly, and structures and unions that no value ends.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let model = context.model;
    let finite = finite(model);
    let endless = |shape: &Shape| !finite.contains(&shape.id);
    let next_endless = |shape: &Shape| -> Option<ShapeId> {
        let mut targets = needed(shape).map(|member| model.shape(&member.target));
        targets.find(|target| endless(target)).map(|target| target.id.clone())
    };
    let help = "make one of the members on the way optional";
    let message = "a value of this shape would have to hold itself without end";
    let mut reported = HashSet::new();
    cycles(events, &mut reported, model, next_endless, message, help);
    let unions = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Union(_)));
    for union in unions.filter(|union| endless(union) && union.members().next().is_some()) {
        if reported.insert(union.id.clone()) {
            let diagnostic = Diagnostic::error("no value of this union would end").at(union.span);
            events.push("", diagnostic.shape(&union.id).help("give it a member that ends"));
        }
    }
    let next_collection = |shape: &Shape| match &shape.kind {
        ShapeKind::List(member) | ShapeKind::Map { value: member, .. } => Some(member.target.clone()),
        _ => None,
    };
    let help = "put a structure or a union between";
    let message = "this list or map holds itself with no structure or union between";
    cycles(events, &mut reported, model, next_collection, message, help);
}

/// The members that every value of a structure has; of a union, all of them.
fn needed(shape: &Shape) -> impl Iterator<Item = &Member> {
    let wanted = match &shape.kind {
        ShapeKind::Structure(_) => |member: &&Member| member.traits.required,
        ShapeKind::Union(_) => |_: &&Member| true,
        _ => |_: &&Member| false,
    };
    shape.members().filter(wanted)
}

/// The shapes that have a value of finite size, found from those that hold nothing upward.
fn finite(model: &Model) -> HashSet<ShapeId> {
    let mut users: HashMap<&ShapeId, Vec<&Shape>> = HashMap::new();
    let mut open: HashMap<&ShapeId, usize> = HashMap::new();
    let mut ready = Vec::new();
    for shape in model.shapes.values() {
        needed(shape).for_each(|member| users.entry(&member.target).or_default().push(shape));
        let count = match shape.kind {
            ShapeKind::Union(_) => needed(shape).count().min(1),
            _ => needed(shape).count(),
        };
        open.insert(&shape.id, count);
        ready.extend((count == 0).then_some(&shape.id));
    }
    let mut finite = HashSet::new();
    while let Some(id) = ready.pop() {
        if !finite.insert(id.clone()) {
            continue;
        }
        for user in users.get(id).into_iter().flatten() {
            let count = open.entry(&user.id).or_default();
            *count = count.saturating_sub(1);
            ready.extend((*count == 0).then_some(&user.id));
        }
    }
    finite
}

/// Reports every shape, or if there are unions, every union, of every cycle of the steps that `next` takes.
fn cycles(
    events: &mut Events<'_>,
    reported: &mut HashSet<ShapeId>,
    model: &Model,
    next: impl Fn(&Shape) -> Option<ShapeId>,
    message: &str,
    help: &str,
) {
    let mut done = HashSet::new();
    for start in model.shapes.values() {
        let mut path: IndexSet<ShapeId> = IndexSet::new();
        let mut at = Some(start.id.clone());
        while let Some(id) = at.take().filter(|id| done.insert(id.clone())) {
            at = next(model.shape(&id));
            path.insert(id);
            if let Some(from) = at.as_ref().and_then(|id| path.get_index_of(id)) {
                let cycle: Vec<&ShapeId> = path.iter().skip(from).collect();
                report_cycle(events, reported, model, &cycle, message, help);
            }
        }
    }
}

fn report_cycle(
    events: &mut Events<'_>,
    reported: &mut HashSet<ShapeId>,
    model: &Model,
    cycle: &[&ShapeId],
    message: &str,
    help: &str,
) {
    let is_union = |id: &ShapeId| matches!(model.shape(id).kind, ShapeKind::Union(_));
    let has_union = cycle.iter().any(|id| is_union(id));
    for (at, &id) in cycle.iter().enumerate() {
        if has_union && !is_union(id) || !reported.insert(id.clone()) {
            continue;
        }
        let around = cycle.iter().cycle().skip(at).take(cycle.len() + 1);
        let names: Vec<&str> = around.take(MAX_SHOWN).map(|id| id.name()).collect();
        let message = match cycle.len() {
            1 => message.to_owned(),
            _ => format!("{message}: {}", names.join(" → ")),
        };
        events.push("", Diagnostic::error(message).at(model.shape(id).span).shape(id).help(help));
    }
}

/// How many shapes of a cycle are shown.
const MAX_SHOWN: usize = 12;
