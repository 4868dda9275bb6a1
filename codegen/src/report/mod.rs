//! Reports that people read and that no generation needs.

pub mod coverage;
pub mod diff;
pub mod doc_drift;
pub mod lint;
