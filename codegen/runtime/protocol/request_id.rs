//! Where answers hold the id that the service gave the request.

/// The id that the service gave the request: it stands in a header alone.
pub(crate) fn request_id(_: &[u8]) -> Option<String> {
    None
}
