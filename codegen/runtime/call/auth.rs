//! How requests show who sends them.

/// A way in which requests show who sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// They are signed with the caller's credentials by AWS Signature Version 4, for the service of this name.
    SigV4(&'static str),
    /// They are signed likewise for several regions, by AWS Signature Version 4A.
    SigV4A(&'static str),
    /// They carry a bearer token (RFC 6750).
    HttpBearer,
    /// They carry a user name and a password (RFC 7617).
    HttpBasic,
    /// They carry a digest of a user name and a password (RFC 7616).
    HttpDigest,
    /// They carry an API key in a header or parameter of this name.
    HttpApiKey(&'static str),
    /// Another way, by the id of its trait.
    Other(&'static str),
}
