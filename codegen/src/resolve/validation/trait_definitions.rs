//! What definitions of traits say themselves.

use super::context::{ValidationContext, text};
use super::events::Events;
use crate::diagnostics::{Diagnostic, Severity};
use crate::json::{Entry, Value};
use crate::resolve::graph::is_identifier;

/// `TraitBreakingChanges`: paths of `breakingChanges` lead to members.
pub(super) fn breaking_changes(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (definition, value) in context.with_trait("trait") {
        let rules = value.get("breakingChanges").and_then(Value::as_array).unwrap_or_default();
        for path in rules.iter().filter_map(|rule| rule.get("path")) {
            let mut at = definition;
            for part in path.as_str().unwrap_or_default().split('/').skip(1) {
                let name = part.replace("~1", "/").replace("~0", "~");
                match context.member(at, &name).and_then(|member| context.target(member)) {
                    Some(target) => at = target,
                    None => {
                        let message = format!("`{}`, a {}, has no member `{name}`", at.id, at.type_name());
                        events.error(definition, path.span, message);
                        break;
                    }
                }
            }
        }
    }
}

/// `TraitValidators`: what a trait demands of the shapes that it is applied to.
pub(super) fn validators(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (definition, value) in context.with_trait("traitValidators") {
        let entries = value.as_object().unwrap_or_default();
        let is_id = |entry: &&Entry| entry.key.split('.').all(is_identifier);
        for entry in entries.iter().filter(|entry| !is_id(entry)) {
            events.error(definition, entry.span, format!("`{}` cannot be the id of an event", entry.key));
        }
        if !entries.iter().all(|entry| is_id(&entry)) {
            continue;
        }
        for (node, user) in context.index.iter() {
            if user.traits().contains_key(definition.id.as_str()) {
                entries.iter().for_each(|entry| incompatible(events, context, (&definition.id, entry), node));
            }
        }
    }
}

/// Reports the shapes that one validator of a trait finds from a shape on.
fn incompatible(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    rule: (&str, &Entry),
    node: u32,
) {
    let (definition, Entry { key, value, .. }) = rule;
    let Some(Ok(selector)) = text(value, "selector").map(selector::parse) else { return };
    let severity = text(value, "severity").and_then(Severity::of_smithy).unwrap_or(Severity::Error);
    let user = &context.index.get(node).id;
    let why = text(value, "message").map(|message| format!(": {message}")).unwrap_or_default();
    for found in context.evaluator.select_from(&selector, node).iter() {
        let shape = context.index.get(found);
        let message = format!("this does not go together with the trait `{definition}` of `{user}`{why}");
        let diagnostic = Diagnostic::new(severity, message).at(shape.span()).shape(&shape.id);
        events.errors.push(diagnostic.event(key.clone()));
    }
}
