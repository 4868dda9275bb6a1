//! What becomes of every constraint and every rule of a model.

mod list;

use std::fmt;

pub(crate) use self::list::coverage;

/// Every constraint and every rule of a model, with what becomes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The entries, by owner and in the order of the traits.
    pub entries: Vec<Entry>,
    /// What the abbreviations of sources stand for, of those that an entry has.
    pub sources: Vec<(String, String)>,
}

/// One constraint or rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The shape or member, without its namespace: `SignUpRequest$Password`.
    pub owner: String,
    /// What is stated: `length 1..55`, or the id of a rule.
    pub what: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Where a rule comes from.
    pub sources: Vec<String>,
}

/// What becomes of a constraint or rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// `build()` and strict reading enforce it.
    Construction,
    /// A strict policy enforces it.
    Strict,
    /// `validate()` enforces it.
    Validate,
    /// `check()` warns of it.
    Warning,
    /// It holds for every value.
    Holds,
    /// Responses alone have it, and those are never checked.
    Responses,
    /// Every member that targets the shape has one of its own in its place.
    Replaced,
    /// No operation that is kept leads to it.
    Unreached,
    /// It cannot be checked, for a reason.
    Unchecked(String),
}

impl Fate {
    /// What becomes of it, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Construction => "enforced by build() and strict reading".to_owned(),
            Self::Strict => "enforced by a strict policy".to_owned(),
            Self::Validate => "enforced by validate()".to_owned(),
            Self::Warning => "reported by check() as a warning".to_owned(),
            Self::Holds => "holds for every value".to_owned(),
            Self::Responses => "not enforced: only in responses".to_owned(),
            Self::Replaced => "not enforced: replaced by its members' own".to_owned(),
            Self::Unreached => "not enforced: no operation leads to it".to_owned(),
            Self::Unchecked(reason) => format!("not enforced: {reason}"),
        }
    }
}

impl Coverage {
    /// How many entries end in each way, in a fixed order.
    pub fn counts(&self) -> Vec<(String, usize)> {
        let mut fates: Vec<&Fate> = self.entries.iter().map(|entry| &entry.fate).collect();
        fates.sort();
        let groups = fates.chunk_by(|a, b| a == b);
        groups.map(|group| (group[0].words(), group.len())).collect()
    }

    /// Whether everything that has a place in a request is enforced.
    pub fn is_whole(&self) -> bool {
        !self.entries.iter().any(|entry| matches!(entry.fate, Fate::Unchecked(_)))
    }
}

/// The counts, then a line for each entry, grouped by owner, then what its sources stand for.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (words, count) in self.counts() {
            writeln!(f, "{count:>5}  {words}")?;
        }
        for group in self.entries.chunk_by(|a, b| a.owner == b.owner) {
            writeln!(f, "\n{}", group[0].owner)?;
            for entry in group {
                write!(f, "  {}: {}", entry.what, entry.fate.words())?;
                let sources = entry.sources.join(", ");
                if sources.is_empty() { writeln!(f)? } else { writeln!(f, " [{sources}]")? }
            }
        }
        if !self.sources.is_empty() {
            writeln!(f, "\nSources")?;
        }
        self.sources.iter().try_for_each(|(name, words)| writeln!(f, "  {name}: {words}"))
    }
}
