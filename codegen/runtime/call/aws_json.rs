//! Operations of services that speak an awsJson protocol: their requests and responses.

use super::super::protocol::aws_json;
use super::super::wire::{Defaults, Mode, ReadError, Request, from_bytes, to_bytes};
use super::error::{ResponseError, read_error};
use super::operation::Operation;

/// An operation of a service that speaks an awsJson protocol.
pub trait AwsJson: Operation {
    /// The value of the `X-Amz-Target` header.
    const TARGET: &'static str;
    /// The value of the `Content-Type` header.
    const CONTENT_TYPE: &'static str;

    /// The request of a call.
    fn request(input: &Self::Input) -> Request {
        aws_json::request(Self::TARGET, Self::CONTENT_TYPE, to_bytes(input, Defaults::Omitted))
    }

    /// The request of a call, with the defaults of nested members that are not set, where Smithy has clients send
    /// them. Mind that a default which is sent changes what a service would else leave as it is.
    fn request_with_defaults(input: &Self::Input) -> Request {
        let body = to_bytes(input, Defaults::Client);
        aws_json::request(Self::TARGET, Self::CONTENT_TYPE, body)
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
        to_bytes(output, Defaults::Server)
    }
}
