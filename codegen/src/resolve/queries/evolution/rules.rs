//! The rules that the definition of a trait gives for changes of it
//! ([Smithy 2.0, breaking change rules](https://smithy.io/2.0/spec/model.html#trait-trait)).

use super::{Breaking, ChangeKind};
use crate::json::Value;
use crate::resolve::graph::Shape;

/// One rule.
#[derive(Clone, Debug)]
pub(super) struct BreakingRule {
    /// The changes that it is about.
    pub(super) kinds: Vec<ChangeKind>,
    /// The names that lead to the part of the value that it is about.
    pub(super) path: Vec<String>,
    /// What it says of them.
    pub(super) breaking: Breaking,
    /// What it tells.
    pub(super) message: Option<String>,
}

impl BreakingRule {
    /// Whether it is about a change.
    pub(super) fn covers(&self, kind: ChangeKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// The kinds of changes that a rule names.
pub(super) fn kinds(name: &str) -> Vec<ChangeKind> {
    match name {
        "add" => vec![ChangeKind::Add],
        "remove" => vec![ChangeKind::Remove],
        "update" => vec![ChangeKind::Update],
        "presence" => vec![ChangeKind::Add, ChangeKind::Remove],
        "any" => vec![ChangeKind::Add, ChangeKind::Remove, ChangeKind::Update],
        _ => Vec::new(),
    }
}

/// The names of a JSON pointer.
pub(super) fn path(pointer: &str) -> Vec<String> {
    let names = pointer.split('/').filter(|name| !name.is_empty());
    names.map(|name| name.replace("~1", "/").replace("~0", "~")).collect()
}

/// The rules of a trait's definition.
pub(super) fn of_definition(definition: &Shape) -> Vec<BreakingRule> {
    let value = definition.traits.prelude("trait").and_then(|value| value.get("breakingChanges"));
    let rules = value.and_then(Value::as_array).unwrap_or_default();
    rules.iter().filter_map(rule).collect()
}

fn rule(value: &Value) -> Option<BreakingRule> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    Some(BreakingRule {
        kinds: kinds(text("change")?),
        path: path(text("path").unwrap_or_default()),
        breaking: breaking(text("severity").unwrap_or("ERROR")),
        message: text("message").map(str::to_owned),
    })
}

/// What a severity says.
pub(super) fn breaking(severity: &str) -> Breaking {
    match severity.to_ascii_lowercase().as_str() {
        "error" | "danger" => Breaking::Yes,
        _ => Breaking::Warned,
    }
}
