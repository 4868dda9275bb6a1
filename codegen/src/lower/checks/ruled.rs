//! Rules: what is checked beyond the constraint traits.

use std::collections::BTreeMap;

use super::{CheckPlan, Owner, formats, is_checked_type, statics, tables};
use crate::conditions::{self, Decision};
use crate::diagnostics::Diagnostics;
use crate::ir::checks::{AnswerStep, ConditionCheck, Inner, KeysCheck, RejectedCaseCheck, RuleCheck, Step};
use crate::ir::condition::{Body, ConditionFn};
use crate::ir::{Density, Field};
use crate::names::{ConstName, FieldName, TypeName};
use crate::resolve::graph::{Member, Members, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::Condition;
use crate::rules::{Binding, ConditionRule, Rule, RuleSeverity};

/// Every condition of the shapes that are checked.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    by_owner: BTreeMap<Owner, Vec<RuledCondition>>,
}

/// A condition with what calls its function and the rule behind it.
#[derive(Debug)]
struct RuledCondition {
    check: ConditionCheck,
    function: ConditionFn,
    rule: Rule,
    /// The shape whose values it is about.
    target: ShapeId,
}

impl Conditions {
    /// Decides the conditions; what is wrong with them goes to `errors`.
    pub(super) fn new(errors: &mut Diagnostics, checking: &CheckPlan<'_>) -> Self {
        let mut by_owner = BTreeMap::new();
        for shape in checking.reached.iter().map(|id| checking.model.shape(id)) {
            let members = shape.members().map(Some);
            for member in std::iter::once(None).chain(members) {
                let found = conditions_of(errors, checking, shape, member);
                if !found.is_empty() {
                    by_owner.insert((shape.id.clone(), member.map(|member| member.name.clone())), found);
                }
            }
        }
        Self { by_owner }
    }

    fn of(&self, shape: &ShapeId, member: Option<&str>) -> impl Iterator<Item = &ConditionCheck> {
        let owner = (shape.clone(), member.map(str::to_owned));
        self.by_owner.get(&owner).into_iter().flatten().map(|condition| &condition.check)
    }

    /// The functions, by name.
    pub(super) fn functions(&self) -> Vec<ConditionFn> {
        let mut functions: Vec<ConditionFn> =
            self.by_owner.values().flatten().map(|condition| condition.function.clone()).collect();
        functions.sort_by(|a, b| a.name.cmp(&b.name));
        functions
    }

    /// The shapes that conditions are evaluated over.
    pub(super) fn evaluated(&self) -> impl Iterator<Item = &ShapeId> {
        let conditions = self.by_owner.values().flatten();
        let evaluated = conditions.filter(|condition| matches!(condition.function.body, Body::Evaluated(_)));
        evaluated.map(|condition| &condition.target)
    }

    /// All, each with the name of its owner and its rule.
    pub(super) fn stated(&self) -> impl Iterator<Item = (String, &Rule)> {
        self.by_owner.iter().flat_map(|((shape, member), conditions)| {
            let owner = match member {
                Some(member) => format!("{}${member}", shape.name()),
                None => shape.name().to_owned(),
            };
            conditions.iter().map(move |condition| (owner.clone(), &condition.rule))
        })
    }

    /// The rules behind them.
    pub(super) fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.by_owner.values().flatten().map(|condition| &condition.rule)
    }
}

