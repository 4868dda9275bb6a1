//! A strict XML parser (XML 1.0, UTF-8) that hands out one event at a time and says where each stands.
//!
//! Names come without their prefix, comments and processing instructions are passed over, document types and the
//! entities that they declare are refused, and depth is bounded, so that any input ends in bounded time and memory. No
//! error holds a piece of the input.

mod attributes;
mod big;
mod blob;
mod body;
mod body_text;
mod document;
mod element;
mod error;
mod parser;
mod prolog;
mod scalar;
mod tags;
mod text;
mod timestamp;
mod writer;

pub(crate) use self::body::{document, of_document};
pub(crate) use self::body_text::{Text, text};
pub(crate) use self::document::read_document;
pub(crate) use self::element::element;
pub use self::error::{Problem, SyntaxError};
#[doc(hidden)]
pub use self::parser::{Event, Parser};
pub(crate) use self::tags::local_name;
#[doc(hidden)]
pub use self::writer::XmlWriter;
pub(crate) use self::writer::XmlWriter as BodyWriter;
