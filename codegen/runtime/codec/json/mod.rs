//! A strict JSON parser (RFC 8259) that hands out one event at a time and says where each stands.
//!
//! Numbers stay raw text, repeated keys are all reported, and depth is bounded, so that any input ends in
//! bounded time and memory. No error holds a piece of the input.

mod big;
mod blob;
mod body;
mod document;
mod document_text;
mod error;
mod parser;
mod plain;
mod scalar;
mod strings;
mod timestamp;
mod writer;

pub(crate) use self::body::{Text, document, of_document, text};
pub(crate) use self::document::read_document;
pub use self::error::{Problem, SyntaxError};
#[doc(hidden)]
pub use self::parser::{Event, MAX_DEPTH, Parser};
pub(crate) use self::writer::{JsonWriter, JsonWriter as BodyWriter};
