//! What came in the place of what a service answers.

use std::fmt;

use super::super::protocol::error::IS_XML;
use super::super::wire::Headers;

/// What came in the place of what a service answers, as far as its first bytes and the headers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnexpectedBody {
    /// Nothing.
    Empty,
    /// Less than the header `Content-Length` says.
    Truncated,
    /// A page for people, as proxies and gateways answer with.
    Html,
    /// XML.
    Xml,
    /// Text.
    Text,
}

impl UnexpectedBody {
    /// Looks at a body that could not be read.
    pub(super) fn of(headers: &Headers, bytes: &[u8]) -> Option<Self> {
        let content_type = headers.get("content-type").unwrap_or_default().to_ascii_lowercase();
        let length = headers.get("content-length").and_then(|length| length.trim().parse().ok());
        let start = bytes.trim_ascii_start();
        let begins = |text: &str| {
            start.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text.as_bytes()))
        };
        if start.is_empty() {
            Some(Self::Empty)
        } else if content_type.contains("html") || begins("<!doctype html") || begins("<html") {
            Some(Self::Html)
        } else if !IS_XML && (content_type.contains("xml") || begins("<")) {
            Some(Self::Xml)
        } else if length.is_some_and(|length: usize| length > bytes.len()) {
            Some(Self::Truncated)
        } else {
            content_type.starts_with("text/").then_some(Self::Text)
        }
    }
}

impl fmt::Display for UnexpectedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the body is empty",
            Self::Truncated => "the body was cut off",
            Self::Html => "an HTML page came",
            Self::Xml => "XML came",
            Self::Text => "text came",
        })
    }
}
