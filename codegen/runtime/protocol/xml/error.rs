//! Where errors stand in answers that are XML.

use super::super::codec::body;
use super::super::smithy::Document;
use super::super::wire::Headers;
use super::error_message::MESSAGE_NAMES;
pub(crate) use super::error_message::with_message_names;

/// Whether answers are XML, as those of proxies may be.
pub(crate) const IS_XML: bool = true;

/// What a service answers to a request that failed.
pub(crate) struct ErrorAnswer {
    /// The code of the error, if the answer has one.
    pub(crate) code: Option<String>,
    /// What the service says about it, for people.
    pub(crate) message: Option<String>,
    /// The element of the error, or all of the body where there is none: a string of its text where that is not XML.
    pub(crate) body: Document,
}

/// Reads the answer to a request that failed.
pub(crate) fn read_error(_: &Headers, body: &[u8]) -> ErrorAnswer {
    let text = || Document::String(String::from_utf8_lossy(body).into_owned());
    let body = body::document(body).unwrap_or_else(|_| text());
    let error = error_in(&body).unwrap_or(&body);
    let member = |name| error.get(name).and_then(Document::as_str);
    let code = member("Code").map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned);
    let message = MESSAGE_NAMES.iter().find_map(|name| member(name)).map(str::to_owned);
    ErrorAnswer { code, message, body: error.clone() }
}

/// The element `Error` of a body; of several the first.
fn error_in(body: &Document) -> Option<&Document> {
    let error = body.get("Error").or_else(|| body.get("Errors")?.get("Error"))?;
    error.as_array().map_or(Some(error), <[Document]>::first)
}

/// The id that the service gave the request, where the answer has it.
pub(crate) fn request_id(body: &[u8]) -> Option<String> {
    let body = body::document(body).ok()?;
    let id = ["RequestId", "RequestID", "requestId"].iter().find_map(|name| body.get(name)?.as_str())?;
    Some(id.to_owned())
}

/// The code that an error has in awsQuery: the answers of other protocols name it in a header.
pub(crate) fn query_error(headers: &Headers) -> Option<&str> {
    let code = headers.get("x-amzn-query-error")?.split(';').next()?.trim();
    (!code.is_empty()).then_some(code)
}
