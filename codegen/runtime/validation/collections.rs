//! Lists and maps.

use std::any::Any;
use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use super::super::report::Kind;
use super::super::wire::MapKey;
use super::check::Checker;
use super::constraint::{Constrained, Constraint};
use super::cursor::Cursor;
use super::length::Length;

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

    /// Checks that no element is twice in a list, by what `distinct` says of lists of its type.
    fn unique<T: 'static>(&mut self, at: &Cursor<'_>, list: &[T], distinct: &'static dyn Any) {
        if distinct.downcast_ref::<Distinct<T>>().is_some_and(|Distinct(is_distinct)| !is_distinct(list)) {
            self.constraint(at, Kind::UniqueItems);
        }
    }
}

/// Whether no element of a list of such elements is there twice.
#[derive(Debug)]
pub struct Distinct<T>(fn(&[T]) -> bool);

impl<T: Eq + Hash> Distinct<T> {
    /// The one that there is.
    pub const OF: Self = Self(is_distinct::<T>);
}

/// Whether no element is twice in a list. For a list of more than a few, a table of its elements is allocated.
fn is_distinct<T: Eq + Hash>(list: &[T]) -> bool {
    if list.len() <= FEW {
        !list.iter().enumerate().any(|(index, value)| list[..index].contains(value))
    } else {
        let mut seen = HashSet::with_capacity(list.len());
        list.iter().all(|value| seen.insert(value))
    }
}

impl<T: Constrained + 'static> Constrained for [T] {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        for constraint in constraints {
            match *constraint {
                Constraint::Length(min, max) => check.length(at, self, Length { min, max }),
                Constraint::Unique(distinct) => check.unique(at, self, distinct),
                Constraint::Each(inner) => {
                    check.each(at, self, |at, value, check| value.constrain(at, inner, check));
                }
                _ => {}
            }
        }
    }
}

impl<T: Constrained + 'static> Constrained for Vec<T> {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        self.as_slice().constrain(at, constraints, check);
    }
}

impl<K: MapKey + Constrained, T: Constrained> Constrained for BTreeMap<K, T> {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        for constraint in constraints {
            match *constraint {
                Constraint::Length(min, max) => check.length(at, self, Length { min, max }),
                Constraint::Keys(inner) => {
                    check.keys_of(at, self, |at, key, check| key.constrain(at, inner, check));
                }
                Constraint::Values(inner) => {
                    check.values_of(at, self, |at, value, check| value.constrain(at, inner, check));
                }
                _ => {}
            }
        }
    }
}
