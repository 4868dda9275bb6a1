//! What a comparison can find.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::DifferenceKind;

/// One difference between rules and a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
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
        /// The case; none for a key that the documentation names outside of the cases.
        case: Option<String>,
        /// The key.
        key: String,
        /// What differs.
        change: KeyChange,
    },
    /// Documentation could not be read.
    Unreadable {
        /// The table's id.
        table: String,
        /// The case; none outside of the cases.
        case: Option<String>,
        /// What is wrong.
        problem: ReadingProblem,
    },
    /// No member that rules are about has documentation.
    NoDocumentation,
    /// A member that a rule is about is not in the model.
    NoMember {
        /// The structure's name and the member's, with `$` between.
        member: String,
    },
    /// A text asks for a value that its enum lacks.
    Value {
        /// The enum.
        owner: String,
        /// The value.
        value: String,
    },
    /// A constraint of a member that a rule is about differs.
    Constraint {
        /// The shape that has the constraint, or the structure's name and the member's, with `$` between.
        owner: String,
        /// Which constraint.
        kind: ConstraintKind,
        /// What the model with the rules has.
        ours: String,
        /// What the other model has.
        other: String,
    },
}

/// What differs about a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseChange {
    /// The documentation and the enum have it, the rules lack it.
    Appeared,
    /// The documentation has it, the enum and the rules lack it.
    AppearedUnmodeled,
    /// The documentation and the rules have it, the enum lacks it.
    Unmodeled,
    /// The rules have it, the documentation has no entry.
    NoEntry,
    /// The documentation has an entry, and the operation rejects it according to the rules.
    Rejected,
    /// The enum has it, the rules lack it.
    NotInRules,
    /// The rules have it, the enum lacks it.
    NotInModel,
}

/// What differs about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyChange {
    /// The documentation requires it, the rules know it and do not require it.
    Required,
    /// The documentation requires it, the rules do not know it.
    RequiredUnknown,
    /// The rules require it, the documentation names it without requiring it.
    Relaxed,
    /// The rules require it, the documentation does not name it.
    Gone,
    /// The documentation names it, the rules do not know it.
    Unknown,
}

/// Why documentation could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingProblem {
    /// The map's documentation has no entry for any case.
    NoTable,
    /// An entry names no keys.
    NoKeys,
    /// An example has a brace, and no keys that can be read.
    BrokenExample,
}

/// A constraint that two models may have differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConstraintKind {
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

/// How serious a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceSeverity {
    /// The rules and the model contradict each other, or something could not be read at all.
    Conflict,
    /// Something to know of; the rules may still be right.
    Notice,
}

/// A difference, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDifference {
    /// The difference.
    pub difference: Difference,
    /// The members whose documentation or constraints it is about: the structure's name, `$` and the member's.
    pub members: BTreeSet<String>,
    /// The operations that these belong to.
    pub operations: BTreeSet<String>,
}

/// Differences by their ids; one that is found twice has two places.
pub type Differences = BTreeMap<String, FoundDifference>;

impl FoundDifference {
    /// A difference that was not found anywhere yet.
    pub(super) fn new(difference: Difference) -> Self {
        Self { difference, members: BTreeSet::new(), operations: BTreeSet::new() }
    }
}

impl Difference {
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
            Self::NoDocumentation => "prose/none".to_owned(),
            Self::NoMember { member } => format!("member/{member}/missing"),
            Self::Value { owner, value } => format!("value/{owner}/{value}/not-in-enum"),
            Self::Constraint { owner, kind, other, .. } => {
                format!("constraint/{owner}/{}/{other}", kind.slug())
            }
        }
    }

    /// What it is about.
    pub fn kind(&self) -> DifferenceKind {
        match self {
            Self::Case { .. } => DifferenceKind::Case,
            Self::Key { .. } => DifferenceKind::Key,
            Self::Unreadable { .. } | Self::NoDocumentation => DifferenceKind::Prose,
            Self::NoMember { .. } => DifferenceKind::Member,
            Self::Value { .. } => DifferenceKind::Value,
            Self::Constraint { .. } => DifferenceKind::Constraint,
        }
    }

    /// The case that it is about, if it is about one.
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Case { case, .. } => Some(case),
            Self::Key { case, .. } | Self::Unreadable { case, .. } => case.as_deref(),
            Self::NoDocumentation | Self::NoMember { .. } | Self::Value { .. } | Self::Constraint { .. } => {
                None
            }
        }
    }

    /// How serious it is.
    pub fn severity(&self) -> DifferenceSeverity {
        match self {
            Self::Case { change, .. } => change.severity(),
            Self::Key { change, .. } => change.severity(),
            Self::Unreadable { .. } | Self::NoDocumentation | Self::NoMember { .. } => {
                DifferenceSeverity::Conflict
            }
            Self::Value { .. } | Self::Constraint { .. } => DifferenceSeverity::Notice,
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
            Self::Rejected => "refused",
            Self::NotInRules => "not-in-rules",
            Self::NotInModel => "not-in-model",
        }
    }

    fn severity(self) -> DifferenceSeverity {
        match self {
            Self::Appeared | Self::NoEntry | Self::Rejected | Self::NotInRules => {
                DifferenceSeverity::Conflict
            }
            Self::AppearedUnmodeled | Self::Unmodeled | Self::NotInModel => DifferenceSeverity::Notice,
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

    fn severity(self) -> DifferenceSeverity {
        match self {
            Self::Required | Self::RequiredUnknown | Self::Relaxed | Self::Gone => {
                DifferenceSeverity::Conflict
            }
            Self::Unknown => DifferenceSeverity::Notice,
        }
    }
}

impl ReadingProblem {
    fn slug(self) -> &'static str {
        match self {
            Self::NoTable => "no-table",
            Self::NoKeys => "no-keys",
            Self::BrokenExample => "broken-example",
        }
    }
}

impl ConstraintKind {
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
