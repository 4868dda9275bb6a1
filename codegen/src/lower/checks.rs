//! What is checked of which value: constraint traits and rules, decided member by member.

mod constraints;
mod due;
mod enforcement;
mod formats;
mod pattern_statics;
mod patterns;
mod ranges;
mod ruled;
mod shared;
mod statics;
mod table_names;
pub(crate) mod tables;
mod value_types;

use std::collections::{BTreeMap, BTreeSet};

use super::item_names;
use super::types::Types;
use crate::diagnostics::Diagnostics;
use crate::ir::Field;
use crate::ir::checks::{CheckMethods, Checks, ConstrainedMember, EnumChecks, MemberCheck, RuleCheck};
use crate::ir::rules::{MemberRuleStatic, RuleStatic};
use crate::names::{ConstName, FieldName};
use crate::options::Options;
use crate::resolve::graph::{Members, Model, Shape, ShapeId, ShapeKind};
use crate::rules::{Rule, Rules};

pub use self::enforcement::Enforcement;
pub(crate) use self::enforcement::{Constraint, Enforced, enforcements, unchecked};
pub(crate) use self::patterns::CompiledPatterns;
pub(in crate::lower) use self::tables::{type_of_case, variants};

/// A shape, or a member of it.
type Owner = (ShapeId, Option<String>);

/// What is checked in one crate.
pub(crate) struct CheckPlan<'m> {
    model: &'m Model,
    types: &'m Types<'m>,
    rules: &'m Rules,
    patterns: &'m CompiledPatterns,
    /// Inputs of operations, and structures that were asked for.
    inputs: BTreeSet<&'m ShapeId>,
    /// What inputs lead to: nothing else is ever checked.
    reached: BTreeSet<&'m ShapeId>,
    /// Shapes with constraints in or below them.
    constrained: BTreeSet<&'m ShapeId>,
    /// Shapes with rules in or below them.
    ruled: BTreeSet<&'m ShapeId>,
    /// The statics of shapes that are no types, and of members with constraints of their own.
    lists: BTreeMap<Owner, ConstName>,
    /// The conditions of each shape and member.
    conditions: ruled::Conditions,
}

impl<'m> CheckPlan<'m> {
    /// Decides what is checked in values of `inputs` and of what they lead to.
    pub(crate) fn new(
        errors: &mut Diagnostics,
        types: &'m Types<'m>,
        rules: &'m Rules,
        patterns: &'m CompiledPatterns,
        inputs: BTreeSet<&'m ShapeId>,
    ) -> Self {
        let model = types.model;
        let reached = model.value_closure(inputs.iter().copied());
        let mut checking = Self {
            model,
            types,
            rules,
            patterns,
            inputs,
            reached,
            constrained: BTreeSet::new(),
            ruled: BTreeSet::new(),
            lists: BTreeMap::new(),
            conditions: ruled::Conditions::default(),
        };
        checking.conditions = ruled::Conditions::new(errors, &checking);
        checking.constrained = checking.closed(|shape| checking.has_constraints(shape));
        checking.ruled = checking.closed(|shape| checking.has_rules(shape));
        checking.lists = checking.list_names();
        checking
    }

