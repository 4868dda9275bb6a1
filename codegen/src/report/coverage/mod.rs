//! How every constraint and every rule of a model is enforced.

mod entries;

use std::fmt;

pub(crate) use self::entries::coverage;
pub use crate::lower::checks::Enforcement;

/// Every constraint and every rule of a model, with its enforcement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The protocol of the crate, by its name, then the others that the service speaks.
    pub protocols: Vec<&'static str>,
    /// The entries, by owner and in the order of the traits.
    pub entries: Vec<CoverageEntry>,
    /// How members travel that are not in the body under their own names: `GetThingInput$id`, `in the path`.
    pub places: Vec<(String, String)>,
    /// The traits of the model that have no effect on messages, by id.
    pub traits: Vec<TraitEntry>,
    /// The operations for whose requests no example was found that is known to satisfy everything.
    pub without_example: Vec<String>,
    /// What the abbreviations of sources stand for, of those that an entry has.
    pub sources: Vec<(String, String)>,
}

/// One constraint or rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoverageEntry {
    /// The shape or member, without its namespace: `SignUpRequest$Password`.
    pub owner: String,
    /// What is required: `length 1..55`, or the id of a rule.
    pub constraint: String,
    /// How it is enforced.
    pub enforcement: Enforcement,
    /// Where a rule comes from.
    pub sources: Vec<String>,
}

/// A trait that has no effect on messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraitEntry {
    /// Its id.
    pub id: String,
    /// How many shapes and members have it.
    pub places: usize,
    /// Why it has none.
    pub reason: &'static str,
}

impl Coverage {
    /// How many entries are enforced in each way, in a fixed order.
    pub fn counts(&self) -> Vec<(&Enforcement, usize)> {
        let mut all: Vec<&Enforcement> = self.entries.iter().map(|entry| &entry.enforcement).collect();
        all.sort();
        all.chunk_by(|a, b| a == b).map(|group| (group[0], group.len())).collect()
    }

    /// Whether everything that can occur in a request is enforced.
    pub fn is_complete(&self) -> bool {
        !self.entries.iter().any(|entry| matches!(entry.enforcement, Enforcement::Unchecked(_)))
    }
}

/// The protocol, the counts, then a line for each entry, grouped by owner, then places and traits, then what sources stand for.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.protocols.as_slice() {
            [] => {}
            [protocol] => writeln!(f, "Protocol: {protocol}\n")?,
            [protocol, others @ ..] => {
                writeln!(f, "Protocol: {protocol}; the service also speaks {}\n", others.join(", "))?;
            }
        }
        for (enforcement, count) in self.counts() {
            writeln!(f, "{count:>5}  {enforcement}")?;
        }
        for group in self.entries.chunk_by(|a, b| a.owner == b.owner) {
            writeln!(f, "\n{}", group[0].owner)?;
            for entry in group {
                write!(f, "  {}: {}", entry.constraint, entry.enforcement)?;
                let sources = entry.sources.join(", ");
                if sources.is_empty() { writeln!(f)? } else { writeln!(f, " [{sources}]")? }
            }
        }
        if !self.places.is_empty() {
            writeln!(f, "\nHow members travel that are not in the body under their own names")?;
        }
        self.places.iter().try_for_each(|(member, place)| writeln!(f, "  {member}: {place}"))?;
        if !self.traits.is_empty() {
            writeln!(f, "\nTraits without effect on messages")?;
        }
        for TraitEntry { id, places, reason } in &self.traits {
            let places = if *places == 1 { "1 place".to_owned() } else { format!("{places} places") };
            writeln!(f, "  {id} ({places}): {reason}")?;
        }
        if !self.without_example.is_empty() {
            writeln!(f, "\nOperations whose example may not satisfy all constraints")?;
        }
        self.without_example.iter().try_for_each(|name| writeln!(f, "  {name}"))?;
        if !self.sources.is_empty() {
            writeln!(f, "\nSources")?;
        }
        self.sources.iter().try_for_each(|(name, words)| writeln!(f, "  {name}: {words}"))
    }
}

/// The words of reports.
impl fmt::Display for Enforcement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Construction => "enforced by build() and strict reading",
            Self::Reading => "enforced by strict reading, and reported by check() as a warning",
            Self::Strict => "enforced by a strict policy",
            Self::Validate => "enforced by validate()",
            Self::Warning => "reported by check() as a warning",
            Self::AlwaysSatisfied => "satisfied by every value",
            Self::ResponsesOnly => "not enforced: only in responses",
            Self::Replaced => "not enforced: replaced by its members' own",
            Self::Unreachable => "not enforced: no operation leads to it",
            Self::Unchecked(reason) => return write!(f, "not enforced: {reason}"),
        })
    }
}
