//! Derivatives: what may follow once a character is read (Brzozowski 1964).

use std::collections::HashMap;

use super::partition::Mask;
use super::simplify::Counted;
use super::syntax::Holds;
use super::terms::{Arena, Term, TermId, UNBOUNDED};

/// Which guards hold at a place, one bit for each.
pub(super) type Holding = u32;

/// Derivatives of an arena's terms, each taken once.
#[derive(Debug)]
pub(super) struct Derivatives {
    arena: Arena,
    known: HashMap<(TermId, u8, Holding), TermId>,
    known_empty: HashMap<(TermId, Holding), bool>,
    known_settled: HashMap<(TermId, Holding), TermId>,
}

impl Derivatives {
    /// Of the terms of an arena.
    pub(super) fn of(arena: Arena) -> Self {
        Self { arena, known: HashMap::new(), known_empty: HashMap::new(), known_settled: HashMap::new() }
    }

    /// Whether the work took more than its allowance: terms are then no longer what they should be.
    pub(super) fn is_spent(&self) -> bool {
        self.arena.is_spent()
    }

    /// The guards that a term can depend on.
    pub(super) fn guards(&self, id: TermId) -> Holding {
        self.arena.guards(id)
    }

    /// Whether the empty string is in a term.
    pub(super) fn accepts_empty(&mut self, id: TermId, holding: Holding) -> bool {
        if let Some(nullable) = self.arena.nullable(id) {
            return nullable;
        }
        let key = (id, holding & self.arena.guards(id));
        if let Some(&known) = self.known_empty.get(&key) {
            return known;
        }
        self.arena.spend(1);
        let accepts = !self.arena.is_spent() && self.accepts_empty_new(id, holding);
        self.known_empty.insert(key, accepts);
        accepts
    }

    fn accepts_empty_new(&mut self, id: TermId, holding: Holding) -> bool {
        match self.arena.get(id).clone() {
            Term::Nothing | Term::Class(_) => false,
            Term::Empty => true,
            Term::Concat(first, rest) => {
                self.accepts_empty(first, holding) && self.accepts_empty(rest, holding)
            }
            Term::Repeat(body, min, _) => min == 0 || self.accepts_empty(body, holding),
            Term::Either(parts) => parts.iter().any(|&part| self.accepts_empty(part, holding)),
            Term::Both(parts) => parts.iter().all(|&part| self.accepts_empty(part, holding)),
            Term::Not(body) => !self.accepts_empty(body, holding),
            Term::Guard(number, holds) => is_met(number, holds, holding),
            Term::Loop(number) => self.accepts_empty(self.arena.definition(number), holding),
        }
    }

    /// The strings that, behind a character of a class, are in a term.
    pub(super) fn derive(&mut self, id: TermId, class: u8, holding: Holding) -> TermId {
        let key = (id, class, holding & self.arena.guards(id));
        if self.arena.is_spent() {
            return Arena::NOTHING;
        }
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        self.arena.spend(1);
        let derived = self.derive_new(id, class, holding);
        self.known.insert(key, derived);
        derived
    }

    fn derive_new(&mut self, id: TermId, class: u8, holding: Holding) -> TermId {
        match self.arena.get(id).clone() {
            Term::Nothing | Term::Empty | Term::Guard(..) => Arena::NOTHING,
            Term::Class(mask) => {
                if mask.contains(class) {
                    Arena::EMPTY
                } else {
                    Arena::NOTHING
                }
            }
            Term::Concat(..) => self.derive_row(id, class, holding),
            Term::Repeat(body, min, max) => {
                let first = self.derive(body, class, holding);
                let fewer = if max == UNBOUNDED { max } else { max - 1 };
                let rest = self.arena.repeat(body, min.saturating_sub(1), fewer);
                self.arena.concat(first, rest)
            }
            Term::Either(parts) => {
                let parts = parts.iter().map(|&part| self.derive(part, class, holding)).collect();
                self.arena.either(parts)
            }
            Term::Both(parts) => {
                let parts = parts.iter().map(|&part| self.derive(part, class, holding)).collect();
                self.arena.both(parts)
            }
            Term::Not(body) => {
                let body = self.derive(body, class, holding);
                self.arena.not(body)
            }
            Term::Loop(number) => self.derive(self.arena.definition(number), class, holding),
        }
    }

    /// The derivative of a row of terms: of the first, and of each behind those that can be empty.
    fn derive_row(&mut self, mut id: TermId, class: u8, holding: Holding) -> TermId {
        let mut parts = Vec::new();
        while let Term::Concat(first, rest) = *self.arena.get(id) {
            let derived = self.derive(first, class, holding);
            parts.push(self.arena.concat(derived, rest));
            if !self.accepts_empty(first, holding) {
                return self.arena.either(parts);
            }
            self.arena.spend(1);
            id = rest;
        }
        parts.push(self.derive(id, class, holding));
        self.arena.either(parts)
    }

    /// A term at a place where it is known which guards hold, without those that stand first.
    pub(super) fn settled(&mut self, id: TermId, holding: Holding) -> TermId {
        if self.arena.guards(id) == 0 {
            return id;
        }
        let key = (id, holding & self.arena.guards(id));
        if let Some(&known) = self.known_settled.get(&key) {
            return known;
        }
        self.arena.spend(1);
        let settled = if self.arena.is_spent() { id } else { self.settled_new(id, holding) };
        self.known_settled.insert(key, settled);
        settled
    }

    fn settled_new(&mut self, id: TermId, holding: Holding) -> TermId {
        match self.arena.get(id).clone() {
            Term::Guard(number, holds) => {
                if is_met(number, holds, holding) {
                    Arena::EMPTY
                } else {
                    Arena::NOTHING
                }
            }
            Term::Concat(first, rest) if matches!(self.arena.get(first), Term::Guard(..)) => {
                let first = self.settled(first, holding);
                if first == Arena::NOTHING { first } else { self.settled(rest, holding) }
            }
            Term::Either(parts) => {
                let parts = parts.iter().map(|&part| self.settled(part, holding)).collect();
                self.arena.either(parts)
            }
            Term::Both(parts) => {
                let parts = parts.iter().map(|&part| self.settled(part, holding)).collect();
                self.arena.both(parts)
            }
            Term::Not(body) => {
                let body = self.settled(body, holding);
                self.arena.not(body)
            }
            Term::Nothing
            | Term::Empty
            | Term::Class(_)
            | Term::Concat(..)
            | Term::Repeat(..)
            | Term::Loop(_) => id,
        }
    }

    /// The class and counts of a term that is one repeated class.
    pub(super) fn counted_class(&self, id: TermId) -> Option<(Mask, u32, u32)> {
        let Counted { base, min, max, tail } = self.arena.counted(id);
        let Term::Class(mask) = *self.arena.get(base) else { return None };
        (tail == Arena::EMPTY).then_some((mask, min, max))
    }
}

/// Whether a guard is the empty string at a place.
fn is_met(number: u8, holds: Holds, holding: Holding) -> bool {
    let held = holding >> number & 1 == 1;
    match holds {
        Holds::Is => held,
        Holds::IsNot => !held,
    }
}
