//! How values travel: in which directions, and what their members are called there.

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

/// How a member stands in forms, which only requests are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormMember {
    /// Its name.
    pub(crate) name: String,
    /// What the collections in it call what they hold, the outermost first, as far as one is not the usual.
    pub(crate) collections: Vec<FormCollection>,
}

/// What a list or map in a form calls what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FormCollection {
    /// A list with elements of this name.
    List(String),
    /// A list whose elements have its own name.
    FlatList,
    /// A map with keys and values of these names.
    Map(String, String),
    /// A map whose entries have its own name.
    FlatMap(String, String),
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
