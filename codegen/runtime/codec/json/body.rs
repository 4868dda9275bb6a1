//! JSON as the codec of a crate: what its bodies are made of and made into.

use std::borrow::Cow;

use super::super::super::smithy::Document;
use super::SyntaxError;

/// The bytes of a body that holds what a JSON text does.
///
/// # Errors
///
/// None: a text that is not JSON is found when the body is read.
pub(crate) fn of_json(text: &str) -> Result<Cow<'_, [u8]>, SyntaxError> {
    Ok(Cow::Borrowed(text.as_bytes()))
}

/// The bytes of a body that holds a document.
pub(crate) fn of_document(document: &Document) -> Vec<u8> {
    document.to_json().into_bytes()
}

/// What a body holds.
///
/// # Errors
///
/// The body is not JSON.
pub(crate) fn document(bytes: &[u8]) -> Result<Document, SyntaxError> {
    Document::parse(&String::from_utf8_lossy(bytes))
}

/// A body as compact JSON text.
pub(crate) fn to_json(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}
