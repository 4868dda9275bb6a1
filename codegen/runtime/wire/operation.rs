//! Operations: what each takes, gives and fails with, and how its requests and responses look.

use std::fmt;

use super::error::ReadError;
use super::read::{Mode, Read, from_bytes};
use super::service::{OperationError, ResponseError, read_error};
use super::write::{Write, to_json};

/// An operation of a service, as a type.
pub trait Operation {
    /// What it takes.
    type Input: Write + Read;
    /// What it gives.
    type Output: Write + Read;
    /// What it fails with.
    type Error: OperationError;

    /// Its name in the model.
    const NAME: &'static str;
    /// Whether its requests carry a signature.
    const AUTH: Auth;
    /// Whether it changes nothing.
    const READONLY: bool = false;
    /// Whether to do it twice is the same as to do it once.
    const IDEMPOTENT: bool = false;
    /// How its results come in pages, if they do.
    const PAGES: Option<Pages> = None;
}

/// Whether requests carry a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// They are signed with the caller's credentials, by AWS Signature Version 4.
    Signed,
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

/// A request as any HTTP client can send it, before it is signed. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// The HTTP method.
    pub method: &'static str,
    /// The path of the URL.
    pub path: &'static str,
    /// The headers, names in lower case. Host, length and signature are the sender's to add.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The body: JSON in UTF-8.
    pub body: Vec<u8>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// An operation of a service that speaks an awsJson protocol.
pub trait AwsJson: Operation {
    /// The value of the `X-Amz-Target` header.
    const TARGET: &'static str;
    /// The value of the `Content-Type` header.
    const CONTENT_TYPE: &'static str;

    /// The request of a call.
    fn request(input: &Self::Input) -> Request {
        request(Self::TARGET, Self::CONTENT_TYPE, to_json(input))
    }

    /// Reads the body of a request, strictly, as a server does.
    ///
    /// # Errors
    ///
    /// The body is not JSON in UTF-8; a value is of a wrong kind; or required members are missing: all that are.
    fn read_request(body: &[u8]) -> Result<Self::Input, ReadError> {
        from_bytes(body, Mode::Strict)
    }

    /// Reads a response, leniently, as a client does. `error_type` is the value of the header
    /// `x-amzn-errortype`, if the response has it.
    ///
    /// # Errors
    ///
    /// The status is not one of success (200 to 299), or the body is no output of this operation.
    fn read_response(
        status: u16,
        error_type: Option<&str>,
        body: &[u8],
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        if (200..=299).contains(&status) {
            from_bytes(body, Mode::Lenient).map_err(ResponseError::Read)
        } else {
            Err(ResponseError::Service(read_error(status, error_type, body)))
        }
    }

    /// The body of the response that carries an output, as a server sends it.
    fn response_body(output: &Self::Output) -> Vec<u8> {
        to_json(output).into_bytes()
    }
}

fn request(target: &'static str, content_type: &'static str, body: String) -> Request {
    let headers = vec![("content-type", content_type), ("x-amz-target", target)];
    Request { method: "POST", path: "/", headers, body: body.into_bytes() }
}
