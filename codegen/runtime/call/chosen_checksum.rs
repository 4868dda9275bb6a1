//! Checksums of requests by an algorithm that the caller chooses.

use super::super::codec::{crc, sha};
use super::super::smithy::Blob;
use super::super::wire::Request;

/// The request with the checksum of the algorithm that a header of it names, unless it has one already or nobody here knows the
/// algorithm.
pub fn chosen_checksum(mut request: Request, named_in: &str) -> Request {
    let is_checksum =
        |name: &str| name != named_in && name.to_ascii_lowercase().starts_with("x-amz-checksum-");
    let name = request.headers.get(named_in).unwrap_or_default().to_ascii_lowercase();
    let digest = match name.as_str() {
        "crc32" => crc::crc32(&request.body).to_vec(),
        "crc32c" => crc::crc32c(&request.body).to_vec(),
        "crc64nvme" => crc::crc64_nvme(&request.body).to_vec(),
        "sha1" => sha::sha1(&request.body),
        "sha256" => sha::sha256(&request.body),
        _ => return request,
    };
    if !request.headers.iter().any(|(name, _)| is_checksum(name)) {
        request.headers.set(format!("x-amz-checksum-{name}"), Blob::new(digest).to_base64());
    }
    request
}
