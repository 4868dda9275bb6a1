//! What becomes of every constraint in the crate, as data for reports.

use std::collections::BTreeSet;

use super::{CheckPlan, constraints, ranges};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::lower::setup::{Restrictions, Setup};
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::{Length, Range, Traits};
use crate::rules::{Rule, RuleSeverity};

/// What becomes of a constraint or rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Enforcement {
    /// `build()` and strict reading enforce it.
    Construction,
    /// Strict reading enforces it, and `check()` warns of it.
    Reading,
    /// A strict policy enforces it.
    Strict,
    /// `validate()` enforces it.
    Validate,
    /// `check()` warns of it.
    Warning,
    /// Every value satisfies it.
    AlwaysSatisfied,
    /// Responses alone have it, and those are never checked.
    ResponsesOnly,
    /// Every member that targets the shape has one of its own in its place.
    Replaced,
    /// No operation that is kept leads to it.
    Unreachable,
    /// It cannot be checked, for a reason.
    Unchecked(String),
}

/// A constraint of a shape or member.
#[derive(Clone, Debug)]
pub(crate) struct Enforced<'m> {
    /// The shape.
    pub(crate) shape: &'m ShapeId,
    /// The member, if it is one's.
    pub(crate) member: Option<&'m str>,
    /// The constraint.
    pub(crate) constraint: Constraint<'m>,
    /// What becomes of it.
    pub(crate) enforcement: Enforcement,
}

/// What a model can demand of a value.
#[derive(Clone, Debug)]
pub(crate) enum Constraint<'m> {
    /// It is one of the values of an enum.
    EnumValues,
    /// `required`.
    Required,
    /// `length`.
    Length(Length),
    /// `range`.
    Range(&'m Range),
    /// `pattern`.
    Pattern(&'m str),
    /// `uniqueItems`.
    UniqueItems,
}

/// What becomes of the constraints and conditions of a model.
#[derive(Debug, Default)]
pub(crate) struct Enforcements<'m> {
    /// Every constraint of every shape that is not Smithy's own, in the order of the model.
    pub(crate) constraints: Vec<Enforced<'m>>,
    /// Every condition that is checked, with the name of its owner and its rule.
    pub(crate) conditions: Vec<(String, Rule)>,
}

/// Lists what becomes of every constraint and condition; wrong conditions are pushed to `errors`.
pub(crate) fn enforcements<'m>(
    errors: &mut Diagnostics,
    setup: &Setup<'m>,
    restrictions: &Restrictions,
) -> Enforcements<'m> {
    let Restrictions { rules, patterns } = restrictions;
    let checking = CheckPlan::new(errors, &setup.types, rules, patterns, setup.validation_roots());
    let mut list = List {
        model: setup.model,
        setup,
        checking: &checking,
        replaced: replaced(&checking),
        found: Vec::new(),
    };
    for shape in setup.model.shapes.values().filter(|shape| !shape.id.is_prelude()) {
        list.shape(shape);
    }
    let conditions = checking.conditions.stated().map(|(owner, rule)| (owner, rule.clone()));
    Enforcements { constraints: list.found, conditions: conditions.collect() }
}

impl From<RuleSeverity> for Enforcement {
    fn from(severity: RuleSeverity) -> Self {
        match severity {
            RuleSeverity::Error => Self::Validate,
            RuleSeverity::Warning => Self::Warning,
        }
    }
}

/// Why `uniqueItems` is not checked.
const UNCOMPARABLE: &str = "its elements cannot be compared";

/// A constraint trait that one of a member stands in the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ConstraintTrait {
    Length,
    Range,
    Pattern,
}

impl ConstraintTrait {
    const ALL: [Self; 3] = [Self::Length, Self::Range, Self::Pattern];

    fn stands_on(self, traits: &Traits) -> bool {
        match self {
            Self::Length => traits.length.is_some(),
            Self::Range => traits.range.is_some(),
            Self::Pattern => traits.pattern.is_some(),
        }
    }
}

/// The traits of shapes in whose place every member that leads there has its own, so that the shape's never count.
fn replaced<'c>(checking: &CheckPlan<'c>) -> BTreeSet<(&'c ShapeId, ConstraintTrait)> {
    let (mut replaced, mut inherited) = (BTreeSet::new(), BTreeSet::new());
    let shapes = checking.reached.iter().map(|id| checking.model.shape(id));
    for member in shapes.flat_map(Shape::value_members) {
        for name in ConstraintTrait::ALL {
            let found = if name.stands_on(&member.traits) { &mut replaced } else { &mut inherited };
            found.insert((&member.target, name));
        }
    }
    replaced.retain(|found| !inherited.contains(found) && !checking.inputs.contains(found.0));
    replaced
}

