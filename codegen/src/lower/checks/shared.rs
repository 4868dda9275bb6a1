//! What checks share, as far as some check uses it.

use std::collections::BTreeSet;

use super::Checking;
use super::value_types::value_types;
use crate::diagnostics::Diagnostics;
use crate::ir::Item;
use crate::ir::checks::{Checks, Inner, RuleCheck, Step};
use crate::ir::tables::{Checked, ShapeCheck, SharedCheck};
use crate::names::{ConstName, FieldName};

/// What steps use.
#[derive(Debug, Default)]
struct Used {
    functions: BTreeSet<FieldName>,
    patterns: BTreeSet<ConstName>,
    nested: bool,
}

impl Used {
    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Shared(function) => drop(self.functions.insert(function.clone())),
                Step::Pattern(pattern) => drop(self.patterns.insert(pattern.clone())),
                Step::OfText(step) => self.steps(std::slice::from_ref(step)),
                Step::Each(Inner { steps, .. })
                | Step::Keys(Inner { steps, .. })
                | Step::Values(Inner { steps, .. }) => {
                    self.steps(steps);
                }
                Step::Nested | Step::NestedRules => self.nested = true,
                Step::Length(_) | Step::Range(_) | Step::Unique | Step::Condition(_) | Step::Format(_) => {}
            }
        }
    }
}

impl Checking<'_> {
    /// What the checks of these items share.
    pub(crate) fn checked<'i>(
        &self,
        errors: &mut Diagnostics,
        items: impl Iterator<Item = &'i Item>,
    ) -> Checked {
        let shapes = self.for_users();
        let mut used = Used::default();
        for checks in items.filter_map(Item::checks) {
            checks.constraints.iter().for_each(|check| used.steps(&check.steps));
        }
        shapes.iter().for_each(|shape| used.steps(&shape.constraints));
        let constraints = self.functions(&mut used);
        Checked {
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
            constraints,
            shapes,
        }
    }

    /// The functions that some check uses, by name, with those that they use in turn.
    fn functions(&self, used: &mut Used) -> Vec<SharedCheck> {
        let all: Vec<SharedCheck> = self.functions.iter().map(|(id, name)| self.function(id, name)).collect();
        loop {
            let before = used.functions.len();
            let steps: Vec<&[Step]> = all
                .iter()
                .filter(|function| used.functions.contains(&function.name))
                .map(|function| function.steps.as_slice())
                .collect();
            steps.into_iter().for_each(|steps| used.steps(steps));
            if used.functions.len() == before {
                break;
            }
        }
        let mut kept: Vec<SharedCheck> =
            all.into_iter().filter(|function| used.functions.contains(&function.name)).collect();
        kept.sort_by(|a, b| a.name.cmp(&b.name));
        kept
    }

    fn function(&self, id: &crate::resolve::graph::ShapeId, name: &FieldName) -> SharedCheck {
        SharedCheck {
            name: name.clone(),
            docs: format!("Checks a `{}`.", id.name()),
            ty: self.types.written_out(id),
            deprecated: self.types.names_deprecated(id),
            steps: self.body(self.model.shape(id)),
        }
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
        let checks = shapes.filter(|shape| !super::is_checked_type(shape)).map(|shape| ShapeCheck {
            name: FieldName::of_member(shape.id.name()),
            shape: shape.id.name().to_owned(),
            ty: self.types.written_out(&shape.id),
            constraints: self.functions.get(&shape.id).map(|_| self.body(shape)).unwrap_or_default(),
            rules: self.rules_of_value(shape),
        });
        checks.filter(|check| !check.constraints.is_empty() || !check.rules.is_empty()).collect()
    }
}

impl Item {
    /// What checking a structure or union does.
    fn checks(&self) -> Option<&Checks> {
        match self {
            Self::Structure(structure) => Some(&structure.checks),
            Self::Union(union) => Some(&union.checks),
            Self::Enum(_) | Self::IntEnum(_) | Self::Alias(_) => None,
        }
    }
}

impl Checked {
    /// Whether some steps do what `is` says.
    pub(crate) fn any_step(&self, is: &dyn Fn(&Step) -> bool, items: &[&Item]) -> bool {
        let own = items.iter().filter_map(|item| item.checks());
        let own = own.flat_map(|checks| checks.constraints.iter().chain(&checks.nested_rules));
        let all =
            own.map(|check| &check.steps).chain(self.constraints.iter().map(|function| &function.steps));
        let users = self.shapes.iter().flat_map(|shape| [&shape.constraints, &shape.rules]);
        all.chain(users).any(|steps| any(steps, is))
    }

    /// Whether an item has rules that `is` says.
    pub(crate) fn any_rule(is: &dyn Fn(&RuleCheck) -> bool, items: &[&Item]) -> bool {
        items.iter().filter_map(|item| item.checks()).any(|checks| checks.rules.iter().any(is))
    }
}

fn any(steps: &[Step], is: &dyn Fn(&Step) -> bool) -> bool {
    steps.iter().any(|step| {
        is(step)
            || match step {
                Step::Each(inner) | Step::Keys(inner) | Step::Values(inner) => any(&inner.steps, is),
                Step::OfText(step) => is(step),
                Step::Shared(_)
                | Step::Nested
                | Step::NestedRules
                | Step::Length(_)
                | Step::Range(_)
                | Step::Pattern(_)
                | Step::Unique
                | Step::Condition(_)
                | Step::Format(_) => false,
            }
    })
}
