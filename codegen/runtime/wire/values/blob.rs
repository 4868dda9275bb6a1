//! Blobs on the wire: base64 in strings.

use super::super::super::smithy::{Blob, Document};
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Blob {
    fn write(&self, out: &mut Writer) {
        out.string(&self.to_base64());
    }
}

impl FromWire for Blob {
    fn read(value: Document, reader: &mut Reader) -> Self {
        let blob = value.as_str().and_then(|text| Self::from_base64(text).ok());
        reader.or_mismatch("a string in padded base64", blob)
    }

    fn error_corrected_default() -> Self {
        Self::default()
    }
}