/// Pushes what cannot be checked, patterns aside: an error where that is refused.
pub(crate) fn unchecked(errors: &mut Diagnostics, checking: &CheckPlan<'_>, options: &Options) {
    let shapes = checking.reached.iter().map(|id| checking.model.shape(id));
    for shape in shapes.filter(|shape| shape.traits.unique_items && !checking.can_compare_elements(shape)) {
        let message = format!("`uniqueItems` cannot be checked: {UNCOMPARABLE}");
        let make = if options.deny_unchecked { Diagnostic::error } else { Diagnostic::warning };
        errors.push(make(message).at(shape.span).shape(&shape.id));
    }
}

struct List<'l, 'm> {
    model: &'m Model,
    setup: &'l Setup<'m>,
    checking: &'l CheckPlan<'l>,
    replaced: BTreeSet<(&'l ShapeId, ConstraintTrait)>,
    found: Vec<Enforced<'m>>,
}

impl<'m> List<'_, 'm> {
    fn shape(&mut self, shape: &'m Shape) {
        self.traits(shape, None, shape, &shape.traits);
        if matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_)) {
            let enforcement = self.if_reached(shape, Enforcement::Strict);
            self.push(shape, None, Constraint::EnumValues, enforcement);
        }
        for member in shape.value_members() {
            self.member(shape, member);
        }
    }

    fn member(&mut self, shape: &'m Shape, member: &'m Member) {
        if member.traits.required {
            let enforcement = if member.traits.client_optional {
                Enforcement::Reading
            } else if member.traits.default.is_some() {
                Enforcement::AlwaysSatisfied
            } else {
                Enforcement::Construction
            };
            let enforcement = self.if_reached(shape, enforcement);
            self.push(shape, Some(member), Constraint::Required, enforcement);
        }
        self.traits(shape, Some(member), self.model.shape(&member.target), &member.traits);
    }

    /// The constraint traits of a shape or of a member of it; `target` is the shape of the values.
    fn traits(&mut self, shape: &'m Shape, member: Option<&'m Member>, target: &Shape, traits: &'m Traits) {
        let strict = |name| match member.is_none() && self.replaced.contains(&(&shape.id, name)) {
            true => Enforcement::Replaced,
            false => self.if_reached(shape, Enforcement::Strict),
        };
        let bound = |is_bound, name| if is_bound { strict(name) } else { Enforcement::AlwaysSatisfied };
        let mut found = Vec::new();
        if let Some(length) = traits.length {
            let is_bound = constraints::length_bounds(length).is_some();
            found.push((Constraint::Length(length), bound(is_bound, ConstraintTrait::Length)));
        }
        if let Some(range) = &traits.range {
            let is_bound = ranges::bounds(target, range).is_some();
            found.push((Constraint::Range(range), bound(is_bound, ConstraintTrait::Range)));
        }
        if let Some(pattern) = &traits.pattern {
            let strict = strict(ConstraintTrait::Pattern);
            found.push((Constraint::Pattern(pattern), self.checking.patterns.enforcement(pattern, strict)));
        }
        if traits.unique_items {
            let enforcement = match self.if_reached(shape, Enforcement::Strict) {
                Enforcement::Strict if !self.checking.can_compare_elements(target) => {
                    Enforcement::Unchecked(UNCOMPARABLE.to_owned())
                }
                enforcement => enforcement,
            };
            found.push((Constraint::UniqueItems, enforcement));
        }
        for (constraint, enforcement) in found {
            self.push(shape, member, constraint, enforcement);
        }
    }

    fn if_reached(&self, shape: &Shape, enforcement: Enforcement) -> Enforcement {
        match (self.checking.reached.contains(&shape.id), self.setup.reachable.contains(&shape.id)) {
            (true, _) => enforcement,
            (false, true) => Enforcement::ResponsesOnly,
            (false, false) => Enforcement::Unreachable,
        }
    }

    fn push(
        &mut self,
        shape: &'m Shape,
        member: Option<&'m Member>,
        constraint: Constraint<'m>,
        enforcement: Enforcement,
    ) {
        let member = member.map(|member| member.name.as_str());
        self.found.push(Enforced { shape: &shape.id, member, constraint, enforcement });
    }
}
