//! Points in time, with nanoseconds.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::timestamp_format::TimestampFormat;
use super::timestamp_text as text;

const NANOS_PER_SECOND: u32 = 1_000_000_000;

/// A point in time: seconds and nanoseconds since the start of 1970 in UTC, leap seconds not counted.
///
/// Whole seconds reach as far as `i64` does. The formats with a calendar have four digits for the year; years
/// beyond 0000 to 9999 are written with a sign and as many digits as they need, and are not read back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Rounded down, so that the nanoseconds always count forward.
    seconds: i64,
    nanos: u32,
}

/// A text is not a timestamp, or a timestamp does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidTimestamp {
    /// The text does not follow this format, or names a day or time that does not exist.
    Text(TimestampFormat),
    /// The system's clock cannot express the timestamp.
    OutOfRange,
}

impl fmt::Display for InvalidTimestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(TimestampFormat::EpochSeconds) => "expected a number of seconds since 1970",
            Self::Text(TimestampFormat::DateTime) => "expected a timestamp like `2014-04-29T18:30:38Z`",
            Self::Text(TimestampFormat::HttpDate) => {
                "expected a timestamp like `Tue, 29 Apr 2014 18:30:38 GMT`"
            }
            Self::OutOfRange => "expected a timestamp that the system's clock can express",
        })
    }
}

impl std::error::Error for InvalidTimestamp {}

impl Timestamp {
    /// A whole number of seconds since the start of 1970 in UTC.
    pub const fn from_secs(seconds: i64) -> Self {
        Self { seconds, nanos: 0 }
    }

    /// Seconds since the start of 1970 in UTC and nanoseconds on top; a billion of those or more carries over.
    pub const fn from_secs_and_nanos(seconds: i64, nanos: u32) -> Self {
        let carry = (nanos / NANOS_PER_SECOND) as i64;
        Self { seconds: seconds.saturating_add(carry), nanos: nanos % NANOS_PER_SECOND }
    }

    /// Milliseconds since the start of 1970 in UTC.
    pub const fn from_millis(milliseconds: i64) -> Self {
        let nanos = milliseconds.rem_euclid(1000) as u32 * 1_000_000;
        Self { seconds: milliseconds.div_euclid(1000), nanos }
    }

    /// Nanoseconds since the start of 1970 in UTC, if they fit.
    pub(super) fn from_nanos(nanoseconds: i128) -> Option<Self> {
        let second = i128::from(NANOS_PER_SECOND);
        let seconds = i64::try_from(nanoseconds.div_euclid(second)).ok()?;
        Some(Self { seconds, nanos: u32::try_from(nanoseconds.rem_euclid(second)).ok()? })
    }

    /// Whole seconds since the start of 1970 in UTC, rounded down.
    pub const fn secs(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds since the last whole second, less than a billion.
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// Milliseconds since the start of 1970 in UTC, rounded down; nothing if they do not fit.
    pub fn to_millis(self) -> Option<i64> {
        let milliseconds = i128::from(self.seconds) * 1000 + i128::from(self.nanos / 1_000_000);
        i64::try_from(milliseconds).ok()
    }

    /// Reads a timestamp. Digits beyond the ninth after the point are passed over; a leap second counts as the
    /// second after it.
    ///
    /// # Errors
    ///
    /// The text does not follow `format` (the "Timestamp formats" of the Smithy specification), or names a day
    /// or time that does not exist.
    pub fn parse(text: &str, format: TimestampFormat) -> Result<Self, InvalidTimestamp> {
        let timestamp = match format {
            TimestampFormat::EpochSeconds => text::parse_epoch_seconds(text),
            TimestampFormat::DateTime => text::parse_date_time(text),
            TimestampFormat::HttpDate => text::parse_http_date(text),
        };
        timestamp.ok_or(InvalidTimestamp::Text(format))
    }

    /// Writes the timestamp, in UTC and with a fraction only where there is one.
    pub fn format(self, format: TimestampFormat) -> String {
        match format {
            TimestampFormat::EpochSeconds => text::epoch_seconds(self),
            TimestampFormat::DateTime => text::date_time(self),
            TimestampFormat::HttpDate => text::http_date(self),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.format(TimestampFormat::DateTime))
    }
}

/// Reads the `date-time` format.
impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text, TimestampFormat::DateTime)
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let (sign, distance) = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => (1, after),
            Err(error) => (-1, error.duration()),
        };
        let nanoseconds = i128::try_from(distance.as_nanos()).unwrap_or(i128::MAX);
        let ends = if sign > 0 { Self::from_secs(i64::MAX) } else { Self::from_secs(i64::MIN) };
        Self::from_nanos(sign * nanoseconds).unwrap_or(ends)
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = InvalidTimestamp;

    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        let distance = Duration::from_secs(timestamp.seconds.unsigned_abs());
        let second = if timestamp.seconds < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        };
        second
            .and_then(|second| second.checked_add(Duration::from_nanos(timestamp.nanos.into())))
            .ok_or(InvalidTimestamp::OutOfRange)
    }
}
