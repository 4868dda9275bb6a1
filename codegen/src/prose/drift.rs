//! Holds the constraints of governed members here against those there.

use super::compare::{self, Comparison};
use super::finding::{Constraint, Finding};
use crate::resolve::graph::{Member, Model, ShapeId};
use crate::resolve::traits::Traits;

/// What stands for a constraint that a model does not have.
const NONE: &str = "none";

/// Compares every member that a rule is about.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let input = comparison.input;
    for (structure, name) in &input.governed {
        let Some(here) = compare::member(comparison.here, structure, name) else { continue };
        match compare::member(comparison.there, structure, name) {
            Some(there) => member(comparison, structure, here, there),
            None => {
                let member = format!("{}${name}", structure.name());
                comparison.add(structure, name, Finding::NoMember { member });
            }
        }
    }
}

fn member(comparison: &mut Comparison<'_>, structure: &ShapeId, here: &Member, there: &Member) {
    let sides = constraints(comparison.here, here).into_iter().zip(constraints(comparison.there, there));
    for ((constraint, here_text), (_, there_text)) in sides.filter(|(here, there)| here != there) {
        let subject = subject(structure, here, there, constraint);
        let finding = Finding::Drift { subject, constraint, here: here_text, there: there_text };
        comparison.add(structure, &here.name, finding);
    }
    values(comparison, structure, here, there);
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
fn subject(structure: &ShapeId, here: &Member, there: &Member, constraint: Constraint) -> String {
    let is_inherited =
        here.target == there.target && !own(&here.traits, constraint) && !own(&there.traits, constraint);
    if is_inherited { here.target.name().to_owned() } else { format!("{}${}", structure.name(), here.name) }
}

fn own(traits: &Traits, constraint: Constraint) -> bool {
    match constraint {
        Constraint::Required => true,
        Constraint::Length => traits.length.is_some(),
        Constraint::Range => traits.range.is_some(),
        Constraint::Pattern => traits.pattern.is_some(),
        Constraint::Values => false,
    }
}

/// Compares the values of an enum, unless they are the cases of a table, which are compared as such.
fn values(comparison: &mut Comparison<'_>, structure: &ShapeId, here: &Member, there: &Member) {
    if comparison.input.tables.values().any(|table| table.governor == here.target) {
        return;
    }
    let here_values = compare::enum_values(comparison.here, &here.target);
    let there_values = compare::enum_values(comparison.there, &there.target);
    for value in here_values.symmetric_difference(&there_values) {
        let (with, without) = (format!("with `{value}`"), format!("without `{value}`"));
        let (here_text, there_text) =
            if here_values.contains(value) { (with, without) } else { (without, with) };
        let finding = Finding::Drift {
            subject: here.target.name().to_owned(),
            constraint: Constraint::Values,
            here: here_text,
            there: there_text,
        };
        comparison.add(structure, &here.name, finding);
    }
}
