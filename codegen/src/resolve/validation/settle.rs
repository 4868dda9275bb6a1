//! Severities that the model itself gives to events: suppressions and overrides
//! ([Smithy 2.0, suppressions](https://smithy.io/2.0/spec/model-validation.html#suppressions)).

use super::context::text;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::json::Value;
use crate::resolve::graph::Model;
use crate::resolve::raw::{Definitions, RawShape, prelude_trait};

/// An entry of `suppressions` or `severityOverrides`.
struct Suppression<'v> {
    id: &'v str,
    namespace: &'v str,
    severity: Severity,
}

/// Names what was found while the model was read, and gives events the severities that the model wants.
pub(in crate::resolve) fn settle(errors: &mut Diagnostics, definitions: &Definitions<'_>, model: &Model) {
    let suppressions = entries(model, "suppressions");
    let overrides = entries(model, "severityOverrides");
    for event in errors.iter_mut() {
        let id = event.event.get_or_insert("Model".into()).clone();
        if event.severity == Severity::Error {
            continue;
        }
        let namespace = event.shape.as_deref().and_then(|shape| shape.split_once('#')).map(|(it, _)| it);
        let is_about =
            |entry: &&Suppression<'_>| entry.namespace == "*" || namespace == Some(entry.namespace);
        let is_suppressed = |entry: &Suppression<'_>| covers(entry.id, &id) && is_about(&entry);
        if suppressed_by_trait(definitions, event, &id) || suppressions.iter().any(is_suppressed) {
            event.severity = Severity::Suppressed;
            continue;
        }
        let overriding = overrides.iter().filter(|entry| covers(entry.id, &id)).filter(is_about);
        event.severity = overriding.map(|entry| entry.severity).fold(event.severity, Severity::max);
    }
}

/// Whether an id is that of an event, or of a family that the event belongs to.
fn covers(id: &str, event: &str) -> bool {
    event.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn entries<'v>(model: &'v Model, key: &str) -> Vec<Suppression<'v>> {
    let entries = model.metadata.get(key).and_then(Value::as_array).unwrap_or_default();
    let entry = |value: &'v Value| {
        let severity = text(value, "severity").and_then(Severity::of_smithy).unwrap_or(Severity::Suppressed);
        Some(Suppression { id: text(value, "id")?, namespace: text(value, "namespace")?, severity })
    };
    entries.iter().filter_map(entry).collect()
}

/// Whether the shape or member of an event has a trait `suppress` that names the event.
fn suppressed_by_trait(definitions: &Definitions<'_>, event: &Diagnostic, id: &str) -> bool {
    let Some(written) = event.shape.as_deref() else { return false };
    let (shape, member) =
        written.split_once('$').map_or((written, None), |(shape, member)| (shape, Some(member)));
    let Some(shape) = definitions.shapes.get(shape) else { return false };
    let of_member = |shape: &RawShape<'_>, name: &str| {
        let member = shape.members().find(|(member, _)| *member == name)?.1;
        prelude_trait(&member.traits, "suppress").cloned()
    };
    let suppress = match member {
        Some(name) => of_member(shape, name),
        None => prelude_trait(&shape.traits, "suppress").cloned(),
    };
    let ids = suppress.as_ref().and_then(Value::as_array).unwrap_or_default();
    ids.iter().filter_map(Value::as_str).any(|suppressed| covers(suppressed, id))
}
