//! Timestamps on the wire.

use super::super::super::smithy::Timestamp;
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Timestamp {
    fn write(&self, out: &mut Writer) {
        let (body, format, _) = out.body();
        body.timestamp(*self, format);
    }
}

impl FromWire for Timestamp {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.scalar("a timestamp", |event| event.as_timestamp())
    }

    /// The start of 1970.
    fn error_corrected_default() -> Self {
        Self::default()
    }
}
