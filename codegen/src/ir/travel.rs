//! How values travel: in which directions, and in which format.

/// In which directions the values of a type travel, as far as code is written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Directions {
    /// In both, by one codec.
    OneCodec,
    /// In requests.
    Sent,
    /// In responses.
    Received,
    /// In both, by a codec for each.
    SentAndReceived,
}

impl Directions {
    /// Whether they are written.
    pub(crate) fn writes(self) -> bool {
        self != Self::Received
    }

    /// Whether they are read.
    pub(crate) fn reads(self) -> bool {
        self != Self::Sent
    }
}

/// A format of timestamps that is not the protocol's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimestampEncoding {
    /// Seconds since 1970.
    EpochSeconds,
    /// `date-time` of RFC 3339.
    DateTime,
    /// `IMF-fixdate` of RFC 7231.
    HttpDate,
}
