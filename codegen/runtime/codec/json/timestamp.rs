//! Timestamps in JSON, in the three formats.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::{Event, JsonWriter};

impl Event<'_> {
    /// A number is read as `epoch-seconds`, a string as `date-time` or `http-date`.
    pub(crate) fn as_timestamp(&self) -> Option<Timestamp> {
        let parse = |text: &str, format| Timestamp::parse(text, format).ok();
        match self {
            Self::Number(text) => parse(text, TimestampFormat::EpochSeconds),
            Self::String(text) => {
                parse(text, TimestampFormat::DateTime).or_else(|| parse(text, TimestampFormat::HttpDate))
            }
            _ => None,
        }
    }
}

impl JsonWriter {
    /// Writes a timestamp.
    pub(crate) fn timestamp(&mut self, timestamp: Timestamp, format: TimestampFormat) {
        let text = timestamp.format(format);
        match format {
            TimestampFormat::EpochSeconds => self.number(format_args!("{text}")),
            TimestampFormat::DateTime | TimestampFormat::HttpDate => self.string(&text),
        }
    }
}
