//! Reads parts of trait values that fit the shapes of their traits.

use super::{RelatedKeys, Rule, RuleSeverity, stale};
use crate::diagnostics::{Diagnostics, Span};
use crate::json::{Data, Entry, Value};
use crate::resolve::graph::{Model, ShapeId};

/// The text under a key.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// The texts under a key.
pub(super) fn texts(value: &Value, key: &str) -> Vec<String> {
    value.get(key).map(strings).unwrap_or_default()
}

/// The texts of a list.
pub(super) fn strings(list: &Value) -> Vec<String> {
    let elements = list.as_array().unwrap_or_default();
    elements.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The entries under a key.
pub(super) fn entries<'v>(value: &'v Value, key: &str) -> &'v [Entry] {
    value.get(key).and_then(Value::as_object).unwrap_or_default()
}

/// Whether a flag is set.
pub(super) fn flag(value: &Value, key: &str) -> bool {
    value.get(key).is_some_and(|flag| flag.data == Data::Bool(true))
}

/// What a rule inherits from the table or case that it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Defaults<'a> {
    pub(super) severity: RuleSeverity,
    pub(super) error: Option<&'a ShapeId>,
    pub(super) sources: &'a [String],
}

impl Defaults<'_> {
    /// Those of a rule that belongs to no table.
    pub(super) const NONE: Defaults<'static> =
        Defaults { severity: RuleSeverity::Error, error: None, sources: &[] };
}

/// Reads the parts that all rules have.
pub(super) fn rule(
    errors: &mut Diagnostics,
    model: &Model,
    id: String,
    value: &Value,
    span: Span,
    defaults: &Defaults<'_>,
) -> Rule {
    let sources = texts(value, "sources");
    Rule {
        severity: severity(value).unwrap_or(defaults.severity),
        documentation: text(value, "documentation").unwrap_or_default(),
        message: text(value, "message"),
        error: error(errors, model, value, &id).or(defaults.error.cloned()),
        sources: if sources.is_empty() { defaults.sources.to_vec() } else { sources },
        span,
        id,
    }
}

/// The severity, where one is stated.
pub(super) fn severity(value: &Value) -> Option<RuleSeverity> {
    value.get("severity").map(|value| match value.as_str() {
        Some("warning") => RuleSeverity::Warning,
        _ => RuleSeverity::Error,
    })
}

/// The modeled error, which must be a shape of the model with the trait `error`.
pub(super) fn error(errors: &mut Diagnostics, model: &Model, value: &Value, owner: &str) -> Option<ShapeId> {
    shape(errors, model, value, "error", owner, "an error", |shape| shape.traits.error.is_some())
}

/// A shape that a rule names, which must be of some kind.
pub(super) fn shape(
    errors: &mut Diagnostics,
    model: &Model,
    value: &Value,
    key: &str,
    owner: &str,
    kind: &str,
    is_right: impl Fn(&crate::resolve::graph::Shape) -> bool,
) -> Option<ShapeId> {
    let named = value.get(key)?;
    let text = named.as_str()?;
    match model.shapes.get(text) {
        Some(shape) if is_right(shape) => Some(shape.id.clone()),
        Some(shape) => {
            let message = format!(
                "the rule names `{text}` as {kind}, which is a shape of type `{}`",
                shape.type_name()
            );
            errors.push(crate::diagnostics::Diagnostic::error(message).at(named.span).shape(owner));
            None
        }
        None => {
            let diagnostic =
                stale(format!("the rule names `{text}`, which does not exist"), named.span, owner);
            errors.push(diagnostic.near(text, model.shapes.keys().map(ShapeId::as_str)));
            None
        }
    }
}

/// Keys of a related map.
pub(super) fn related(value: &Value) -> RelatedKeys {
    RelatedKeys { map: text(value, "map").unwrap_or_default(), keys: texts(value, "keys") }
}
