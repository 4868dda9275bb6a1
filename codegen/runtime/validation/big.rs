//! Ranges of big numbers.

use super::super::smithy::{BigDecimal, BigInteger, decimal};
use super::check::Checker;
use super::constraint::{Constrained, Constraint};
use super::cursor::Cursor;
use super::range::Range;

macro_rules! number {
    ($($number:ty)*) => {$(
        impl Constrained for $number {
            fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
                let is_below = |min: &str| decimal::compare(self.as_str(), min).is_lt();
                let is_above = |max: &str| decimal::compare(self.as_str(), max).is_gt();
                check.ranges(at, constraints, |range| {
                    matches!(range, Range::Decimal(min, max)
                        if min.is_some_and(is_below) || max.is_some_and(is_above))
                });
            }
        }
    )*};
}

number! { BigInteger BigDecimal }
