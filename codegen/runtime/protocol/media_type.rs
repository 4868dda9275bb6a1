//! The media types of bodies.

use super::super::wire::{ReadError, Request};

/// Refuses a request whose body is stated to be of another type.
pub(crate) fn check(request: &Request, expected: &'static str) -> Result<(), ReadError> {
    let Some(stated) = request.headers.get("content-type") else { return Ok(()) };
    let essence = stated.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case(expected) { Ok(()) } else { Err(ReadError::MediaType(expected)) }
}