    /// The reached shapes for which something holds, and those that lead to them.
    fn closed(&self, holds: impl Fn(&Shape) -> bool) -> BTreeSet<&'m ShapeId> {
        let shapes = || self.reached.iter().map(|id| self.model.shape(id));
        let mut holders: BTreeMap<&ShapeId, Vec<&'m ShapeId>> = BTreeMap::new();
        for shape in shapes() {
            for member in shape.value_members() {
                holders.entry(&member.target).or_default().push(&shape.id);
            }
        }
        let mut todo: Vec<&'m ShapeId> =
            shapes().filter(|shape| holds(shape)).map(|shape| &shape.id).collect();
        let mut found = BTreeSet::new();
        while let Some(id) = todo.pop() {
            if found.insert(id) {
                todo.extend(holders.get(id).into_iter().flatten());
            }
        }
        found
    }

    /// The setters of a structure's builder.
    pub(crate) fn setters(&self, structure: &ShapeId, fields: &[FieldName]) -> Vec<(FieldName, FieldName)> {
        item_names::setters(self.rules, structure, fields)
    }

    /// What checking a structure does, if it is ever checked.
    pub(crate) fn structure(&self, shape: &Shape, members: &Members, fields: &[Field]) -> Option<Checks> {
        let secret: Vec<bool> = fields.iter().map(|field| field.redacted).collect();
        let rules = || self.rules_of_structure(shape, members, fields);
        self.reached.contains(&shape.id).then(|| self.checks(shape, members, &secret, rules()))
    }

    /// What checking a union does, if it is ever checked.
    pub(crate) fn union(&self, shape: &Shape, members: &Members, secret: &[bool]) -> Option<Checks> {
        let rules = || self.rules_of_union(shape);
        self.reached.contains(&shape.id).then(|| self.checks(shape, members, secret, rules()))
    }

    fn checks(&self, shape: &Shape, members: &Members, secret: &[bool], rules: Vec<RuleCheck>) -> Checks {
        let all = || members.values().zip(secret).enumerate();
        let constraints = all().filter_map(|(index, (member, &secret))| {
            let constraints = self.of_member(&shape.id, member)?;
            Some(ConstrainedMember { member: member.name.clone(), index, secret, constraints })
        });
        let nested_rules = all().map(|(index, (member, &secret))| {
            let steps = self.rules_of(&shape.id, member);
            MemberCheck { member: member.name.clone(), index, secret, steps }
        });
        Checks {
            methods: match (self.inputs.contains(&shape.id), self.rules.all().is_empty()) {
                (false, _) => CheckMethods::None,
                (true, false) => CheckMethods::Ruled,
                (true, true) => CheckMethods::Unruled,
            },
            constraints: constraints.collect(),
            nested_rules: nested_rules.filter(|check| !check.steps.is_empty()).collect(),
            rules,
        }
    }

    /// What checking an enum does, if it is ever checked.
    pub(crate) fn enumeration(&self, shape: &Shape) -> Option<EnumChecks> {
        self.reached.contains(&shape.id).then(|| EnumChecks {
            own: self.list_of(&shape.id).cloned(),
            constrained_by_members: self.is_constrained_by_members(shape),
        })
    }

    /// The rules that stand alone, by name.
    fn rule_statics(&self) -> Vec<RuleStatic> {
        let bindings = self.reached.iter().filter_map(|id| self.rules.bindings.get(*id));
        let rejected = bindings.flat_map(|binding| &binding.rejected_cases).map(|rejected| &rejected.rule);
        let formats = self.rules.formats.iter().filter(|((id, _), _)| self.reached.contains(id));
        let formats = formats.map(|(_, format)| &format.rule);
        let all = rejected.chain(formats).chain(self.conditions.rules());
        let named: BTreeMap<ConstName, &Rule> = all.map(|rule| (ConstName::of(&rule.id), rule)).collect();
        named.into_values().map(statics::rule_static).collect()
    }

    /// The rules on which members are there together, by name, with the fields of the members.
    fn member_rules(&self) -> Vec<MemberRuleStatic> {
        let rules = self.reached.iter().flat_map(|id| {
            let rules = self.rules.members.get(*id).into_iter().flatten();
            rules.map(|rule| self.member_rule(self.model.shape(id), rule))
        });
        let mut statics: Vec<MemberRuleStatic> = rules.collect();
        statics.sort_by(|a, b| a.name.cmp(&b.name));
        statics
    }
}

/// Whether a shape becomes a type that is checked by a method of its own.
fn is_checked_type(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => true,
        ShapeKind::SimpleType(_) | ShapeKind::List(_) | ShapeKind::Map { .. } => false,
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => false,
    }
}

/// The shapes whose values users check: the inputs of operations; with `--shapes` or without operations all there are.
pub(crate) fn validation_roots<'m>(
    operations: &[&'m Shape],
    reachable: &BTreeSet<&'m ShapeId>,
    options: &Options,
) -> BTreeSet<&'m ShapeId> {
    if options.shapes || operations.is_empty() {
        return reachable.iter().copied().filter(|id| !id.is_prelude()).collect();
    }
    operations.iter().filter_map(|shape| shape.operation_io().input.as_ref()).collect()
}
