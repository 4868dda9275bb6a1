//! rpcv2Json: everything in one JSON body, the operation in the path.

use super::super::wire::{Headers, ReadError, Request, WriteOptions};
use super::media_type;

/// What the protocol needs to know of a service.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// The name of the service in paths.
    pub name: &'static str,
    /// The name of the protocol in headers.
    pub protocol: &'static str,
    /// The type of bodies.
    pub content_type: &'static str,
    /// Whether the service spoke awsQuery before, so that its clients look for the codes of that protocol.
    pub query_compatible: bool,
}

/// How values are written.
pub const WRITE_OPTIONS: WriteOptions = WriteOptions { digits_as_text: true, ..WriteOptions::PLAIN };

/// The body of a request without input.
pub const EMPTY_REQUEST: Option<&[u8]> = None;

/// The status of the answer to a request for an operation that is not there.
pub const UNKNOWN_OPERATION: u16 = 404;

/// Whether the body of an error names it.
pub const ERROR_TYPE_IN_BODY: bool = true;

/// The path of an operation below that of the endpoint.
pub fn path(service: &Service, operation: &str) -> String {
    ["/service/", service.name, "/operation/", operation].concat()
}

/// The headers of a request, which names the type of its body if it has one.
pub fn request_headers(service: &Service, _operation: &str, has_body: bool) -> Headers {
    let mut headers = response_headers(service, has_body);
    headers.set("accept", service.content_type);
    if service.query_compatible {
        headers.set("x-amzn-query-mode", "true");
    }
    headers
}

/// Sees to it that the body of a request, if its type is stated, is of the protocol.
pub fn check_request(service: &Service, request: &Request) -> Result<(), ReadError> {
    media_type::check(request, service.content_type)
}

/// The headers of a response, which names the type of its body if it has one.
pub fn response_headers(service: &Service, has_body: bool) -> Headers {
    let mut headers = Headers::new();
    headers.set("smithy-protocol", service.protocol);
    if has_body {
        headers.set("content-type", service.content_type);
    }
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
    let name = || {
        let protocol = request.headers.get("smithy-protocol")?;
        let (before, operation) = request.path().rsplit_once("/operation/")?;
        let is_own = protocol.eq_ignore_ascii_case(service.protocol)
            && before.ends_with(&["/service/", service.name].concat());
        is_own.then_some(operation)
    };
    name().ok_or((UNKNOWN_OPERATION, String::new()))
}
