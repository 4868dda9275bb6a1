//! Errors that the model does not name.

use std::fmt;

use super::super::smithy::{Document, Redacted};
use super::super::wire::{ToWire, Writer};
use super::error::{ErrorFacts, Fault, Retry, ServiceError};
use super::unexpected_body::UnexpectedBody;

/// An error that the model does not name for the operation, or an answer that is no error of the service at all,
/// such as the HTML page of a proxy. `Debug` does not show the body. The message shows, as no model says whether it is
/// a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct UnmodeledError {
    pub(super) code: String,
    pub(super) message: Option<String>,
    pub(super) status: u16,
    pub(super) body: Document,
    /// What came, where that is no error of the service.
    pub(super) unexpected_body: Option<UnexpectedBody>,
}

impl UnmodeledError {
    /// The code of an answer that names none.
    pub const UNKNOWN: &'static str = "Unknown";

    /// Makes an error, for tests and stand-ins of a service.
    pub fn new(code: impl Into<String>, message: Option<String>, status: u16) -> Self {
        Self { code: code.into(), message, status, body: Document::Null, unexpected_body: None }
    }

    /// The body of the answer: a string of all its text where that is not JSON.
    pub fn body(&self) -> &Document {
        &self.body
    }
}

impl fmt::Debug for UnmodeledError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnmodeledError")
            .field("code", &self.code)
            .field("message", &self.message)
            .field("status", &self.status)
            .field("body", &Redacted)
            .finish()
    }
}

impl fmt::Display for UnmodeledError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (HTTP status {})", self.code, self.status)?;
        match (&self.message, self.unexpected_body) {
            (Some(message), _) => write!(f, ": {message}"),
            (None, Some(unexpected)) => write!(f, ": {unexpected}"),
            (None, None) => Ok(()),
        }
    }
}

impl std::error::Error for UnmodeledError {}

impl ServiceError for UnmodeledError {
    fn facts(&self) -> ErrorFacts<'_> {
        let Self { code, message, status, .. } = self;
        let fault = if *status >= 500 { Fault::Server } else { Fault::Client };
        ErrorFacts { code, message: message.as_deref(), status: *status, fault, retry: Retry::Unstated }
    }
}

impl ToWire for UnmodeledError {
    fn write(&self, out: &mut Writer) {
        out.object(|out| out.optional("message", &self.message));
    }
}
