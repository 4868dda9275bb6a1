//! Timestamps in forms, in the three formats.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::FormWriter;

impl FormWriter {
    /// Writes a timestamp.
    pub(crate) fn timestamp(&mut self, timestamp: Timestamp, format: TimestampFormat) {
        self.value(&timestamp.format(format));
    }
}
