//! Requests whose bodies came compressed by gzip, as servers read them.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::codec::Limits;
use super::wire::{ReadError, Request};

/// The request as it was before its body was compressed; nothing where it is not.
///
/// # Errors
///
/// The headers say that the body is compressed, and it is not.
pub(crate) fn gunzip(request: &Request) -> Result<Option<Request>, ReadError> {
    const NAME: &str = "content-encoding";
    let encodings = request.headers.get(NAME).unwrap_or_default();
    let (others, last) = encodings.rsplit_once(',').unwrap_or(("", encodings));
    if !last.trim().eq_ignore_ascii_case("gzip") || request.body.is_empty() {
        return Ok(None);
    }
    // One byte more than the limit is refused by what reads the body.
    let most = Limits::default().size as u64 + 1;
    let mut body = Vec::new();
    let read = MultiGzDecoder::new(&*request.body).take(most).read_to_end(&mut body);
    read.map_err(|_| ReadError::Encoding("gzip"))?;
    let encoding = Some((NAME, others.trim())).filter(|(_, others)| !others.is_empty());
    let headers = request.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case(NAME));
    let headers = headers.chain(encoding).collect();
    Ok(Some(Request { method: request.method.clone(), uri: request.uri.clone(), headers, body }))
}
