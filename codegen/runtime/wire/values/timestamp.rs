//! Timestamps on the wire.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for Timestamp {
    fn write(&self, out: &mut Writer) {
        let (_, format, _) = out.body();
        // serde carries whole seconds.
        let is_fraction = format == TimestampFormat::EpochSeconds && self.subsec_nanos() != 0;
        if !(is_fraction && out.marks_numbers() && out.marks_number(&self.format(format))) {
            out.body().0.timestamp(*self, format);
        }
    }
}

impl FromWire for Timestamp {
    fn read(reader: &mut Reader<'_>) -> Self {
        let demanded = reader.demanded_format();
        reader.scalar(expected(demanded), |event| event.as_timestamp(demanded))
    }

    /// The start of 1970.
    fn error_corrected_default() -> Self {
        Self::default()
    }
}

/// What would be right.
fn expected(demanded: Option<TimestampFormat>) -> &'static str {
    match demanded {
        None => "a timestamp",
        Some(TimestampFormat::EpochSeconds) => "a timestamp as a number of seconds",
        Some(TimestampFormat::DateTime) => "a timestamp as a `date-time` in UTC",
        Some(TimestampFormat::HttpDate) => "a timestamp as an `http-date`",
    }
}
