//! Patterns of URIs and hosts, and the members that their labels stand for
//! ([Smithy 2.0, URI patterns](https://smithy.io/2.0/spec/http-bindings.html#uri)).

use std::collections::BTreeSet;

use super::context::{ValidationContext, text};
use super::events::{Events, listed};
use crate::diagnostics::{Diagnostic, Severity};
use crate::resolve::graph::is_identifier;

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segment<'p> {
    /// Text.
    Literal(&'p str),
    /// `{name}`.
    Label(&'p str),
    /// `{name+}`.
    Greedy(&'p str),
}

impl<'p> Segment<'p> {
    fn parse(text: &'p str) -> Self {
        let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        match inside.map(|name| (name, name.strip_suffix('+'))) {
            Some((_, Some(name))) => Self::Greedy(name),
            Some((name, None)) => Self::Label(name),
            None => Self::Literal(text),
        }
    }

    /// The name, if it is a label.
    pub(super) fn label(self) -> Option<&'p str> {
        match self {
            Self::Literal(_) => None,
            Self::Label(name) | Self::Greedy(name) => Some(name),
        }
    }
}

/// The segments of the path of a URI.
pub(super) fn segments(uri: &str) -> Vec<Segment<'_>> {
    let path = uri.split('?').next().unwrap_or_default();
    path.trim_end_matches('/').split('/').skip(1).map(Segment::parse).collect()
}

/// The segments of a prefix of a host: labels and what is between them.
pub(super) fn host_segments(prefix: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = prefix;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').map_or(rest.len(), |end| start + end + 1);
        segments.extend((start > 0).then(|| Segment::Literal(&rest[..start])));
        segments.push(Segment::parse(&rest[start..end]));
        rest = &rest[end..];
    }
    segments.extend((!rest.is_empty()).then_some(Segment::Literal(rest)));
    segments
}

/// What is wrong with a pattern of a URI.
fn problem(uri: &str) -> Option<String> {
    let (path, query) = uri.split_once('?').map_or((uri, None), |(path, query)| (path, Some(query)));
    if !path.starts_with('/') {
        return Some("begins with `/`".to_owned());
    } else if uri.contains('#') {
        return Some("has no fragment: no `#`".to_owned());
    } else if query == Some("") {
        return Some("does not end with `?`".to_owned());
    } else if query.is_some_and(|query| query.contains(['{', '}'])) {
        return Some("has no labels in its query".to_owned());
    }
    let mut parameters = BTreeSet::new();
    let mut names =
        query.into_iter().flat_map(|query| query.split('&')).filter_map(|it| it.split('=').next());
    if let Some(name) = names.find(|name| !parameters.insert(*name)) {
        return Some(format!("has the parameter `{name}` once"));
    }
    wrong_segment(&segments(uri))
}

fn wrong_segment(segments: &[Segment<'_>]) -> Option<String> {
    let mut labels = BTreeSet::new();
    segments.iter().find_map(|segment| match segment {
        Segment::Literal("") => Some("has no empty segments".to_owned()),
        Segment::Literal(text) if text.contains(['{', '}']) => {
            Some(format!("has labels that are whole segments, unlike `{text}`"))
        }
        Segment::Literal(_) => None,
        Segment::Label(name) | Segment::Greedy(name) if !is_identifier(name) => {
            Some(format!("has labels that are identifiers, unlike `{name}`"))
        }
        Segment::Label(name) | Segment::Greedy(name) => {
            (!labels.insert(name.to_ascii_lowercase())).then(|| format!("has the label `{name}` once"))
        }
    })
}

/// `HttpUriFormat`: URIs are of ASCII characters; and patterns are well formed, which Smithy reports as `Model`.
pub(super) fn format(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, http) in context.with_trait("http") {
        let uri = text(http, "uri").unwrap_or_default();
        let span = http.get("uri").map_or(http.span, |uri| uri.span);
        if let Some(problem) = problem(uri) {
            let message = format!("the `uri` of `http` {problem}");
            let diagnostic = Diagnostic::error(message).at(span).shape(&operation.id);
            events.errors.push(diagnostic.event("Model"));
        } else if !uri.is_ascii() {
            events.error(
                operation,
                span,
                format!("the `uri` of `http` is of ASCII characters, unlike `{uri}`"),
            );
        }
    }
}

