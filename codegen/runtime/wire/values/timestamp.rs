//! Timestamps on the wire, in the three formats.

use super::super::super::smithy::{Document, Timestamp, TimestampFormat};
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Timestamp {
    fn write(&self, out: &mut Writer) {
        match out.timestamp_format() {
            TimestampFormat::EpochSeconds => {
                out.number(format_args!("{}", self.format(TimestampFormat::EpochSeconds)))
            }
            format => out.string(&self.format(format)),
        }
    }
}

impl FromWire for Timestamp {
    /// A number is read as `epoch-seconds`, a string as `date-time` or `http-date`.
    fn read(value: Document, reader: &mut Reader) -> Self {
        let parse = |text: &str, format| Self::parse(text, format).ok();
        let timestamp = match &value {
            Document::Number(number) => parse(number.as_str(), TimestampFormat::EpochSeconds),
            Document::String(text) => {
                parse(text, TimestampFormat::DateTime).or_else(|| parse(text, TimestampFormat::HttpDate))
            }
            _ => None,
        };
        reader.or_mismatch("a timestamp", timestamp)
    }

    /// The start of 1970.
    fn error_corrected_default() -> Self {
        Self::default()
    }
}
