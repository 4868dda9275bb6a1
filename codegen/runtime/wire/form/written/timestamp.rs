//! Timestamps in forms.

use super::super::super::smithy::Timestamp;
use super::super::write::{ToWire, Writer};

impl ToWire for Timestamp {
    fn write(&self, out: &mut Writer) {
        let text = self.format(out.timestamp_format());
        out.string(&text);
    }
}
