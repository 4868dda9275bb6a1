//! The ids of rules.

use std::collections::BTreeMap;

use super::{Key, KeyValue, Need, Presence, Rule, Rules, Severity};
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
            all.extend(table.mistakes.iter().map(|mistake| &mistake.rule));
        }
        all.extend(self.bindings.values().flat_map(|binding| &binding.refuses).map(|(_, rule)| rule));
        all.extend(self.members.values().flatten().map(|rule| &rule.rule));
        all.extend(self.forms.values().map(|form| &form.rule));
        all.extend(
            self.conditions.values().flat_map(|conditions| conditions.values()).map(|rule| &rule.rule),
        );
        all
    }
}

impl Key {
    /// What its rule reports at most; nothing where it only describes the key.
    fn reports(&self) -> Option<Severity> {
        match self.need {
            Need::Always | Need::Declared(_) | Need::With(..) | Need::Without(_) => Some(self.rule.severity),
            Need::Family(Some(_)) => Some(Severity::Warning),
            Need::Optional | Need::Ignored | Need::Family(None) => {
                (self.value != KeyValue::Any).then_some(Severity::Warning)
            }
        }
    }
}

impl Rules {
    /// Every rule of tables, bindings, members and forms that reports something, with what it reports at most.
    pub(crate) fn reporting<'r>(&'r self) -> Vec<(&'r Rule, Severity)> {
        let mut all = Vec::new();
        let stated = |rule: &'r Rule| (rule, rule.severity);
        for table in self.tables.values() {
            for case in &table.cases {
                all.extend(case.keys.iter().filter_map(|key| Some((&key.rule, key.reports()?))));
                let members = case.members.iter().filter(|member| member.presence != Presence::Optional);
                all.extend(members.map(|member| stated(&member.rule)));
            }
            all.extend(table.mistakes.iter().map(|mistake| stated(&mistake.rule)));
        }
        all.extend(self.bindings.values().flat_map(|binding| &binding.refuses).map(|(_, rule)| stated(rule)));
        all.extend(self.members.values().flatten().map(|member| stated(&member.rule)));
        all.extend(self.forms.values().map(|form| stated(&form.rule)));
        all
    }
}

/// Two rules must not have one id.
pub(super) fn unique(errors: &mut Diagnostics, rules: &Rules) {
    let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in rules.all() {
        if let Some(first) = seen.insert(&rule.id, rule).filter(|first| first.place != rule.place) {
            let message = format!("two rules have the id `{}`", rule.id);
            let later = if first.place > rule.place { first.place } else { rule.place };
            errors.push(Diagnostic::error(message).at(later));
        }
    }
}
