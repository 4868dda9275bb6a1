//! Checking patterns.

use super::super::report::Kind;
use super::check::Checker;
use super::cursor::Cursor;
use super::pattern::Pattern;

impl Checker<'_> {
    /// Checks a pattern.
    pub fn pattern(&mut self, at: &Cursor<'_>, value: &str, pattern: &'static Pattern) {
        if !pattern.is_match(value) {
            self.constraint(at, Kind::Pattern { pattern: pattern.text() });
        }
    }
}
