//! Timestamps in JSON, in the three formats.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::{Event, JsonWriter};

impl Event<'_> {
    /// A number is read as `epoch-seconds`, a string as `date-time` or `http-date`; where one format is demanded, only in
    /// that, and then without an offset from UTC.
    pub(crate) fn as_timestamp(&self, demanded: Option<TimestampFormat>) -> Option<Timestamp> {
        let (text, formats): (&str, &[TimestampFormat]) = match self {
            Self::Number(text) => (text, &[TimestampFormat::EpochSeconds]),
            Self::String(text) => (text, &[TimestampFormat::DateTime, TimestampFormat::HttpDate]),
            _ => return None,
        };
        if demanded == Some(TimestampFormat::DateTime) && !text.ends_with(['Z', 'z']) {
            return None;
        }
        let mut formats =
            formats.iter().filter(|format| demanded.is_none_or(|demanded| demanded == **format));
        formats.find_map(|format| Timestamp::parse(text, *format).ok())
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
