//! Validators that a model defines itself, in its metadata
//! ([Smithy 2.0, validators](https://smithy.io/2.0/spec/model-validation.html#validators)).

use std::collections::BTreeSet;

use selector::{Selector, TemplatePart};

use super::context::{ValidationContext, text, texts};
use super::events::Events;
use super::index::{IndexedShape, NodeId};
use super::select::{AttributeValue, Match, NodeSet};
use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::json::{Data, Value};

/// Linters of a package of Smithy's of their own, which this tool does not have.
const LINTERS: [&str; 15] = [
    "AbbreviationName",
    "CamelCase",
    "DefaultOnNonNullableMember",
    "InputOutputStructureReuse",
    "MissingClientOptionalTrait",
    "MissingPaginatedTrait",
    "MissingSensitiveTrait",
    "NoninclusiveTerms",
    "RepeatedShapeName",
    "ReservedWords",
    "ShouldHaveUsedTimestamp",
    "StandardOperationVerb",
    "StutteredShapeName",
    "UnreferencedUnion",
    "UnstableTrait",
];

/// Checks the form of `suppressions` and `severityOverrides`.
pub(super) fn suppressions_and_overrides(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = |key: &str, needed: &[&str], severities: &[&str]| {
        for value in context.model.metadata.get(key).and_then(Value::as_array).unwrap_or_default() {
            for name in needed.iter().filter(|name| text(value, name).is_none()) {
                let message = format!("an entry of the metadata `{key}` has no text `{name}`");
                events.push("", Diagnostic::error(message).at(value.span));
            }
            let severity = text(value, "severity").filter(|_| !severities.is_empty());
            if let Some(severity) = severity.filter(|severity| !severities.contains(severity)) {
                let message =
                    format!("the severity of `{key}` is one of {}, not `{severity}`", severities.join(", "));
                events.push("", Diagnostic::error(message).at(value.span));
            }
        }
    };
    check("suppressions", &["id", "namespace"], &[]);
    check("severityOverrides", &["id", "namespace", "severity"], &["DANGER", "WARNING"]);
}

/// A validator of the model's own.
struct Definition<'v> {
    name: &'v str,
    id: &'v str,
    span: Span,
    message: Option<&'v str>,
    severity: Option<Severity>,
    namespaces: BTreeSet<&'v str>,
    candidates: Option<NodeSet>,
    configuration: Option<&'v Value>,
}

/// Runs the validators of the model.
pub(super) fn of_model(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let Some(validators) = context.model.metadata.get("validators") else { return };
    let Some(validators) = validators.as_array() else {
        let message = "the metadata `validators` must be an array";
        return events.push("", Diagnostic::error(message).at(validators.span));
    };
    for value in validators {
        match definition(context, value)
            .and_then(|it| run(events, context, &it).map_err(|error| (it.span, error)))
        {
            Ok(()) => {}
            Err((span, problem)) => events.push("", Diagnostic::error(problem).at(span)),
        }
    }
}

fn definition<'v>(
    context: &ValidationContext<'_, '_>,
    value: &'v Value,
) -> Result<Definition<'v>, (Span, String)> {
    let wrong = |problem: String| (value.span, problem);
    if value.as_object().is_none() {
        return Err(wrong(format!("a validator must be an object, not {}", value.kind())));
    }
    let name = text(value, "name").ok_or_else(|| wrong("a validator has no text `name`".to_owned()))?;
    let severity = match text(value, "severity") {
        Some("ERROR") => None,
        Some(severity) => Severity::of_smithy(severity),
        None => Some(Severity::Danger),
    };
    let severity = severity.ok_or_else(|| {
        wrong(format!("the severity of the validator `{name}` is one of DANGER, WARNING, NOTE"))
    })?;
    let candidates = text(value, "selector").map(selector::parse).transpose();
    let candidates =
        candidates.map_err(|error| wrong(format!("the selector of `{name}` is wrong: {error}")))?;
    Ok(Definition {
        name,
        id: text(value, "id").unwrap_or(name),
        span: value.span,
        message: text(value, "message"),
        severity: value.get("severity").map(|_| severity),
        namespaces: texts(value.get("namespaces")).collect(),
        candidates: candidates.map(|selector| context.evaluator.select(&selector)),
        configuration: value.get("configuration"),
    })
}

fn run(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    definition: &Definition<'_>,
) -> Result<(), String> {
    match definition.name {
        "EmitEachSelector" => emit_each(events, context, definition),
        "EmitNoneSelector" => emit_none(events, context, definition),
        "UnreferencedShape" => unreferenced(events, context, definition),
        name => {
            let message = match LINTERS.contains(&name) {
                true => {
                    format!("the linter `{name}` is in a package of Smithy's that this tool does not have")
                }
                false => format!("there is no validator `{name}`"),
            };
            let diagnostic = Diagnostic::warning(message).at(definition.span);
            events.errors.push(diagnostic.event(format!("UnknownValidator_{name}")));
            Ok(())
        }
    }
}

/// The selector under a key of the configuration.
fn selector_of(definition: &Definition<'_>, key: &str) -> Result<Option<Selector>, String> {
    let written = definition.configuration.and_then(|configuration| text(configuration, key));
    let parsed = written.map(selector::parse).transpose();
    parsed.map_err(|error| format!("the `{key}` of the validator `{}` is wrong: {error}", definition.name))
}