/// The conditions of a shape or of one of its members.
fn conditions_of(
    errors: &mut Diagnostics,
    checking: &CheckPlan<'_>,
    shape: &Shape,
    member: Option<&Member>,
) -> Vec<RuledCondition> {
    let owner = (shape.id.clone(), member.map(|member| member.name.clone()));
    let rules = checking.rules.conditions.get(&owner);
    let (name, id, traits, target) = match member {
        None => (shape.id.name().to_owned(), shape.id.to_string(), &shape.traits, &shape.id),
        Some(member) => {
            let (shape, name) = (&shape.id, &member.name);
            let words = format!("{} {name}", shape.name());
            (words, format!("{shape}${name}"), &*member.traits, &member.target)
        }
    };
    let decided = traits.conditions.iter().filter_map(|condition| {
        let target = checking.model.shape(target);
        Some((condition, conditions::lower(errors, checking.model, &id, target, condition)?))
    });
    let ruled = |(condition, decided): (&Condition, Decision)| {
        let stated = rules.and_then(|rules| rules.get(&condition.name));
        let rule = rule(stated, condition, &id, shape);
        let function = FieldName::of_part(&name, &condition.name);
        let at = stated.and_then(|stated| stated.members.first());
        let check = ConditionCheck {
            name: condition.name.clone(),
            function: function.clone(),
            rule: ConstName::of(&rule.id),
            at: at.map(|member| (member.clone(), statics::field_of(shape, member))),
        };
        let function = function_of(checking, condition, decided, function, target);
        RuledCondition { check, function, rule, target: target.clone() }
    };
    decided.map(ruled).collect()
}

fn function_of(
    checking: &CheckPlan<'_>,
    condition: &Condition,
    decided: Decision,
    name: FieldName,
    target: &ShapeId,
) -> ConditionFn {
    ConditionFn {
        name,
        docs: in_a_line(&condition.documentation),
        parameter: checking.types.written_out(target),
        deprecated: decided.names_deprecated || checking.types.names_deprecated(target),
        body: decided.body,
    }
}

/// The rule behind a condition; where none is stated, a warning with the condition's own sentence.
fn rule(stated: Option<&ConditionRule>, condition: &Condition, id: &str, shape: &Shape) -> Rule {
    let default = || Rule {
        id: format!("{id}/{}", condition.name),
        severity: RuleSeverity::Warning,
        documentation: String::new(),
        message: None,
        error: None,
        sources: Vec::new(),
        span: shape.span,
    };
    let mut rule = stated.map_or_else(default, |stated| stated.rule.clone());
    if rule.documentation.is_empty() {
        rule.documentation.clone_from(&condition.documentation);
    }
    rule
}

