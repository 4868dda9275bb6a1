//! What is wrong with the documentation of a model.

mod examples;
mod findings;
mod mentions;
mod names;

use crate::diagnostics::Diagnostic;

pub(crate) use self::findings::{findings, with_stale};
pub use crate::resolve::traits::documentation::STUB;

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
    /// A stub stands where documentation is to be written.
    Unfinished,
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
    pub const ALL: [Self; 6] =
        [Self::Undocumented, Self::Unfinished, Self::Gone, Self::LeadsNowhere, Self::Repeats, Self::Unfit];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undocumented => "undocumented",
            Self::Unfinished => "unfinished",
            Self::Gone => "gone",
            Self::LeadsNowhere => "leads-nowhere",
            Self::Repeats => "repeats",
            Self::Unfit => "unfit",
        }
    }
}
