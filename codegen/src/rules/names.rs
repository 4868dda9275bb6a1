//! Lists rules, and checks that their ids are unique.

use std::collections::BTreeMap;

use super::{Key, KeyValue, MemberPresence, Requirement, Rule, RuleSeverity, Rules};
use crate::diagnostics::{Diagnostic, Diagnostics};

impl Rules {
    /// Every rule, in the order of shapes.
    pub(crate) fn all(&self) -> Vec<&Rule> {
        let mut all = Vec::new();
        for table in self.tables.values() {
            for case in &table.cases {
                all.extend(case.keys.iter().map(|key| &key.rule));
                all.extend(case.members.iter().map(|member| &member.rule));
            }
            all.extend(table.known_misspellings.iter().map(|misspelling| &misspelling.rule));
        }
        all.extend(
            self.bindings.values().flat_map(|binding| &binding.rejected_cases).map(|rejected| &rejected.rule),
        );
        all.extend(self.members.values().flatten().map(|rule| &rule.rule));
        all.extend(self.formats.values().map(|format| &format.rule));
        all.extend(
            self.conditions.values().flat_map(|conditions| conditions.values()).map(|rule| &rule.rule),
        );
        all
    }
}

impl Key {
    /// The highest severity that its rule reports; none where it only describes the key.
    fn reports(&self) -> Option<RuleSeverity> {
        match self.requirement {
            Requirement::Always
            | Requirement::Declared(_)
            | Requirement::With(..)
            | Requirement::Without(_) => Some(self.rule.severity),
            Requirement::Family(Some(_)) => Some(RuleSeverity::Warning),
            Requirement::Optional | Requirement::Ignored | Requirement::Family(None) => {
                (self.value != KeyValue::Any).then_some(RuleSeverity::Warning)
            }
        }
    }
}

impl Rules {
    /// Every rule of tables, maps, members and string formats that reports something, with the highest severity.
    pub(crate) fn reporting<'r>(&'r self) -> Vec<(&'r Rule, RuleSeverity)> {
        let mut all = Vec::new();
        let stated = |rule: &'r Rule| (rule, rule.severity);
        for table in self.tables.values() {
            for case in &table.cases {
                all.extend(case.keys.iter().filter_map(|key| Some((&key.rule, key.reports()?))));
                let members =
                    case.members.iter().filter(|member| member.presence != MemberPresence::Optional);
                all.extend(members.map(|member| stated(&member.rule)));
            }
            all.extend(table.known_misspellings.iter().map(|misspelling| stated(&misspelling.rule)));
        }
        all.extend(
            self.bindings
                .values()
                .flat_map(|binding| &binding.rejected_cases)
                .map(|rejected| stated(&rejected.rule)),
        );
        all.extend(self.members.values().flatten().map(|member| stated(&member.rule)));
        all.extend(self.formats.values().map(|format| stated(&format.rule)));
        all
    }
}

/// Checks that no two rules have the same id.
pub(super) fn unique(errors: &mut Diagnostics, rules: &Rules) {
    let mut by_id: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in rules.all() {
        if let Some(first) = by_id.insert(&rule.id, rule).filter(|first| first.span != rule.span) {
            let message = format!("two rules have the id `{}`", rule.id);
            let later = if first.span > rule.span { first.span } else { rule.span };
            errors.push(Diagnostic::error(message).at(later));
        }
    }
}
