//! The classes of characters that a pattern tells apart.

use std::collections::BTreeMap;

use super::reading::{Limit, Unchecked};
use super::set::{ClassSet, LAST};
use super::syntax::Node;

/// How many classes an automaton may tell apart.
pub(super) const MAX_CLASSES: usize = 256;
/// How many sets a pattern may name.
const MAX_SETS: usize = 512;

/// Some of the classes of a partition, one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Mask([u64; MAX_CLASSES / 64]);

impl Mask {
    /// The mask with one class more.
    fn with(mut self, class: usize) -> Self {
        self.0[class / 64] |= 1 << (class % 64);
        self
    }

    /// Whether a class is among them.
    pub(super) fn contains(self, class: u8) -> bool {
        let class = usize::from(class);
        self.0[class / 64] >> (class % 64) & 1 == 1
    }

    /// The classes of either mask.
    pub(super) fn union(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }
}

/// All characters, in classes such that each set of a pattern is a union of some.
#[derive(Debug)]
pub(super) struct Partition {
    /// The classes, in the order of their first characters.
    pub(super) blocks: Vec<ClassSet>,
    masks: BTreeMap<ClassSet, Mask>,
}

/// Which of a pattern's sets an interval is in, one bit for each.
type Signature = [u64; MAX_SETS / 64];

impl Partition {
    /// The coarsest partition for the sets of a pattern.
    ///
    /// # Errors
    ///
    /// Too many sets or classes.
    pub(super) fn of(node: &Node) -> Result<Self, Unchecked> {
        let mut masks = BTreeMap::new();
        gather(node, &mut masks);
        if masks.len() > MAX_SETS {
            return Err(Unchecked::TooLarge { limit: Limit::Classes, cap: MAX_CLASSES });
        }
        let sets: Vec<&ClassSet> = masks.keys().collect();
        let (blocks, signatures) = blocks(&sets);
        if blocks.len() > MAX_CLASSES {
            return Err(Unchecked::TooLarge { limit: Limit::Classes, cap: MAX_CLASSES });
        }
        for (index, mask) in masks.values_mut().enumerate() {
            let inside = |signature: &Signature| signature[index / 64] >> (index % 64) & 1 == 1;
            let classes = (0..blocks.len()).filter(|&class| inside(&signatures[class]));
            *mask = classes.fold(Mask::default(), Mask::with);
        }
        Ok(Self { blocks, masks })
    }

    /// The classes of a set of the pattern.
    pub(super) fn mask(&self, set: &ClassSet) -> Mask {
        self.masks.get(set).copied().expect("each set of the pattern is part of the partition")
    }

    /// All classes.
    pub(super) fn all(&self) -> Mask {
        (0..self.blocks.len()).fold(Mask::default(), Mask::with)
    }
}

fn gather(node: &Node, masks: &mut BTreeMap<ClassSet, Mask>) {
    if let Node::Set(set) = node
        && !masks.contains_key(set)
    {
        masks.insert(set.clone(), Mask::default());
    }
    node.children().iter().for_each(|child| gather(child, masks));
}

/// The classes for some sets, each with its signature.
fn blocks(sets: &[&ClassSet]) -> (Vec<ClassSet>, Vec<Signature>) {
    let mut toggles: Vec<(u32, usize)> = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        toggles.extend(set.ranges().iter().flat_map(|&(first, last)| [(first, index), (last + 1, index)]));
    }
    toggles.sort_unstable();
    let mut found: Vec<(Signature, Vec<(u32, u32)>)> = Vec::new();
    let mut places: BTreeMap<Signature, usize> = BTreeMap::new();
    let mut signature = Signature::default();
    let mut from = 0;
    for (at, index) in toggles.into_iter().chain([(LAST + 1, 0)]) {
        let range = (from, at.wrapping_sub(1));
        if at > from && !ClassSet::new([range]).is_empty() {
            let place = *places.entry(signature).or_insert_with(|| {
                found.push((signature, Vec::new()));
                found.len() - 1
            });
            found[place].1.push(range);
        }
        from = at;
        signature[index / 64] ^= 1 << (index % 64);
    }
    found.into_iter().map(|(signature, ranges)| (ClassSet::new(ranges), signature)).unzip()
}
