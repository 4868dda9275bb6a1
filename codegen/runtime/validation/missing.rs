//! What builders lack.

use super::super::report::{Kind, Path, Report, Segment, Severity, Violation, Violations};
use super::super::wire::FromWire;

/// Gathers the required members that a builder lacks.
#[derive(Clone, Debug, Default)]
pub struct Missing {
    report: Report,
}

impl Missing {
    /// The value of a required member. Where there is none, that is noted and a stand-in returned, which
    /// [`Missing::finish`] keeps from being seen.
    pub fn required<T: FromWire>(&mut self, wire: &'static str, field: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.note(wire, field);
            T::error_corrected_default()
        })
    }

    fn note(&mut self, wire: &'static str, field: &'static str) {
        self.report.add(Severity::Error, || {
            let path = Path::new(vec![Segment::Member(wire)]);
            Violation::of_constraint(path, Some(field), Kind::Required)
        });
    }

    /// Gives what was built.
    ///
    /// # Errors
    ///
    /// Every required member that was absent.
    pub fn finish<T>(self, built: T) -> Result<T, Violations> {
        self.report.finish(built)
    }
}
