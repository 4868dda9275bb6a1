//! All that a check found.

use std::fmt;

use super::severity::Severity;
use super::violation::Violation;
use super::violations::Violations;

/// All that a check found: errors and warnings, or nothing.
///
/// At most [`Violations::LIMIT`] are kept; an error is kept before a warning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub(super) list: Vec<Violation>,
    pub(super) omitted: usize,
}

impl Report {
    /// Adds what `violation` makes, which is asked only if there is room for it.
    pub(crate) fn add(&mut self, severity: Severity, violation: impl FnOnce() -> Violation) {
        if self.list.len() < Violations::LIMIT {
            self.list.push(violation());
            return;
        }
        self.omitted = self.omitted.saturating_add(1);
        let warning = |kept: &Violation| kept.severity() == Severity::Warning;
        if severity == Severity::Error
            && let Some(last) = self.list.iter().rposition(warning)
        {
            self.list.remove(last);
            self.list.push(violation());
        }
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether an error was found.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// What the service is known to refuse.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.list.iter().filter(|violation| violation.severity() == Severity::Error)
    }

    /// What the service may accept.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.list.iter().filter(|violation| violation.severity() == Severity::Warning)
    }

    /// All that is kept, in the order in which it was found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// How many more violations there were than are kept.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The violations, errors and warnings alike, or the value if there are none.
    ///
    /// # Errors
    ///
    /// All that was found.
    pub(crate) fn finish<T>(self, value: T) -> Result<T, Violations> {
        Violations::of(self.list, self.omitted).map_or(Ok(value), Err)
    }

    /// The same, of errors alone.
    pub(crate) fn finish_errors(mut self) -> Result<(), Violations> {
        self.list.retain(|violation| violation.severity() == Severity::Error);
        self.finish(())
    }
}

/// One violation a line, with its severity.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.list.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{}: {violation}", violation.severity().as_str())?;
        }
        if self.omitted > 0 { write!(f, "\nand {} more", self.omitted) } else { Ok(()) }
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
