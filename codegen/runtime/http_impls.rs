//! Conversions from and to the types of the crate `http`, which many HTTP clients and servers share.

use super::wire::{Headers, Request, Response};

impl From<&http::HeaderMap> for Headers {
    fn from(headers: &http::HeaderMap) -> Self {
        headers.iter().collect()
    }
}

impl<B> TryFrom<Request<B>> for http::Request<B> {
    type Error = http::Error;

    fn try_from(request: Request<B>) -> Result<Self, http::Error> {
        let builder = http::Request::builder().method(&*request.method).uri(request.uri);
        let headers = request.headers.iter();
        headers.fold(builder, |builder, (name, value)| builder.header(name, value)).body(request.body)
    }
}

impl<B> From<http::Request<B>> for Request<B> {
    fn from(request: http::Request<B>) -> Self {
        let (parts, body) = request.into_parts();
        let (method, headers) = (parts.method.as_str().to_owned().into(), Headers::from(&parts.headers));
        Self { method, uri: parts.uri.to_string(), headers, body }
    }
}

impl<B> TryFrom<Response<B>> for http::Response<B> {
    type Error = http::Error;

    fn try_from(response: Response<B>) -> Result<Self, http::Error> {
        let builder = http::Response::builder().status(response.status);
        let headers = response.headers.iter();
        headers.fold(builder, |builder, (name, value)| builder.header(name, value)).body(response.body)
    }
}

impl<B> From<http::Response<B>> for Response<B> {
    fn from(response: http::Response<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self { status: parts.status.as_u16(), headers: Headers::from(&parts.headers), body }
    }
}
