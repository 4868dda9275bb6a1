//! What is wrong with the documentation of a model.

mod examples;
mod findings;
mod mentions;
mod names;

use crate::diagnostics::Diagnostic;

pub(crate) use self::findings::{findings, with_stale};

/// One thing that is wrong with documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: LintKind,
    /// What it is and where.
    pub diagnostic: Diagnostic,
}

/// What can be wrong with documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LintKind {
    /// Something that users meet has none.
    Undocumented,
    /// It is about something that the model lacks.
    Gone,
    /// It names or links to something that is not there.
    LeadsNowhere,
    /// It only says what the documentation of its target says.
    Repeats,
    /// An example shows what the model does not allow.
    Unfit,
}

impl LintKind {
    /// Every kind, in the order of reports.
    pub const ALL: [Self; 5] =
        [Self::Undocumented, Self::Gone, Self::LeadsNowhere, Self::Repeats, Self::Unfit];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undocumented => "undocumented",
            Self::Gone => "gone",
            Self::LeadsNowhere => "leads-nowhere",
            Self::Repeats => "repeats",
            Self::Unfit => "unfit",
        }
    }
}
