//! The codec of CBOR crates, compiled here beside that of JSON.

#[path = "../codec/cbor/mod.rs"]
pub mod cbor;

pub(crate) use super::codec::Limits;
