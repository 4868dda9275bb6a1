//! Checking patterns.

use super::super::report::Kind;
use super::at::At;
use super::check::Checker;
use super::pattern::Pattern;

impl Checker<'_> {
    /// Checks a pattern.
    pub fn pattern(&mut self, at: &At<'_>, value: &str, pattern: &'static Pattern) {
        if !pattern.is_match(value) {
            self.constraint(at, Kind::Pattern { pattern: pattern.text() });
        }
    }
}
