//! Constraint traits: what is checked of members, elements, keys and values.

use super::{Checking, is_checked_type, ranges};
use crate::ir::Density;
use crate::ir::checks::{Inner, LengthBounds, Step};
use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind, SimpleType};
use crate::resolve::traits::{Length, Range, Traits};

/// The constraint traits that hold for a value: those of a member replace those of its target
/// ([Smithy 2.0, scope of member traits](https://smithy.io/2.0/spec/model.html#scope-of-member-traits)).
pub(super) struct Effective<'t> {
    length: Option<Length>,
    range: Option<&'t Range>,
    pattern: Option<&'t str>,
    unique: bool,
}

impl<'t> Effective<'t> {
    fn of_shape(traits: &'t Traits) -> Self {
        Self {
            length: traits.length,
            range: traits.range.as_ref(),
            pattern: traits.pattern.as_deref(),
            unique: traits.unique_items,
        }
    }
}

/// Whether traits hold a constraint.
pub(super) fn constrains(traits: &Traits) -> bool {
    traits.length.is_some() || traits.range.is_some() || traits.pattern.is_some() || traits.unique_items
}

impl<'m> Checking<'m> {
    /// Whether a shape or one of its members has constraints of its own.
    pub(super) fn has_constraints(&self, shape: &Shape) -> bool {
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        let own = Effective::of_shape(&shape.traits);
        is_enum
            || !self.own_steps(shape, &own).is_empty()
            || shape.members().any(|member| self.is_constrained_member(member))
    }

    fn is_constrained_member(&self, member: &Member) -> bool {
        let target = self.model.shape(&member.target);
        constrains(&member.traits) && !self.own_steps(target, &self.effective(member)).is_empty()
    }

    fn effective<'a>(&'a self, member: &'a Member) -> Effective<'a> {
        Effective {
            length: self.model.length(member),
            range: self.model.range(member),
            pattern: self.model.pattern(member),
            unique: self.model.unique_items(member),
        }
    }

    /// What is checked of a member's value.
    pub(super) fn constraints_of(&self, _: &ShapeId, member: &Member) -> Vec<Step> {
        let target = self.model.shape(&member.target);
        if constrains(&member.traits) {
            self.written_out(target, &self.effective(member))
        } else {
            self.of_target(target)
        }
    }

    /// What is checked of a value of a shape, by the method of its type or by its function.
    fn of_target(&self, shape: &Shape) -> Vec<Step> {
        if !self.constrained.contains(&shape.id) {
            return Vec::new();
        }
        match self.functions.get(&shape.id) {
            Some(function) => vec![Step::Shared(function.clone())],
            None => vec![Step::Nested],
        }
    }

    /// The body of a shape's own function.
    pub(super) fn body(&self, shape: &Shape) -> Vec<Step> {
        self.written_out(shape, &Effective::of_shape(&shape.traits))
    }

    /// Everything that is checked of a value, step by step.
    fn written_out(&self, shape: &Shape, constraints: &Effective<'_>) -> Vec<Step> {
        let mut steps = self.own_steps(shape, constraints);
        if is_checked_type(shape) && self.constrained.contains(&shape.id) {
            steps.insert(0, Step::Nested);
        }
        match &shape.kind {
            ShapeKind::List(member) => steps.extend(self.inner(shape, member).map(Step::Each)),
            ShapeKind::Map { key, value } => {
                let dense = |inner: Inner| Step::Keys(Inner { density: Density::Dense, ..inner });
                steps.extend(self.inner(shape, key).map(dense));
                steps.extend(self.inner(shape, value).map(Step::Values));
            }
            ShapeKind::SimpleType(_)
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::Service(_)
            | ShapeKind::Operation(_)
            | ShapeKind::Resource(_) => {}
        }
        steps
    }

    fn inner(&self, container: &Shape, member: &Member) -> Option<Inner> {
        let steps = self.constraints_of(&container.id, member);
        let density = if container.traits.sparse { Density::Sparse } else { Density::Dense };
        (!steps.is_empty()).then(|| Inner { ty: self.types.of(&member.target), density, steps })
    }

    /// The traits alone.
    fn own_steps(&self, shape: &Shape, constraints: &Effective<'_>) -> Vec<Step> {
        let mut steps = Vec::new();
        let is_text = matches!(shape.kind, ShapeKind::Enum(_));
        let on_text = |step| if is_text { Step::OfText(Box::new(step)) } else { step };
        let length = constraints.length.filter(|_| has_length(shape)).and_then(length_bounds);
        steps.extend(length.map(Step::Length).map(on_text));
        steps.extend(constraints.range.and_then(|range| ranges::bounds(shape, range)).map(Step::Range));
        let pattern = constraints.pattern.and_then(|pattern| self.patterns.check(pattern));
        steps.extend(pattern.map(|name| on_text(Step::Pattern(name.clone()))));
        if constraints.unique && self.can_compare_elements(shape) {
            steps.push(Step::Unique);
        }
        steps
    }

    /// Whether the elements of a list can be compared: floats and documents cannot, and `uniqueItems` has no place on them.
    pub(super) fn can_compare_elements(&self, shape: &Shape) -> bool {
        matches!(&shape.kind, ShapeKind::List(member) if self.types.is_eq(&member.target))
    }
}

fn has_length(shape: &Shape) -> bool {
    matches!(
        shape.kind,
        ShapeKind::SimpleType(SimpleType::String | SimpleType::Blob)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Enum(_)
    )
}

/// The bounds of a length, if it bounds anything: a lower bound of 0 alone does not.
pub(super) fn length_bounds(length: Length) -> Option<LengthBounds> {
    match (length.min, length.max) {
        (Some(min), Some(max)) => Some(LengthBounds::Between(min, max)),
        (None, Some(max)) => Some(LengthBounds::AtMost(max)),
        (Some(min), None) => (min > 0).then_some(LengthBounds::AtLeast(min)),
        (None, None) => None,
    }
}
