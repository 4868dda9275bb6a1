//! Blobs in XML: base64.

use super::super::super::smithy::Blob;
use super::tags::is_space;
use super::{Event, XmlWriter};

impl Event<'_> {
    /// What a blob is, for messages.
    pub(crate) const BLOB: &'static str = "padded base64";

    /// The bytes of a blob, which may be broken into lines.
    pub(crate) fn as_blob(&self) -> Option<Blob> {
        let text = self.trimmed()?;
        match text.bytes().any(is_space) {
            true => Blob::from_base64(&text.split_ascii_whitespace().collect::<String>()).ok(),
            false => Blob::from_base64(text).ok(),
        }
    }
}

impl XmlWriter {
    /// Writes a blob.
    pub fn blob(&mut self, blob: &Blob) {
        self.number(format_args!("{}", blob.to_base64()));
    }
}
