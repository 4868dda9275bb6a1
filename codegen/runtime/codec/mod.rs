//! The syntax of what travels, without a word on what it means.

pub(crate) mod crc;
pub mod json;
mod limits;
pub(crate) mod md5;
pub(crate) mod percent;
pub(crate) mod sha;

pub(crate) use self::json as body;
pub use self::limits::Limits;
