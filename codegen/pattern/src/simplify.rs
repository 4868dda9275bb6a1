//! Constructors of terms, which simplify: every rule keeps the language.

use std::collections::BTreeSet;

use super::terms::{Arena, Term, TermId, UNBOUNDED};

/// A term seen as `base{min,max}` before a tail.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub(super) base: TermId,
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) tail: TermId,
}

impl Arena {
    /// What is in `first`, followed by what is in `rest`.
    pub(super) fn concat(&mut self, first: TermId, rest: TermId) -> TermId {
        if self.is_spent() || first == Self::NOTHING || rest == Self::NOTHING {
            return Self::NOTHING;
        }
        if rest == Self::EMPTY {
            return first;
        }
        match self.get(first) {
            Term::Empty => rest,
            Term::Either(parts) => {
                let parts = parts.clone();
                let rows = parts.iter().map(|&part| self.concat(part, rest)).collect();
                self.either(rows)
            }
            Term::Concat(..) => {
                let row = self.row(first);
                self.spend(row.len());
                row.into_iter().rev().fold(rest, |rest, first| self.concat(first, rest))
            }
            Term::Nothing
            | Term::Class(_)
            | Term::Repeat(..)
            | Term::Both(_)
            | Term::Not(_)
            | Term::Guard(..)
            | Term::Loop(_) => self.counted_concat(first, rest),
        }
    }

    /// `x{a,b} x{c,d}` is `x{a+c,b+d}`.
    fn counted_concat(&mut self, first: TermId, rest: TermId) -> TermId {
        let front = self.counted(first);
        let back = self.counted(rest);
        let (Some(min), Some(max)) = (front.min.checked_add(back.min), plus(front.max, back.max)) else {
            return self.make(Term::Concat(first, rest));
        };
        if front.base != back.base || self.guards(front.base) != 0 {
            return self.make(Term::Concat(first, rest));
        }
        let run = self.repeat(front.base, min, max);
        if back.tail == Self::EMPTY { run } else { self.make(Term::Concat(run, back.tail)) }
    }

    /// The terms that stand behind one another in a term.
    fn row(&self, mut id: TermId) -> Vec<TermId> {
        let mut row = Vec::new();
        while let Term::Concat(first, rest) = *self.get(id) {
            row.push(first);
            id = rest;
        }
        row.push(id);
        row
    }

    /// A term as a repeat before a tail; what is no repeat is there once.
    pub(super) fn counted(&self, id: TermId) -> Counted {
        let (first, tail) =
            if let Term::Concat(first, tail) = *self.get(id) { (first, tail) } else { (id, Self::EMPTY) };
        if let Term::Repeat(base, min, max) = *self.get(first) {
            return Counted { base, min, max, tail };
        }
        Counted { base: first, min: 1, max: 1, tail }
    }

    /// What is in `body`, `min` to `max` times. The body has no guards.
    pub(super) fn repeat(&mut self, body: TermId, min: u32, max: u32) -> TermId {
        if max == 0 || body == Self::EMPTY {
            return Self::EMPTY;
        }
        if body == Self::NOTHING {
            return if min == 0 { Self::EMPTY } else { Self::NOTHING };
        }
        let body = self.without_empty(body);
        // A body that can be empty can stand in for repeats that are not there.
        let min = if self.nullable(body) == Some(true) { 0 } else { min };
        if (min, max) == (1, 1) {
            return body;
        }
        if let Term::Repeat(base, inner_min, inner_max) = *self.get(body)
            && leaves_no_gap((inner_min, inner_max), (min, max))
            && let (Some(min), Some(max)) = (times(inner_min, min), times(inner_max, max))
        {
            return self.make(Term::Repeat(base, min, max));
        }
        self.make(Term::Repeat(body, min, max))
    }

