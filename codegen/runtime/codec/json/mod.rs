//! A strict JSON parser (RFC 8259) that hands out one event at a time and says where each stands.
//!
//! Numbers stay raw text, repeated keys are all reported, and depth is bounded, so that any input ends in
//! bounded time and memory. No error holds a piece of the input.

mod document;
mod error;
mod parser;
mod writer;

pub use self::error::{Problem, SyntaxError};
pub use self::parser::{Event, MAX_DEPTH, Parser};
pub(crate) use self::writer::JsonWriter;

/// How many bytes stand before the first one that a JSON string must escape, or before the end.
fn plain_length(bytes: &[u8]) -> usize {
    let special = |byte: u8| byte == b'"' || byte == b'\\' || byte < 0x20;
    // Looking at a whole chunk without leaving early lets the compiler use vector instructions.
    let plain = |chunk: &&[u8]| !chunk.iter().fold(false, |found, &byte| found | special(byte));
    let from = bytes.chunks_exact(16).take_while(plain).count() * 16;
    let rest = &bytes[from..];
    from + rest.iter().position(|&byte| special(byte)).unwrap_or(rest.len())
}
