//! Automata over classes of characters, and the smallest one for a language.

use std::collections::BTreeMap;

/// A complete deterministic automaton; it starts in state 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Automaton {
    pub(super) classes: usize,
    /// The state behind each state and class, a row for a state.
    pub(super) next: Vec<u32>,
    pub(super) accepting: Vec<bool>,
}

impl Automaton {
    /// How many states it has.
    pub(super) fn states(&self) -> usize {
        self.accepting.len()
    }

    /// The states behind a state, one for each class.
    pub(super) fn row(&self, state: usize) -> &[u32] {
        &self.next[state * self.classes..(state + 1) * self.classes]
    }

    /// Whether a state is never left.
    pub(super) fn is_settled(&self, state: usize) -> bool {
        self.row(state).iter().all(|&next| next as usize == state)
    }

    /// The automaton with one state for each block of states, in the order in which its start reaches them.
    pub(super) fn joined(&self, block_of: &[u32]) -> Self {
        let mut order: Vec<usize> = Vec::new();
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        let mut number = |order: &mut Vec<usize>, state: usize| {
            *numbers.entry(block_of[state]).or_insert_with(|| {
                order.push(state);
                u32::try_from(order.len() - 1).expect("there are fewer blocks than states")
            })
        };
        number(&mut order, 0);
        let mut next = Vec::new();
        let mut open = 0;
        while let Some(&state) = order.get(open) {
            for &following in self.row(state) {
                next.push(number(&mut order, following as usize));
            }
            open += 1;
        }
        let accepting = order.iter().map(|&state| self.accepting[state]).collect();
        Self { classes: self.classes, next, accepting }
    }

    /// The automaton with equal columns as one, and the class that each of its classes becomes.
    pub(super) fn with_equal_classes_merged(&self) -> (Self, Vec<usize>) {
        let mut columns: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        let mut kept = Vec::new();
        let mut becomes = Vec::new();
        for class in 0..self.classes {
            let column = (0..self.states()).map(|state| self.row(state)[class]).collect();
            let fresh = columns.len();
            let number = *columns.entry(column).or_insert(fresh);
            if number == fresh {
                kept.push(class);
            }
            becomes.push(number);
        }
        let cells =
            (0..self.states()).flat_map(|state| kept.iter().map(move |&class| self.row(state)[class]));
        let merged = Self { classes: kept.len(), next: cells.collect(), accepting: self.accepting.clone() };
        (merged, becomes)
    }
}
