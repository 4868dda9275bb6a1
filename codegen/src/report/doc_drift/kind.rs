//! The kinds of differences, by which people choose.

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// A case of a table.
    Case,
    /// A key of a case.
    Key,
    /// Documentation that is missing or could not be read.
    Prose,
    /// A member that the model lacks.
    Member,
    /// A value that an enum lacks.
    Value,
    /// A constraint.
    Constraint,
}

impl DifferenceKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Case, Self::Key, Self::Prose, Self::Member, Self::Value, Self::Constraint];

    /// Its name, with which ids begin.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Key => "key",
            Self::Prose => "prose",
            Self::Member => "member",
            Self::Value => "value",
            Self::Constraint => "constraint",
        }
    }
}
