//! awsJson1_0 and awsJson1_1: how requests look.

use super::super::wire::Request;

/// A request with a body of JSON text.
pub(crate) fn request(target: &'static str, content_type: &'static str, body: Vec<u8>) -> Request {
    let headers = vec![("content-type", content_type), ("x-amz-target", target)];
    Request { method: "POST", path: "/", headers, body }
}
