//! Messages whose members are bound to parts of HTTP.

use super::super::protocol::{own, rest};
use super::super::protocol_facts::SERVICE;
use super::super::report::{Report, Violations};
use super::super::wire::http::{
    Direction, ERROR_MESSAGE, FromMessage, MessageReader, MessageSource, MessageWriter, ToMessage, uri,
};
use super::super::wire::{Defaults, Headers, Mode, ReadError, Request, Response, WriteOptions};
use super::context::{Context, RequestError};
use super::error::{Fault, ServiceError};
use super::operation::Operation;
use super::refusal::ValidationException;
use super::unmodeled::UnmodeledError;

/// The request of a call.
pub fn request<O: Operation<Input: ToMessage> + ?Sized>(
    input: &O::Input,
    context: &Context,
) -> Result<Request, RequestError> {
    let options =
        WriteOptions { defaults: context.defaults, tokens: context.tokens.clone(), ..own::WRITE_OPTIONS };
    let mut headers = own::request_headers(&SERVICE, O::NAME, false);
    O::OUTPUT_TYPE.set_accept(&mut headers);
    let mut out = MessageWriter::new(Direction::Request, SERVICE.content_type, options, headers);
    input.write_message(&mut out);
    let parts = out.finish();
    if let Some(member) = parts.token_missed {
        return Err(RequestError::IdempotencyToken { member });
    }
    if let Some(name) = parts.invalid_header {
        return Err(RequestError::Header { name });
    }
    let path = uri::write(O::URI, &parts.labels, &parts.query);
    let path = path.map_err(|member| RequestError::Label { member })?;
    Ok(Request {
        method: O::METHOD.into(),
        uri: O::address(input, &context.endpoint, &path)?,
        headers: parts.headers,
        body: parts.body,
    })
}

/// Reads the output of a call, as a client does.
pub fn read_output<O: Operation<Output: FromMessage> + ?Sized>(
    status: u16,
    headers: &Headers,
    body: &[u8],
) -> Result<O::Output, ReadError> {
    let (output, report) = read(MessageSource::response(status, headers, body), Mode::Lenient)?;
    report.finish(output).map_err(ReadError::Violations)
}

/// Reads the input of a call, as a server does, and says what is missing in it.
pub fn gather_input<O: Operation<Input: FromMessage> + ?Sized>(
    request: &Request,
) -> Result<(O::Input, Report), ReadError> {
    O::OUTPUT_TYPE.check_accept(SERVICE.content_type, &request.headers)?;
    O::INPUT_TYPE.check_request(SERVICE.content_type, &request.headers, &request.body)?;
    let source = MessageSource {
        labels: uri::labels(O::URI, request.path()).unwrap_or_default(),
        query: uri::query(&request.uri),
        ..MessageSource::response(0, &request.headers, &request.body)
    };
    read(source, Mode::Strict)
}

fn read<T: FromMessage>(source: MessageSource<'_>, mode: Mode) -> Result<(T, Report), ReadError> {
    let mut message = MessageReader::new(source, mode);
    let value = T::read_message(&mut message);
    Ok((value, message.finish()?))
}

/// The response that carries an output.
pub fn response<O: Operation<Output: ToMessage> + ?Sized>(output: &O::Output) -> Response {
    answer(O::STATUS, own::response_headers(&SERVICE, false), |out| output.write_message(out))
}

/// The response that carries an error.
pub fn error_response<E: ServiceError + ToMessage + ?Sized>(error: &E) -> Response {
    answer(error.status(), own::response_headers(&SERVICE, true), |out| {
        rest::begin_error(out, error.error_type(), error.fault() == Fault::Client);
        error.write_message(out);
    })
}

/// The response that says which constraints a request breaks.
pub fn refusal(violations: &Violations) -> Response {
    answer(400, own::response_headers(&SERVICE, true), |out| {
        rest::begin_error(out, "ValidationException", true);
        out.payload(Some(&ValidationException(violations)));
    })
}

fn answer(status: u16, headers: Headers, write: impl FnOnce(&mut MessageWriter)) -> Response {
    let options = WriteOptions { defaults: Defaults::Server, ..own::WRITE_OPTIONS };
    let mut out = MessageWriter::new(Direction::Response, SERVICE.content_type, options, headers);
    write(&mut out);
    let status = out.settle_status(status);
    let parts = out.finish();
    Response { status, headers: parts.headers, body: parts.body }
}

impl ToMessage for UnmodeledError {
    fn write_message(&self, out: &mut MessageWriter) {
        out.body(|out| out.optional(ERROR_MESSAGE, &self.message));
    }
}
