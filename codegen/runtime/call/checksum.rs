//! Checksums of requests, for the operations whose service demands one.

use super::super::codec::md5;
use super::super::smithy::Blob;
use super::super::wire::Request;

/// The request with the header `Content-MD5`, unless it has a checksum already.
pub fn content_md5(mut request: Request) -> Request {
    let is_checksum = |name: &str| {
        let name = name.to_ascii_lowercase();
        name == "content-md5" || name.starts_with("x-amz-checksum-")
    };
    if !request.headers.iter().any(|(name, _)| is_checksum(name)) {
        let digest = Blob::new(md5::digest(&request.body)).to_base64();
        request.headers.set("content-md5", digest);
    }
    request
}
