//! Documents on the wire: as they are.

use super::super::super::smithy::Document;
use super::super::read::{Read, Reader};
use super::super::write::{Write, Writer};

impl Write for Document {
    fn write(&self, out: &mut Writer) {
        out.document(self);
    }
}

impl Read for Document {
    // `null` is a document like any other.
    const NULLABLE: bool = true;

    fn read(value: Document, _: &mut Reader) -> Self {
        value
    }

    fn corrected() -> Self {
        Self::Null
    }
}
