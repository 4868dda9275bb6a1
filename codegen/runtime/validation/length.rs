//! Lengths.

use std::collections::BTreeMap;

/// The bounds of a length, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least length.
    pub min: Option<u64>,
    /// The greatest length.
    pub max: Option<u64>,
}

impl Length {
    fn holds(self, length: u64) -> bool {
        self.min.is_none_or(|min| length >= min) && self.max.is_none_or(|max| length <= max)
    }
}

/// A value that has a length.
pub trait Measure {
    /// How long it is.
    fn measure(&self) -> u64;

    /// Whether its length is within bounds.
    fn fits(&self, bounds: Length) -> bool {
        bounds.holds(self.measure())
    }
}

/// The length of a string is the number of its Unicode scalar values.
impl Measure for str {
    fn measure(&self) -> u64 {
        self.chars().count() as u64
    }

    /// So many bytes are between a quarter as many and as many scalar values: mostly that decides.
    fn fits(&self, bounds: Length) -> bool {
        let most = self.len() as u64;
        let least = most.div_ceil(4);
        (bounds.holds(least) && bounds.holds(most)) || bounds.holds(self.measure())
    }
}

impl<T> Measure for [T] {
    fn measure(&self) -> u64 {
        self.len() as u64
    }
}

impl<K, V> Measure for BTreeMap<K, V> {
    fn measure(&self) -> u64 {
        self.len() as u64
    }
}
