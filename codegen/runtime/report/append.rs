//! Several reports as one.

use super::findings::Report;
use super::violation::Violation;

impl Report {
    /// Adds all that another report holds, as far as there is room, but for what `leave_out` names.
    pub(crate) fn append(&mut self, other: Self, leave_out: impl Fn(&Violation) -> bool) {
        self.omitted = self.omitted.saturating_add(other.omitted);
        for violation in other.list.into_iter().filter(|violation| !leave_out(violation)) {
            self.add(violation.severity(), || violation);
        }
    }
}
