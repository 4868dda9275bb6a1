//! Why a response gave no output, and what is known of it.

use std::fmt;
use std::time::Duration;

use super::super::protocol::error::query_error;
use super::super::wire::{Headers, ReadError};
use super::error::{OperationError, Retry};
use super::http_date;
use super::unexpected_body::UnexpectedBody;

/// Why a response gave no output.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ResponseError<E> {
    /// The service answered with an error.
    Service(E, ResponseMetadata),
    /// The service answered with an output that could not be read.
    Read(ReadError, ResponseMetadata),
}

impl<E> ResponseError<E> {
    /// What is known of the response, whatever it carried.
    pub fn metadata(&self) -> &ResponseMetadata {
        match self {
            Self::Service(_, metadata) | Self::Read(_, metadata) => metadata,
        }
    }

    /// The HTTP status that came.
    pub fn status(&self) -> u16 {
        self.metadata().status
    }

    /// The id that the service gave the request, which those who run the service ask for.
    pub fn request_id(&self) -> Option<&str> {
        self.metadata().request_id.as_deref()
    }

    /// How long the service wants to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        self.metadata().retry_after
    }

    /// The error that the service answered with.
    pub fn service_error(&self) -> Option<&E> {
        match self {
            Self::Service(error, _) => Some(error),
            Self::Read(..) => None,
        }
    }
}

impl<E: OperationError> ResponseError<E> {
    /// Whether there were too many requests: by the status, the model, or the code.
    pub fn is_throttling(&self) -> bool {
        let says_so = |error: &E| {
            error.service_error().retry() == Retry::Throttled || THROTTLING.contains(&error.code())
        };
        self.status() == 429 || self.service_error().is_some_and(says_so)
    }

    /// Whether the same request may succeed later: by the status, the model, or the code. Whether it may be sent twice is
    /// another question, which [`Operation::IDEMPOTENT`](super::Operation::IDEMPOTENT) answers.
    pub fn is_retryable(&self) -> bool {
        let says_so =
            |error: &E| error.service_error().retry() != Retry::Unstated || TRANSIENT.contains(&error.code());
        self.is_throttling()
            || matches!(self.status(), 408 | 500 | 502 | 503 | 504)
            || self.service_error().is_some_and(says_so)
    }
}

/// The codes with which services of AWS say that there were too many requests.
const THROTTLING: [&str; 14] = [
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];

/// The codes with which services of AWS say that a request may succeed when it is sent again.
const TRANSIENT: [&str; 4] =
    ["InternalError", "RequestTimeout", "RequestTimeoutException", "ServiceUnavailable"];

impl<E: fmt::Display> fmt::Display for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error, _) => error.fmt(f),
            Self::Read(error, metadata) => {
                write!(f, "the response with HTTP status {} could not be read: ", metadata.status)?;
                match metadata.unexpected_body {
                    Some(unexpected) => write!(f, "{unexpected} ({error})"),
                    None => error.fmt(f),
                }
            }
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for ResponseError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match self {
            Self::Service(error, _) => error,
            Self::Read(error, _) => error,
        })
    }
}

/// What is known of a response, whatever it carried.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResponseMetadata {
    /// The HTTP status.
    pub status: u16,
    /// The id that the service gave the request.
    pub request_id: Option<String>,
    /// How long the service wants to be left alone. Where it names a time, that counts from the one of its `Date`.
    pub retry_after: Option<Duration>,
    /// The code that the error has in awsQuery, which the service spoke before.
    pub query_error: Option<String>,
    /// What came, where that is nothing of the service.
    pub unexpected_body: Option<UnexpectedBody>,
}

impl ResponseMetadata {
    /// Takes it from the status and the headers.
    pub(super) fn new(status: u16, headers: &Headers, unexpected_body: Option<UnexpectedBody>) -> Self {
        let request_id = REQUEST_IDS.iter().find_map(|name| headers.get(name)).map(str::to_owned);
        let number = |name| headers.get(name)?.trim().parse().ok();
        let date = |name| http_date::seconds(headers.get(name)?);
        let until = || Some(date("retry-after")?.saturating_sub(date("date")?));
        let milliseconds = || number("x-amz-retry-after").map(Duration::from_millis);
        let seconds = number("retry-after").or_else(until);
        let retry_after = seconds.map(Duration::from_secs).or_else(milliseconds);
        let query_error = query_error(headers).map(str::to_owned);
        Self { status, request_id, retry_after, query_error, unexpected_body }
    }
}

/// The headers in which services put the id of a request.
const REQUEST_IDS: [&str; 4] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id", "x-amz-id-2"];
