//! Comparisons of attributes ([Smithy 2.0, attribute selectors](https://smithy.io/2.0/spec/selectors.html)).

use std::borrow::Cow;
use std::cmp::Ordering;

use selector::{Attribute, Comparator, ScopedAttribute, ScopedValue};

use super::Evaluator;
use super::states::Match;
use super::values::AttributeValue;
use crate::json;

impl<'i> Evaluator<'i, '_> {
    /// Whether a shape has an attribute, and it is what it is compared with.
    pub(super) fn has_attribute(&self, attribute: &Attribute, state: &Match) -> bool {
        let value = self.value_at(AttributeValue::Shape(state.node), &attribute.path, state);
        let Some(comparison) = &attribute.comparison else {
            return value.is_present();
        };
        let ignores_case = comparison.ignores_case;
        let text = |text: &String| AttributeValue::Text(Cow::Owned(text.clone()));
        let mut others = comparison.values.iter().map(text);
        others.any(|other| self.compare(comparison.comparator, &value, &other, ignores_case))
    }

    /// Whether all assertions hold for a scope of a shape.
    pub(super) fn holds(&self, scoped: &ScopedAttribute, state: &Match) -> bool {
        let scope = self.value_at(AttributeValue::Shape(state.node), &scoped.path, state);
        let mut scopes = Vec::new();
        if scope.is_present() {
            scope.flat(&mut scopes);
        }
        let value = |value: &ScopedValue, scope: &AttributeValue<'i>| match value {
            ScopedValue::Text(text) => AttributeValue::Text(Cow::Owned(text.clone())),
            ScopedValue::Path(path) => self.value_at(scope.clone(), path, state),
        };
        scopes.into_iter().any(|scope| {
            scoped.assertions.iter().all(|assertion| {
                let left = value(&assertion.left, scope);
                let mut others = assertion.right.iter().map(|right| value(right, scope));
                others.any(|other| self.compare(assertion.comparator, &left, &other, assertion.ignores_case))
            })
        })
    }

    fn compare(
        &self,
        comparator: Comparator,
        left: &AttributeValue<'_>,
        right: &AttributeValue<'_>,
        ignores_case: bool,
    ) -> bool {
        let (mut lefts, mut rights) = (Vec::new(), Vec::new());
        left.flat(&mut lefts);
        right.flat(&mut rights);
        let is_one = |value: &AttributeValue<'_>, other: &AttributeValue<'_>| {
            self.compare_one(Comparator::Equal, value, other, ignores_case)
        };
        let is_within = |some: &[&AttributeValue<'_>], others: &[&AttributeValue<'_>]| {
            some.iter().all(|value| others.iter().any(|other| is_one(value, other)))
        };
        let are_projections =
            matches!((left, right), (AttributeValue::Projection(_), AttributeValue::Projection(_)));
        let is_subset = || are_projections && is_within(&lefts, &rights);
        let is_superset = || is_within(&rights, &lefts);
        match comparator {
            Comparator::Subset => is_subset(),
            Comparator::SameSet => is_subset() && is_superset(),
            Comparator::OtherSet => !(is_subset() && is_superset()),
            Comparator::ProperSubset => is_subset() && !is_superset(),
            Comparator::Exists => left.is_present() == (self.text(right) == "true"),
            _ => lefts.iter().any(|value| {
                rights.iter().any(|other| self.compare_one(comparator, value, other, ignores_case))
            }),
        }
    }

    fn compare_one(
        &self,
        comparator: Comparator,
        left: &AttributeValue<'_>,
        right: &AttributeValue<'_>,
        ignores_case: bool,
    ) -> bool {
        if !left.is_present() || !right.is_present() {
            return false;
        }
        let text = |value| {
            let text = self.text(value);
            if ignores_case { Cow::Owned(text.to_lowercase()) } else { Cow::Borrowed(text) }
        };
        let (left, right) = (text(left), text(right));
        match comparator {
            Comparator::Equal => left == right,
            Comparator::NotEqual => left != right,
            Comparator::StartsWith => left.starts_with(&*right),
            Comparator::EndsWith => left.ends_with(&*right),
            Comparator::Contains => left.contains(&*right),
            Comparator::Greater => order(&left, &right).is_some_and(Ordering::is_gt),
            Comparator::GreaterOrEqual => order(&left, &right).is_some_and(Ordering::is_ge),
            Comparator::Less => order(&left, &right).is_some_and(Ordering::is_lt),
            Comparator::LessOrEqual => order(&left, &right).is_some_and(Ordering::is_le),
            Comparator::Exists
            | Comparator::SameSet
            | Comparator::OtherSet
            | Comparator::Subset
            | Comparator::ProperSubset => unreachable!("projections are compared as a whole"),
        }
    }
}

/// The order of two numbers, if both are.
fn order(left: &str, right: &str) -> Option<Ordering> {
    Some(json::number(left)?.compare(&json::number(right)?))
}
