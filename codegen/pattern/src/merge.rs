//! Alternatives that are one term: every rule keeps the language.

use std::collections::{BTreeMap, BTreeSet};

use super::partition::Mask;
use super::simplify::Counted;
use super::terms::{Arena, Term, TermId};

/// How many terms may stand before a repeat for it to be looked at.
const MAX_PREFIX: usize = 32;

/// Alternatives that differ in the counts of one repeat alone: what stands before it, its body, what stands behind.
type Shared = (Vec<TermId>, TermId, TermId);

/// An alternative by the counts of that repeat.
type Run = (u32, u32, TermId);

impl Arena {
    /// Makes some of these alternatives one; false if no two can be.
    pub(super) fn merge(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        self.merge_classes(parts) || self.merge_first_counts(parts) || self.merge_later_counts(parts)
    }

    /// `[a]|[b]` is `[ab]`.
    fn merge_classes(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        let class = |&part: &TermId| {
            if let Term::Class(mask) = self.get(part) { Some((part, *mask)) } else { None }
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
    fn merge_first_counts(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        let mut groups: BTreeMap<Shared, Vec<Run>> = BTreeMap::new();
        for &part in parts.iter().filter(|&&part| part != Self::EMPTY) {
            let Counted { base, min, max, tail } = self.counted(part);
            if self.guards(base) == 0 {
                groups.entry((Vec::new(), base, tail)).or_default().push((min, max, part));
            }
        }
        for ((_, _, tail), runs) in &mut groups {
            runs.extend(parts.contains(tail).then_some((0, 0, *tail)));
        }
        self.merge_groups(parts, groups)
    }

    /// The same behind equal terms, where a repeat of repeats counts the outer one: `Px{a,b}R|Px{c,d}R`.
    fn merge_later_counts(&mut self, parts: &mut BTreeSet<TermId>) -> bool {
        let mut groups: BTreeMap<Shared, Vec<Run>> = BTreeMap::new();
        for &part in parts.iter() {
            let mut prefix = Vec::new();
            let mut rest = part;
            while let Term::Concat(first, behind) = *self.get(rest)
                && self.counts(behind)
                && prefix.len() < MAX_PREFIX
            {
                prefix.push(first);
                rest = behind;
                let Counted { base, min, max, tail } = self.counted(rest);
                if max != 1 || min != 1 {
                    groups.entry((prefix.clone(), base, tail)).or_default().push((min, max, part));
                }
            }
            self.spend(prefix.len());
        }
        self.merge_groups(parts, groups)
    }

    fn merge_groups(&mut self, parts: &mut BTreeSet<TermId>, groups: BTreeMap<Shared, Vec<Run>>) -> bool {
        let mut merged = false;
        for (shared, mut runs) in groups {
            // An earlier group can have taken some.
            runs.retain(|(_, _, part)| parts.contains(part));
            runs.sort_unstable();
            merged |= runs.len() > 1 && self.merge_runs(parts, &shared, &runs);
        }
        merged
    }

    fn merge_runs(
        &mut self,
        parts: &mut BTreeSet<TermId>,
        (prefix, base, tail): &Shared,
        runs: &[Run],
    ) -> bool {
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
                let run = self.repeat(*base, min, max);
                let counted = self.concat(run, *tail);
                let merged = prefix.iter().rev().fold(counted, |rest, &first| self.concat(first, rest));
                self.insert_flat(parts, merged);
            }
        }
        changed
    }

    /// Adds alternatives one by one.
    pub(super) fn insert_flat(&self, parts: &mut BTreeSet<TermId>, id: TermId) {
        if let Term::Either(inner) = self.get(id) {
            parts.extend(inner.iter().copied());
        } else {
            parts.insert(id);
        }
    }
}
