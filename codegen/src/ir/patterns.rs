//! Compiled patterns as generated crates carry them.

use std::collections::BTreeMap;

use crate::names::ConstName;

/// The patterns of a crate.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns {
    /// Maps of what is beyond ASCII, which patterns share: entries of the runtime's form.
    pub(crate) maps: BTreeMap<ConstName, Vec<u32>>,
    /// The patterns, by name.
    pub(crate) statics: Vec<PatternStatic>,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct PatternStatic {
    /// Its static.
    pub(crate) name: ConstName,
    /// What it says of itself, in one line.
    pub(crate) docs: String,
    /// The pattern as the model writes it.
    pub(crate) text: String,
    /// How it is matched.
    pub(crate) matcher: Matcher,
}

/// How a pattern is matched.
#[derive(Clone, Debug)]
pub(crate) enum Matcher {
    /// All characters are of class 1, and there are so many of them.
    Count {
        /// The class of each character.
        classes: CharClasses,
        /// How many characters there are at least.
        min: u32,
        /// How many characters there are at most.
        max: Option<u32>,
    },
    /// An automaton accepts.
    Automaton(Automaton),
    /// Two automata accept; the second has a static of its own.
    Both(Automaton, ConstName, Automaton),
}

/// The class of each character.
#[derive(Clone, Debug)]
pub(crate) struct CharClasses {
    /// Ranges of ASCII with their class, without those of class 0.
    pub(crate) ascii: Vec<(u8, u8, u8)>,
    /// The map of what is beyond ASCII, unless all of that is of one kind.
    pub(crate) beyond: Option<ConstName>,
    /// The class of each kind that the map tells apart.
    pub(crate) kinds: Vec<u8>,
}

/// An automaton, as the rows of a table. A state is the place of its row.
#[derive(Clone, Debug)]
pub(crate) struct Automaton {
    /// The class of each character.
    pub(crate) classes: CharClasses,
    /// The state before the first character.
    pub(crate) start: usize,
    /// The first state that accepts.
    pub(crate) accepting: usize,
    /// The first state that is never left.
    pub(crate) settled: usize,
    /// The state that rejects whatever follows.
    pub(crate) dead: usize,
    /// For each state and class, the next state.
    pub(crate) cells: Vec<usize>,
    /// How wide a cell is.
    pub(crate) width: CellWidth,
}

/// How wide the cells of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellWidth {
    /// One byte.
    Narrow,
    /// Two bytes.
    Wide,
}
