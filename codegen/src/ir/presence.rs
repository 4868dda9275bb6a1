//! Whether members must be there, and what stands for those that are not.

/// Whether a member of a structure must be there, and what is read and written where it is not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Presence {
    /// `T`: the builder and the strict reader demand it, and the lenient one corrects what is missing.
    Required,
    /// `T`: the builder and both readers take the default.
    RequiredOr(DefaultValue),
    /// `Option<T>`, and nothing more.
    Optional,
    /// `Option<T>`: both readers give the default, and some who write add it.
    OptionalOr(DefaultValue, DefaultWriter),
    /// `Option<T>`: only the strict reader demands it, and a check warns where it is missing.
    ClientOptional,
    /// `Option<T>`: only the strict reader gives the default, and servers add it.
    ClientOptionalOr(DefaultValue),
    /// `Option<String>`: a request gets a new token where it is not set. Only the strict reader may demand it.
    IdempotencyToken(TokenDemand),
}

/// Whether a service demands an idempotency token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenDemand {
    /// It does.
    Demanded,
    /// It takes requests without one.
    Optional,
}

/// Who writes the default of a member that is not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DefaultWriter {
    /// Servers, and clients that send defaults.
    Anyone,
    /// Servers: for clients, Smithy takes the members of an `input` structure as optional.
    Server,
}

impl Presence {
    /// Whether the field is an `Option`.
    pub(crate) fn is_option(&self) -> bool {
        match self {
            Self::Required | Self::RequiredOr(_) => false,
            Self::Optional
            | Self::OptionalOr(..)
            | Self::ClientOptional
            | Self::ClientOptionalOr(_)
            | Self::IdempotencyToken(_) => true,
        }
    }
}

/// The value of a default.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DefaultValue {
    /// That of Rust's `Default`: `false`, zero, nothing in it.
    Empty,
    /// `true`.
    True,
    /// A number, as Rust writes it for its type.
    Number(String),
    /// A float that is none of the real numbers: the Rust name of its type, and of the constant.
    NonFinite(&'static str, &'static str),
    /// A string, or the value of an enum.
    Text(String),
    /// The value of an intEnum.
    IntEnum(i32),
    /// A blob, in base64.
    Blob(String),
    /// A timestamp: its text, in the format.
    Timestamp(TimestampText, String),
    /// A big number, as text.
    BigNumber(String),
    /// A document: `true`, `false`, a string or a number, or nothing in an array or object.
    Document(DocumentDefault),
}

/// The form of the text of a timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimestampText {
    /// Seconds since 1970.
    EpochSeconds,
    /// `date-time` of RFC 3339.
    DateTime,
    /// `IMF-fixdate` of RFC 9110.
    HttpDate,
}

/// The value of a default that is a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DocumentDefault {
    /// A boolean.
    Bool(bool),
    /// A number, as JSON writes it.
    Number(String),
    /// A string.
    String(String),
    /// An empty array.
    Array,
    /// An empty object.
    Object,
}
