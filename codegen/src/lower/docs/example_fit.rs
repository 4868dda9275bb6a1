//! Whether an example fits all constraints and rules, as far as that can be told from the model.

use std::collections::BTreeSet;

use super::{Comments, made_up_text};
use crate::conditions;
use crate::json::{Data, Value};
use crate::resolve::conformance::{Conformance, Demand, Mismatch, MismatchKind, Node, Strictness};
use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::Traits;
use crate::rules::{Count, MemberPresence, RuleSeverity};

/// What a caller sends.
const SENT: Strictness = Strictness { required: Demand::Checked, constraints: Demand::Checked };

impl Comments<'_> {
    /// Whether nothing is known to refuse a value of a structure.
    pub(super) fn fits(&self, shape: &Shape, value: &Value) -> bool {
        let model = self.types.model;
        let mut conformance = Conformance::with_patterns(model, self.patterns.all());
        let nodes = conformance.nodes(shape, value);
        let mismatches = conformance.check_nodes(&nodes, SENT);
        !mismatches.iter().any(|mismatch| self.counts(mismatch))
            && nodes.iter().all(|node| self.obeys(node))
            && self.travels(shape, value)
    }

    /// Whether what stands outside of the body is text that a header takes.
    fn travels(&self, shape: &Shape, value: &Value) -> bool {
        let bound = shape
            .members()
            .filter(|member| self.subject.bindings.binding(&shape.id, member).is_some())
            .filter_map(|member| value.get(&member.name));
        let is_text = |value: &Value| value.as_str().is_none_or(|text| !text.contains(char::is_control));
        bound.into_iter().all(|value| {
            let elements = value.as_array().unwrap_or_default().iter();
            let entries = value.as_object().unwrap_or_default().iter().map(|entry| &entry.value);
            is_text(value) && elements.chain(entries).all(is_text)
        })
    }

    /// Whether a mismatch is one for those who send: they need not give tokens.
    fn counts(&self, mismatch: &Mismatch<'_>) -> bool {
        match &mismatch.kind {
            MismatchKind::MissingMembers(missing) => {
                !missing.iter().all(|member| self.types.model.is_idempotency_token(member))
            }
            _ => true,
        }
    }

    /// Whether a part of a value obeys the rules, and repeats nothing that must be unique.
    fn obeys(&self, node: &Node<'_>) -> bool {
        let (shape, value) = (node.shape, &*node.value);
        let own = self.meets(&shape.id, None, &shape.traits, value);
        let members =
            shape.members().filter(|_| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)));
        let mut members = members.filter_map(|member| Some((member, value.get(&member.name)?)));
        let elements = || self.elements_meet(shape, value);
        own && members.all(|(member, value)| self.meets(&shape.id, Some(member), &member.traits, value))
            && elements()
            && self.has_keys(&shape.id, value)
            && self.has_members(&shape.id, value)
            && (!(shape.traits.unique_items || node.member.is_some_and(|member| member.traits.unique_items))
                || is_unique(value))
    }

    /// Whether what a list or map holds meets the conditions and formats of its members.
    fn elements_meet(&self, shape: &Shape, value: &Value) -> bool {
        let meet =
            |member: &Member, value: &Value| self.meets(&shape.id, Some(member), &member.traits, value);
        match (&shape.kind, &value.data) {
            (ShapeKind::List(member), Data::Array(elements)) => {
                elements.iter().all(|value| meet(member, value))
            }
            (ShapeKind::Map { value: member, .. }, Data::Object(entries)) => {
                entries.iter().all(|entry| meet(member, &entry.value))
            }
            _ => true,
        }
    }

    /// Whether a value meets the conditions and the format of a shape or member.
    fn meets(&self, shape: &ShapeId, member: Option<&Member>, traits: &Traits, value: &Value) -> bool {
        let owner = (shape.clone(), member.map(|member| member.name.clone()));
        let rules = self.rules.conditions.get(&owner);
        let is_error = |name: &str| {
            let rule = rules.and_then(|rules| rules.get(name));
            rule.is_some_and(|rule| rule.rule.severity == RuleSeverity::Error)
        };
        let mut conditions = traits.conditions.iter().filter(|condition| is_error(&condition.name));
        let format = self.rules.formats.get(&owner);
        let format =
            format.filter(|format| format.guard.is_none() && format.rule.severity == RuleSeverity::Error);
        let made_up = |text| {
            format.is_none_or(|format| made_up_text::of_format(&format.format).as_deref() == Some(text))
        };
        conditions.all(|condition| conditions::holds(&condition.expression, value))
            && value.as_str().is_none_or(made_up)
    }

    /// Whether a map with a key table has the keys of its case.
    fn has_keys(&self, shape: &ShapeId, value: &Value) -> bool {
        let Some(binding) = self.rules.bindings.get(shape) else { return true };
        let table = self.rules.tables.get(&binding.table);
        let name = value.get(&binding.by).and_then(Value::as_str);
        let cases = table.map(|table| table.cases.as_slice()).unwrap_or_default();
        let Some(case) = cases.iter().find(|case| Some(case.name.as_str()) == name) else { return false };
        let is_there = |presence: MemberPresence, name: &str| match presence {
            MemberPresence::Required => value.get(name).is_some(),
            MemberPresence::Optional => true,
            MemberPresence::Absent => value.get(name).is_none(),
        };
        !binding.rejected_cases.iter().any(|rejected| rejected.when.is_none() && rejected.name == case.name)
            && case.missing_keys(value.get(&binding.map)).next().is_none()
            && case.members.iter().all(|member| is_there(member.presence, &member.name))
    }

    /// Whether as many members are there as the rules of a structure say.
    fn has_members(&self, shape: &ShapeId, value: &Value) -> bool {
        let rules = self.rules.members.get(shape).into_iter().flatten();
        let mut rules = rules.filter(|rule| rule.when.is_none() && rule.rule.severity == RuleSeverity::Error);
        rules.all(|rule| {
            let count = rule.members.iter().filter(|name| value.get(name).is_some()).count();
            match rule.count {
                Count::All => count == rule.members.len(),
                Count::AtLeastOne => count > 0,
                Count::AtMostOne => count < 2,
                Count::ExactlyOne => count == 1,
            }
        })
    }
}

/// Whether no element of a list is there twice.
fn is_unique(value: &Value) -> bool {
    let mut seen = BTreeSet::new();
    value.as_array().unwrap_or_default().iter().all(|value| seen.insert(super::json::compact(value)))
}
