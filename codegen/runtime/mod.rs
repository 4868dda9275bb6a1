//! Support code that generated crates carry: this is its one source.
//!
//! The files are compiled and tested here like any other code, and copied into an output by `include_str!`.
//! They name each other by `super::` paths only, so that they fit a crate and a module alike, and they depend
//! on the standard library alone, `serde_impls` aside.

pub mod call;
#[cfg(test)]
#[path = "tests/cbor_codec.rs"]
mod cbor_codec;
mod codec;
#[cfg(test)]
mod compression;
#[cfg(test)]
mod decompression;
#[cfg(test)]
#[path = "tests/form_crate/mod.rs"]
mod form_crate;
#[cfg(test)]
mod http_impls;
pub mod protocol;
mod report;
#[cfg(test)]
#[macro_use]
mod serde_impls;
mod protocol_facts;
#[cfg(test)]
mod random_tokens;
pub mod smithy;
#[cfg(test)]
mod tests;
pub mod validation;
pub mod wire;
#[cfg(test)]
#[path = "tests/xml_crate/mod.rs"]
pub mod xml_crate;
