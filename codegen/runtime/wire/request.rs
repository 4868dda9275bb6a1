//! Requests, as HTTP clients send them.

use std::fmt;

/// A request as any HTTP client can send it, before it is signed. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// The HTTP method.
    pub method: &'static str,
    /// The path of the URL.
    pub path: &'static str,
    /// The headers, names in lower case. Host, length and signature are the sender's to add.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The body: JSON in UTF-8.
    pub body: Vec<u8>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
