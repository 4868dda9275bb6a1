//! Messages of violations with their paths as AWS's older services write them.

use std::fmt;

use super::path::{Path, Segment};
use super::violation::Violation;

impl Violation {
    /// The message with its path as Cognito and its kin write paths: `challengeResponses.SMS_MFA_CODE`.
    pub(crate) fn dotted_message(&self) -> String {
        self.message_at(&Dotted(self.path()))
    }
}

/// A path as AWS's older services write it: members begin in lower case, elements are counted from 1.
struct Dotted<'p>(&'p Path);

impl fmt::Display for Dotted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.0.segments().iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "." })?;
            match segment {
                Segment::Member(name) => {
                    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
                    write!(f, "{}{rest}", first.to_ascii_lowercase())?;
                }
                Segment::Index(index) => write!(f, "{}.member", index + 1)?,
                Segment::Key(key) => write!(f, "{key}")?,
                Segment::RedactedKey => f.write_str("*")?,
            }
        }
        Ok(())
    }
}
