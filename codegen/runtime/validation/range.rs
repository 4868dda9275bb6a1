//! Ranges of numbers.

use std::cmp::Ordering;

use super::super::report::Kind;
use super::check::Checker;
use super::constraint::{Constrained, Constraint};
use super::cursor::Cursor;

/// The bounds of a number, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// Of an integer.
    Integer(Option<i64>, Option<i64>),
    /// Of a float; those of one of 32 bits are values of 32 bits.
    Float(Option<f64>, Option<f64>),
    /// Of a big number, as texts that follow JSON's grammar.
    Decimal(Option<&'static str>, Option<&'static str>),
}

impl Range {
    /// What a number violates that is out of these bounds.
    #[cold]
    fn kind(self, written: Option<(&'static str, &'static str)>) -> Kind {
        let text = |bound: &'static str| (!bound.is_empty()).then(|| bound.to_owned());
        let (min, max) = match (written, self) {
            (Some((min, max)), _) => (text(min), text(max)),
            (None, Self::Integer(min, max)) => {
                (min.map(|min| min.to_string()), max.map(|max| max.to_string()))
            }
            (None, Self::Float(min, max)) => (min.map(|min| min.to_string()), max.map(|max| max.to_string())),
            (None, Self::Decimal(min, max)) => (min.and_then(text), max.and_then(text)),
        };
        Kind::Range { min, max }
    }
}

/// Whether a number is on the wrong side of a bound. NaN is on neither side of any.
fn is_outside<T: PartialOrd>(value: T, min: Option<T>, max: Option<T>) -> bool {
    min.is_some_and(|min| value.partial_cmp(&min).is_none_or(Ordering::is_lt))
        || max.is_some_and(|max| value.partial_cmp(&max).is_none_or(Ordering::is_gt))
}

macro_rules! number {
    ($bounds:ident: $($number:ty)*) => {$(
        impl Constrained for $number {
            fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
                check.ranges(at, constraints, |range| {
                    matches!(range, Range::$bounds(min, max) if is_outside((*self).into(), min, max))
                });
            }
        }
    )*};
}

number! { Integer: i8 i16 i32 i64 }
number! { Float: f32 f64 }

impl Checker<'_> {
    /// Checks ranges: `is_outside` says of each whether a number is out of it.
    pub(super) fn ranges(
        &mut self,
        at: &Cursor<'_>,
        constraints: &'static [Constraint],
        is_outside: impl Fn(Range) -> bool,
    ) {
        for constraint in constraints {
            if let Constraint::Range(range, written) = *constraint
                && is_outside(range)
            {
                self.constraint(at, range.kind(written));
            }
        }
    }
}
