//! Holds the constraints of governed members here against those there.

use super::compare::{self, Comparison};
use super::finding::{Constraint, Finding};
use crate::resolve::graph::{Member, Model, ShapeId, ShapeKind};
use crate::resolve::traits::Traits;

/// What stands for a constraint that a model does not have.
const NONE: &str = "none";

/// Compares every member that a rule is about.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let input = comparison.input;
    for (structure, name) in &input.governed {
        let Some(here) = compare::member(comparison.here, structure, name) else { continue };
        let findings = match compare::member(comparison.there, structure, name) {
            Some(there) => member(comparison, structure, here, there),
            None => vec![Finding::NoMember { member: format!("{}${name}", structure.name()) }],
        };
        for finding in findings {
            comparison.add(structure, name, finding);
        }
    }
}

/// What differs about a member, and about the keys and values of the map that it may be.
fn member(comparison: &Comparison<'_>, structure: &ShapeId, here: &Member, there: &Member) -> Vec<Finding> {
    let mut findings = differences(comparison, structure, here, there);
    let (here_parts, there_parts) =
        (map_parts(comparison.here, &here.target), map_parts(comparison.there, &there.target));
    for (here_part, there_part) in here_parts.into_iter().zip(there_parts) {
        findings.extend(differences(comparison, &here.target, here_part, there_part));
    }
    findings
}

/// The key and the value of a map; nothing of other shapes.
fn map_parts<'m>(model: &'m Model, id: &ShapeId) -> Vec<&'m Member> {
    let shape = model.shapes.get(id).filter(|shape| matches!(shape.kind, ShapeKind::Map { .. }));
    shape.into_iter().flat_map(|shape| shape.members()).collect()
}

/// What differs about one member of a shape.
fn differences(comparison: &Comparison<'_>, owner: &ShapeId, here: &Member, there: &Member) -> Vec<Finding> {
    let there_side = constraints(comparison.there, there);
    let sides = constraints(comparison.here, here).into_iter().zip(there_side);
    let changed = sides.filter(|(here, there)| here != there);
    let findings = changed.map(|((constraint, here_text), (_, there_text))| Finding::Drift {
        subject: subject(owner, here, there, constraint),
        constraint,
        here: here_text,
        there: there_text,
    });
    findings.chain(values(comparison, here, there)).collect()
}

/// The constraints of a member in words, always in the same order.
fn constraints(model: &Model, member: &Member) -> [(Constraint, String); 4] {
    let required = if member.traits.required { "required" } else { "optional" };
    let length = model.length(member).map(|length| {
        let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
        bounds(text(length.min).as_deref(), text(length.max).as_deref())
    });
    let range = model.range(member).map(|range| bounds(range.min.as_deref(), range.max.as_deref()));
    let pattern = model.pattern(member).map(|pattern| format!("`{pattern}`"));
    let or_none = |text: Option<String>| text.unwrap_or_else(|| NONE.to_owned());
    [
        (Constraint::Required, required.to_owned()),
        (Constraint::Length, or_none(length)),
        (Constraint::Range, or_none(range)),
        (Constraint::Pattern, or_none(pattern)),
    ]
}

fn bounds(min: Option<&str>, max: Option<&str>) -> String {
    format!("{}..{}", min.unwrap_or_default(), max.unwrap_or_default())
}

/// Whose constraint it is: the target's, where both members take it from one shape, or the member's own.
fn subject(owner: &ShapeId, here: &Member, there: &Member, constraint: Constraint) -> String {
    let is_own = owns(&here.traits, constraint) || owns(&there.traits, constraint);
    let is_inherited = here.target == there.target && !is_own;
    if is_inherited { here.target.name().to_owned() } else { format!("{}${}", owner.name(), here.name) }
}

fn owns(traits: &Traits, constraint: Constraint) -> bool {
    match constraint {
        Constraint::Required => true,
        Constraint::Length => traits.length.is_some(),
        Constraint::Range => traits.range.is_some(),
        Constraint::Pattern => traits.pattern.is_some(),
        Constraint::Values => false,
    }
}

/// The values of an enum that only one side has, unless they are the cases of a table, which are compared as such.
fn values(comparison: &Comparison<'_>, here: &Member, there: &Member) -> Vec<Finding> {
    if comparison.input.tables.values().any(|table| table.discriminator == here.target) {
        return Vec::new();
    }
    let here_values = compare::enum_values(comparison.here, &here.target);
    let there_values = compare::enum_values(comparison.there, &there.target);
    let differ = here_values.symmetric_difference(&there_values);
    let finding = |value: &String| {
        let (with, without) = (format!("with `{value}`"), format!("without `{value}`"));
        let is_here = here_values.contains(value);
        let (here_text, there_text) = if is_here { (with, without) } else { (without, with) };
        let subject = here.target.name().to_owned();
        Finding::Drift { subject, constraint: Constraint::Values, here: here_text, there: there_text }
    };
    differ.map(finding).collect()
}
