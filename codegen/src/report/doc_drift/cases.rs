//! Compares what documentation says of the cases of a key table with the rules.

use super::compare::{Comparison, TableMember};
use super::difference::{CaseChange, Difference, KeyChange, ReadingProblem};
use super::extract::{DocumentedCase, DocumentedTable};
use super::facts::{CaseFacts, TableFacts};
use super::vocabulary;

/// Compares the documentation of a map: each case must have an entry, and each entry must have the keys.
pub(super) fn compare_map(
    comparison: &mut Comparison<'_>,
    member: &TableMember<'_>,
    table: &TableFacts,
    documented: &DocumentedTable,
) {
    let mut compared = MemberComparison { comparison, member, table };
    if documented.cases.is_empty() {
        compared.add_problem(None, ReadingProblem::NoTable);
        return;
    }
    for (name, case) in &documented.cases {
        compared.entry(name, case, documented);
    }
    let taken = table.cases.keys().filter(|name| !member.map.rejected_cases.contains(*name));
    for name in taken.filter(|name| !documented.cases.contains_key(*name)) {
        compared.add_case(name, CaseChange::NoEntry);
    }
    compared.outside(documented);
}

/// Compares the documentation of a member that names the case. Its entries are not complete: what they say may differ
/// from the rules, and what they leave out does not.
pub(super) fn compare_discriminator(
    comparison: &mut Comparison<'_>,
    member: &TableMember<'_>,
    table: &TableFacts,
    documented: &DocumentedTable,
) {
    let mut compared = MemberComparison { comparison, member, table };
    for (name, case) in &documented.cases {
        if let Some(facts) = compared.facts(name) {
            compared.documented_keys(name, facts, case);
        }
    }
    compared.outside(documented);
}

/// The comparison of one member.
struct MemberComparison<'r, 'c> {
    comparison: &'r mut Comparison<'c>,
    member: &'r TableMember<'r>,
    table: &'r TableFacts,
}

impl<'r> MemberComparison<'r, '_> {
    fn entry(&mut self, name: &str, case: &DocumentedCase, documented: &DocumentedTable) {
        let Some(facts) = self.facts(name) else { return };
        if self.member.map.rejected_cases.contains(name) {
            self.add_case(name, CaseChange::Rejected);
        }
        if documented.unreadable.contains(&Some(name.to_owned())) {
            return;
        }
        if case.keys().is_empty() {
            self.add_problem(Some(name), ReadingProblem::NoKeys);
            return;
        }
        self.documented_keys(name, facts, case);
        self.missing_keys(name, facts, case);
    }

    /// What the rules say of a case; that they or the enum lack the case is a difference.
    fn facts(&mut self, name: &str) -> Option<&'r CaseFacts> {
        let facts = self.table.cases.get(name);
        let change = match (facts.is_some(), self.comparison.is_modeled(self.table, name)) {
            (true, true) => None,
            (true, false) => Some(CaseChange::Unmodeled),
            (false, true) => Some(CaseChange::Appeared),
            (false, false) => Some(CaseChange::AppearedUnmodeled),
        };
        if let Some(change) = change {
            self.add_case(name, change);
        }
        facts
    }

    /// Keys that an entry names, and that the rules do not know or do not require.
    fn documented_keys(&mut self, name: &str, facts: &CaseFacts, case: &DocumentedCase) {
        for key in case.keys() {
            let is_known = vocabulary::knows(&facts.known, key);
            let is_required = case.required.contains(key);
            let is_sent = facts.parameters.contains(key) && case.mentioned.contains(key);
            let change = match (is_known, is_required) {
                (true, true) if !facts.required.contains(key) => KeyChange::Required,
                (false, true) => KeyChange::RequiredUnknown,
                (false, false) if !is_sent => KeyChange::Unknown,
                (true | false, _) => continue,
            };
            self.add_key(Some(name), key, change);
        }
    }

    /// Keys that the rules require and an entry does not.
    fn missing_keys(&mut self, name: &str, facts: &CaseFacts, case: &DocumentedCase) {
        let named = case.keys();
        for key in facts.required.iter().filter(|key| !case.required.contains(*key)) {
            let change = if named.contains(key) { KeyChange::Relaxed } else { KeyChange::Gone };
            self.add_key(Some(name), key, change);
        }
    }

    /// Keys outside of the entries, and examples that could not be read.
    fn outside(&mut self, documented: &DocumentedTable) {
        for case in &documented.unreadable {
            self.add_problem(case.as_deref(), ReadingProblem::BrokenExample);
        }
        let cases = || self.table.cases.values();
        let is_known = |key: &str| cases().any(|facts| vocabulary::knows(&facts.known, key));
        let unknown: Vec<&String> = documented.outside.iter().filter(|key| !is_known(key)).collect();
        for key in unknown {
            self.add_key(None, key, KeyChange::Unknown);
        }
    }

    fn add_case(&mut self, case: &str, change: CaseChange) {
        self.add(Difference::Case { table: self.table.id.clone(), case: case.to_owned(), change });
    }

    fn add_key(&mut self, case: Option<&str>, key: &str, change: KeyChange) {
        let (table, case) = (self.table.id.clone(), case.map(str::to_owned));
        self.add(Difference::Key { table, case, key: key.to_owned(), change });
    }

    fn add_problem(&mut self, case: Option<&str>, problem: ReadingProblem) {
        let (table, case) = (self.table.id.clone(), case.map(str::to_owned));
        self.add(Difference::Unreadable { table, case, problem });
    }

    fn add(&mut self, difference: Difference) {
        self.comparison.add(self.member.structure, self.member.name, difference);
    }
}
