//! Operations: what each takes, gives and fails with.

use super::super::wire::{FromWire, ToWire};
use super::error::OperationError;

/// An operation of a service, as a type.
pub trait Operation {
    /// What it takes.
    type Input: ToWire + FromWire + 'static;
    /// What it gives.
    type Output: ToWire + FromWire + 'static;
    /// What it fails with.
    type Error: OperationError;

    /// Its name in the model.
    const NAME: &'static str;
    /// How its requests show who sends them.
    const AUTH: Auth;
    /// Whether it changes nothing.
    const READONLY: bool = false;
    /// Whether to do it twice is the same as to do it once.
    const IDEMPOTENT: bool = false;
    /// How its results come in pages, if they do.
    const PAGES: Option<Pages> = None;
}

/// How requests show who sends them: the first scheme that the model names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// They are signed with the caller's credentials, by AWS Signature Version 4.
    Signed,
    /// They are signed likewise for several regions, by AWS Signature Version 4A.
    SignedV4A,
    /// They carry a bearer token (RFC 6750).
    BearerToken,
    /// They carry a user name and a password (RFC 7617).
    Basic,
    /// They carry a digest of a user name and a password (RFC 7616).
    Digest,
    /// They carry an API key.
    ApiKey,
    /// Another way, which the page of the operation names.
    Other,
    /// They work without credentials and carry no signature.
    Unsigned,
}

/// How the results of an operation come in pages: Smithy's `paginated` trait. All are names on the wire; a dot
/// leads into a nested structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pages {
    /// The input's member that asks for the next page.
    pub input_token: &'static str,
    /// The output's member that names the next page.
    pub output_token: &'static str,
    /// The output's member with the results.
    pub items: Option<&'static str>,
    /// The input's member that limits how many results come at once.
    pub page_size: Option<&'static str>,
}
