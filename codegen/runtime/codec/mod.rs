//! The syntax of what travels, without a word on what it means.

pub mod json;
mod limits;
pub(crate) mod md5;

pub(crate) use self::json as body;
pub use self::limits::Limits;
