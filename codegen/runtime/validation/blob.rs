//! Lengths of blobs.

use super::super::smithy::Blob;
use super::length::Measure;

impl Measure for Blob {
    fn measure(&self) -> u64 {
        self.len() as u64
    }
}