    /// Repeats of `(x|)` are repeats of `x`, from none on.
    fn without_empty(&mut self, body: TermId) -> TermId {
        let Term::Either(parts) = self.get(body) else { return body };
        if !parts.contains(&Self::EMPTY) {
            return body;
        }
        let rest = parts.iter().copied().filter(|&part| part != Self::EMPTY).collect();
        let rest = self.either(rest);
        if self.nullable(rest) == Some(true) { rest } else { self.make(Term::Repeat(rest, 0, 1)) }
    }

    /// What is not in a term.
    pub(super) fn not(&mut self, id: TermId) -> TermId {
        if let Term::Not(inner) = *self.get(id) {
            return inner;
        }
        match id {
            Self::NOTHING => Self::ANY,
            Self::ANY => Self::NOTHING,
            other => self.make(Term::Not(other)),
        }
    }

    /// What is in all terms.
    pub(super) fn both(&mut self, parts: Vec<TermId>) -> TermId {
        let mut kept = BTreeSet::new();
        for part in parts {
            if let Term::Both(inner) = self.get(part) {
                kept.extend(inner.iter().copied());
            } else {
                kept.insert(part);
            }
        }
        self.spend(kept.len());
        kept.remove(&Self::ANY);
        if self.is_spent() || kept.contains(&Self::NOTHING) || self.contradicts(&kept) {
            return Self::NOTHING;
        }
        if kept.remove(&Self::EMPTY) {
            kept.retain(|&part| self.nullable(part) != Some(true));
            if kept.iter().any(|&part| self.nullable(part) == Some(false)) {
                return Self::NOTHING;
            }
            kept.insert(Self::EMPTY);
        }
        match kept.len() {
            0 => Self::ANY,
            1 => kept.first().copied().expect("it has one"),
            _ => self.make(Term::Both(kept.into_iter().collect())),
        }
    }

    /// Whether a term and its opposite are among these.
    fn contradicts(&self, parts: &BTreeSet<TermId>) -> bool {
        parts.iter().any(|&part| matches!(self.get(part), Term::Not(inner) if parts.contains(inner)))
    }

    /// What is in one of the terms.
    pub(super) fn either(&mut self, parts: Vec<TermId>) -> TermId {
        let mut kept = BTreeSet::new();
        parts.into_iter().for_each(|part| self.insert_flat(&mut kept, part));
        self.spend(kept.len());
        kept.remove(&Self::NOTHING);
        if self.is_spent() {
            return Self::NOTHING;
        }
        if kept.contains(&Self::ANY) || self.contradicts(&kept) {
            return Self::ANY;
        }
        while kept.len() > 1 && self.merge(&mut kept) {
            self.spend(kept.len());
        }
        match kept.len() {
            0 => Self::NOTHING,
            1 => kept.first().copied().expect("it has one"),
            _ => self.make(Term::Either(kept.into_iter().collect())),
        }
    }
}

/// A sum of counts; `None` where it cannot be told from an unbounded one.
fn plus(a: u32, b: u32) -> Option<u32> {
    if a == UNBOUNDED || b == UNBOUNDED {
        Some(UNBOUNDED)
    } else {
        a.checked_add(b).filter(|&sum| sum != UNBOUNDED)
    }
}

/// A product of counts; `None` where it cannot be told from an unbounded one.
fn times(a: u32, b: u32) -> Option<u32> {
    match (a, b) {
        (0, _) | (_, 0) => Some(0),
        (UNBOUNDED, _) | (_, UNBOUNDED) => Some(UNBOUNDED),
        (a, b) => a.checked_mul(b).filter(|&product| product != UNBOUNDED),
    }
}

/// Whether the counts of a repeat of a repeat are those from the least to the greatest product.
///
/// From `k` repeats to one more, `k*max + 1` must not be less than `(k+1)*min`; the fewest repeats decide.
fn leaves_no_gap((inner_min, inner_max): (u32, u32), (min, max): (u32, u32)) -> bool {
    let width = u64::from(inner_max - inner_min);
    min == max || u64::from(inner_min) <= u64::from(min) * width + 1
}
