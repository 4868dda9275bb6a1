//! Languages as terms: each stands once in an arena, in a form that makes equal languages meet where that is cheap.

use std::collections::HashMap;

use super::partition::Mask;
use super::syntax::Holds;

/// A term of an [`Arena`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct TermId(u32);

/// The greatest count of a repeat that has none.
pub(super) const UNBOUNDED: u32 = u32::MAX;
/// How deep terms may nest, so that walks over them fit the stack.
const MAX_DEPTH: u32 = 400;

/// A language, over the classes of a partition.
///
/// Guards make it depend on what is behind: they are the empty string where they hold, and nothing elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Term {
    /// No string.
    Nothing,
    /// The empty string.
    Empty,
    /// One character of some classes.
    Class(Mask),
    /// One behind the other. The first is neither this nor alternatives.
    Concat(TermId, TermId),
    /// A term `min` to `max` times. It has no guards.
    Repeat(TermId, u32, u32),
    /// In one of these.
    Either(Box<[TermId]>),
    /// In all of these.
    Both(Box<[TermId]>),
    /// Not in this.
    Not(TermId),
    /// A guard, by its number.
    Guard(u8, Holds),
    /// A term that is defined later, since it speaks of itself.
    Loop(usize),
}

/// What is known of a term.
#[derive(Clone, Copy, Debug)]
struct Facts {
    /// Whether the empty string is in it, if that does not depend on guards.
    nullable: Option<bool>,
    /// The guards that it can depend on.
    guards: u32,
    depth: u32,
    /// Whether some repeat in a row of terms has a greatest count.
    counts: bool,
}

/// All terms that were made, each once, within an allowance of work.
#[derive(Debug)]
pub(super) struct Arena {
    terms: Vec<(Term, Facts)>,
    ids: HashMap<Term, TermId>,
    loops: Vec<TermId>,
    fuel: usize,
    all: Mask,
}

impl Arena {
    pub(super) const NOTHING: TermId = TermId(0);
    pub(super) const EMPTY: TermId = TermId(1);
    /// Every string.
    pub(super) const ANY: TermId = TermId(2);

    /// An arena over a partition with these classes, that may take `fuel` steps.
    pub(super) fn new(all: Mask, fuel: usize) -> Self {
        let mut arena = Self { terms: Vec::new(), ids: HashMap::new(), loops: Vec::new(), fuel, all };
        arena.make(Term::Nothing);
        arena.make(Term::Empty);
        // `ANY` speaks of the term of all characters, which stands behind it.
        arena.add(
            Term::Repeat(TermId(3), 0, UNBOUNDED),
            Facts { nullable: Some(true), guards: 0, depth: 1, counts: false },
        );
        arena.make(Term::Class(all));
        arena
    }

    /// Takes steps of the allowance.
    pub(super) fn spend(&mut self, steps: usize) {
        self.fuel = self.fuel.saturating_sub(steps);
    }

    /// Whether the allowance is used up: terms are then no longer what they should be.
    pub(super) fn is_spent(&self) -> bool {
        self.fuel == 0
    }

    /// A term.
    pub(super) fn get(&self, id: TermId) -> &Term {
        &self.terms[id.0 as usize].0
    }

    /// Whether the empty string is in a term, if that does not depend on guards.
    pub(super) fn nullable(&self, id: TermId) -> Option<bool> {
        self.terms[id.0 as usize].1.nullable
    }

    /// The guards that a term can depend on, one bit for each.
    pub(super) fn guards(&self, id: TermId) -> u32 {
        self.terms[id.0 as usize].1.guards
    }

    /// Whether some repeat in a row of terms has a greatest count.
    pub(super) fn counts(&self, id: TermId) -> bool {
        self.terms[id.0 as usize].1.counts
    }

    /// A term that is defined later.
    pub(super) fn declare(&mut self) -> (usize, TermId) {
        self.loops.push(Self::NOTHING);
        let number = self.loops.len() - 1;
        (number, self.make(Term::Loop(number)))
    }

