//! `HttpUriConflict`: two operations of a service that one request could mean.

use std::collections::{BTreeMap, BTreeSet};

use pattern::{Caps, compile};

use super::context::{ShapeRef, ValidationContext, text};
use super::events::{Events, listed};
use super::uri::{Segment, host_segments, segments};
use crate::resolve::raw::RawOperation;

/// An operation and where its requests go.
struct Route<'c, 'd> {
    operation: ShapeRef<'c, 'd>,
    raw: &'d RawOperation,
    method: &'d str,
    segments: Vec<Segment<'d>>,
    /// The parameters of the query that the URI has.
    literals: BTreeSet<&'d str>,
    host: Option<Vec<Segment<'d>>>,
}

/// Checks the operations of every service against each other.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services() {
        let routes: Vec<Route<'_, '_>> =
            context.operations_of(service).into_iter().filter_map(|(shape, raw)| route(shape, raw)).collect();
        let mut by_start: BTreeMap<(&str, Option<&str>), Vec<&Route<'_, '_>>> = BTreeMap::new();
        for route in &routes {
            by_start.entry((route.method, start(route))).or_default().push(route);
        }
        for route in &routes {
            // Only routes that begin alike, or with a label, can be one.
            let others: Vec<&Route<'_, '_>> = match start(route) {
                Some(literal) => [Some(literal), None]
                    .iter()
                    .flat_map(|start| by_start.get(&(route.method, *start)).into_iter().flatten().copied())
                    .collect(),
                None => routes.iter().filter(|other| other.method == route.method).collect(),
            };
            conflicts(events, context, route, &others);
        }
    }
}

fn start<'d>(route: &Route<'_, 'd>) -> Option<&'d str> {
    match route.segments.first() {
        Some(Segment::Literal(text)) => Some(text),
        Some(_) => None,
        None => Some(""),
    }
}

fn route<'c, 'd>(operation: ShapeRef<'c, 'd>, raw: &'d RawOperation) -> Option<Route<'c, 'd>> {
    let http = operation.prelude("http")?;
    let uri = text(http, "uri")?;
    let query = uri.split_once('?').map(|(_, query)| query);
    let prefix = operation.prelude("endpoint").and_then(|endpoint| text(endpoint, "hostPrefix"));
    Some(Route {
        operation,
        raw,
        method: text(http, "method")?,
        segments: segments(uri),
        literals: query.into_iter().flat_map(|query| query.split('&')).collect(),
        host: prefix.map(host_segments),
    })
}

fn conflicts(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    route: &Route<'_, '_>,
    others: &[&Route<'_, '_>],
) {
    let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
    for other in others.iter().filter(|other| other.operation.id != route.operation.id) {
        if !may_meet(&route.segments, &other.segments, route.literals == other.literals)
            || !hosts_meet(context, route, other)
        {
            continue;
        }
        let is_kept_apart = are_kept_apart(context, route, other, &route.segments, &other.segments);
        let found = if is_kept_apart { &mut possible } else { &mut certain };
        found.insert(other.operation.id.as_str());
    }
    let operation = route.operation;
    if !certain.is_empty() {
        let message = format!("a request could mean this operation or {}", listed(certain));
        events.error(operation, operation.span(), message);
    }
    if !possible.is_empty() {
        let others = listed(possible);
        let message = format!("only patterns of labels keep requests of this operation and {others} apart");
        events.danger(operation, operation.span(), message);
    }
}

/// The pairs of segments of which one is a label and the other is another kind of segment.
fn conflicting<'s>(a: &[Segment<'s>], b: &[Segment<'s>]) -> Vec<(Segment<'s>, Segment<'s>)> {
    let mut found = Vec::new();
    for pair in a.iter().copied().zip(b.iter().copied()) {
        match pair {
            (Segment::Literal(a), Segment::Literal(b)) if a != b => break,
            (Segment::Literal(_), Segment::Literal(_)) | (Segment::Label(_), Segment::Label(_)) => {}
            (Segment::Greedy(_), Segment::Greedy(_)) => {}
            _ => found.push(pair),
        }
    }
    found
}

/// Whether one request can be of both.
fn may_meet(a: &[Segment<'_>], b: &[Segment<'_>], same_query: bool) -> bool {
    if !conflicting(a, b).is_empty() {
        return true;
    }
    let differ = |(a, b): (&Segment<'_>, &Segment<'_>)| match (a, b) {
        (Segment::Literal(a), Segment::Literal(b)) => a != b,
        _ => false,
    };
    a.len() == b.len() && !a.iter().zip(b).any(differ) && same_query
}

fn hosts_meet(context: &ValidationContext<'_, '_>, a: &Route<'_, '_>, b: &Route<'_, '_>) -> bool {
    match (&a.host, &b.host) {
        (None, None) => true,
        (Some(first), Some(second)) => !are_kept_apart(context, a, b, first, second),
        _ => false,
    }
}

/// Whether each label that meets a text has a pattern which the text does not match.
fn are_kept_apart(
    context: &ValidationContext<'_, '_>,
    a: &Route<'_, '_>,
    b: &Route<'_, '_>,
    first: &[Segment<'_>],
    second: &[Segment<'_>],
) -> bool {
    let conflicts = conflicting(first, second);
    let refuses = |route: &Route<'_, '_>, label: &str, literal: &str| {
        let pattern = label_pattern(context, route, label);
        let compiled = pattern.and_then(|pattern| compile(pattern, &Caps::default()).ok());
        compiled.is_some_and(|compiled| !compiled.check.accepts(literal))
    };
    let mut mixed = conflicts.iter().filter_map(|pair| match *pair {
        (Segment::Literal(literal), label) => Some(refuses(b, label.label()?, literal)),
        (label, Segment::Literal(literal)) => Some(refuses(a, label.label()?, literal)),
        _ => None,
    });
    !conflicts.is_empty() && mixed.all(|refused| refused)
}

/// The pattern of the member that a label stands for.
fn label_pattern<'d>(
    context: &ValidationContext<'_, 'd>,
    route: &Route<'_, 'd>,
    label: &str,
) -> Option<&'d str> {
    let input = context.input(route.raw)?;
    let member = context.member(input, label)?;
    let of_target = || context.target(member)?.prelude("pattern");
    member.prelude("pattern").or_else(of_target)?.as_str()
}
