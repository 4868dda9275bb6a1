//! Constraints that came, went, tightened or loosened.

use std::cmp::Ordering;

use crate::json;
use crate::resolve::graph::{Member, Model, Shape};
use crate::resolve::queries::evolution::TraitEffect;
use crate::resolve::traits::{Length, Range};

use super::fit::Fit;
use super::pair::{Both, Pair};

/// The constraints that hold for the values of a shape or member.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    length: Option<Length>,
    range: Option<Range>,
    pattern: Option<String>,
    unique: bool,
}

impl Held {
    /// Those of a shape.
    pub(super) fn by_shape(shape: &Shape) -> Self {
        let traits = &shape.traits;
        Self {
            length: traits.length,
            range: traits.range.clone(),
            pattern: traits.pattern.as_deref().map(str::to_owned),
            unique: traits.unique_items,
        }
    }

    /// Those of a member, or of its target where it has none.
    pub(super) fn by_member(model: &Model, member: &Member) -> Self {
        Self {
            length: model.length(member),
            range: model.range(member).cloned(),
            pattern: model.pattern(member).map(str::to_owned),
            unique: model.unique_items(member),
        }
    }
}

/// How the values that one sort of constraint admits compare.
pub(super) fn by_effect(effect: TraitEffect, Both { old, new }: Both<'_, Held>) -> Fit {
    match effect {
        TraitEffect::Length => {
            let bound = |value: Option<u64>| value.map(|value| value.to_string());
            let bounds = |held: &Held| {
                held.length.map_or((None, None), |Length { min, max }| {
                    (bound(min.filter(|min| *min > 0)), bound(max))
                })
            };
            compare_bounds(bounds(old), bounds(new))
        }
        TraitEffect::Range => {
            let bounds =
                |held: &Held| held.range.clone().map_or((None, None), |Range { min, max }| (min, max));
            compare_bounds(bounds(old), bounds(new))
        }
        TraitEffect::Pattern => match (&old.pattern, &new.pattern) {
            (None, Some(_)) => Fit::Narrower,
            (Some(_), None) => Fit::Wider,
            (a, b) if a == b => Fit::Same,
            (_, _) => Fit::Different,
        },
        TraitEffect::UniqueItems => match (old.unique, new.unique) {
            (false, true) => Fit::Narrower,
            (true, false) => Fit::Wider,
            (_, _) => Fit::Same,
        },
        _ => Fit::Same,
    }
}

/// How the values that all constraints of two members admit compare.
pub(super) fn fit(pair: &Pair<'_>, old: &Member, new: &Member) -> Fit {
    let old = Held::by_member(pair.old.model, old);
    let new = Held::by_member(pair.new.model, new);
    let effects = [TraitEffect::Length, TraitEffect::Range, TraitEffect::Pattern, TraitEffect::UniqueItems];
    let fits = effects.map(|effect| by_effect(effect, Both { old: &old, new: &new }));
    fits.into_iter().fold(Fit::Same, Fit::and)
}

/// How the numbers between two bounds compare.
fn compare_bounds(
    (old_min, old_max): (Option<String>, Option<String>),
    (new_min, new_max): (Option<String>, Option<String>),
) -> Fit {
    let least = match (old_min, new_min) {
        (None, None) => Fit::Same,
        (None, Some(_)) => Fit::Narrower,
        (Some(_), None) => Fit::Wider,
        (Some(old), Some(new)) => of_order(json::decimal(&new).compare(&json::decimal(&old))),
    };
    let greatest = match (old_max, new_max) {
        (None, None) => Fit::Same,
        (None, Some(_)) => Fit::Narrower,
        (Some(_), None) => Fit::Wider,
        (Some(old), Some(new)) => of_order(json::decimal(&old).compare(&json::decimal(&new))),
    };
    least.and(greatest)
}

/// How many values are left where a bound moves inwards, in the order of "greater".
fn of_order(order: Ordering) -> Fit {
    match order {
        Ordering::Less => Fit::Wider,
        Ordering::Equal => Fit::Same,
        Ordering::Greater => Fit::Narrower,
    }
}
