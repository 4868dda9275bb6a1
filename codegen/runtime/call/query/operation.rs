//! Operations: what each takes, gives and fails with, and its messages, as clients have them.

use super::super::protocol::{error, own};
use super::super::protocol_facts::SERVICE;
use super::super::wire::{FromWire, Headers, Request, ToWire, WriteOptions, Writer, read_output};
use super::auth::Auth;
use super::context::{Context, RequestError};
use super::error::OperationError;
use super::pages::Pages;
use super::read_error::ErrorReader;
use super::response_error::{ResponseError, ResponseMetadata};
use super::unexpected_body::UnexpectedBody;

/// An operation of a service, as a type.
pub trait Operation: Send + Sync + 'static {
    /// What it takes.
    type Input: ToWire + Send + Sync + 'static;
    /// What it gives.
    type Output: FromWire + Send + Sync + 'static;
    /// What it fails with.
    type Error: OperationError;

    /// Its name in the model.
    const NAME: &'static str;
    /// How its requests may show who sends them, the scheme that the service likes best first. Where there is none,
    /// requests work without credentials and are not signed.
    const AUTH: &'static [Auth];
    /// Whether it changes nothing.
    const READONLY: bool = false;
    /// Whether to do it twice is the same as to do it once.
    const IDEMPOTENT: bool = false;
    /// How its results come in pages, if they do.
    const PAGES: Option<Pages> = None;

    /// The request of a call, as a client sends it.
    ///
    /// # Errors
    ///
    /// A member that is part of the host cannot be, or there is no source for an idempotency token.
    fn request(input: &Self::Input, context: &Context) -> Result<Request, RequestError> {
        let options =
            WriteOptions { defaults: context.defaults, tokens: context.tokens.clone(), ..own::WRITE_OPTIONS };
        let mut out = Writer::new(options);
        out.parameter("Action", Self::NAME);
        out.parameter("Version", SERVICE.version);
        input.write(&mut out);
        let mut headers = Headers::new();
        headers.set("content-type", SERVICE.content_type);
        let request = Request {
            method: "POST".into(),
            uri: context.endpoint.uri(&Self::host_prefix(input)?, "/"),
            headers,
            body: out.finish().map_err(|member| RequestError::IdempotencyToken { member })?,
        };
        Ok(Self::encode(request, context.compress_from))
    }

    /// Reads a response, leniently, as a client does.
    ///
    /// # Errors
    ///
    /// The status is not one of success (200 to 299), or the body is no output of this operation.
    fn response(
        status: u16,
        headers: &Headers,
        body: &[u8],
    ) -> Result<Self::Output, ResponseError<Self::Error>> {
        if (200..=299).contains(&status) {
            return read_output(body, own::result(Self::NAME).as_deref()).map_err(|error| {
                let unexpected = UnexpectedBody::of(headers, body).filter(|body| *body != UnexpectedBody::Xml);
                ResponseError::Read(error, ResponseMetadata::new(status, headers, unexpected))
            });
        }
        let reader = ErrorReader::new(status, headers, body);
        let mut metadata = ResponseMetadata::new(status, headers, reader.unexpected_body());
        metadata.request_id = metadata.request_id.or_else(|| error::request_id(body));
        Err(ResponseError::Service(Self::Error::read(reader), metadata))
    }

    /// The request with its body compressed, if that has so many bytes and the operation allows it.
    #[doc(hidden)]
    fn encode(request: Request, _: usize) -> Request {
        request
    }

    /// What stands before the host of the endpoint.
    #[doc(hidden)]
    fn host_prefix(_: &Self::Input) -> Result<String, RequestError> {
        Ok(String::new())
    }
}
