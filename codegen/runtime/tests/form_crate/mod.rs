//! What crates of the query protocols have in the place of JSON, compiled here beside it.

mod codec;
pub(crate) mod wire;

pub(crate) use super::smithy;
