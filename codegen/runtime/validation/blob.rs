//! Lengths of blobs.

use super::super::smithy::Blob;
use super::check::Checker;
use super::constraint::{Constrained, Constraint};
use super::cursor::Cursor;
use super::length::{Length, Measure};

impl Measure for Blob {
    fn measure(&self) -> u64 {
        self.len() as u64
    }
}

impl Constrained for Blob {
    fn constrain(&self, at: &Cursor<'_>, constraints: &'static [Constraint], check: &mut Checker<'_>) {
        for constraint in constraints {
            if let Constraint::Length(min, max) = *constraint {
                check.length(at, self, Length { min, max });
            }
        }
    }
}
