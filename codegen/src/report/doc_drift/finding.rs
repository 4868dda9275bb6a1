//! What a comparison can find.

use std::collections::{BTreeMap, BTreeSet};

/// One difference between the rules and a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is about a case of a table.
    Case {
        /// The table's id.
        table: String,
        /// The case.
        case: String,
        /// What differs.
        change: CaseChange,
    },
    /// It is about a key of a case.
    Key {
        /// The table's id.
        table: String,
        /// The case; nothing for a key that the prose names outside of the cases.
        case: Option<String>,
        /// The key.
        key: String,
        /// What differs.
        change: KeyChange,
    },
    /// Prose could not be read.
    Unreadable {
        /// The table's id.
        table: String,
        /// The case; nothing outside of the cases.
        case: Option<String>,
        /// What is wrong.
        problem: Problem,
    },
    /// No governed member has documentation.
    NoProse,
    /// A member that a rule is about is not in the model.
    NoMember {
        /// The structure's name and the member's, with `$` between.
        member: String,
    },
    /// A constraint of a governed member is another.
    Drift {
        /// The shape that has the constraint, or the structure's name and the member's, with `$` between.
        subject: String,
        /// Which constraint.
        constraint: Constraint,
        /// What the project's model has.
        here: String,
        /// What the other model has.
        there: String,
    },
}

/// What differs about a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseChange {
    /// The prose has it, the enum has it, the rules lack it.
    Appeared,
    /// The prose has it, the enum and the rules lack it.
    AppearedUnmodeled,
    /// The prose and the rules have it, the enum lacks it.
    Unmodeled,
    /// The rules have it, the prose has no entry.
    NoEntry,
    /// The prose has an entry, the rules say that the operation refuses it.
    Refused,
    /// The enum has it, the rules lack it.
    NotInRules,
    /// The rules have it, the enum lacks it.
    NotInModel,
}

/// What differs about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyChange {
    /// The prose requires it, the rules know it and do not require it.
    Required,
    /// The prose requires it, the rules do not know it.
    RequiredUnknown,
    /// The rules require it, the prose names it without requiring it.
    Relaxed,
    /// The rules require it, the prose does not name it.
    Gone,
    /// The prose names it, the rules do not know it.
    Unknown,
}

/// Why prose could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The map's documentation has no entry for any case.
    NoTable,
    /// An entry names no keys.
    NoKeys,
    /// An example has a brace, and no keys that can be read.
    BrokenExample,
}

/// A constraint that two models may have differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constraint {
    /// Whether the member is required.
    Required,
    /// `length`.
    Length,
    /// `range`.
    Range,
    /// `pattern`.
    Pattern,
    /// The values of an enum.
    Values,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The rules and the model contradict each other, or something could not be read at all.
    Conflict,
    /// Something to know of; the rules hold all the same.
    Notice,
}

/// Where a finding was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// The members whose documentation or constraints it is about: the structure's name, `$` and the member's.
    pub members: BTreeSet<String>,
    /// The operations that these belong to.
    pub operations: BTreeSet<String>,
}

/// Findings by their ids; a finding that is made twice is one with two places.
pub type Findings = BTreeMap<String, Found>;

impl Found {
    /// A finding that was not made anywhere yet.
    pub(super) fn new(finding: Finding) -> Self {
        Self { finding, members: BTreeSet::new(), operations: BTreeSet::new() }
    }
}

impl Finding {
    /// A name that stays the same as long as the difference does.
    pub fn id(&self) -> String {
        match self {
            Self::Case { table, case, change } => format!("case/{table}/{case}/{}", change.slug()),
            Self::Key { table, case, key, change } => {
                format!("key/{table}/{}/{key}/{}", or_any(case.as_ref()), change.slug())
            }
            Self::Unreadable { table, case, problem } => {
                format!("prose/{table}/{}/{}", or_any(case.as_ref()), problem.slug())
            }
            Self::NoProse => "prose/none".to_owned(),
            Self::NoMember { member } => format!("member/{member}/missing"),
            Self::Drift { subject, constraint, there, .. } => {
                format!("constraint/{subject}/{}/{there}", constraint.slug())
            }
        }
    }

    /// The case that it is about, if it is about one.
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Case { case, .. } => Some(case),
            Self::Key { case, .. } | Self::Unreadable { case, .. } => case.as_deref(),
            Self::NoProse | Self::NoMember { .. } | Self::Drift { .. } => None,
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Case { change, .. } => change.weight(),
            Self::Key { change, .. } => change.weight(),
            Self::Unreadable { .. } | Self::NoProse | Self::NoMember { .. } => Weight::Conflict,
            Self::Drift { .. } => Weight::Notice,
        }
    }
}

fn or_any(case: Option<&String>) -> &str {
    case.map_or("any", String::as_str)
}

impl CaseChange {
    fn slug(self) -> &'static str {
        match self {
            // A name that appeared is one finding, whether or not the enum follows later.
            Self::Appeared | Self::AppearedUnmodeled => "appeared",
            Self::Unmodeled => "not-in-enum",
            Self::NoEntry => "no-entry",
            Self::Refused => "refused",
            Self::NotInRules => "not-in-rules",
            Self::NotInModel => "not-in-model",
        }
    }

    fn weight(self) -> Weight {
        match self {
            Self::Appeared | Self::NoEntry | Self::Refused | Self::NotInRules => Weight::Conflict,
            Self::AppearedUnmodeled | Self::Unmodeled | Self::NotInModel => Weight::Notice,
        }
    }
}

impl KeyChange {
    fn slug(self) -> &'static str {
        match self {
            Self::Required | Self::RequiredUnknown => "required",
            Self::Relaxed => "relaxed",
            Self::Gone => "gone",
            Self::Unknown => "unknown",
        }
    }

    fn weight(self) -> Weight {
        match self {
            Self::Required | Self::RequiredUnknown | Self::Relaxed | Self::Gone => Weight::Conflict,
            Self::Unknown => Weight::Notice,
        }
    }
}

impl Problem {
    fn slug(self) -> &'static str {
        match self {
            Self::NoTable => "no-table",
            Self::NoKeys => "no-keys",
            Self::BrokenExample => "broken-example",
        }
    }
}

impl Constraint {
    /// Its name in ids and reports.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Length => "length",
            Self::Range => "range",
            Self::Pattern => "pattern",
            Self::Values => "values",
        }
    }
}
