//! Messages that are one value in the body as a whole.

use std::any::TypeId;

use super::super::protocol::own;
use super::super::protocol_facts::SERVICE;
use super::super::report::{Report, Violations};
use super::super::smithy::Unit;
use super::super::wire::{
    Defaults, Headers, Mode, ReadError, Request, Response, WriteOptions, from_bytes, gather, to_body,
};
use super::context::{Context, RequestError};
use super::error::ServiceError;
use super::operation::Operation;
use super::refusal::ValidationException;

/// The request of a call.
pub(super) fn request<O: Operation + ?Sized>(
    input: &O::Input,
    context: &Context,
) -> Result<Request, RequestError> {
    let options =
        WriteOptions { defaults: context.defaults, tokens: context.tokens.clone(), ..own::WRITE_OPTIONS };
    let body = match is_unit::<O::Input>() {
        true => own::EMPTY_REQUEST.map(<[u8]>::to_vec),
        false => {
            let written = to_body(input, options);
            Some(written.map_err(|member| RequestError::IdempotencyToken { member })?)
        }
    };
    Ok(Request {
        method: O::METHOD.into(),
        uri: O::address(input, &context.endpoint, &own::path(&SERVICE, O::NAME))?,
        headers: own::request_headers(&SERVICE, O::NAME, body.is_some()),
        body: body.unwrap_or_default(),
    })
}

/// Reads the output of a call, as a client does.
pub(super) fn read_output<O: Operation + ?Sized>(
    _: u16,
    _: &Headers,
    body: &[u8],
) -> Result<O::Output, ReadError> {
    from_bytes(body, Mode::Lenient)
}

/// Reads the input of a call, as a server does, and says what is missing in it.
pub(super) fn gather_input<O: Operation + ?Sized>(
    request: &Request,
) -> Result<(O::Input, Report), ReadError> {
    own::check_request(&SERVICE, request)?;
    gather(&request.body)
}

/// The response that carries an output.
pub(super) fn response<O: Operation + ?Sized>(output: &O::Output) -> Response {
    let options = WriteOptions { defaults: Defaults::Server, ..own::WRITE_OPTIONS };
    let body = (!is_unit::<O::Output>()).then(|| to_body(output, options).unwrap_or_default());
    let headers = own::response_headers(&SERVICE, body.is_some());
    Response { status: O::STATUS, headers, body: body.unwrap_or_default() }
}

/// The response that carries an error.
pub(super) fn error_response(error: &dyn ServiceError) -> Response {
    let error_type = Some(error.error_type().to_owned());
    let options = WriteOptions { defaults: Defaults::Server, error_type, ..own::WRITE_OPTIONS };
    let mut headers = own::error_headers(&SERVICE, error.error_type());
    if let Some(code) = error.query_error() {
        headers.set("x-amzn-query-error", code);
    }
    Response { status: error.status(), headers, body: to_body(error, options).unwrap_or_default() }
}

/// The response that says which constraints a request breaks.
pub(super) fn refusal(violations: &Violations) -> Response {
    let body = to_body(&ValidationException(violations), own::WRITE_OPTIONS).unwrap_or_default();
    Response { status: 400, headers: own::error_headers(&SERVICE, "ValidationException"), body }
}

/// Whether a type is the structure without members that stands where a model names none.
fn is_unit<T: 'static>() -> bool {
    TypeId::of::<T>() == TypeId::of::<Unit>()
}
