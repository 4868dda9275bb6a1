//! A minimal automaton laid out as the runtime reads it.

use super::automaton::Automaton;
use super::class_map::ClassMap;
use super::reading::{Limit, Unchecked};
use super::{Caps, ClassSet};

/// How many cells a table can have: a cell holds the place of a row in 16 bits.
const MAX_CELLS: usize = 1 << 16;

/// A minimal automaton over classes of characters.
///
/// States are numbered in this order: those that reject, those that accept, those that accept whatever follows, the
/// one that rejects whatever follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    classes: Vec<ClassSet>,
    next: Vec<u16>,
    start: usize,
    accepting: usize,
    settled: usize,
    dead: usize,
    states: usize,
    also: Option<Box<Table>>,
}

/// What a state is, in the order in which states stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Rejecting,
    Accepting,
    AcceptingAll,
    RejectingAll,
}

impl Table {
    /// The table of a minimal automaton over classes.
    pub(super) fn of(automaton: &Automaton, blocks: &[ClassSet], caps: &Caps) -> Result<Self, Unchecked> {
        let (automaton, becomes) = automaton.with_equal_classes_merged();
        let (automaton, classes) = with_commonest_class_first(&automaton, &merged(blocks, &becomes));
        let table = ordered(&automaton, classes);
        if table.cells() > MAX_CELLS || table.bytes() > caps.bytes {
            return Err(Unchecked::TooLarge { limit: Limit::Bytes, cap: caps.bytes.min(2 * MAX_CELLS) });
        }
        Ok(table)
    }

    /// The table with another that must accept as well.
    pub(super) fn with(self, also: Self) -> Self {
        Self { also: Some(Box::new(also)), ..self }
    }

    /// The table that must accept as well: some patterns are too large for one.
    pub fn also(&self) -> Option<&Table> {
        self.also.as_deref()
    }

    /// The classes, by number; each character is in one.
    pub fn classes(&self) -> &[ClassSet] {
        &self.classes
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.states
    }

    /// The state before the first character.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The first of the states that accept; those that do not, [`Table::dead`] aside, stand before it.
    pub fn accepting(&self) -> usize {
        self.accepting
    }

    /// The first of the states that are never left.
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// The state that rejects whatever follows; where there is none, the number of states.
    pub fn dead(&self) -> usize {
        self.dead
    }

    /// The state behind a state and a character of a class.
    pub fn next(&self, state: usize, class: usize) -> usize {
        usize::from(self.next[state * self.classes.len() + class])
    }

    /// Whether a string that ends in a state is right.
    pub fn accepts(&self, state: usize) -> bool {
        (self.accepting..self.dead).contains(&state)
    }

    /// Whether a string is right, by this table and the one that must accept as well.
    pub(super) fn accepts_text(&self, text: &str) -> bool {
        let class = |c: char| self.classes.iter().position(|class| class.contains(c)).unwrap_or_default();
        let end = text.chars().fold(self.start, |state, c| self.next(state, class(c)));
        self.accepts(end) && self.also().is_none_or(|also| also.accepts_text(text))
    }

    /// How many cells the table has: one for each state and class.
    pub fn cells(&self) -> usize {
        self.next.len()
    }

    /// How many bytes the cells take.
    pub fn bytes(&self) -> usize {
        if self.cells() <= 256 { self.cells() } else { 2 * self.cells() }
    }

    /// The place of a state's row among the cells.
    pub fn row(&self, state: usize) -> usize {
        state * self.classes.len()
    }

    /// The cells: for each state and class, the place of the row of the next state.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.next.iter().map(|&state| self.row(usize::from(state)))
    }

    /// The class of each character.
    pub fn map(&self) -> ClassMap {
        ClassMap::of(&self.classes)
    }
}

/// The classes that some classes become.
fn merged(blocks: &[ClassSet], becomes: &[usize]) -> Vec<ClassSet> {
    let count = becomes.iter().max().map_or(0, |last| last + 1);
    let mut ranges = vec![Vec::new(); count];
    for (block, &class) in blocks.iter().zip(becomes) {
        ranges[class].extend(block.ranges().iter().copied());
    }
    ranges.into_iter().map(ClassSet::new).collect()
}

/// Class 0 is what the runtime's list of ASCII leaves out, so it is the one with the most of it.
fn with_commonest_class_first(automaton: &Automaton, classes: &[ClassSet]) -> (Automaton, Vec<ClassSet>) {
    let ascii = |class: &ClassSet| class.chars().take_while(char::is_ascii).count();
    let commonest = (0..classes.len()).rev().max_by_key(|&class| ascii(&classes[class])).unwrap_or(0);
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order[..=commonest].rotate_right(1);
    let row = |state| order.iter().map(move |&class| automaton.row(state)[class]);
    let next = (0..automaton.states()).flat_map(row).collect();
    let reordered = Automaton { classes: classes.len(), next, accepting: automaton.accepting.clone() };
    (reordered, order.iter().map(|&class| classes[class].clone()).collect())
}

/// The table with its states in order.
fn ordered(automaton: &Automaton, classes: Vec<ClassSet>) -> Table {
    let kind = |state: usize| match (automaton.accepting[state], automaton.is_settled(state)) {
        (false, false) => Kind::Rejecting,
        (true, false) => Kind::Accepting,
        (true, true) => Kind::AcceptingAll,
        (false, true) => Kind::RejectingAll,
    };
    let mut order: Vec<usize> = (0..automaton.states()).collect();
    order.sort_by_key(|&state| kind(state));
    let mut place = vec![0u16; order.len()];
    for (number, &state) in order.iter().enumerate() {
        // Too many states mean too many cells, which are refused afterwards.
        place[state] = u16::try_from(number).unwrap_or(u16::MAX);
    }
    let before = |first: Kind| order.iter().filter(|&&state| kind(state) < first).count();
    let next = order.iter().flat_map(|&state| automaton.row(state)).map(|&next| place[next as usize]);
    Table {
        next: next.collect(),
        start: usize::from(place[0]),
        accepting: before(Kind::Accepting),
        settled: before(Kind::AcceptingAll),
        dead: before(Kind::RejectingAll),
        states: order.len(),
        also: None,
        classes,
    }
}
