//! What a service answers instead of an output: modeled errors, and all others.

use std::fmt;

use super::super::wire::ToMessage;
use super::read_error::ErrorReader;

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The request's.
    Client,
    /// The service's.
    Server,
}

/// An error that a service answers with.
pub trait ServiceError: std::error::Error + ToMessage + Send + Sync + 'static {
    /// What is known of the error.
    #[doc(hidden)]
    fn facts(&self) -> ErrorFacts<'_>;

    /// The name of the error, such as `NotAuthorizedException`.
    fn code(&self) -> &str {
        self.facts().code
    }

    /// What a server writes as `__type`: the code or, in awsJson 1.0 and rpcv2Json, the id of the error's shape.
    fn error_type(&self) -> &str {
        self.code()
    }

    /// What a server writes of it for clients that spoke awsQuery before: the code that it had there, and whose fault
    /// it is.
    fn query_error(&self) -> Option<&'static str> {
        None
    }

    /// What the service says about it, for people; nothing where the model calls that sensitive, so that it shows in no
    /// log: then it is in its field alone.
    fn message(&self) -> Option<&str> {
        self.facts().message
    }

    /// The HTTP status that the model has for it, with which servers send it. What a client was answered may have
    /// another one.
    fn status(&self) -> u16 {
        self.facts().status
    }

    /// Whose fault it is.
    fn fault(&self) -> Fault {
        self.facts().fault
    }

    /// Whether the model says that the same request may succeed later.
    fn retry(&self) -> Retry {
        self.facts().retry
    }
}

/// What is known of an error: one method gives all of it, which costs those who build the crate less than one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorFacts<'e> {
    /// The name of the error.
    pub code: &'e str,
    /// What the service says about it, unless that is sensitive.
    pub message: Option<&'e str>,
    /// The HTTP status that it comes with.
    pub status: u16,
    /// Whose fault it is.
    pub fault: Fault,
    /// Whether the same request may succeed later.
    pub retry: Retry,
}

/// Whether the same request may succeed later: Smithy's `retryable` trait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Retry {
    /// The model does not say so.
    #[default]
    Unstated,
    /// It may.
    Later,
    /// It may, once there are fewer requests.
    Throttled,
}

/// Prints an error as its code and its message.
///
/// # Errors
///
/// Those of the formatter.
pub fn display_error(error: &dyn ServiceError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(error.code())?;
    match error.message() {
        Some(message) => write!(f, ": {message}"),
        None => Ok(()),
    }
}

/// What one operation fails with: an enum of its modeled errors and an unmodeled case.
pub trait OperationError: Sized + std::error::Error + Send + Sync + 'static {
    /// Takes the error that was answered.
    #[doc(hidden)]
    fn read(error: ErrorReader<'_>) -> Self;

    /// The error, whichever it is.
    fn service_error(&self) -> &dyn ServiceError;

    /// The name of the error, such as `NotAuthorizedException`.
    fn code(&self) -> &str {
        self.service_error().code()
    }

    /// What the service says about it, for people.
    fn message(&self) -> Option<&str> {
        self.service_error().message()
    }
}
