//! Patterns as minimal automata: whether a string has a match, in one pass over it and without a regex engine.

/// A pattern ([Smithy 2.0, `pattern`](https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait)), compiled
/// when the code was generated: it needs no start-up, no memory and time linear in the string.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    classes: Classes,
    check: Check,
    also: Option<&'static Pattern>,
}

/// How a pattern is checked.
#[derive(Debug)]
enum Check {
    /// Every character is of class 1, and their number is within limits.
    Count { min: u32, max: Option<u32> },
    /// An automaton of no more than 256 cells.
    Narrow(Automaton<u8>),
    /// An automaton of more.
    Wide(Automaton<u16>),
}

/// The classes of code points that a pattern tells apart, by number.
#[derive(Debug)]
pub struct Classes {
    ascii: [u8; 128],
    map: &'static [u32],
    kinds: &'static [u8],
}

/// An automaton: rows of cells, one row for a state and one cell for a class. A state is the place of its row,
/// and each cell holds the state that follows.
///
/// The states stand in this order: those that reject, those that accept, those that accept whatever follows,
/// the one that rejects whatever follows.
#[derive(Debug)]
struct Automaton<T: 'static> {
    cells: &'static [T],
    limits: Limits,
}

/// Where an automaton starts, and where in the order of its states the other kinds begin.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The state before the first character.
    pub start: u32,
    /// The first state that accepts.
    pub accepting: u32,
    /// The first state that is never left.
    pub settled: u32,
    /// The state that rejects whatever follows.
    pub dead: u32,
}

impl Pattern {
    /// A pattern that asks for `min` to `max` characters of class 1, and for no other.
    pub const fn count(text: &'static str, classes: Classes, min: u32, max: Option<u32>) -> Self {
        Self { text, classes, check: Check::Count { min, max }, also: None }
    }

    /// A pattern with an automaton of no more than 256 cells.
    pub const fn narrow(text: &'static str, classes: Classes, limits: Limits, cells: &'static [u8]) -> Self {
        Self { text, classes, check: Check::Narrow(Automaton { cells, limits }), also: None }
    }

    /// A pattern with an automaton of more than 256 cells.
    pub const fn wide(text: &'static str, classes: Classes, limits: Limits, cells: &'static [u16]) -> Self {
        Self { text, classes, check: Check::Wide(Automaton { cells, limits }), also: None }
    }

    /// The pattern with another that must match as well: some are too large for one automaton.
    pub const fn and(self, also: &'static Pattern) -> Self {
        Self { also: Some(also), ..self }
    }

    /// The pattern as the model writes it.
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Whether a string has a match, as ECMA-262 with the flag `u` defines it, in time linear in its length.
    pub fn is_match(&self, text: &str) -> bool {
        let matches = match &self.check {
            Check::Count { min, max } => self.classes.count(text, *min, *max),
            Check::Narrow(automaton) => automaton.accepts(&self.classes, text),
            Check::Wide(automaton) => automaton.accepts(&self.classes, text),
        };
        matches && self.also.is_none_or(|also| also.is_match(text))
    }
}

impl Classes {
    /// Classes from three lists.
    ///
    /// - `ascii`: first, last and class of ranges; what is in none is of class 0.
    /// - `map`: the kinds of what is beyond ASCII, as ascending `last code point << 8 | kind`; without an entry
    ///   all is of kind 0.
    /// - `kinds`: the class of each kind.
    pub const fn new(ascii: &[(u8, u8, u8)], map: &'static [u32], kinds: &'static [u8]) -> Self {
        let mut classes = [0; 128];
        let mut index = 0;
        while index < ascii.len() {
            let (first, last, class) = ascii[index];
            let mut byte = first as usize;
            while byte <= last as usize {
                classes[byte] = class;
                byte += 1;
            }
            index += 1;
        }
        Self { ascii: classes, map, kinds }
    }

    /// The class of a character.
    #[inline]
    fn of(&self, c: char) -> u8 {
        self.ascii.get(c as usize).map_or_else(|| self.beyond_ascii(c), |&class| class)
    }

    fn beyond_ascii(&self, c: char) -> u8 {
        let least = (c as u32) << 8;
        let entry = self.map.get(self.map.partition_point(|&entry| entry < least));
        let kind = entry.map_or(0, |entry| entry & 0xFF) as usize;
        self.kinds.get(kind).copied().unwrap_or(0)
    }

    /// Whether a string is `min` to `max` characters of class 1.
    fn count(&self, text: &str, min: u32, max: Option<u32>) -> bool {
        let ascii = text.bytes().take_while(|&byte| self.ascii.get(byte as usize) == Some(&1)).count();
        let mut count = ascii;
        for c in text.get(ascii..).unwrap_or_default().chars() {
            if self.of(c) != 1 {
                return false;
            }
            count += 1;
        }
        count >= min as usize && max.is_none_or(|max| count <= max as usize)
    }
}

impl<T: Copy + Into<usize>> Automaton<T> {
    /// Whether the automaton ends a string in a state that accepts; a state that is never left ends it early.
    #[inline]
    fn accepts(&self, classes: &Classes, text: &str) -> bool {
        let Limits { start, accepting, settled, dead } = self.limits;
        let mut state = start as usize;
        let mut read = 0;
        // Mostly all is ASCII, and then no character has to be put together.
        for &byte in text.as_bytes() {
            match classes.ascii.get(usize::from(byte)) {
                Some(&class) if state < settled as usize => state = self.after(state, class),
                _ => break,
            }
            read += 1;
        }
        for c in text.get(read..).unwrap_or_default().chars() {
            if state >= settled as usize {
                break;
            }
            state = self.after(state, classes.of(c));
        }
        (accepting as usize..dead as usize).contains(&state)
    }

    /// The state that follows a character of a class.
    #[inline]
    fn after(&self, state: usize, class: u8) -> usize {
        let cell = self.cells.get(state + usize::from(class));
        cell.map_or(self.limits.dead as usize, |&next| next.into())
    }
}
