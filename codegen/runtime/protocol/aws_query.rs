//! awsQuery: a request is a form with the operation in a parameter, a response is XML with the output in an element.

use std::borrow::Cow;

use super::super::wire::{Lists, WriteOptions};

/// What the protocol needs to know of a service.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// Its version, which every request names.
    pub version: &'static str,
    /// The type of the bodies of requests.
    pub content_type: &'static str,
}

/// How values are written.
pub const WRITE_OPTIONS: WriteOptions = WriteOptions::with_lists(Lists::Wrapped);

/// The element that holds the output of an operation, below the outermost one.
pub fn result(operation: &str) -> Option<Cow<'static, str>> {
    Some([operation, "Result"].concat().into())
}
