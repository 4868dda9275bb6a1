//! Conditions, and rules on members.

use super::super::report::{Count, Kind, Rule};
use super::super::smithy::Document;
use super::check::Checker;
use super::cursor::Cursor;
use super::policy::Switch;

/// A rule on which members are there together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberRule {
    /// What stands behind it.
    pub rule: Rule,
    /// The switch that must be declared for it to hold.
    pub when: Option<Switch>,
    /// How many of the members must be there.
    pub count: Count,
    /// The members, each with its Rust field.
    pub members: &'static [(&'static str, &'static str)],
}

/// Whether JMESPath counts a document as true: anything but `null`, `false` and what is empty.
pub fn is_truthy(document: &Document) -> bool {
    match document {
        Document::Null => false,
        Document::Bool(value) => *value,
        Document::Number(_) => true,
        Document::String(text) => !text.is_empty(),
        Document::Array(elements) => !elements.is_empty(),
        Document::Object(entries) => !entries.is_empty(),
    }
}

impl Count {
    /// Whether it is right that so many of `all` are there.
    pub(super) fn holds(self, present: usize, all: usize) -> bool {
        match self {
            Self::All => present == all,
            Self::AtLeastOne => present > 0,
            Self::AtMostOne => present < 2,
            Self::ExactlyOne => present == 1,
        }
    }
}

impl Checker<'_> {
    /// Checks a condition of the model, unless nobody wants to know.
    pub fn condition(
        &mut self,
        at: &Cursor<'_>,
        name: &'static str,
        rule: &'static Rule,
        holds: impl FnOnce() -> bool,
    ) {
        if self.wants(rule.severity) && !holds() {
            self.broken(at, rule, Kind::Condition { name }, None);
        }
    }

    /// Checks how many of some members are there: `present` says of each whether it is.
    pub fn members(&mut self, at: &Cursor<'_>, rule: &'static MemberRule, present: &[bool]) {
        let MemberRule { rule, when, count, members } = rule;
        let holds = count.holds(present.iter().filter(|present| **present).count(), members.len());
        let declared = when.is_none_or(|switch| self.policy().has(switch));
        if holds || !declared || !self.wants(rule.severity) {
            return;
        }
        if *count != Count::All {
            return self.broken(at, rule, Kind::Members { members, count: *count }, None);
        }
        for (&(member, field), _) in members.iter().zip(present).filter(|(_, present)| !**present) {
            self.broken(&at.member(member, field), rule, Kind::MissingMember { member, case: None }, None);
        }
    }
}
