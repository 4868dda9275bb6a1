//! What makes a structure an error.

use crate::names::FieldName;

/// What `error` and its companions say of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ErrorFacts {
    /// The shape's name, which is its code on the wire.
    pub(crate) code: String,
    /// What servers write as its type, where that is not the code.
    pub(crate) type_id: Option<String>,
    /// What servers write for clients that spoke awsQuery before.
    pub(crate) query_error: Option<String>,
    /// The HTTP status.
    pub(crate) status: u16,
    /// Whose fault it is.
    pub(crate) fault: ErrorParty,
    /// `retryable`.
    pub(crate) retry: Retry,
    /// The field with the message for people, and whether it is an `Option`.
    pub(crate) message: Option<(FieldName, bool)>,
}

/// Whether the same request may succeed later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    /// The model does not say so.
    Unstated,
    /// It may.
    Later,
    /// It may, once there are fewer requests.
    Throttled,
}

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorParty {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}
