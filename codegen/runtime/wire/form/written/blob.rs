//! Blobs in forms: base64.

use super::super::super::smithy::Blob;
use super::super::write::{ToWire, Writer};

impl ToWire for Blob {
    fn write(&self, out: &mut Writer) {
        out.string(&self.to_base64());
    }
}
