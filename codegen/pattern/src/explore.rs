//! The automaton of a pattern: a state for each term that derivatives reach.

use std::collections::HashMap;

use super::Caps;
use super::automaton::Automaton;
use super::derive::{Derivatives, Holding};
use super::partition::Mask;
use super::reading::{Limit, Unchecked};
use super::terms::{Arena, TermId, UNBOUNDED};
use super::translate::{START, Translated, bit};

/// Where the reading of a string stands: what may follow, and what look-behinds have seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct State {
    rest: TermId,
    behind: Vec<TermId>,
    holding: Holding,
}

/// What the start of a pattern shows: it is one repeated class, or an automaton has to be built.
pub(super) enum Form {
    Class { mask: Mask, min: u32, max: Option<u32> },
    Automaton(Automaton),
}

struct Explorer {
    derivatives: Derivatives,
    states: Vec<State>,
    ids: HashMap<State, u32>,
}

/// The form of a pattern over a number of classes, within caps.
///
/// # Errors
///
/// More steps or states than the caps allow.
pub(super) fn explore(
    arena: Arena,
    translated: Translated,
    classes: usize,
    caps: &Caps,
) -> Result<Form, Unchecked> {
    let derivatives = Derivatives::of(arena);
    let mut explorer = Explorer { derivatives, states: Vec::new(), ids: HashMap::new() };
    let start = explorer.settle(translated.whole, translated.behind, bit(START));
    explorer.check_steps(caps)?;
    if let Some((mask, min, max)) = explorer.derivatives.counted_class(start.rest) {
        return Ok(Form::Class { mask, min, max: (max != UNBOUNDED).then_some(max) });
    }
    explorer.number(start);
    explorer.automaton(classes, caps).map(Form::Automaton)
}

impl Explorer {
    fn automaton(&mut self, classes: usize, caps: &Caps) -> Result<Automaton, Unchecked> {
        let mut next = Vec::new();
        let mut accepting = Vec::new();
        let mut open = 0;
        while let Some(state) = self.states.get(open).cloned() {
            accepting.push(self.derivatives.accepts_empty(state.rest, state.holding));
            for class in 0..classes {
                let class = u8::try_from(class).expect("there are at most 256 classes");
                let following = self.step(&state, class);
                next.push(self.number(following));
                self.check_steps(caps)?;
            }
            if self.states.len() > caps.states {
                return Err(Unchecked::TooLarge { limit: Limit::States, cap: caps.states });
            }
            open += 1;
        }
        Ok(Automaton { classes, next, accepting })
    }

    fn check_steps(&self, caps: &Caps) -> Result<(), Unchecked> {
        let limit = Unchecked::TooLarge { limit: Limit::Steps, cap: caps.steps };
        if self.derivatives.is_spent() { Err(limit) } else { Ok(()) }
    }

    fn number(&mut self, state: State) -> u32 {
        if let Some(&id) = self.ids.get(&state) {
            return id;
        }
        let id = u32::try_from(self.states.len()).expect("there are fewer states than steps");
        self.ids.insert(state.clone(), id);
        self.states.push(state);
        id
    }

    /// The state behind a character.
    fn step(&mut self, state: &State, class: u8) -> State {
        let mut derive = |id| self.derivatives.derive(id, class, state.holding);
        let rest = derive(state.rest);
        let behind = state.behind.iter().map(|&behind| derive(behind)).collect();
        self.settle(rest, behind, 0)
    }

    /// The state at a place: which guards hold there, without what cannot matter any more.
    fn settle(&mut self, rest: TermId, mut behind: Vec<TermId>, start: Holding) -> State {
        let mut holding = start;
        for (index, &ending) in behind.iter().enumerate() {
            if self.derivatives.accepts_empty(ending, holding) {
                holding |= bit(START) << (index + 1);
            }
        }
        let rest = self.derivatives.settled(rest, holding);
        let mut needed = self.derivatives.guards(rest);
        // A look-behind may need those before it.
        for (index, ending) in behind.iter_mut().enumerate().rev() {
            if needed >> (index + 1) & 1 == 1 {
                needed |= self.derivatives.guards(*ending);
            } else {
                *ending = Arena::NOTHING;
            }
        }
        State { rest, behind, holding: holding & needed }
    }
}
