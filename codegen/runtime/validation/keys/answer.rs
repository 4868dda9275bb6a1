//! Between typed answers and the maps that travel.

use std::collections::BTreeMap;

use super::super::super::report::{Kind, Path, Report, Segment, Severity, Violation, Violations};
use super::Case;

/// The keys that have a value, as a map.
pub fn entries<const N: usize>(keys: [(&'static str, Option<String>); N]) -> BTreeMap<String, String> {
    keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// What stays of an earlier map in one that takes its place: these keys, where they have a value.
pub fn keep(map: &mut BTreeMap<String, String>, before: Option<&BTreeMap<String, String>>, keys: &[&str]) {
    let kept = keys.iter().filter_map(|key| Some(((*key).to_owned(), before?.get(*key)?.clone())));
    map.extend(kept);
}

/// A value that has a text of its own under a key.
pub trait KeyText: Sized + Default {
    /// What the text must be, in words.
    const FORM: &'static str;

    /// The value of a text.
    fn read(text: &str) -> Option<Self>;
}

impl KeyText for i64 {
    const FORM: &'static str = "an integer of 64 bits in decimal digits";

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|_| !text.starts_with('+'))
    }
}

impl KeyText for bool {
    const FORM: &'static str = "`true` or `false`";

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
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
            self.note(key, Kind::MissingKey { key: key.into(), case: self.case.name });
            String::new()
        })
    }

    /// The same of a number or boolean.
    pub fn required_value<T: KeyText>(&mut self, key: &'static str) -> T {
        if !self.map.contains_key(key) {
            self.note(key, Kind::MissingKey { key: key.into(), case: self.case.name });
        }
        self.value(key).unwrap_or_default()
    }

    /// The number or boolean of a key that may be absent. A text that is none is noted.
    pub fn value<T: KeyText>(&mut self, key: &'static str) -> Option<T> {
        let value = T::read(self.map.get(key)?);
        if value.is_none() {
            self.note(key, Kind::Form { form: T::FORM.to_owned() });
        }
        value
    }

    fn note(&mut self, key: &'static str, kind: Kind) {
        let case: &'static Case = self.case;
        self.report.add(Severity::Error, || {
            let path = Path::new(vec![Segment::Key(key.into())]);
            let violation = Violation::of_constraint(path, None, kind);
            match case.keys.iter().find(|known| known.name == key) {
                Some(known) => violation.of_value(&known.rule, Severity::Error, None),
                None => violation,
            }
        });
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
    /// Every required key that was absent, and every value that is not what its key holds.
    pub fn finish<T>(self, answer: T) -> Result<T, Violations> {
        self.report.finish(answer)
    }
}
