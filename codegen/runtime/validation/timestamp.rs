//! Timestamps, which no constraint bounds.

use super::super::smithy::Timestamp;
use super::check::Checker;
use super::constraint::{Constrained, Constraint};
use super::cursor::Cursor;

impl Constrained for Timestamp {
    fn constrain(&self, _: &Cursor<'_>, _: &'static [Constraint], _: &mut Checker<'_>) {}
}
