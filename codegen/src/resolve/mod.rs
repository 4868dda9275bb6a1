//! `resolve`: documents in, the graph out.

pub mod graph;
pub mod traits;
