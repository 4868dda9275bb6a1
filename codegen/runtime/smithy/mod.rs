//! Smithy's simple types that Rust has no type for: blobs, timestamps, documents, big numbers.

mod base64;
mod big;
mod blob;
pub(crate) mod decimal;
mod digits;
mod document;
mod number;
mod redacted;
mod timestamp;
mod timestamp_format;
mod timestamp_text;
mod unit;

pub use self::base64::InvalidBase64;
pub use self::big::{BigDecimal, BigInteger};
pub use self::blob::Blob;
pub(crate) use self::digits::push_integer;
pub use self::document::Document;
pub(crate) use self::number::non_finite;
pub(crate) use self::number::number_length;
pub use self::number::{InvalidNumber, Number};
#[doc(hidden)]
pub use self::redacted::{Redacted, debug_fields};
pub use self::timestamp::{InvalidTimestamp, Timestamp};
pub use self::timestamp_format::TimestampFormat;
pub use self::unit::Unit;
