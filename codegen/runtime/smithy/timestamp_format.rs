//! The three ways in which timestamps are written.

/// How a timestamp is written: the values of Smithy's `timestampFormat` trait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimestampFormat {
    /// `epoch-seconds`: a number of seconds since the start of 1970 in UTC, such as `1398796238.5`. What the
    /// awsJson protocols use where a model says nothing else.
    #[default]
    EpochSeconds,
    /// `date-time`: RFC 3339, such as `2014-04-29T18:30:38.5Z`.
    DateTime,
    /// `http-date`: the fixed-length format of RFC 9110 section 5.6.7, such as `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
}
