//! The codec.

#[path = "../../codec/xml/mod.rs"]
pub mod xml;

pub(crate) use self::xml as body;
pub use super::super::codec::Limits;
