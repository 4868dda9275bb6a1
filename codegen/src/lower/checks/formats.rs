//! Checks of the formats of strings.

use crate::ir::checks::{FormatCheck, GuardedFormat, RuleCheck};
use crate::names::ConstName;
use crate::resolve::graph::{Members, Shape};
use crate::rules::{FormatRule, Rules};

/// The check of a format.
pub(super) fn check(format: &FormatRule) -> FormatCheck {
    FormatCheck { format: format.format.clone(), rule: ConstName::of(&format.rule.id) }
}

/// The checks of a structure's members whose format depends on the value of another member.
pub(super) fn guarded(rules: &Rules, shape: &Shape, members: &Members) -> Vec<RuleCheck> {
    let guarded = members.keys().enumerate().filter_map(|(member, name)| {
        let format = rules.formats.get(&(shape.id.clone(), Some(name.clone())))?;
        let (by, values) = format.guard.clone()?;
        let by = members.get_index_of(&by).expect("`rules` has checked the member");
        Some(RuleCheck::Guarded(GuardedFormat { check: check(format), member, by, values }))
    });
    guarded.collect()
}
