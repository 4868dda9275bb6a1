//! restXml: members at their places in HTTP messages, the others in an element of XML.

use super::super::protocol_facts::SERVICE;
use super::super::wire::http::{MessageWriter, Route};
use super::super::wire::{Headers, Request, WriteOptions};
use super::routes;

/// What the protocol needs to know of a service.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// The type of bodies.
    pub content_type: &'static str,
    /// Which requests call which operation.
    pub routes: &'static [Route],
    /// Whether errors stand in another element.
    pub wraps_errors: bool,
}

/// How values are written.
pub const WRITE_OPTIONS: WriteOptions = WriteOptions::PLAIN;

/// The status of the answer to a request for an operation that is not there.
pub const UNKNOWN_OPERATION: u16 = 404;

/// Whether the body of an error names it.
pub const ERROR_TYPE_IN_BODY: bool = false;

/// The headers of a request that are no members.
pub fn request_headers(_: &Service, _operation: &str, _has_body: bool) -> Headers {
    Headers::new()
}

/// The headers of a response that are no members.
pub fn response_headers(_: &Service, _has_body: bool) -> Headers {
    Headers::new()
}

/// Says which error a message is.
pub fn begin_error(out: &mut MessageWriter, error_type: &str, is_of_client: bool) {
    let party = if is_of_client { "Sender" } else { "Receiver" };
    out.begin_error(error_type, party, SERVICE.wraps_errors);
}

/// The name of the operation that a request calls: of those whose patterns fit, the one that says most.
///
/// # Errors
///
/// It calls none of the service: 404, or 405 where the methods that come along would.
pub fn operation<'r>(service: &Service, request: &'r Request) -> Result<&'r str, (u16, String)> {
    routes::operation(service.routes, request)
}
