//! Blobs on the wire.

use super::super::super::codec::body::Event;
use super::super::super::smithy::Blob;
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Blob {
    fn write(&self, out: &mut Writer) {
        out.body().0.blob(self);
    }
}

impl FromWire for Blob {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.scalar(Event::BLOB, |event| event.as_blob())
    }

    fn error_corrected_default() -> Self {
        Self::default()
    }
}
