//! Lists and maps.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::super::report::Kind;
use super::super::wire::MapKey;
use super::check::Checker;
use super::cursor::Cursor;

/// Up to how many elements each is compared with each.
const FEW: usize = 16;

impl Checker<'_> {
    /// Checks each element of a list.
    pub fn each<T>(&mut self, at: &Cursor<'_>, list: &[T], element: impl Fn(&Cursor<'_>, &T, &mut Self)) {
        for (index, value) in list.iter().enumerate() {
            element(&at.index(index), value, self);
        }
    }

    /// Checks each key of a map; a violation stands at the map itself.
    pub fn keys_of<K: MapKey, V>(
        &mut self,
        at: &Cursor<'_>,
        map: &BTreeMap<K, V>,
        key: impl Fn(&Cursor<'_>, &K, &mut Self),
    ) {
        map.keys().for_each(|value| key(at, value, self));
    }

    /// Checks each value of a map.
    pub fn values_of<K: MapKey, V>(
        &mut self,
        at: &Cursor<'_>,
        map: &BTreeMap<K, V>,
        value: impl Fn(&Cursor<'_>, &V, &mut Self),
    ) {
        for (key, held) in map {
            value(&at.key(key.as_key()), held, self);
        }
    }

    /// Checks that no value is twice in a list. A list of more than a few allocates a table of its elements.
    pub fn unique<T: Eq + Hash>(&mut self, at: &Cursor<'_>, list: &[T]) {
        let repeated = if list.len() <= FEW {
            list.iter().enumerate().any(|(index, value)| list[..index].contains(value))
        } else {
            let mut seen = HashSet::with_capacity(list.len());
            !list.iter().all(|value| seen.insert(value))
        };
        if repeated {
            self.constraint(at, Kind::UniqueItems);
        }
    }
}
