//! Blobs in CBOR: byte strings.

use super::super::super::smithy::Blob;
use super::{CborWriter, Event};

impl Event<'_> {
    /// What a blob is, for messages.
    pub(crate) const BLOB: &'static str = "a byte string";

    /// The bytes of a blob.
    pub(crate) fn as_blob(&self) -> Option<Blob> {
        match self {
            Self::Bytes(bytes) => Some(Blob::new(&**bytes)),
            Self::OfDocument(text) => Blob::from_base64(text).ok(),
            _ => None,
        }
    }
}

impl CborWriter {
    /// Writes a blob.
    pub(crate) fn blob(&mut self, blob: &Blob) {
        self.bytes(blob.as_bytes());
    }
}
