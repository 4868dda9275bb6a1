//! What a service answers instead of an output: modeled errors, and all others.

use std::fmt;

use super::super::protocol::error::{self, ErrorAnswer};
use super::super::smithy::{Document, Redacted};
use super::super::wire::{FromWire, ReadError, ToWire, read_leniently};

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The request's: sending it again changes nothing.
    Client,
    /// The service's.
    Server,
}

/// An error that a service answers with.
pub trait ServiceError: std::error::Error + Send + Sync + 'static {
    /// What is known of the error.
    fn facts(&self) -> ErrorFacts<'_>;

    /// The name of the error, such as `NotAuthorizedException`.
    fn code(&self) -> &str {
        self.facts().code
    }

    /// What a server writes as `__type`: the code or, in awsJson 1.0 and rpcv2Json, the id of the error's shape.
    fn error_type(&self) -> &str {
        self.code()
    }

    /// What the service says about it, for people; nothing where the model calls that sensitive, so that it shows in no
    /// log: then it is in its field alone.
    fn message(&self) -> Option<&str> {
        self.facts().message
    }

    /// The HTTP status that it comes with.
    fn status(&self) -> u16 {
        self.facts().status
    }

    /// Whose fault it is.
    fn fault(&self) -> Fault {
        self.facts().fault
    }

    /// Whether the model says that the same request may succeed later.
    fn is_retryable(&self) -> bool {
        self.facts().retryable
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
    pub retryable: bool,
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

/// The body of the answer that carries an error, as a server sends it with [`ServiceError::status`]: the members,
/// and [`ServiceError::error_type`] under `__type`.
pub fn error_body<E: ServiceError + ToWire>(error: &E) -> Vec<u8> {
    error::error_body(error.error_type(), error)
}

/// What one operation fails with: an enum of its modeled errors and an unmodeled case.
pub trait OperationError: Sized + std::error::Error + Send + Sync + 'static {
    /// Takes the error that was answered.
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

/// Why a response gave no output.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ResponseError<E> {
    /// The service answered with an error.
    Service(E),
    /// The service answered with an output that could not be read.
    Read(ReadError),
}

impl<E: fmt::Display> fmt::Display for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Read(error) => write!(f, "the response could not be read: {error}"),
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for ResponseError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match self {
            Self::Service(error) => error,
            Self::Read(error) => error,
        })
    }
}

/// An error that the model does not name for the operation, or an answer that is no error of the service at all,
/// such as the HTML page of a proxy. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
pub struct UnmodeledError {
    code: String,
    message: Option<String>,
    status: u16,
    body: Document,
}

impl UnmodeledError {
    /// The code of an answer that names none.
    pub const UNKNOWN: &'static str = "Unknown";

    /// Makes an error, for tests and stand-ins of a service.
    pub fn new(code: impl Into<String>, message: Option<String>, status: u16) -> Self {
        Self { code: code.into(), message, status, body: Document::Null }
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
        match &self.message {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnmodeledError {}

impl ServiceError for UnmodeledError {
    fn facts(&self) -> ErrorFacts<'_> {
        let Self { code, message, status, .. } = self;
        let fault = if *status >= 500 { Fault::Server } else { Fault::Client };
        ErrorFacts { code, message: message.as_deref(), status: *status, fault, retryable: false }
    }
}

/// An error as it was answered, before it is known which it is.
#[derive(Debug)]
pub struct ErrorReader<'a> {
    error: UnmodeledError,
    body: &'a [u8],
}

impl<'a> ErrorReader<'a> {
    /// The name of the error, without a namespace.
    pub fn code(&self) -> &str {
        &self.error.code
    }

    /// Starts to look for it among the errors that an operation has.
    pub fn modeled<E>(self) -> ErrorChoice<'a, E> {
        ErrorChoice::Open(self)
    }
}

/// An error that is looked for among those that an operation has.
#[derive(Debug)]
pub enum ErrorChoice<'a, E> {
    /// It is none of those so far.
    Open(ErrorReader<'a>),
    /// It is this one.
    Found(E),
}

impl<E> ErrorChoice<'_, E> {
    /// Takes it as a modeled error, if it has this code.
    pub fn or<T: FromWire + ServiceError>(self, code: &str, variant: fn(Box<T>) -> E) -> Self {
        match self {
            Self::Open(ErrorReader { error, body }) if error.code == code => {
                let mut read: T = read_leniently(body);
                if read.message().is_none_or(str::is_empty) {
                    read = read_leniently(&error::with_message_names(error.body));
                }
                Self::Found(variant(Box::new(read)))
            }
            other => other,
        }
    }

    /// Takes it as it is, if it is none of the modeled errors.
    pub fn or_unmodeled(self, variant: fn(Box<UnmodeledError>) -> E) -> E {
        match self {
            Self::Open(ErrorReader { error, .. }) => variant(Box::new(error)),
            Self::Found(error) => error,
        }
    }
}

/// Reads the answer to a request that failed. It always succeeds: an error whose members are not what they should
/// be is worth more than the news that they are not.
pub(super) fn read_error<E: OperationError>(status: u16, error_type: Option<&str>, body: &[u8]) -> E {
    let ErrorAnswer { code, message, body: document } = error::read_error(error_type, body);
    let code = code.unwrap_or_else(|| UnmodeledError::UNKNOWN.to_owned());
    let error = UnmodeledError { code, message, status, body: document };
    E::read(ErrorReader { error, body })
}
