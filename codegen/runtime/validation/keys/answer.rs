//! Between typed answers and the maps that travel.

use std::collections::BTreeMap;

use super::super::super::report::{Kind, Path, Report, Segment, Severity, Violation, Violations};
use super::Case;

/// The keys that have a value, as a map.
pub fn entries<const N: usize>(keys: [(&'static str, Option<String>); N]) -> BTreeMap<String, String> {
    keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// Reads the keys of a case out of a map.
#[derive(Debug)]
pub struct Keys<'m> {
    case: &'static Case,
    map: &'m BTreeMap<String, String>,
    report: Report,
}

impl<'m> Keys<'m> {
    /// The keys of this map in this case.
    pub fn new(case: &'static Case, map: &'m BTreeMap<String, String>) -> Self {
        Self { case, map, report: Report::default() }
    }

    /// The value of a key that the case always needs. Where there is none, that is noted and an empty string returned,
    /// which [`Keys::finish`] keeps from being seen.
    pub fn required(&mut self, key: &'static str) -> String {
        self.optional(key).unwrap_or_else(|| {
            let case: &'static Case = self.case;
            self.report.add(Severity::Error, || {
                let path = Path::new(vec![Segment::Key(key.into())]);
                let kind = Kind::MissingKey { key: key.into(), case: case.name };
                let violation = Violation::of_constraint(path, None, kind);
                match case.keys.iter().find(|known| known.name == key) {
                    Some(known) => violation.of_rule(&known.rule, Severity::Error, None),
                    None => violation,
                }
            });
            String::new()
        })
    }

    /// The value of a key that may be absent.
    pub fn optional(&self, key: &'static str) -> Option<String> {
        self.map.get(key).cloned()
    }

    /// The entries whose keys begin with this, without what they begin with.
    pub fn family(&self, prefix: &'static str) -> BTreeMap<String, String> {
        let entry =
            |(key, value): (&String, &String)| Some((key.strip_prefix(prefix)?.to_owned(), value.clone()));
        self.map.iter().filter_map(entry).collect()
    }

    /// Gives what was read.
    ///
    /// # Errors
    ///
    /// Every required key that was absent.
    pub fn finish<T>(self, answer: T) -> Result<T, Violations> {
        self.report.finish(answer)
    }
}
