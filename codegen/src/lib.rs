//! Reads Smithy models as JSON AST and writes a Rust crate.

pub mod fault;
pub mod json;
pub mod resolve;
#[path = "../runtime/mod.rs"]
pub mod runtime;
