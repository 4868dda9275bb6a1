//! Constraint traits as data, and the walk over the values that they bound.

use std::any::Any;
use std::fmt;

use super::super::smithy::{Document, Unit};
use super::check::{Checker, Validate};
use super::cursor::Cursor;
use super::length::Length;
use super::range::Range;

/// A constraint on a value, or on what lies in it.
#[derive(Debug)]
pub enum Constraint {
    /// What the type of the value demands: an enum its values, a structure or union what its members must be.
    Own,
    /// That an enum has one of its values: others stand in the place of its constraints on the text or number.
    Known,
    /// The least and the greatest length.
    Length(Option<u64>, Option<u64>),
    /// The bounds of a number. Texts are the bounds as the model writes them, where Rust would write them in another
    /// way; an empty one stands for a bound that there is not.
    Range(Range, Option<(&'static str, &'static str)>),
    /// The pattern of a string.
    Pattern(&'static dyn Matcher),
    /// No element of a list is there twice; it holds a `Distinct` for the type of the elements.
    Unique(&'static (dyn Any + Send + Sync)),
    /// Constraints on the elements of a list.
    Each(&'static [Constraint]),
    /// Constraints on the keys of a map.
    Keys(&'static [Constraint]),
    /// Constraints on the values of a map.
    Values(&'static [Constraint]),
}

/// What is checked of a value whose type has all of its constraints.
pub const OWN: &[Constraint] = &[Constraint::Own];

/// What a pattern demands.
pub trait Matcher: fmt::Debug + Sync {
    /// Whether a string has a match.
    fn is_match(&self, text: &str) -> bool;

    /// The pattern as the model writes it.
    fn text(&self) -> &'static str;
}

/// A value that constraints bound.
pub trait Constrained {
    /// Checks constraints, in their order.
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>);
}

/// A member: its name in the model and that of its Rust field, with `*` behind them if keys below it must not be shown;
/// its constraints; its value.
///
/// The names are one text, which only a violation takes apart: each literal costs those who build the crate.
pub type ConstrainedMember<'v> = (&'static str, &'static [Constraint], &'v dyn Constrained);

impl Checker<'_> {
    /// Checks the constraints that an enum has on its text or number.
    pub fn constrained_value<T: Constrained + ?Sized>(
        &mut self,
        at: &Cursor<'_>,
        constraints: &'static [Constraint],
        value: &T,
    ) {
        value.constrain(at, constraints, self);
    }

    /// Checks the constraints of a structure's members.
    pub fn constrained(&mut self, at: &Cursor<'_>, members: &[ConstrainedMember<'_>]) {
        for (names, constraints, value) in members {
            value.constrain(&at.named(names), constraints, self);
        }
    }
}

/// A type of the model. A member can have constraints on the text or number of an enum as well.
impl<T: Validate> Constrained for T {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        match constraints {
            [Constraint::Known, ..] => self.known(at, check),
            _ => check.nested(at, self),
        }
        if let Some(text) = self.text() {
            text.constrain(at, constraints, check);
        }
        if let Some(number) = self.number() {
            number.constrain(at, constraints, check);
        }
    }
}

/// A member, element or value that is absent breaks none of its constraints.
impl<T: Constrained> Constrained for Option<T> {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        if let Some(value) = self {
            value.constrain(at, constraints, check);
        }
    }
}

impl Constrained for str {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        for constraint in constraints {
            match *constraint {
                Constraint::Length(min, max) => check.length(at, self, Length { min, max }),
                Constraint::Pattern(pattern) => check.pattern(at, self, pattern),
                _ => {}
            }
        }
    }
}

impl Constrained for String {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        self.as_str().constrain(at, constraints, check);
    }
}

/// Types that no constraint bounds, and that stand in lists and maps which some do.
macro_rules! unbounded {
    ($($name:ty)*) => {$(
        impl Constrained for $name {
            fn constrain(&self, _: &Cursor<'_>, _: &'static [Constraint], _: &mut Checker<'_>) {}
        }
    )*};
}

unbounded! { bool Document Unit }
