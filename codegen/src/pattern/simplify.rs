//! Constructors of terms, which simplify: every rule keeps the language.

use std::collections::{BTreeMap, BTreeSet};

use super::partition::Mask;
use super::terms::{Arena, Term, TermId, UNBOUNDED};

/// A term seen as `base{min,max}` before a tail.
#[derive(Clone, Copy, Debug)]
struct Counted {
    base: TermId,
    min: u32,
    max: u32,
    tail: TermId,
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

    fn counted(&self, id: TermId) -> Counted {
        let (first, tail) = match *self.get(id) {
            Term::Concat(first, tail) => (first, tail),
            _ => (id, Self::EMPTY),
        };
        match *self.get(first) {
            Term::Repeat(base, min, max) => Counted { base, min, max, tail },
            _ => Counted { base: first, min: 1, max: 1, tail },
        }
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
        match *self.get(id) {
            Term::Not(inner) => inner,
            Term::Nothing => Self::ANY,
            _ if id == Self::ANY => Self::NOTHING,
            _ => self.make(Term::Not(id)),
        }
    }

    /// What is in all terms.
    pub(super) fn both(&mut self, parts: Vec<TermId>) -> TermId {
        let mut kept = BTreeSet::new();
        for part in parts {
            match self.get(part) {
                Term::Both(inner) => kept.extend(inner.iter().copied()),
                _ => _ = kept.insert(part),
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
        for part in parts {
            match self.get(part) {
                Term::Either(inner) => kept.extend(inner.iter().copied()),
                _ => _ = kept.insert(part),
            }
        }
        self.spend(kept.len());
        kept.remove(&Self::NOTHING);
        if self.is_spent() {
            return Self::NOTHING;
        }
        if kept.contains(&Self::ANY) || self.contradicts(&kept) {
            return Self::ANY;
        }
        while kept.len() > 1 && (self.merge_classes(&mut kept) || self.merge_counts(&mut kept)) {}
        match kept.len() {
            0 => Self::NOTHING,
            1 => kept.first().copied().expect("it has one"),
            _ => self.make(Term::Either(kept.into_iter().collect())),
        }
    }

    /// `[a]|[b]` is `[ab]`.
    fn merge_classes(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        let class = |&part: &TermId| match self.get(part) {
            Term::Class(mask) => Some((part, *mask)),
            _ => None,
        };
        let classes: Vec<(TermId, Mask)> = parts.iter().filter_map(class).collect();
        if classes.len() < 2 {
            return false;
        }
        let mask = classes.iter().fold(Mask::default(), |all, &(_, mask)| all.union(mask));
        classes.iter().for_each(|(part, _)| _ = parts.remove(part));
        parts.insert(self.class(mask));
        true
    }

    /// `x{a,b}R|x{c,d}R` is one repeat where the counts meet, with `R` itself as `x{0,0}R`: this is what keeps the
    /// states of a count linear.
    fn merge_counts(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        let mut groups: BTreeMap<(TermId, TermId), Vec<(u32, u32, TermId)>> = BTreeMap::new();
        for &part in parts.iter() {
            let Counted { base, min, max, tail } = self.counted(part);
            if part != Self::EMPTY && self.guards(base) == 0 {
                groups.entry((base, tail)).or_default().push((min, max, part));
            }
        }
        let mut merged = false;
        for ((base, tail), mut runs) in groups {
            if parts.contains(&tail) {
                runs.push((0, 0, tail));
            }
            merged |= runs.len() > 1 && self.merge_runs(parts, base, tail, runs);
        }
        merged
    }

    fn merge_runs(
        &mut self,
        parts: &mut BTreeSet<TermId>,
        base: TermId,
        tail: TermId,
        mut runs: Vec<(u32, u32, TermId)>,
    ) -> bool {
        runs.sort_unstable();
        let mut rest = runs.iter().copied().peekable();
        let mut changed = false;
        while let Some((min, mut max, first)) = rest.next() {
            let mut members = vec![first];
            while let Some((_, next_max, part)) = rest.next_if(|next| next.0 <= max.saturating_add(1)) {
                max = max.max(next_max);
                members.push(part);
            }
            if members.len() > 1 {
                changed = true;
                members.iter().for_each(|part| _ = parts.remove(part));
                let run = self.repeat(base, min, max);
                let merged = self.concat(run, tail);
                self.insert_flat(parts, merged);
            }
        }
        changed
    }

    fn insert_flat(&self, parts: &mut BTreeSet<TermId>, id: TermId) {
        match self.get(id) {
            Term::Either(inner) => parts.extend(inner.iter().copied()),
            _ => _ = parts.insert(id),
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
