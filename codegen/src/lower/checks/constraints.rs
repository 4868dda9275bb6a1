//! Constraint traits: what is checked of members, elements, keys and values.

use std::collections::{BTreeMap, BTreeSet};

use super::{CheckPlan, Owner, is_checked_type, ranges};
use crate::ir::Density;
use crate::ir::checks::{ConstraintData, ConstraintList, LengthBounds};
use crate::names::ConstName;
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

impl CheckPlan<'_> {
    /// Whether a shape or one of its members has constraints of its own.
    pub(super) fn has_constraints(&self, shape: &Shape) -> bool {
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        is_enum
            || self.has_own_constraints(shape)
            || shape.members().any(|member| self.is_constrained_member(member))
    }

    /// Whether a shape's own traits constrain its values.
    fn has_own_constraints(&self, shape: &Shape) -> bool {
        constrains(&shape.traits)
            && !self.own_constraints(shape, &Effective::of_shape(&shape.traits)).is_empty()
    }

    fn is_constrained_member(&self, member: &Member) -> bool {
        let target = self.model.shape(&member.target);
        constrains(&member.traits) && !self.own_constraints(target, &self.effective(member)).is_empty()
    }

    fn effective<'a>(&'a self, member: &'a Member) -> Effective<'a> {
        Effective {
            length: self.model.length(member),
            range: self.model.range(member),
            pattern: self.model.pattern(member),
            unique: self.model.unique_items(member),
        }
    }

    /// The constraints of a structure's or union's member, as its code names them.
    pub(super) fn of_member(&self, shape: &ShapeId, member: &Member) -> Option<ConstraintList> {
        match self.of_inner(member)? {
            ConstraintList::Listed(_) => {
                let owner = (shape.clone(), Some(member.name.clone()));
                Some(ConstraintList::Shared(self.lists[&owner].clone()))
            }
            list @ (ConstraintList::Own | ConstraintList::Shared(_)) => Some(list),
        }
    }

    /// The constraints of a member, as a static names them.
    fn of_inner(&self, member: &Member) -> Option<ConstraintList> {
        let target = self.model.shape(&member.target);
        if !constrains(&member.traits) {
            return self.of_target(target);
        }
        let list = self.written_out(target, &self.effective(member));
        (!list.is_empty()).then_some(ConstraintList::Listed(list))
    }

    /// The constraints of a shape: those of its type, or its static.
    fn of_target(&self, shape: &Shape) -> Option<ConstraintList> {
        self.constrained.contains(&shape.id).then(|| match self.list_of(&shape.id) {
            Some(list) if !is_checked_type(shape) => ConstraintList::Shared(list.clone()),
            _ => ConstraintList::Own,
        })
    }

    /// The static of a shape that is no type and has constraints, or of an enum with constraints on its text or number.
    pub(super) fn list_of(&self, shape: &ShapeId) -> Option<&ConstName> {
        self.lists.get(&(shape.clone(), None))
    }

    /// The shapes that are no types and have constraints, the enums with constraints on their text or number, and the
    /// members that have some of their own in the place of their target's, each with the name of its static.
    pub(super) fn list_names(&self) -> BTreeMap<Owner, ConstName> {
        let shapes = self.constrained.iter().map(|id| self.model.shape(id));
        let (types, others): (Vec<&Shape>, Vec<&Shape>) = shapes.partition(|shape| is_checked_type(shape));
        let of_members = types.iter().flat_map(|shape| {
            let members = shape.value_members().filter(|member| constrains(&member.traits));
            members.map(|member| (shape.id.clone(), Some(member.name.clone())))
        });
        let enums = types.iter().filter(|shape| self.has_own_constraints(shape));
        let shapes = others.iter().chain(enums);
        let owners: Vec<Owner> = shapes.map(|shape| (shape.id.clone(), None)).chain(of_members).collect();
        let (mut names, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for owner in owners {
            let name = ConstName::of(&owner_name(&owner));
            let numbered = (2..).map(|number| name.numbered(number));
            let unique = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
            let name = unique.expect("there are more numbers than shapes and members");
            taken.insert(name.clone());
            names.insert(owner, name);
        }
        names
    }

    /// What stands in the static of a shape or member.
    pub(super) fn list(&self, (shape, member): &Owner) -> Vec<ConstraintData> {
        let shape = self.model.shape(shape);
        match member.as_ref().and_then(|name| shape.value_members().find(|member| member.name == *name)) {
            Some(member) => self.written_out(self.model.shape(&member.target), &self.effective(member)),
            None if is_checked_type(shape) => {
                self.own_constraints(shape, &Effective::of_shape(&shape.traits))
            }
            None => self.written_out(shape, &Effective::of_shape(&shape.traits)),
        }
    }

    /// Whether some member has constraints on the text or number of an enum.
    pub(super) fn is_constrained_by_members(&self, shape: &Shape) -> bool {
        let shapes = self.reached.iter().map(|id| self.model.shape(id));
        let mut members = shapes.flat_map(Shape::value_members).filter(|member| member.target == shape.id);
        members.any(|member| self.is_constrained_member(member))
    }

    /// All constraints of a value.
    fn written_out(&self, shape: &Shape, constraints: &Effective<'_>) -> Vec<ConstraintData> {
        let mut list = self.own_constraints(shape, constraints);
        if is_checked_type(shape) && self.constrained.contains(&shape.id) {
            let own = self.has_own_constraints(shape);
            list.insert(0, if own { ConstraintData::Known } else { ConstraintData::Own });
        }
        match &shape.kind {
            ShapeKind::List(member) => list.extend(self.of_inner(member).map(ConstraintData::Each)),
            ShapeKind::Map { key, value } => {
                list.extend(self.of_inner(key).map(ConstraintData::Keys));
                list.extend(self.of_inner(value).map(ConstraintData::Values));
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
        list
    }

    /// The traits alone.
    fn own_constraints(&self, shape: &Shape, constraints: &Effective<'_>) -> Vec<ConstraintData> {
        let length = constraints.length.filter(|_| has_length(shape)).and_then(length_bounds);
        let range = constraints.range.and_then(|range| ranges::bounds(shape, range));
        let pattern = constraints.pattern.and_then(|pattern| self.patterns.check(pattern));
        let length = length.map(ConstraintData::Length).into_iter();
        let traits = length.chain(range.map(ConstraintData::Range));
        let traits = traits.chain(pattern.cloned().map(ConstraintData::Pattern));
        traits.chain(self.unique(shape, constraints)).collect()
    }

    fn unique(&self, shape: &Shape, constraints: &Effective<'_>) -> Option<ConstraintData> {
        match &shape.kind {
            ShapeKind::List(member) if constraints.unique && self.can_compare_elements(shape) => {
                let density = if shape.traits.sparse { Density::Sparse } else { Density::Dense };
                let deprecated = self.types.names_deprecated_in_use(&member.target);
                Some(ConstraintData::Unique(self.types.of(&member.target), density, deprecated))
            }
            _ => None,
        }
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
pub(super) fn length_bounds(Length { min, max }: Length) -> Option<LengthBounds> {
    (max.is_some() || min.is_some_and(|min| min > 0)).then_some(LengthBounds { min, max })
}

/// The name of a shape, and of a member of it.
pub(super) fn owner_name((shape, member): &Owner) -> String {
    match member {
        Some(member) => format!("{}${member}", shape.name()),
        None => shape.readable_name(),
    }
}
