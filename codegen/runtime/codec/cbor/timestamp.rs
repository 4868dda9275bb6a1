//! Timestamps in CBOR: seconds behind a tag, whatever format the model names.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::head::Major;
use super::tags::EPOCH;
use super::{CborWriter, Event};

impl Event<'_> {
    /// The tag may be missing where no format is demanded.
    pub(crate) fn as_timestamp(&self, demanded: Option<TimestampFormat>) -> Option<Timestamp> {
        match self {
            Self::EpochInteger(seconds) => Some(Timestamp::from_secs(*seconds)),
            Self::EpochFloat(seconds) => of_float(*seconds),
            Self::Number(text) => Timestamp::parse(text, TimestampFormat::EpochSeconds).ok(),
            _ if demanded.is_some() => None,
            Self::Float(seconds) => of_float(*seconds),
            _ => self.as_i64().map(Timestamp::from_secs),
        }
    }
}

/// The point in time that the digits of a float name.
fn of_float(seconds: f64) -> Option<Timestamp> {
    Timestamp::parse(&format!("{seconds:?}"), TimestampFormat::EpochSeconds).ok()
}

impl CborWriter {
    /// Writes a timestamp: as a float where it is not a whole second.
    pub(crate) fn timestamp(&mut self, timestamp: Timestamp, _: TimestampFormat) {
        self.head(Major::Tag, EPOCH);
        match timestamp.format(TimestampFormat::EpochSeconds).parse() {
            Ok(seconds) if timestamp.subsec_nanos() > 0 => self.double(seconds),
            _ => self.integer(timestamp.secs()),
        }
    }
}
