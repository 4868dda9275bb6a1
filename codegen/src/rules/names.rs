//! The ids of rules.

use std::collections::BTreeMap;

use super::{Rule, Rules};
use crate::fault::{Errors, Fault};

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

/// Two rules must not have one id.
pub(super) fn unique(errors: &mut Errors, rules: &Rules) {
    let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in rules.all() {
        if let Some(first) = seen.insert(&rule.id, rule).filter(|first| first.place != rule.place) {
            let message = format!("two rules have the id `{}`", rule.id);
            let later = if first.place > rule.place { first.place } else { rule.place };
            errors.push(Fault::error(message).at(later));
        }
    }
}
