//! Requests whose bodies are compressed by gzip, where the model says that the service takes them so.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::call::Context;
use super::wire::Request;

impl Context {
    /// Compresses bodies of so many bytes or more, for the operations that the model allows it for. Without this it is
    /// 10,240 bytes, as Smithy has it.
    pub fn compress_from(mut self, bytes: usize) -> Self {
        self.compress_from = bytes;
        self
    }
}

/// The request with its body compressed, if that has enough bytes.
pub(crate) fn gzip(mut request: Request, from: usize) -> Request {
    if request.body.len() < from {
        return request;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let compressed = encoder.write_all(&request.body).and_then(|()| encoder.finish());
    // Memory takes all that is written; if it did not, the body would still be right as it is.
    if let Ok(body) = compressed {
        request.body = body;
        let encodings = request.headers.get("content-encoding").map(|encodings| format!("{encodings}, gzip"));
        request.headers.set("content-encoding", encodings.unwrap_or_else(|| "gzip".to_owned()));
    }
    request
}
