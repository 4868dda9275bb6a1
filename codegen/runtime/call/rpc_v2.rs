//! Operations of services that speak rpcv2Json: their requests and responses.

use std::any::TypeId;

use super::super::protocol::rpc_v2;
use super::super::smithy::Unit;
use super::super::wire::{Defaults, Mode, ReadError, Request, from_bytes, to_bytes_of_rpc_v2};
use super::error::{ResponseError, read_error};
use super::operation::Operation;

/// An operation of a service that speaks rpcv2Json.
pub trait RpcV2: Operation {
    /// The path of the URL.
    const PATH: &'static str;

    /// The request of a call.
    fn request(input: &Self::Input) -> Request {
        rpc_v2::request(Self::PATH, body_of(input, Defaults::Omitted))
    }

    /// The request of a call, with the defaults of nested members that are not set, where Smithy has clients send
    /// them. Mind that a default which is sent changes what a service would else leave as it is.
    fn request_with_defaults(input: &Self::Input) -> Request {
        rpc_v2::request(Self::PATH, body_of(input, Defaults::Client))
    }

    /// Reads the body of a request, strictly, as a server does.
    ///
    /// # Errors
    ///
    /// The body is not JSON in UTF-8; a value is of a wrong kind; or required members are missing: all that are.
    fn read_request(body: &[u8]) -> Result<Self::Input, ReadError> {
        from_bytes(body, Mode::Strict)
    }

    /// Reads a response, leniently, as a client does.
    ///
    /// # Errors
    ///
    /// The status is not one of success (200 to 299), or the body is no output of this operation.
    fn read_response(status: u16, body: &[u8]) -> Result<Self::Output, ResponseError<Self::Error>> {
        if (200..=299).contains(&status) {
            from_bytes(body, Mode::Lenient).map_err(ResponseError::Read)
        } else {
            Err(ResponseError::Service(read_error(status, None, body)))
        }
    }

    /// The body of the response that carries an output, as a server sends it: none where there is no output.
    fn response_body(output: &Self::Output) -> Vec<u8> {
        body_of(output, Defaults::Server).unwrap_or_default()
    }

    /// The headers of the response that carries an output, names in lower case.
    fn response_headers() -> Vec<(&'static str, &'static str)> {
        rpc_v2::response_headers(TypeId::of::<Self::Output>() != TypeId::of::<Unit>())
    }
}

/// What is sent; nothing for the structure without members that stands where a model names none.
fn body_of<T: super::super::wire::ToWire + 'static>(value: &T, defaults: Defaults) -> Option<Vec<u8>> {
    (TypeId::of::<T>() != TypeId::of::<Unit>()).then(|| to_bytes_of_rpc_v2(value, defaults))
}
