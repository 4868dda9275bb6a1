//! The tables of keys.

use std::collections::BTreeMap;
use std::fmt;

use super::super::super::report::Rule;
use super::super::policy::Switch;
use super::super::string_format::StringFormat;

/// The keys of a map, case by case.
pub struct Table {
    /// Every case.
    pub cases: &'static [&'static Case],
    /// Keys that people send by mistake.
    pub mistakes: &'static [Mistake],
}

/// The keys of a map in one case.
pub struct Case {
    /// The value of the discriminator, which says what the map is for.
    pub name: &'static str,
    /// The table that this is a case of.
    #[doc(hidden)]
    pub table: &'static Table,
    /// What an absent or empty map means.
    #[doc(hidden)]
    pub absent: Option<Rule>,
    /// The keys whose absence is an error whatever else is known.
    #[doc(hidden)]
    pub needed: &'static [&'static str],
    /// Whether the absence of other keys may be an error, depending on the keys that are there.
    #[doc(hidden)]
    pub depends: bool,
    /// The keys, those of every case first.
    #[doc(hidden)]
    pub keys: &'static [Key],
    /// Members beside the map.
    #[doc(hidden)]
    pub members: &'static [Member],
}

/// A case and its table hold each other: each shows the names of the other alone.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.cases.iter().map(|case| case.name)).finish()
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&str> = self.keys.iter().map(|key| key.name).collect();
        let shown = &mut f.debug_struct("Case");
        shown
            .field("name", &self.name)
            .field("needed", &self.needed)
            .field("keys", &keys)
            .finish_non_exhaustive()
    }
}

/// A key of a map.
#[derive(Debug)]
pub struct Key {
    /// The key; of a family, what all its keys begin with.
    pub name: &'static str,
    /// What stands behind it.
    pub rule: Rule,
    /// When it must be there.
    pub requirement: Requirement,
    /// What is known of its value.
    pub value: KeyValue,
}

/// When a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Always.
    Always,
    /// When the caller declared something.
    Declared(Switch),
    /// When another key is there, with one of these values unless there are none.
    With(&'static str, &'static [&'static str]),
    /// When another key is not there.
    Without(&'static str),
    /// Never.
    Optional,
    /// Never: clients send it, and the service ignores it.
    Ignored,
    /// Never: it is a family, of which the service may have listed the keys that it needs.
    Family(Option<RelatedKeys>),
}

/// What is known of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyValue {
    /// Nothing.
    Any,
    /// Its form.
    Format(StringFormat),
    /// Where the service sent it before.
    Sent(RelatedKeys),
    /// Values that are known; there may be others.
    Known(&'static [&'static str]),
}

/// Keys of a map that belongs to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelatedKeys {
    /// The map, by its name in the model.
    pub map: &'static str,
    /// The keys; the first that is there counts.
    pub keys: &'static [&'static str],
}

/// A member beside a map.
#[derive(Debug)]
pub struct Member {
    /// Its name in the model.
    pub name: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// What stands behind it.
    pub rule: Rule,
}

/// Whether a member must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It has no meaning there.
    Absent,
}

/// A key that people send by mistake.
#[derive(Debug)]
pub struct Mistake {
    /// The key.
    pub key: &'static str,
    /// What stands behind it.
    pub rule: Rule,
}

impl Case {
    /// The keys that this case always needs.
    pub fn required_keys(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().filter(|key| key.requirement == Requirement::Always).map(|key| key.name)
    }

    /// A key of no family, or one of a family up to where its own name begins.
    pub(super) fn stem<'k>(key: &Key, text: &'k str) -> &'k str {
        let end = match key.requirement {
            Requirement::Family(_) => key.name.chars().next_back().and_then(|last| text.find(last)),
            _ => None,
        };
        end.and_then(|end| text.get(..=end)).unwrap_or(text)
    }

    /// Whether this case has use for a key.
    pub(super) fn takes(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known.name == key && known.requirement != Requirement::Ignored)
    }

    /// Whether this case knows a key, as one of its own or as a mistake.
    pub(super) fn expects(&self, key: &str) -> bool {
        self.knows(key) || self.table.mistakes.iter().any(|mistake| mistake.key == key)
    }

    /// Whether this case knows a key, by itself or as one of a family.
    pub fn knows(&self, key: &str) -> bool {
        self.keys.iter().any(|known| match known.requirement {
            Requirement::Family(_) => key.starts_with(known.name),
            _ => known.name == key,
        })
    }
}

/// The entries of a family: each key begins with what all of them do, put before it where it is not there yet.
pub fn family(prefix: &str, entries: BTreeMap<String, String>) -> impl Iterator<Item = (String, String)> {
    entries.into_iter().map(move |(key, value)| {
        let whole = if key.starts_with(prefix) { key } else { format!("{prefix}{key}") };
        (whole, value)
    })
}
