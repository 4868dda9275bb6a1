//! Sets of shapes.

use crate::resolve::validation::index::NodeId;

/// A set of shapes of one model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::resolve::validation) struct NodeSet {
    words: Vec<u64>,
}

impl NodeSet {
    /// A set that can hold `count` shapes, and holds none.
    pub(super) fn new(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)] }
    }

    /// The set of all `count` shapes.
    pub(super) fn full(count: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; count.div_ceil(64)] };
        if let Some(last) = set.words.last_mut().filter(|_| !count.is_multiple_of(64)) {
            *last = (1 << (count % 64)) - 1;
        }
        set
    }

    /// The set of one shape.
    pub(super) fn of(count: usize, node: NodeId) -> Self {
        let mut set = Self::new(count);
        set.insert(node);
        set
    }

    /// Adds a shape.
    pub(super) fn insert(&mut self, node: NodeId) {
        self.words[node as usize / 64] |= 1 << (node % 64);
    }

    /// Whether a shape is there.
    pub(in crate::resolve::validation) fn contains(&self, node: NodeId) -> bool {
        self.words[node as usize / 64] & (1 << (node % 64)) != 0
    }

    /// Whether none is there.
    pub(in crate::resolve::validation) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Adds the shapes of another set.
    pub(super) fn extend(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Takes out the shapes of another set.
    pub(super) fn remove(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Whether a shape is in both sets.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).any(|(word, other)| word & other != 0)
    }

    /// All shapes, in order.
    pub(in crate::resolve::validation) fn iter(&self) -> impl Iterator<Item = NodeId> {
        let bits = |(at, &word): (usize, &u64)| {
            let mut rest = word;
            let next = move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(at as NodeId * 64 + bit)
            };
            std::iter::from_fn(next)
        };
        self.words.iter().enumerate().flat_map(bits)
    }
}
