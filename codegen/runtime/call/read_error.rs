//! Which error it is that was answered.

use super::super::protocol::error::{self, ErrorAnswer};
use super::super::wire::{FromMessage, Headers, read_error, read_error_document};
use super::error::ServiceError;
use super::unexpected_body::UnexpectedBody;
use super::unmodeled::UnmodeledError;

/// An error as it was answered, before it is known which it is.
#[derive(Debug)]
pub struct ErrorReader<'a> {
    error: UnmodeledError,
    query_error: Option<&'a str>,
    headers: &'a Headers,
    body: &'a [u8],
}

impl<'a> ErrorReader<'a> {
    /// Takes the answer to a request that failed. It always succeeds: an error whose members are not what they should
    /// be is worth more than the news that they are not.
    pub fn new(status: u16, headers: &'a Headers, body: &'a [u8]) -> Self {
        let ErrorAnswer { code, message, body: document } = error::read_error(headers, body);
        let query_error = error::query_error(headers);
        let is_unknown = code.is_none() && query_error.is_none();
        let unexpected_body = if is_unknown { UnexpectedBody::of(headers, body) } else { None };
        let code = code.unwrap_or_else(|| UnmodeledError::UNKNOWN.to_owned());
        let error = UnmodeledError { code, message, status, body: document, unexpected_body };
        Self { error, query_error, headers, body }
    }

    /// What came, where that is no error of the service.
    pub fn unexpected_body(&self) -> Option<UnexpectedBody> {
        self.error.unexpected_body
    }

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
    pub fn or<T: FromMessage + ServiceError>(self, code: &str, variant: fn(Box<T>) -> E) -> Self {
        match self {
            Self::Open(ErrorReader { error, headers, body, .. }) if error.code == code => {
                let mut read: T = read_error(error.status, headers, body);
                if read.message().is_none_or(str::is_empty) {
                    let named = error::with_message_names(error.body);
                    read = read_error_document(error.status, headers, &named);
                }
                Self::Found(variant(Box::new(read)))
            }
            other => other,
        }
    }

    /// Takes it as it is, if it is none of the modeled errors.
    pub fn or_unmodeled(self, variant: fn(Box<UnmodeledError>) -> E) -> E {
        match self {
            Self::Open(ErrorReader { mut error, query_error, .. }) => {
                if let Some(code) = query_error {
                    error.code = code.to_owned();
                }
                variant(Box::new(error))
            }
            Self::Found(error) => error,
        }
    }
}