    /// Defines a term that was declared.
    pub(super) fn define(&mut self, (number, id): (usize, TermId), body: TermId) {
        self.loops[number] = body;
        let depth = self.terms[body.0 as usize].1.depth + 1;
        self.terms[id.0 as usize].1.depth = depth;
    }

    /// What a loop is.
    pub(super) fn definition(&self, number: usize) -> TermId {
        self.loops[number]
    }

    /// The term of any one character.
    pub(super) fn all(&mut self) -> TermId {
        self.class(self.all)
    }

    /// The term of a character of some classes.
    pub(super) fn class(&mut self, mask: Mask) -> TermId {
        if mask == Mask::default() { Self::NOTHING } else { self.make(Term::Class(mask)) }
    }

    /// A guard.
    pub(super) fn guard(&mut self, number: u8, holds: Holds) -> TermId {
        self.make(Term::Guard(number, holds))
    }

    /// The one term that is equal to this, which the constructors have simplified.
    pub(super) fn make(&mut self, term: Term) -> TermId {
        if let Some(&id) = self.ids.get(&term) {
            return id;
        }
        let facts = self.facts(&term);
        if facts.depth > MAX_DEPTH {
            self.fuel = 0;
        }
        self.add(term, facts)
    }

    fn add(&mut self, term: Term, facts: Facts) -> TermId {
        self.spend(1);
        let id = TermId(u32::try_from(self.terms.len()).expect("the allowance is less than 32 bits"));
        self.terms.push((term.clone(), facts));
        self.ids.insert(term, id);
        id
    }

    fn facts(&self, term: &Term) -> Facts {
        let of = |id: TermId| self.terms[id.0 as usize].1;
        let leaf = |nullable| Facts { nullable, guards: 0, depth: 0, counts: false };
        match term {
            Term::Nothing | Term::Class(_) => leaf(Some(false)),
            Term::Empty => leaf(Some(true)),
            Term::Guard(number, _) => Facts { guards: 1 << number, ..leaf(None) },
            // Its body is not known yet, so it counts as one that depends on all guards.
            Term::Loop(_) => Facts { guards: u32::MAX, ..leaf(None) },
            Term::Repeat(body, min, max) => {
                let Facts { nullable, guards, depth, .. } = of(*body);
                let nullable = if *min == 0 { Some(true) } else { nullable };
                Facts { nullable, guards, depth: depth + 1, counts: *max != UNBOUNDED }
            }
            Term::Not(body) => {
                let Facts { nullable, guards, depth, .. } = of(*body);
                let nullable = nullable.map(|nullable| !nullable);
                Facts { nullable, guards, depth: depth + 1, counts: false }
            }
            Term::Concat(first, rest) => self.concat_facts(of(*first), *rest),
            Term::Either(parts) => joined(parts.iter().map(|&part| of(part)), true),
            Term::Both(parts) => joined(parts.iter().map(|&part| of(part)), false),
        }
    }

    /// Walks go along a row of terms in a loop, so that only what it ends in adds to the depth.
    fn concat_facts(&self, first: Facts, rest: TermId) -> Facts {
        let (term, behind) = &self.terms[rest.0 as usize];
        let step = u32::from(!matches!(term, Term::Concat(..)));
        let nullable = joined([first, *behind].into_iter(), false).nullable;
        let depth = (first.depth + 1).max(behind.depth + step);
        let counts = first.counts || behind.counts;
        Facts { nullable, guards: first.guards | behind.guards, depth, counts }
    }
}

/// What is known of terms together. The empty string is in them if for one of them it is `decisive` whether it is
/// in that.
fn joined(parts: impl Iterator<Item = Facts> + Clone, decisive: bool) -> Facts {
    let mut nullables = parts.clone().map(|facts| facts.nullable);
    let nullable = if nullables.clone().any(|nullable| nullable == Some(decisive)) {
        Some(decisive)
    } else {
        nullables.all(|nullable| nullable.is_some()).then_some(!decisive)
    };
    let guards = parts.clone().fold(0, |guards, facts| guards | facts.guards);
    let depth = parts.map(|facts| facts.depth + 1).max().unwrap_or(0);
    Facts { nullable, guards, depth, counts: false }
}
