//! Blobs in JSON: base64 in strings.

use super::super::super::smithy::Blob;
use super::{Event, JsonWriter};

impl Event<'_> {
    /// What a blob is, for messages.
    pub(crate) const BLOB: &'static str = "a string in padded base64";

    /// The bytes of a blob.
    pub(crate) fn as_blob(&self) -> Option<Blob> {
        if let Self::String(text) = self { Blob::from_base64(text).ok() } else { None }
    }
}

impl JsonWriter {
    /// Writes a blob.
    pub(crate) fn blob(&mut self, blob: &Blob) {
        self.string(&blob.to_base64());
    }
}
