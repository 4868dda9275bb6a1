//! The smallest automaton of a language: Hopcroft's refinement of the states into blocks.

use super::automaton::Automaton;

/// The states in blocks, such that a block is split by moving states to its front.
struct Blocks {
    /// All states, those of a block together.
    states: Vec<u32>,
    /// Where each state stands.
    place: Vec<usize>,
    /// The block of each state.
    block_of: Vec<u32>,
    /// Where each block starts, and where it ends.
    bounds: Vec<(usize, usize)>,
    /// How many states of each block are marked; they stand at its front.
    marked: Vec<usize>,
}

/// The states before each state and class: those of one class and state stand together.
struct Before {
    starts: Vec<usize>,
    states: Vec<u32>,
}

/// The smallest automaton for the same strings, its states in the order in which the start reaches them.
pub(super) fn minimal(automaton: &Automaton) -> Automaton {
    let before = Before::of(automaton);
    let mut blocks = Blocks::of(automaton);
    let mut open: Vec<(u32, usize)> = Vec::new();
    for block in 0..blocks.bounds.len() {
        open.extend((0..automaton.classes).map(|class| (number(block), class)));
    }
    let mut is_open = vec![true; open.len()];
    while let Some((splitter, class)) = open.pop() {
        is_open[splitter as usize * automaton.classes + class] = false;
        for fresh in blocks.split_by(&before, splitter, class, automaton.states()) {
            is_open.resize(blocks.bounds.len() * automaton.classes, false);
            for class in 0..automaton.classes {
                let smaller = blocks.smaller(fresh);
                let index = |block: u32| block as usize * automaton.classes + class;
                let chosen = if is_open[index(fresh.0)] { fresh.1 } else { smaller };
                if !is_open[index(chosen)] {
                    is_open[index(chosen)] = true;
                    open.push((chosen, class));
                }
            }
        }
    }
    automaton.joined(&blocks.block_of)
}

impl Before {
    fn of(automaton: &Automaton) -> Self {
        let states = automaton.states();
        let key = |cell: usize| (cell % automaton.classes) * states + automaton.next[cell] as usize;
        let mut starts = vec![0; states * automaton.classes + 1];
        (0..automaton.next.len()).for_each(|cell| starts[key(cell) + 1] += 1);
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut filled = starts.clone();
        let mut before = vec![0; automaton.next.len()];
        for cell in 0..automaton.next.len() {
            before[filled[key(cell)]] = number(cell / automaton.classes);
            filled[key(cell)] += 1;
        }
        Self { starts, states: before }
    }

    fn of_state(&self, class: usize, state: u32, states: usize) -> &[u32] {
        let key = class * states + state as usize;
        &self.states[self.starts[key]..self.starts[key + 1]]
    }
}

impl Blocks {
    /// The states that accept and those that do not.
    fn of(automaton: &Automaton) -> Self {
        let count = automaton.states();
        let mut states: Vec<u32> = (0..count).map(number).collect();
        states.sort_by_key(|&state| automaton.accepting[state as usize]);
        let rejecting = automaton.accepting.iter().filter(|&&accepting| !accepting).count();
        let bounds: Vec<(usize, usize)> =
            [(0, rejecting), (rejecting, count)].into_iter().filter(|(start, end)| start < end).collect();
        let mut blocks = Self {
            place: vec![0; count],
            block_of: vec![0; count],
            marked: vec![0; bounds.len()],
            states,
            bounds,
        };
        for (block, &(start, end)) in blocks.bounds.iter().enumerate() {
            for place in start..end {
                let state = blocks.states[place] as usize;
                blocks.place[state] = place;
                blocks.block_of[state] = number(block);
            }
        }
        blocks
    }

    /// Splits each block into the states that a class leads into `splitter`, and the others. Gives the pairs.
    fn split_by(&mut self, before: &Before, splitter: u32, class: usize, states: usize) -> Vec<(u32, u32)> {
        let (start, end) = self.bounds[splitter as usize];
        let members = self.states[start..end].to_vec();
        let mut touched = Vec::new();
        for member in members {
            for &state in before.of_state(class, member, states) {
                self.mark(&mut touched, state);
            }
        }
        touched.into_iter().filter_map(|block| self.split(block)).collect()
    }

    /// Moves a state to the front of its block. A state has one successor for a class, so it is marked once.
    fn mark(&mut self, touched: &mut Vec<u32>, state: u32) {
        let block = self.block_of[state as usize] as usize;
        if self.marked[block] == 0 {
            touched.push(number(block));
        }
        let place = self.place[state as usize];
        let front = self.bounds[block].0 + self.marked[block];
        let other = self.states[front];
        self.states.swap(place, front);
        self.place[other as usize] = place;
        self.place[state as usize] = front;
        self.marked[block] += 1;
    }

    /// Makes the marked states of a block a block of their own, unless all are marked.
    fn split(&mut self, block: u32) -> Option<(u32, u32)> {
        let marked = std::mem::take(&mut self.marked[block as usize]);
        let (start, end) = self.bounds[block as usize];
        if marked == end - start {
            return None;
        }
        let fresh = number(self.bounds.len());
        self.bounds.push((start, start + marked));
        self.bounds[block as usize].0 = start + marked;
        self.marked.push(0);
        for place in start..start + marked {
            self.block_of[self.states[place] as usize] = fresh;
        }
        Some((block, fresh))
    }

    fn smaller(&self, (a, b): (u32, u32)) -> u32 {
        let size = |block: u32| self.bounds[block as usize].1 - self.bounds[block as usize].0;
        if size(a) <= size(b) { a } else { b }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("there are fewer cells than 32 bits count")
}