/// A sentence for those who read the code; nobody renders it.
fn in_a_line(documentation: &str) -> String {
    documentation.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// Whether the service requires a member, which is optional for clients.
fn is_required_later(member: &Member) -> bool {
    member.traits.required && member.traits.client_optional
}

impl CheckPlan<'_> {
    /// Whether a shape or one of its members has rules of its own.
    pub(super) fn has_rules(&self, shape: &Shape) -> bool {
        let of = |member: Option<&str>| {
            let owner = (shape.id.clone(), member.map(str::to_owned));
            self.conditions.by_owner.contains_key(&owner) || self.rules.formats.contains_key(&owner)
        };
        of(None)
            || self.rules.bindings.contains_key(&shape.id)
            || self.rules.members.contains_key(&shape.id)
            || shape.members().any(|member| of(Some(&member.name)) || is_required_later(member))
    }

    /// What is checked of a member's value.
    pub(super) fn rules_of(&self, container: &ShapeId, member: &Member) -> Vec<Step> {
        let mut steps = self.stated(container, Some(&member.name));
        steps.extend(self.rules_of_shape(self.model.shape(&member.target)));
        steps
    }

    /// What is checked of a value of a shape.
    pub(super) fn rules_of_shape(&self, shape: &Shape) -> Vec<Step> {
        if !self.ruled.contains(&shape.id) {
            return Vec::new();
        }
        if matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)) {
            return vec![Step::NestedRules];
        }
        let mut steps = self.stated(&shape.id, None);
        match &shape.kind {
            ShapeKind::List(member) => steps.extend(self.ruled_inner(shape, member).map(Step::Each)),
            ShapeKind::Map { key, value } => {
                let dense = |inner: Inner| Step::Keys(Inner { density: Density::Dense, ..inner });
                steps.extend(self.ruled_inner(shape, key).map(dense));
                steps.extend(self.ruled_inner(shape, value).map(Step::Values));
            }
            _ => {}
        }
        steps
    }

    fn ruled_inner(&self, container: &Shape, member: &Member) -> Option<Inner> {
        let steps = self.rules_of(&container.id, member);
        let density = if container.traits.sparse { Density::Sparse } else { Density::Dense };
        (!steps.is_empty()).then_some(Inner { density, steps })
    }

    /// Conditions and string formats that stand on a shape or a member.
    fn stated(&self, shape: &ShapeId, member: Option<&str>) -> Vec<Step> {
        let conditions = self.conditions.of(shape, member).cloned().map(Step::Condition);
        let format = self.rules.formats.get(&(shape.clone(), member.map(str::to_owned)));
        let format = format.filter(|format| format.guard.is_none());
        conditions.chain(format.map(|format| Step::Format(formats::check(format)))).collect()
    }

    /// The rules of a union's own.
    pub(super) fn rules_of_union(&self, shape: &Shape) -> Vec<RuleCheck> {
        self.conditions.of(&shape.id, None).cloned().map(RuleCheck::Condition).collect()
    }

    /// The rules of a structure's own: keys, members, conditions.
    pub(super) fn rules_of_structure(
        &self,
        shape: &Shape,
        members: &Members,
        fields: &[Field],
    ) -> Vec<RuleCheck> {
        let binding = self.rules.bindings.get(&shape.id);
        let keys = binding.map(|binding| RuleCheck::Keys(self.keys(binding, members, fields)));
        let groups = self.rules.members.get(&shape.id).into_iter().flatten().map(|rule| RuleCheck::Members {
            rule: ConstName::of(&rule.rule.id),
            members: rule.members.iter().filter_map(|name| members.get_index_of(name)).collect(),
        });
        let unset: Vec<usize> = members
            .values()
            .enumerate()
            .filter(|(_, member)| is_required_later(member))
            .map(|(index, _)| index)
            .collect();
        let unset = (!unset.is_empty()).then_some(RuleCheck::Unset(unset));
        let guarded = formats::guarded(self.rules, shape, members);
        let rules = keys.into_iter().chain(groups).chain(guarded);
        rules.chain(self.rules_of_union(shape)).chain(unset).collect()
    }

    fn keys(&self, binding: &Binding, members: &Members, fields: &[Field]) -> KeysCheck {
        let index =
            |name: &str| members.get_index_of(name).expect("`rules` has checked the members of a binding");
        let table = &self.rules.tables[&binding.table];
        let discriminator = self.model.shape(&table.discriminator);
        let values = tables::variants(discriminator);
        let mut named: Vec<&str> =
            table.cases.iter().flat_map(|case| &case.members).map(|member| member.name.as_str()).collect();
        named.sort_unstable();
        named.dedup();
        let variant = |case: &str| {
            let (_, variant) =
                values.iter().find(|(value, _)| *value == case).expect("cases are values of the enum");
            TypeName::to_string(variant)
        };
        KeysCheck {
            table: FieldName::module_of_id("answers", &table.id),
            map: index(&binding.map),
            by: index(&binding.by),
            discriminator: fields[index(&binding.by)].ty.clone(),
            // A member that the structure lacks was reported; where that is only a warning, nothing is checked of it.
            members: named.into_iter().filter_map(|name| members.get_index_of(name)).collect(),
            step: binding.step.as_ref().zip(table.answer.as_ref()).map(|(step, answer)| AnswerStep {
                name: FieldName::of_step(step),
                answer: TypeName::of_shape(answer),
                kept: table.carried.iter().map(|(key, _)| key.clone()).collect(),
            }),
            rejected_cases: binding
                .rejected_cases
                .iter()
                .map(|rejected| RejectedCaseCheck {
                    variant: variant(&rejected.name),
                    case: rejected.name.clone(),
                    when: rejected.when.as_deref().map(|name| self.declaration(name)),
                    rule: ConstName::of(&rejected.rule.id),
                    deprecated: tables::is_deprecated_case(discriminator, &rejected.name),
                })
                .collect(),
        }
    }

    /// The rules that users call by themselves: what a shape without a type has.
    pub(super) fn rules_of_value(&self, shape: &Shape) -> Vec<Step> {
        if is_checked_type(shape) { Vec::new() } else { self.rules_of_shape(shape) }
    }
}
