//! rpcv2Json: how requests and responses look.

use super::super::wire::Request;

const PROTOCOL: (&str, &str) = ("smithy-protocol", "rpc-v2-json");
const MEDIA_TYPE: &str = "application/json";

/// A request, with a body of JSON text unless the operation takes nothing.
pub(crate) fn request(path: &'static str, body: Option<Vec<u8>>) -> Request {
    let mut headers = vec![PROTOCOL, ("accept", MEDIA_TYPE)];
    headers.extend(body.is_some().then_some(("content-type", MEDIA_TYPE)));
    Request { method: "POST", path, headers, body: body.unwrap_or_default() }
}

/// The headers of a response, which names the type of its body if it has one.
pub(crate) fn response_headers(has_body: bool) -> Vec<(&'static str, &'static str)> {
    let mut headers = vec![PROTOCOL];
    headers.extend(has_body.then_some(("content-type", MEDIA_TYPE)));
    headers
}
