//! Documents on the wire: as they are.

use super::super::super::smithy::Document;
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Document {
    fn write(&self, out: &mut Writer) {
        out.document(self);
    }
}

impl FromWire for Document {
    // `null` is a document like any other.
    const NULLABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.document()
    }

    fn error_corrected_default() -> Self {
        Self::Null
    }
}
