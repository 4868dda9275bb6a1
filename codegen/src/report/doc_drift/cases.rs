//! Holds what prose says of the cases of a table against the rules.

use super::compare::{Comparison, Subject};
use super::extract::{Case, Said};
use super::finding::{CaseChange, Finding, KeyChange, Problem};
use super::input::{Keys, Table};
use super::words;

/// Compares the documentation of a map: each case must have an entry, and each entry must have the keys.
pub(super) fn of_map(comparison: &mut Comparison<'_>, subject: &Subject<'_>, table: &Table, said: &Said) {
    let mut report = Report { comparison, subject, table };
    if said.cases.is_empty() {
        report.unreadable(None, Problem::NoTable);
        return;
    }
    for (name, case) in &said.cases {
        report.entry(name, case, said);
    }
    let taken = table.cases.keys().filter(|name| !subject.bond.rejected_cases.contains(*name));
    for name in taken.filter(|name| !said.cases.contains_key(*name)) {
        report.case(name, CaseChange::NoEntry);
    }
    report.around(said);
}

/// Compares the documentation of a member that names the case: its entries are not complete, so only what they
/// say is news, not what they leave out.
pub(super) fn of_discriminator(
    comparison: &mut Comparison<'_>,
    subject: &Subject<'_>,
    table: &Table,
    said: &Said,
) {
    let mut report = Report { comparison, subject, table };
    for (name, case) in &said.cases {
        if let Some(keys) = report.known(name) {
            report.said_keys(name, keys, case);
        }
    }
    report.around(said);
}

/// Where findings about one member go.
struct Report<'r, 'c> {
    comparison: &'r mut Comparison<'c>,
    subject: &'r Subject<'r>,
    table: &'r Table,
}

impl<'r> Report<'r, '_> {
    fn entry(&mut self, name: &str, case: &Case, said: &Said) {
        let Some(keys) = self.known(name) else { return };
        if self.subject.bond.rejected_cases.contains(name) {
            self.case(name, CaseChange::Refused);
        }
        if said.unreadable.contains(&Some(name.to_owned())) {
            return;
        }
        if case.keys().is_empty() {
            self.unreadable(Some(name), Problem::NoKeys);
            return;
        }
        self.said_keys(name, keys, case);
        self.unsaid_keys(name, keys, case);
    }

    /// The keys that the rules have for a case; that they or the enum lack the case is a finding.
    fn known(&mut self, name: &str) -> Option<&'r Keys> {
        let keys = self.table.cases.get(name);
        let change = match (keys.is_some(), self.comparison.is_modeled(self.table, name)) {
            (true, true) => None,
            (true, false) => Some(CaseChange::Unmodeled),
            (false, true) => Some(CaseChange::Appeared),
            (false, false) => Some(CaseChange::AppearedUnmodeled),
        };
        if let Some(change) = change {
            self.case(name, change);
        }
        keys
    }

    /// What an entry says, held against the rules.
    fn said_keys(&mut self, name: &str, keys: &Keys, case: &Case) {
        for key in case.keys() {
            let is_known = words::knows(&keys.known, key);
            let is_required = case.required.contains(key);
            let is_sent = keys.parameters.contains(key) && case.mentioned.contains(key);
            let change = match (is_known, is_required) {
                (true, true) if !keys.required.contains(key) => KeyChange::Required,
                (false, true) => KeyChange::RequiredUnknown,
                (false, false) if !is_sent => KeyChange::Unknown,
                (true | false, _) => continue,
            };
            self.key(Some(name), key, change);
        }
    }

    /// What the rules say, held against an entry.
    fn unsaid_keys(&mut self, name: &str, keys: &Keys, case: &Case) {
        let named = case.keys();
        for key in keys.required.iter().filter(|key| !case.required.contains(*key)) {
            let change = if named.contains(key) { KeyChange::Relaxed } else { KeyChange::Gone };
            self.key(Some(name), key, change);
        }
    }

    /// What stands outside of the entries, and the examples that could not be read.
    fn around(&mut self, said: &Said) {
        for case in &said.unreadable {
            self.unreadable(case.as_deref(), Problem::BrokenExample);
        }
        let is_known = |key: &str| self.table.cases.values().any(|keys| words::knows(&keys.known, key));
        let unknown: Vec<&String> = said.outside.iter().filter(|key| !is_known(key)).collect();
        for key in unknown {
            self.key(None, key, KeyChange::Unknown);
        }
    }

    fn case(&mut self, case: &str, change: CaseChange) {
        self.add(Finding::Case { table: self.table.id.clone(), case: case.to_owned(), change });
    }

    fn key(&mut self, case: Option<&str>, key: &str, change: KeyChange) {
        let (table, case) = (self.table.id.clone(), case.map(str::to_owned));
        self.add(Finding::Key { table, case, key: key.to_owned(), change });
    }

    fn unreadable(&mut self, case: Option<&str>, problem: Problem) {
        let (table, case) = (self.table.id.clone(), case.map(str::to_owned));
        self.add(Finding::Unreadable { table, case, problem });
    }

    fn add(&mut self, finding: Finding) {
        self.comparison.add(self.subject.structure, self.subject.member, finding);
    }
}
