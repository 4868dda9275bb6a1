//! restJson1: members at their places in HTTP messages, the others in a JSON body.

use super::super::wire::http::{Route, uri};
use super::super::wire::{Headers, Request, WriteOptions};

/// What the protocol needs to know of a service.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// The type of bodies.
    pub content_type: &'static str,
    /// Which requests call which operation.
    pub routes: &'static [Route],
}

/// How values are written.
pub const WRITE_OPTIONS: WriteOptions = WriteOptions::PLAIN;

/// The status of the answer to a request for an operation that is not there.
pub const UNKNOWN_OPERATION: u16 = 404;

/// Whether the body of an error names it.
pub const ERROR_TYPE_IN_BODY: bool = false;

/// The headers of a request that are no members.
pub fn request_headers(service: &Service, _operation: &str, _has_body: bool) -> Headers {
    let mut headers = Headers::new();
    headers.set("accept", service.content_type);
    headers
}

/// The headers of a response that are no members.
pub fn response_headers(_: &Service, _has_body: bool) -> Headers {
    Headers::new()
}

/// The headers of a response that carries an error of this type.
pub fn error_headers(_: &Service, error_type: &str) -> Headers {
    let mut headers = Headers::new();
    headers.set("x-amzn-errortype", error_type.to_owned());
    headers
}

/// The name of the operation that a request calls: of those whose patterns fit, the one that says most.
///
/// # Errors
///
/// It calls none of the service: 404, or 405 where another method would.
pub fn operation<'r>(service: &Service, request: &'r Request) -> Result<&'r str, u16> {
    let query = uri::query(&request.uri);
    let fits = |route: &&Route| {
        uri::labels(route.uri, request.path()).is_some() && uri::has_constants(route.uri, &query)
    };
    let fitting: Vec<&Route> = service.routes.iter().filter(fits).collect();
    let of_method = fitting.iter().filter(|route| route.method == request.method);
    let best = of_method.max_by_key(|route| uri::specificity(route.uri));
    best.map(|route| route.name).ok_or(if fitting.is_empty() { UNKNOWN_OPERATION } else { 405 })
}
