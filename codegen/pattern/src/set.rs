//! Sets of characters, as sorted ranges of code points.

/// The first code point of UTF-16's surrogates, which are no characters of a string.
const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);
/// The last code point.
pub(super) const LAST: u32 = 0x10_FFFF;

/// A set of characters: ranges of code points, both ends included, ascending, neither overlapping nor touching.
///
/// Surrogates are in no set, since no Rust string holds one: ranges never include or cross them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassSet {
    ranges: Vec<(u32, u32)>,
}

impl ClassSet {
    /// The set of all code points in these ranges, in any order; empty ranges and surrogates are left out.
    pub fn new(ranges: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut parts: Vec<(u32, u32)> = ranges.into_iter().flat_map(without_surrogates).collect();
        parts.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::with_capacity(parts.len());
        for (first, last) in parts {
            match ranges.last_mut() {
                Some(before) if first <= before.1 + 1 => before.1 = before.1.max(last),
                Some(_) | None => ranges.push((first, last)),
            }
        }
        Self { ranges }
    }

    /// The set of one character.
    pub fn one(c: char) -> Self {
        Self::new([(c as u32, c as u32)])
    }

    /// The set of all characters.
    pub fn all() -> Self {
        Self::new([(0, LAST)])
    }

    /// The ranges of code points, both ends included, in ascending order.
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// Whether no character is in the set.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many characters are in the set.
    pub fn len(&self) -> usize {
        self.ranges.iter().map(|(first, last)| (last - first + 1) as usize).sum()
    }

    /// The characters of the set, in ascending order.
    pub fn chars(&self) -> impl Iterator<Item = char> {
        self.ranges.iter().flat_map(|&(first, last)| (first..=last).filter_map(char::from_u32))
    }

    /// Whether a character is in the set.
    pub fn contains(&self, c: char) -> bool {
        let index = self.ranges.partition_point(|range| range.1 < c as u32);
        self.ranges.get(index).is_some_and(|range| range.0 <= c as u32)
    }

    /// What is in either set.
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.ranges.iter().chain(&other.ranges).copied())
    }

    /// What is not in the set.
    pub fn complement(&self) -> Self {
        let mut next = 0;
        let mut gaps = Vec::with_capacity(self.ranges.len() + 1);
        for &(first, last) in &self.ranges {
            if next < first {
                gaps.push((next, first - 1));
            }
            next = last + 1;
        }
        if next <= LAST {
            gaps.push((next, LAST));
        }
        Self::new(gaps)
    }

    /// What is in both sets.
    pub fn intersection(&self, other: &Self) -> Self {
        self.complement().union(&other.complement()).complement()
    }
}

/// The parts of a range before and behind the surrogates.
fn without_surrogates((first, last): (u32, u32)) -> impl Iterator<Item = (u32, u32)> {
    let last = last.min(LAST);
    let parts = [(first, last.min(SURROGATES.0 - 1)), (first.max(SURROGATES.1 + 1), last)];
    parts.into_iter().filter(|(first, last)| first <= last)
}
