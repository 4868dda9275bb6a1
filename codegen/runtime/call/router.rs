//! A server's side: which operation a request calls, and what answers it.

use std::collections::BTreeMap;
use std::fmt;

use super::super::protocol::own;
use super::super::protocol_facts::SERVICE;
use super::super::wire::{ReadError, Request, Response};
use super::messages::{error_response, refusal};
use super::operation::Operation;
use super::unmodeled::UnmodeledError;

/// The name of the operation that a request calls, whether the service has it or not.
///
/// # Errors
///
/// The request calls no operation of the service: by its target or, where the protocol has them there, by its path.
pub fn operation_name(request: &Request) -> Result<&str, UnknownOperation> {
    own::operation(&SERVICE, request).map_err(|(status, allow)| UnknownOperation { status, allow })
}

/// A request calls no operation that the server has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownOperation {
    status: u16,
    /// The methods that would call one.
    allow: String,
}

impl UnknownOperation {
    /// The response that says so, in the words of the protocol.
    pub fn to_response(self) -> Response {
        let message = Some(self.to_string());
        let error = UnmodeledError::new("UnknownOperationException", message, self.status);
        let mut response = error_response(&error);
        if !self.allow.is_empty() {
            response.headers.set("allow", self.allow);
        }
        response
    }
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request calls no operation of the service")
    }
}

impl std::error::Error for UnknownOperation {}

impl ReadError {
    /// The response with which a server refuses a request that it cannot read.
    pub fn to_response(&self) -> Response {
        match self {
            Self::Violations(violations) => refusal(violations),
            Self::MediaType(_) => error_response(&UnmodeledError::new(
                "UnsupportedMediaTypeException",
                Some(self.to_string()),
                415,
            )),
            Self::NotAcceptable(_) => {
                error_response(&UnmodeledError::new("NotAcceptableException", Some(self.to_string()), 406))
            }
            Self::Encoding(_) | Self::Syntax(..) | Self::Mismatches(_) => {
                error_response(&UnmodeledError::new("SerializationException", Some(self.to_string()), 400))
            }
        }
    }
}

/// What answers the requests for one operation.
type Handler<'h, A> = Box<dyn Fn(&Request) -> A + Send + Sync + 'h>;

/// The operations that a server has, each with what answers its requests. `A` is what an answer is: a response, unless a
/// server has its own type, such as a future of one.
pub struct Router<'h, A = Response> {
    handlers: BTreeMap<&'static str, Handler<'h, A>>,
}

impl<'h, A> Router<'h, A> {
    /// A server without operations.
    pub fn new() -> Self {
        Self { handlers: BTreeMap::new() }
    }

    /// Has the requests for an operation answered by a function that reads them itself.
    pub fn route<O: Operation>(mut self, handler: impl Fn(&Request) -> A + Send + Sync + 'h) -> Self {
        self.handlers.insert(O::NAME, Box::new(handler));
        self
    }

    /// Answers a request.
    ///
    /// # Errors
    ///
    /// The server has no such operation.
    pub fn dispatch(&self, request: &Request) -> Result<A, UnknownOperation> {
        let unknown = || UnknownOperation { status: own::UNKNOWN_OPERATION, allow: String::new() };
        let handler = self.handlers.get(operation_name(request)?).ok_or_else(unknown)?;
        Ok(handler(request))
    }
}

impl<'h> Router<'h> {
    /// Has the requests for an operation answered by what a function makes of its input. What cannot be read is refused;
    /// a server that checks constraints too reads by `validation::read_request` and takes [`Router::route`].
    pub fn operation<O: Operation>(
        self,
        handler: impl Fn(O::Input) -> Result<O::Output, O::Error> + Send + Sync + 'h,
    ) -> Self {
        self.route::<O>(move |request| match O::read_request(request).map(&handler) {
            Ok(Ok(output)) => O::write_response(&output),
            Ok(Err(error)) => O::write_error(&error),
            Err(error) => error.to_response(),
        })
    }

    /// The response to a request, whatever it calls.
    pub fn respond(&self, request: &Request) -> Response {
        self.dispatch(request).unwrap_or_else(UnknownOperation::to_response)
    }
}

impl<A> Default for Router<'_, A> {
    fn default() -> Self {
        Self::new()
    }
}

impl<A> fmt::Debug for Router<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.handlers.keys()).finish()
    }
}
