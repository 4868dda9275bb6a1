//! Blobs in forms: base64.

use super::super::super::smithy::Blob;
use super::FormWriter;

impl FormWriter {
    /// Writes a blob.
    pub(crate) fn blob(&mut self, blob: &Blob) {
        self.value(&blob.to_base64());
    }
}