/// `HttpUriGreedyLabel`: there is one greedy label at most, and it is the last one.
pub(super) fn greedy_labels(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, http) in context.with_trait("http") {
        let segments = segments(text(http, "uri").unwrap_or_default());
        let greedy = |segment: &&Segment<'_>| matches!(segment, Segment::Greedy(_));
        let Some(first) = segments.iter().position(|segment| greedy(&segment)) else { continue };
        let rest = &segments[first + 1..];
        if rest.iter().any(|segment| greedy(&segment)) {
            let message = "a URI has at most one greedy label";
            events.emit(Severity::Danger, "MultipleGreedyLabels", operation, http.span, message);
        }
        if rest.iter().any(|segment| segment.label().is_some()) {
            let message = "a greedy label is the last label of its URI";
            events.emit(Severity::Danger, "GreedyLabelIsNotLastLabel", operation, http.span, message);
        }
    }
}

/// `HttpLabelTrait`: labels and members belong together.
pub(super) fn labels(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(http) = operation.prelude("http") else { continue };
        let Some(input) = context.input(raw) else { continue };
        let segments = segments(text(http, "uri").unwrap_or_default());
        let mut open: BTreeSet<&str> = segments.iter().filter_map(|segment| segment.label()).collect();
        for member in context.members(input).filter(|member| member.has("httpLabel")) {
            let identifier = member.prelude("resourceIdentifier").and_then(|value| value.as_str());
            let name = [Some(member.name()), identifier].into_iter().flatten();
            let names: Vec<&str> = name.collect();
            let is_it = |segment: &&Segment<'_>| {
                segment.label().is_some_and(|label| names.iter().any(|name| label.eq_ignore_ascii_case(name)))
            };
            open.retain(|label| !names.contains(label));
            let is_string =
                || context.target(member).is_some_and(|it| ["string", "enum"].contains(&it.type_name()));
            match segments.iter().find(is_it) {
                None => {
                    let message = format!("the URI of `{}` has no label `{}`", operation.id, member.name());
                    events.error(member, member.span(), message);
                }
                Some(Segment::Greedy(_)) if !is_string() => {
                    events.error(member, member.span(), "a member with a greedy label targets a string");
                }
                Some(_) => {}
            }
        }
        if !open.is_empty() {
            let message = format!("`{}` has no member with `httpLabel` for {}", input.id, listed(open));
            events.error(operation, http.span, message);
        }
    }
}

/// `HostLabelTrait`: labels of hosts and members belong together, and a host is one.
pub(super) fn host_labels(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(endpoint) = operation.prelude("endpoint") else { continue };
        let Some(input) = context.input(raw) else { continue };
        let prefix = text(endpoint, "hostPrefix").unwrap_or_default();
        let segments = host_segments(prefix);
        let expanded: String =
            segments.iter().map(|it| if let Segment::Literal(it) = it { it } else { "a" }).collect();
        if !is_host(&expanded) {
            events.error(operation, endpoint.span, format!("`{prefix}` is not the beginning of a host"));
        }
        let mut open: BTreeSet<&str> = segments.iter().filter_map(|segment| segment.label()).collect();
        if !open.is_empty() && !prefix.ends_with('.') {
            let message = "a prefix with labels ends with `.`, or requests may go to hosts of other people";
            events.danger(operation, endpoint.span, message);
        }
        for member in context.members(input).filter(|member| member.has("hostLabel")) {
            if !open.remove(member.name()) {
                let message =
                    format!("the `endpoint` of `{}` has no label `{}`", operation.id, member.name());
                events.error(member, member.span(), message);
            }
        }
        if !open.is_empty() {
            let message = format!("`{}` has no member with `hostLabel` for {}", input.id, listed(open));
            events.error(operation, endpoint.span, message);
        }
    }
}

/// Whether a text is labels of at most 63 letters, digits and hyphens, divided by dots.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let starts = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    starts && text.strip_suffix('.').unwrap_or(text).split('.').all(is_label)
}
