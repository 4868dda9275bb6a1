//! Checking patterns.

use super::constraint::Matcher;
use super::pattern::Pattern;

impl Matcher for Pattern {
    fn is_match(&self, text: &str) -> bool {
        Self::is_match(self, text)
    }

    fn text(&self) -> &'static str {
        Self::text(self)
    }
}
