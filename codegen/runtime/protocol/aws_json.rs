//! awsJson1_0 and awsJson1_1: everything in one JSON body, the operation in a header.

use super::super::wire::{Headers, ReadError, Request, WriteOptions};
use super::media_type;

/// What the protocol needs to know of a service.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// What stands before the name of an operation in `X-Amz-Target`.
    pub target_prefix: &'static str,
    /// The type of bodies.
    pub content_type: &'static str,
    /// Whether the service spoke awsQuery before, so that its clients look for the codes of that protocol.
    pub query_compatible: bool,
}

/// How values are written.
pub const WRITE_OPTIONS: WriteOptions = WriteOptions::PLAIN;

/// The body of a request without input.
pub const EMPTY_REQUEST: Option<&[u8]> = Some(b"{}");

/// The status of the answer to a request for an operation that is not there.
pub const UNKNOWN_OPERATION: u16 = 400;

/// Whether the body of an error names it.
pub const ERROR_TYPE_IN_BODY: bool = true;

/// The path of an operation below that of the endpoint.
pub fn path(_: &Service, _: &str) -> String {
    "/".to_owned()
}

/// The headers of a request.
pub fn request_headers(service: &Service, operation: &str, _has_body: bool) -> Headers {
    let mut headers = Headers::new();
    headers.set("content-type", service.content_type);
    headers.set("x-amz-target", [service.target_prefix, ".", operation].concat());
    if service.query_compatible {
        headers.set("x-amzn-query-mode", "true");
    }
    headers
}

/// Sees to it that the body of a request, if its type is stated, is of the protocol.
pub fn check_request(service: &Service, request: &Request) -> Result<(), ReadError> {
    media_type::check(request, service.content_type)
}

/// The headers of a response.
pub fn response_headers(service: &Service, _has_body: bool) -> Headers {
    let mut headers = Headers::new();
    headers.set("content-type", service.content_type);
    headers
}

/// The headers of a response that carries an error of this type, which stands in its body.
pub fn error_headers(service: &Service, _error_type: &str) -> Headers {
    response_headers(service, true)
}

/// The name of the operation that a request calls.
///
/// # Errors
///
/// It calls none of the service: the status that says so, and no methods that would.
pub fn operation<'r>(service: &Service, request: &'r Request) -> Result<&'r str, (u16, String)> {
    let target = request.headers.get("x-amz-target");
    let name = target.and_then(|target| target.strip_prefix(service.target_prefix)?.strip_prefix('.'));
    name.ok_or((UNKNOWN_OPERATION, String::new()))
}
