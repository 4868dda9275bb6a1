//! What checks share, as far as some check uses it.

use std::collections::{BTreeMap, BTreeSet};

use super::value_types::value_types;
use super::{CheckPlan, Owner, constraints};
use crate::diagnostics::Diagnostics;
use crate::ir::checks::{Checks, ConstraintData, ConstraintList, RuleCheck, Step};
use crate::ir::tables::{ShapeCheck, SharedChecks, SharedConstraints};
use crate::ir::{Item, Type};
use crate::names::{ConstName, FieldName};
use crate::resolve::graph::Shape;

/// The statics that constraints use.
#[derive(Debug, Default)]
struct Used {
    lists: BTreeSet<ConstName>,
    patterns: BTreeSet<ConstName>,
}

impl Used {
    fn list(&mut self, all: &BTreeMap<ConstName, SharedConstraints>, list: &ConstraintList) {
        match list {
            ConstraintList::Own => {}
            ConstraintList::Listed(constraints) => self.constraints(all, constraints),
            ConstraintList::Shared(name) => {
                if self.lists.insert(name.clone()) {
                    self.constraints(all, &all[name].list);
                }
            }
        }
    }

    fn constraints(&mut self, all: &BTreeMap<ConstName, SharedConstraints>, constraints: &[ConstraintData]) {
        for constraint in constraints {
            match constraint {
                ConstraintData::Pattern(pattern) => drop(self.patterns.insert(pattern.clone())),
                ConstraintData::Each(list) | ConstraintData::Keys(list) | ConstraintData::Values(list) => {
                    self.list(all, list);
                }
                ConstraintData::Own
                | ConstraintData::Known
                | ConstraintData::Length(_)
                | ConstraintData::Range(_)
                | ConstraintData::Unique(..) => {}
            }
        }
    }
}

impl CheckPlan<'_> {
    /// What the checks of these items share.
    pub(crate) fn checked<'i>(
        &self,
        errors: &mut Diagnostics,
        items: impl Iterator<Item = &'i Item>,
    ) -> SharedChecks {
        let shapes = self.for_users();
        let mut constraints: BTreeMap<ConstName, SharedConstraints> =
            self.lists.iter().map(|(owner, name)| (name.clone(), self.shared(owner, name))).collect();
        let mut used = Used::default();
        for member in items.filter_map(Item::checks).flat_map(|checks| &checks.constraints) {
            used.list(&constraints, &member.constraints);
        }
        for name in self.enum_lists() {
            used.list(&constraints, &ConstraintList::Shared(name));
        }
        for name in shapes.iter().filter_map(|shape| shape.constraints.clone()) {
            used.list(&constraints, &ConstraintList::Shared(name));
        }
        constraints.retain(|name, _| used.lists.contains(name));
        SharedChecks {
            patterns: self.patterns.statics(&used.patterns),
            conditions: self.conditions.functions(),
            value_types: value_types(self.types, self.conditions.evaluated()),
            rules: self.rule_statics(),
            member_rules: self.member_rules(),
            tables: self.tables(errors),
            declarations: self.declarations(),
            related: self.related(),
            validation_error_response: self
                .rules
                .validation_error_response
                .as_ref()
                .map(|id| id.name().to_owned()),
            constraints: constraints.into_values().collect(),
            shapes,
        }
    }

    /// The statics of enums with constraints on their text or number.
    fn enum_lists(&self) -> impl Iterator<Item = ConstName> {
        let enums = self.reached.iter().filter(|id| super::is_checked_type(self.model.shape(id)));
        enums.filter_map(|id| self.list_of(id).cloned())
    }

    fn shared(&self, owner: &Owner, name: &ConstName) -> SharedConstraints {
        let (name, list) = (name.clone(), self.list(owner));
        SharedConstraints { name, owner: constraints::owner_name(owner), list }
    }

    fn declarations(&self) -> Vec<(FieldName, String)> {
        let one = |(name, sentence): (&String, &String)| {
            (FieldName::of_member(name), markup::inline_markdown(sentence))
        };
        self.rules.declarations.iter().map(one).collect()
    }

    fn related(&self) -> Vec<(String, FieldName, String)> {
        let one = |(name, sentence): (&String, &String)| {
            (name.clone(), FieldName::of_member(name), markup::inline_markdown(sentence))
        };
        self.rules.related.iter().map(one).collect()
    }

    /// What users check of shapes that are no types, where they asked for all shapes.
    fn for_users(&self) -> Vec<ShapeCheck> {
        let shapes = self.inputs.iter().map(|id| self.model.shape(id));
        let is_named =
            |shape: &&Shape| !super::is_checked_type(shape) && !shape.traits.is_inline_collection();
        let checks = shapes.filter(is_named).map(|shape| ShapeCheck {
            name: FieldName::of_member(shape.id.name()),
            shape: shape.id.name().to_owned(),
            ty: self.types.written_out(&shape.id),
            secret: self.model.is_sensitive_shape(shape),
            names_deprecated: self.types.names_deprecated(&shape.id),
            constraints: self.list_of(&shape.id).cloned(),
            rules: self.rules_of_value(shape),
        });
        checks.filter(|check| check.constraints.is_some() || !check.rules.is_empty()).collect()
    }
}

impl Item {
    /// What checking a structure or union does.
    fn checks(&self) -> Option<&Checks> {
        match self {
            Self::Structure(structure) => structure.checks.as_ref(),
            Self::Union(union) => union.checks.as_ref(),
            Self::Enum(_) | Self::IntEnum(_) | Self::Alias(_) => None,
        }
    }
}

impl SharedChecks {
    /// Whether constraints walk lists or maps.
    pub(crate) fn constrains_collections(&self, items: &[&Item]) -> bool {
        let is_collection = |ty: &Type| matches!(ty, Type::List(..) | Type::Map(..));
        let of_item = |item: &&Item| match item {
            Item::Structure(structure) => {
                let checked = structure.checks.iter().flat_map(|checks| &checks.constraints);
                checked.into_iter().any(|member| is_collection(&structure.fields[member.index].ty))
            }
            Item::Union(union) => {
                let checked = union.checks.iter().flat_map(|checks| &checks.constraints);
                let mut types = checked.filter_map(|member| union.variants[member.index].ty.as_ref());
                types.any(is_collection)
            }
            Item::Enum(_) | Item::IntEnum(_) | Item::Alias(_) => false,
        };
        items.iter().any(of_item) || self.shapes.iter().any(|shape| is_collection(&shape.ty))
    }

    /// Whether some steps do what `is` says.
    pub(crate) fn any_step(&self, is: &dyn Fn(&Step) -> bool, items: &[&Item]) -> bool {
        let members = items.iter().filter_map(|item| item.checks()).flat_map(|checks| &checks.nested_rules);
        let all = members.map(|check| &check.steps).chain(self.shapes.iter().map(|shape| &shape.rules));
        all.into_iter().any(|steps| any(steps, is))
    }

    /// Whether an item has rules that `is` says.
    pub(crate) fn any_rule(is: &dyn Fn(&RuleCheck) -> bool, items: &[&Item]) -> bool {
        items.iter().filter_map(|item| item.checks()).any(|checks| checks.rules.iter().any(is))
    }
}

fn any(steps: &[Step], is: &dyn Fn(&Step) -> bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Each(inner) | Step::Keys(inner) | Step::Values(inner) => is(step) || any(&inner.steps, is),
        Step::NestedRules | Step::Condition(_) | Step::Format(_) => is(step),
    })
}
