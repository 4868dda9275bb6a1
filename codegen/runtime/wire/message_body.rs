//! Writing the bodies of messages.

use super::options::WriteOptions;
use super::write::{ToWire, Writer};

/// Writes the value of a message.
///
/// # Errors
///
/// A required idempotency token is not set and there is none to take: the name of its member.
pub(crate) fn to_body<T: ToWire + ?Sized>(value: &T, options: WriteOptions) -> Result<Vec<u8>, &'static str> {
    let mut out = Writer::new();
    out.options = options;
    value.write(&mut out);
    out.token_missed.map_or_else(|| Ok(out.into_bytes()), Err)
}
