//! A strict CBOR parser (RFC 8949) that hands out one event at a time and says where each stands.
//!
//! Lengths may be definite or not, unknown tags are passed over, repeated keys are all reported, and depth is bounded, so
//! that any input ends in bounded time and memory. No error holds a piece of the input.

mod big;
mod bignum;
mod blob;
mod body;
mod document;
mod error;
mod head;
mod parser;
mod scalar;
mod skip;
mod strings;
mod tags;
mod timestamp;
mod writer;

pub(crate) use self::body::{Text, document, of_document, text};
pub(crate) use self::document::read_document;
pub use self::error::{Problem, SyntaxError};
#[doc(hidden)]
pub use self::parser::{Event, Parser};
pub(crate) use self::writer::{CborWriter, CborWriter as BodyWriter};
