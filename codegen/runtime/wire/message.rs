//! Requests and responses, as HTTP carries them.

use std::borrow::Cow;
use std::fmt;

use super::headers::Headers;

/// A request as any HTTP client can send it, before it is signed. `Debug` shows neither the body nor values of headers.
#[derive(Clone, PartialEq, Eq)]
pub struct Request<B = Vec<u8>> {
    /// The HTTP method.
    pub method: Cow<'static, str>,
    /// The URI, absolute where a client sends it. A server needs its path and its query alone.
    pub uri: String,
    /// The headers. Host, length and signature are the sender's to add.
    pub headers: Headers,
    /// The body.
    pub body: B,
}

/// A response. `Debug` shows neither the body nor values of headers.
#[derive(Clone, PartialEq, Eq)]
pub struct Response<B = Vec<u8>> {
    /// The HTTP status.
    pub status: u16,
    /// The headers. The length is the sender's to add.
    pub headers: Headers,
    /// The body.
    pub body: B,
}

impl<B> Request<B> {
    /// The path of the URI, with what the endpoint has before it and without the query.
    pub fn path(&self) -> &str {
        let path = match self.uri.split_once("://") {
            Some((_, rest)) => rest.find(['/', '?', '#']).map_or("", |start| &rest[start..]),
            None => &self.uri,
        };
        path.split(['?', '#']).next().unwrap_or_default()
    }
}

impl<B: AsRef<[u8]>> fmt::Debug for Request<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path())
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.as_ref().len()))
            .finish()
    }
}

impl<B: AsRef<[u8]>> fmt::Debug for Response<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.as_ref().len()))
            .finish()
    }
}
