//! What stands behind a violation of a rule of the model.

use super::severity::Severity;

/// A rule that the model states beyond its traits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id, unique in the model: `challenge-responses/SMS_MFA/SMS_MFA_CODE`.
    pub id: &'static str,
    /// How sure it is that the service refuses what breaks the rule.
    pub severity: Severity,
    /// One sentence for people; empty where there is none.
    pub documentation: &'static str,
    /// The service's own words for it, where they are known.
    pub message: Option<&'static str>,
    /// The code of the modeled error that the service answers with, where it is known.
    pub error: Option<&'static str>,
}

/// How many of some members must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Each of them.
    All,
    /// One or more.
    AtLeastOne,
    /// None or one.
    AtMostOne,
    /// One.
    ExactlyOne,
}

impl Count {
    /// What must hold of members whose names are listed.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::All => "all of",
            Self::AtLeastOne => "at least one of",
            Self::AtMostOne => "at most one of",
            Self::ExactlyOne => "exactly one of",
        }
    }
}
