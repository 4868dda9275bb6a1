//! Compares the constraints of the members that rules are about in both models.

use super::compare::{self, Comparison};
use super::difference::{ConstraintKind, Difference};
use crate::resolve::graph::{Member, Model, ShapeId, ShapeKind};
use crate::resolve::traits::Traits;

/// The text for a constraint that a model does not have.
const NONE: &str = "none";

/// Compares every member that a rule is about.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let facts = comparison.facts;
    for (structure, name) in &facts.ruled_members {
        let Some(ours) = compare::member(comparison.ours, structure, name) else { continue };
        let differences = match compare::member(comparison.other, structure, name) {
            Some(other) => member(comparison, structure, ours, other),
            None => vec![Difference::NoMember { member: format!("{}${name}", structure.name()) }],
        };
        for difference in differences {
            comparison.add(structure, name, difference);
        }
    }
}

/// What differs about a member, and about the keys and values of the map that it may be.
fn member(
    comparison: &Comparison<'_>,
    structure: &ShapeId,
    ours: &Member,
    other: &Member,
) -> Vec<Difference> {
    let mut found = differences(comparison, structure, ours, other);
    let our_parts = map_members(comparison.ours, &ours.target);
    let other_parts = map_members(comparison.other, &other.target);
    for (our_part, other_part) in our_parts.into_iter().zip(other_parts) {
        found.extend(differences(comparison, &ours.target, our_part, other_part));
    }
    found
}

/// The key and the value of a map; nothing of other shapes.
fn map_members<'m>(model: &'m Model, id: &ShapeId) -> Vec<&'m Member> {
    let shape = model.shapes.get(id).filter(|shape| matches!(shape.kind, ShapeKind::Map { .. }));
    shape.into_iter().flat_map(|shape| shape.members()).collect()
}

/// What differs about one member of a shape.
fn differences(
    comparison: &Comparison<'_>,
    shape: &ShapeId,
    ours: &Member,
    other: &Member,
) -> Vec<Difference> {
    let pairs = constraints(comparison.ours, ours).into_iter().zip(constraints(comparison.other, other));
    let changed = pairs.filter(|(ours, other)| ours != other);
    let differences = changed.map(|((kind, our_text), (_, other_text))| Difference::Constraint {
        owner: owner(shape, ours, other, kind),
        kind,
        ours: our_text,
        other: other_text,
    });
    differences.chain(values(comparison, ours, other)).collect()
}

/// The constraints of a member in words, always in the same order.
fn constraints(model: &Model, member: &Member) -> [(ConstraintKind, String); 4] {
    let required = if member.traits.required { "required" } else { "optional" };
    let length = model.length(member).map(|length| {
        let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
        bounds(text(length.min).as_deref(), text(length.max).as_deref())
    });
    let range = model.range(member).map(|range| bounds(range.min.as_deref(), range.max.as_deref()));
    let pattern = model.pattern(member).map(|pattern| format!("`{pattern}`"));
    let or_none = |text: Option<String>| text.unwrap_or_else(|| NONE.to_owned());
    [
        (ConstraintKind::Required, required.to_owned()),
        (ConstraintKind::Length, or_none(length)),
        (ConstraintKind::Range, or_none(range)),
        (ConstraintKind::Pattern, or_none(pattern)),
    ]
}

fn bounds(min: Option<&str>, max: Option<&str>) -> String {
    format!("{}..{}", min.unwrap_or_default(), max.unwrap_or_default())
}

/// Whose constraint it is: the target's, where both members inherit it from one shape, or the member's own.
fn owner(shape: &ShapeId, ours: &Member, other: &Member, kind: ConstraintKind) -> String {
    let is_own = has_own(&ours.traits, kind) || has_own(&other.traits, kind);
    let is_inherited = ours.target == other.target && !is_own;
    if is_inherited { ours.target.name().to_owned() } else { format!("{}${}", shape.name(), ours.name) }
}

fn has_own(traits: &Traits, kind: ConstraintKind) -> bool {
    match kind {
        ConstraintKind::Required => true,
        ConstraintKind::Length => traits.length.is_some(),
        ConstraintKind::Range => traits.range.is_some(),
        ConstraintKind::Pattern => traits.pattern.is_some(),
        ConstraintKind::Values => false,
    }
}

/// The values of an enum that only one model has, unless they are the cases of a table, which are compared as such.
fn values(comparison: &Comparison<'_>, ours: &Member, other: &Member) -> Vec<Difference> {
    if comparison.facts.tables.values().any(|table| table.discriminator == ours.target) {
        return Vec::new();
    }
    let our_values = compare::enum_values(comparison.ours, &ours.target);
    let other_values = compare::enum_values(comparison.other, &other.target);
    let difference = |value: &String| {
        let (with, without) = (format!("with `{value}`"), format!("without `{value}`"));
        let (our_text, other_text) =
            if our_values.contains(value) { (with, without) } else { (without, with) };
        Difference::Constraint {
            owner: ours.target.name().to_owned(),
            kind: ConstraintKind::Values,
            ours: our_text,
            other: other_text,
        }
    };
    our_values.symmetric_difference(&other_values).map(difference).collect()
}