/// The selector that a validator needs.
fn needed(definition: &Definition<'_>) -> Result<Selector, String> {
    let missing = || format!("the validator `{}` has no `selector` in its `configuration`", definition.name);
    selector_of(definition, "selector")?.ok_or_else(missing)
}

/// Reports one event of a validator, unless it is not about the shapes that the validator is for.
fn emit(
    events: &mut Events<'_>,
    definition: &Definition<'_>,
    (shape, node): (Option<&IndexedShape<'_>>, NodeId),
    severity: Severity,
    message: String,
) {
    if let Some(shape) = shape {
        let namespaces = &definition.namespaces;
        let is_wanted = namespaces.is_empty() || namespaces.contains(shape.shape.id.namespace());
        let is_candidate = definition.candidates.as_ref().is_none_or(|nodes| nodes.contains(node));
        if !is_wanted || !is_candidate || shape.span().is_in_prelude() {
            return;
        }
    }
    let message = definition.message.map_or(message.clone(), |own| own.replace("{super}", &message));
    let diagnostic = Diagnostic::new(definition.severity.unwrap_or(severity), message);
    let diagnostic = diagnostic.at(shape.map_or(definition.span, IndexedShape::span));
    let diagnostic = Diagnostic { shape: shape.map(|shape| shape.id.clone()), ..diagnostic };
    events.errors.push(diagnostic.event(definition.id.to_owned()));
}

/// `EmitEachSelector`: an event for each shape that a selector matches.
fn emit_each(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    definition: &Definition<'_>,
) -> Result<(), String> {
    let selector = needed(definition)?;
    let configuration = |key| definition.configuration.and_then(|configuration| text(configuration, key));
    let template = configuration("messageTemplate").map(selector::parse_template).transpose();
    let template = template.map_err(|error| format!("the `messageTemplate` is wrong: {error}"))?;
    let bound = configuration("bindToTrait").map(super::context::absolute);
    let matches = match &template {
        Some(_) => context.evaluator.matches(&selector),
        None => context.evaluator.select(&selector).iter().map(Match::new).collect(),
    };
    for found in matches {
        let shape = context.index.get(found.node);
        if bound.as_ref().is_some_and(|id| !shape.traits().contains_key(id.as_str())) {
            continue;
        }
        let message = match &template {
            Some(parts) => expanded(context, parts, &found),
            None => format!("this matches the selector of `{}`", definition.id),
        };
        emit(events, definition, (Some(shape), found.node), Severity::Danger, message);
    }
    Ok(())
}

/// A template with the values of a match.
fn expanded(context: &ValidationContext<'_, '_>, parts: &[TemplatePart], found: &Match) -> String {
    let part = |part: &TemplatePart| match part {
        TemplatePart::Text(text) => text.clone(),
        TemplatePart::Path(path) => {
            let value = context.evaluator.value_at(AttributeValue::Shape(found.node), path, found);
            context.evaluator.shown(&value)
        }
    };
    parts.iter().map(part).collect()
}

/// `EmitNoneSelector`: an event if a selector matches nothing.
fn emit_none(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    definition: &Definition<'_>,
) -> Result<(), String> {
    let selector = needed(definition)?;
    let matches = context.evaluator.select(&selector);
    if !matches.iter().any(|node| !context.index.get(node).span().is_in_prelude()) {
        let message = format!("no shape matches the selector of `{}`", definition.id);
        emit(events, definition, (None, 0), Severity::Danger, message);
    }
    Ok(())
}

/// `UnreferencedShape`: shapes that no service, or other root, leads to.
fn unreferenced(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    definition: &Definition<'_>,
) -> Result<(), String> {
    let roots = selector_of(definition, "rootShapeSelector")?;
    let service = || selector::parse("service").expect("it is a selector");
    let roots = context.evaluator.select(&roots.unwrap_or_else(service));
    let is_trait = |(_, shape): &(NodeId, &IndexedShape<'_>)| shape.has("trait") || shape.has("metadata");
    let traits = context.index.iter().filter(is_trait).map(|(node, _)| node);
    let mut known = context.closure(roots.iter().chain(traits));
    loop {
        let named = named_shapes(context, &known);
        let more = context.closure(known.iter().copied().chain(named));
        if more.len() == known.len() {
            break;
        }
        known = more;
    }
    for (node, shape) in context.index.iter() {
        if shape.member.is_none() && !known.contains(&node) && !shape.has("mixin") {
            let message = "nothing that counts leads to this shape".to_owned();
            emit(events, definition, (Some(shape), node), Severity::Note, message);
        }
    }
    Ok(())
}

/// The shapes whose ids are in values of traits of some shapes.
fn named_shapes(context: &ValidationContext<'_, '_>, nodes: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
    let mut named = BTreeSet::new();
    for node in nodes {
        for value in context.index.get(*node).traits().values() {
            add_named(context, &mut named, value);
        }
    }
    named
}

fn add_named(context: &ValidationContext<'_, '_>, named: &mut BTreeSet<NodeId>, value: &Value) {
    match &value.data {
        Data::String(text) if text.contains('#') => named.extend(context.index.node(text)),
        Data::Array(elements) => elements.iter().for_each(|element| add_named(context, named, element)),
        Data::Object(entries) => {
            for entry in entries {
                named.extend(context.index.node(&entry.key).filter(|_| entry.key.contains('#')));
                add_named(context, named, &entry.value);
            }
        }
        _ => {}
    }
}
