//! Operations: what each takes, gives and fails with, and its messages.

use super::super::protocol::request_id;
use super::super::report::Report;
use super::super::wire::{BodyType, FromMessage, Headers, ReadError, Request, Response, ToMessage};
use super::auth::Auth;
use super::context::{Context, RequestError};
use super::endpoint::Endpoint;
use super::error::OperationError;
use super::messages;
use super::pages::Pages;
use super::read_error::ErrorReader;
use super::response_error::{ResponseError, ResponseMetadata};
use super::unexpected_body::UnexpectedBody;

/// An operation of a service, as a type.
pub trait Operation: Send + Sync + 'static {
    /// What it takes.
    type Input: ToMessage + FromMessage + Send + Sync + 'static;
    /// What it gives.
    type Output: ToMessage + FromMessage + Send + Sync + 'static;
    /// What it fails with.
    type Error: OperationError;

    /// Its name in the model.
    const NAME: &'static str;
    /// How its requests may show who sends them, the scheme that the service likes best first. Where there is none,
    /// requests work without credentials and are not signed.
    const AUTH: &'static [Auth];
    /// The HTTP method of its requests.
    const METHOD: &'static str = "POST";
    /// The pattern of the URI of its requests, where that is its own.
    const URI: &'static str = "/";
    /// The HTTP status of a response that is no error, unless a member says another.
    const STATUS: u16 = 200;
    /// What the body of its requests is.
    #[doc(hidden)]
    const INPUT_TYPE: BodyType = BodyType::Document;
    /// What the body of a response is that is no error.
    #[doc(hidden)]
    const OUTPUT_TYPE: BodyType = BodyType::Document;
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
    /// A member that is part of the host or of the path cannot be, or there is no source for an idempotency token.
    fn request(input: &Self::Input, context: &Context) -> Result<Request, RequestError> {
        let request = messages::request::<Self>(input, context)?;
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
        if (200..=299).contains(&status) || status == Self::STATUS {
            messages::read_output::<Self>(status, headers, body).map_err(|error| {
                let unexpected = UnexpectedBody::of(headers, body);
                ResponseError::Read(error, ResponseMetadata::new(status, headers, unexpected))
            })
        } else {
            let reader = ErrorReader::new(status, headers, body);
            let mut metadata = ResponseMetadata::new(status, headers, reader.unexpected_body());
            metadata.request_id = metadata.request_id.or_else(|| request_id(body));
            Err(ResponseError::Service(Self::Error::read(reader), metadata))
        }
    }

    /// Reads a request, strictly, as a server does.
    ///
    /// # Errors
    ///
    /// The body is not of the protocol; a value is of a wrong kind; or required members are missing: all that are.
    fn read_request(request: &Request) -> Result<Self::Input, ReadError> {
        let (input, report) = Self::gather_request(request)?;
        Ok(report.finish(input)?)
    }

    /// Reads a request, strictly, and says what is missing in it.
    #[doc(hidden)]
    fn gather_request(request: &Request) -> Result<(Self::Input, Report), ReadError> {
        let decoded = Self::decode(request)?;
        messages::gather_input::<Self>(decoded.as_ref().unwrap_or(request))
    }

    /// The response that carries an output, as a server sends it.
    fn write_response(output: &Self::Output) -> Response {
        messages::response::<Self>(output)
    }

    /// The response that carries an error, as a server sends it.
    fn write_error(error: &Self::Error) -> Response {
        messages::error_response(error.service_error())
    }

    /// The request with its body compressed, if that has so many bytes and the operation allows it.
    #[doc(hidden)]
    fn encode(request: Request, _: usize) -> Request {
        request
    }

    /// The URI of a request with this path.
    #[doc(hidden)]
    fn address(input: &Self::Input, endpoint: &Endpoint, path: &str) -> Result<String, RequestError> {
        Ok(endpoint.uri(&Self::host_prefix(input)?, path))
    }

    /// The request as it was before its body was compressed; nothing where it is not.
    #[doc(hidden)]
    fn decode(_: &Request) -> Result<Option<Request>, ReadError> {
        Ok(None)
    }

    /// What stands before the host of the endpoint.
    #[doc(hidden)]
    fn host_prefix(_: &Self::Input) -> Result<String, RequestError> {
        Ok(String::new())
    }
}
