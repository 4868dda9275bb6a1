//! Strings of a media type, which headers hold in base64.

use super::super::super::smithy::Blob;
use super::reader::MessageReader;
use super::writer::MessageWriter;

impl MessageWriter {
    /// Writes a string of a media type in a header.
    pub fn header_base64(&mut self, name: &'static str, value: Option<&String>) {
        let encoded = value.map(|value| Blob::from(value.as_str()).to_base64());
        self.header(name, encoded.as_ref());
    }
}

impl MessageReader<'_> {
    /// Reads a string of a media type in a header.
    pub fn header_base64(&mut self, name: &str, member: &'static str) -> Option<String> {
        let encoded: String = self.header(name, member)?;
        let bytes = Blob::from_base64(&encoded).ok();
        let text = bytes.and_then(|bytes| String::from_utf8(bytes.into_bytes()).ok());
        self.value(text.as_deref(), Default::default(), member)
    }
}
