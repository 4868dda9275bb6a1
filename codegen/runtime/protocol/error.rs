//! Where errors stand in the answers of the protocols.

use super::super::codec::body;
use super::super::smithy::Document;
use super::super::wire::Headers;
use super::error_message::MESSAGE_NAMES;
pub(crate) use super::error_message::with_message_names;

/// Whether answers are XML, as those of proxies may be.
pub(crate) const IS_XML: bool = false;

/// What a service answers to a request that failed.
pub(crate) struct ErrorAnswer {
    /// The name of the error without a namespace, if the answer has one.
    pub(crate) code: Option<String>,
    /// What the service says about it, for people.
    pub(crate) message: Option<String>,
    /// The body: a string of all its text where that is not JSON.
    pub(crate) body: Document,
}

/// Reads the answer to a request that failed.
pub(crate) fn read_error(headers: &Headers, body: &[u8]) -> ErrorAnswer {
    let text = || Document::String(String::from_utf8_lossy(body).into_owned());
    let body = body::document(body).unwrap_or_else(|_| text());
    let member = |name| body.get(name).and_then(Document::as_str);
    let code = [headers.get("x-amzn-errortype"), member("__type"), member("code")]
        .into_iter()
        .flatten()
        .map(local_name);
    let code = code.into_iter().find(|code| !code.is_empty()).map(str::to_owned);
    let message = MESSAGE_NAMES.iter().find_map(|name| member(name)).map(str::to_owned);
    ErrorAnswer { code, message, body }
}

/// The code that an error has in awsQuery, which the service spoke before.
pub(crate) fn query_error(headers: &Headers) -> Option<&str> {
    let code = headers.get("x-amzn-query-error")?.split(';').next()?.trim();
    (!code.is_empty()).then_some(code)
}

/// The name in `namespace#Name:documentation`.
fn local_name(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}
