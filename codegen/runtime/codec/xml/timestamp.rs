//! Timestamps in XML, in the three formats.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::{Event, XmlWriter};

/// In the order in which they are tried where none is demanded.
const FORMATS: [TimestampFormat; 3] =
    [TimestampFormat::DateTime, TimestampFormat::HttpDate, TimestampFormat::EpochSeconds];

impl Event<'_> {
    /// A point in time in any of the formats; where one is demanded, only in that, and then without an offset from UTC.
    pub(crate) fn as_timestamp(&self, demanded: Option<TimestampFormat>) -> Option<Timestamp> {
        let text = self.trimmed()?;
        if demanded == Some(TimestampFormat::DateTime) && !text.ends_with(['Z', 'z']) {
            return None;
        }
        let mut formats =
            FORMATS.iter().filter(|format| demanded.is_none_or(|demanded| demanded == **format));
        formats.find_map(|format| Timestamp::parse(text, *format).ok())
    }
}

impl XmlWriter {
    /// Writes a timestamp.
    pub fn timestamp(&mut self, timestamp: Timestamp, format: TimestampFormat) {
        self.number(format_args!("{}", timestamp.format(format)));
    }
}
