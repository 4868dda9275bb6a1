//! What is wrong with the documentation of a model.

mod examples;
mod findings;

pub(crate) use self::findings::findings;
use crate::diagnostics::{Diagnostic, Severity};

/// One thing that is wrong with documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What sort of thing.
    pub sort: Sort,
    /// What it is and where.
    pub fault: Diagnostic,
}

/// What can be wrong with documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
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

impl Sort {
    /// Every sort, in the order of reports.
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

/// All findings, with what earlier stages found stale, by place.
pub(crate) fn with_stale(mut findings: Vec<Finding>, faults: Vec<Diagnostic>) -> Vec<Finding> {
    let stale = faults.into_iter().filter(|fault| fault.stale && fault.severity == Severity::Warning);
    findings.extend(stale.map(|fault| Finding { sort: Sort::Gone, fault }));
    findings.sort_by_cached_key(|Finding { sort, fault }| {
        (fault.place, *sort, fault.message.clone(), fault.shape.clone())
    });
    // A text may name the same thing twice.
    findings.dedup();
    findings
}
