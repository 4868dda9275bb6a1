//! Rules and key tables as generated crates carry them.

use super::CheckPlan;
use super::tables::variants;
use crate::ir::rules::{
    CaseMemberStatic, CaseStatic, KeyNeed, KeyStatic, MemberRuleStatic, MisspellingStatic, RuleStatic,
    RuleText,
};
use crate::names::{ConstName, FieldName};
use crate::resolve::graph::Shape;
use crate::rules::{Case, CaseMember, Key, KeyTable, MemberRule, Requirement, Rule, RuleSeverity};

/// The field that a member of a structure becomes.
pub(super) fn field_of(structure: &Shape, member: &str) -> FieldName {
    FieldName::of_member_among(member, structure.members().map(|member| member.name.as_str()))
}

/// A rule that stands alone.
pub(super) fn rule_static(rule: &Rule) -> RuleStatic {
    RuleStatic { name: ConstName::of(&rule.id), rule: rule_text(rule) }
}

fn rule_text(rule: &Rule) -> RuleText {
    RuleText {
        id: rule.id.clone(),
        severity: rule.severity,
        documentation: rule.documentation.clone(),
        message: rule.message.clone(),
        error: rule.error.as_ref().map(|id| id.name().to_owned()),
    }
}

/// The keys that people send by mistake.
pub(super) fn misspellings(table: &KeyTable) -> Vec<MisspellingStatic> {
    let known = table.known_misspellings.iter();
    known.map(|known| MisspellingStatic { key: known.key.clone(), rule: rule_text(&known.rule) }).collect()
}

impl CheckPlan<'_> {
    /// A rule on which members are there together.
    pub(super) fn member_rule(&self, shape: &Shape, rule: &MemberRule) -> MemberRuleStatic {
        MemberRuleStatic {
            name: ConstName::of(&rule.rule.id),
            rule: rule_text(&rule.rule),
            when: rule.when.as_deref().map(|name| self.declaration(name)),
            count: rule.count,
            members: rule.members.iter().map(|name| (name.clone(), field_of(shape, name))).collect(),
        }
    }

    /// The number of what a caller can declare.
    pub(super) fn declaration(&self, name: &str) -> usize {
        self.rules.declarations.get_index_of(name).expect("`rules` has checked that it is declared")
    }

    /// The cases of a table.
    pub(super) fn cases(&self, table: &KeyTable) -> Vec<CaseStatic> {
        let variants = variants(self.model.shape(&table.discriminator));
        let case = |case: &Case| {
            let found = variants.iter().find(|(value, _)| *value == case.name);
            let (_, variant) = found.expect("cases are values of the enum");
            let errors = || case.keys.iter().filter(|key| key.rule.severity == RuleSeverity::Error);
            let needed = errors().filter(|key| key.requirement == Requirement::Always);
            CaseStatic {
                name: ConstName::of(&format!("case {}", case.name)),
                variant: variant.clone(),
                value: case.name.clone(),
                absent: absent(table, case),
                needed: needed.map(|key| key.name.clone()).collect(),
                depends: errors().any(|key| depends(&key.requirement)),
                keys: case.keys.iter().map(|key| self.key(key)).collect(),
                members: case.members.iter().map(case_member).collect(),
            }
        };
        table.cases.iter().map(case).collect()
    }

    fn key(&self, key: &Key) -> KeyStatic {
        KeyStatic {
            key: key.name.clone(),
            rule: rule_text(&key.rule),
            need: self.need(&key.requirement),
            value: key.value.clone(),
        }
    }

    fn need(&self, requirement: &Requirement) -> KeyNeed {
        match requirement {
            Requirement::Always => KeyNeed::Always,
            Requirement::Declared(name) => KeyNeed::Declared(self.declaration(name)),
            Requirement::With(key, values) => KeyNeed::With(key.clone(), values.clone()),
            Requirement::Without(key) => KeyNeed::Without(key.clone()),
            Requirement::Optional => KeyNeed::Optional,
            Requirement::Ignored => KeyNeed::Ignored,
            Requirement::Family(listed) => KeyNeed::Family(listed.clone()),
        }
    }
}

/// Whether it depends on other keys whether a key must be there.
fn depends(requirement: &Requirement) -> bool {
    matches!(requirement, Requirement::With(..) | Requirement::Without(_))
}

/// What an absent map means in a case that always needs a key, if the service has words for it.
fn absent(table: &KeyTable, case: &Case) -> Option<RuleText> {
    let message = table.absent.clone()?;
    let needed = case.keys.iter().find(|key| key.requirement == Requirement::Always)?;
    Some(RuleText {
        id: format!("{}/{}", table.id, case.name),
        documentation: String::new(),
        message: Some(message),
        error: table.error.as_ref().map(|id| id.name().to_owned()),
        ..rule_text(&needed.rule)
    })
}

fn case_member(member: &CaseMember) -> CaseMemberStatic {
    CaseMemberStatic { member: member.name.clone(), presence: member.presence, rule: rule_text(&member.rule) }
}
