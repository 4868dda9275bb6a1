//! What the body of a message is.

/// What the body of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyType {
    /// What the protocol makes of members.
    Document,
    /// Of this media type.
    Media(&'static str),
    /// Bytes of any type.
    Any,
    /// There is none.
    Nothing,
}
