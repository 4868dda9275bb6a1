//! Namespaces: no two things in one have the same name, and what changes to make it so is always the same.

use std::collections::{BTreeMap, BTreeSet};

/// The names of one namespace.
#[derive(Clone, Debug)]
pub(super) struct NameRegistry {
    /// What nothing of the model may be called here.
    reserved: BTreeSet<String>,
    /// What stands behind a name that is reserved: `UNKNOWN` becomes `UnknownValue`.
    suffix: &'static str,
    /// What stands before the number of the second and later ones of a name.
    separator: &'static str,
    taken: BTreeSet<String>,
}

impl NameRegistry {
    /// A namespace without names.
    pub(super) fn new<'r>(
        reserved: impl IntoIterator<Item = &'r str>,
        suffix: &'static str,
        separator: &'static str,
    ) -> Self {
        let reserved = reserved.into_iter().map(str::to_owned).collect();
        Self { reserved, suffix, separator, taken: BTreeSet::new() }
    }

    /// A name for each that is wanted, in their order. Those that can keep theirs do, whatever becomes of the others;
    /// of several that want the same name the first does.
    pub(super) fn assign(&mut self, wanted: Vec<String>) -> Vec<String> {
        let kept: Vec<bool> = wanted
            .iter()
            .map(|name| !self.reserved.contains(name) && self.taken.insert(name.clone()))
            .collect();
        wanted.into_iter().zip(kept).map(|(name, kept)| if kept { name } else { self.other(name) }).collect()
    }

    fn other(&mut self, mut name: String) -> String {
        while self.reserved.contains(&name) {
            name.push_str(self.suffix);
        }
        let start = name.trim_end_matches('_');
        let numbered = (2_usize..).map(|number| format!("{start}{}{number}", self.separator));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !self.taken.contains(name));
        let free = free.expect("there are more numbers than names");
        self.taken.insert(free.clone());
        free
    }
}

/// Where each name stands that an earlier one equals, with where the first of them stands.
pub(super) fn repeated(names: impl Iterator<Item = String>) -> Vec<(usize, usize)> {
    let mut first = BTreeMap::new();
    let place = |(at, name): (usize, String)| {
        let first = *first.entry(name).or_insert(at);
        (first != at).then_some((at, first))
    };
    names.enumerate().filter_map(place).collect()
}
