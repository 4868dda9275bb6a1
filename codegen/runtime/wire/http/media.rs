//! Which bodies a server takes and gives: the headers `content-type` and `accept` (RFC 9110, sections 8.3 and 12.5.1).

use super::super::body_type::BodyType;
use super::super::error::ReadError;
use super::super::headers::Headers;

impl BodyType {
    /// The media type, where there is one; `document` is that of the protocol.
    pub(crate) fn media_type(self, document: &'static str) -> Option<&'static str> {
        match self {
            Self::Document => Some(document),
            Self::Media(media_type) => Some(media_type),
            Self::Any | Self::Nothing => None,
        }
    }

    /// Has a request ask for answers of this type, where that is not the protocol's.
    pub(crate) fn set_accept(self, headers: &mut Headers) {
        match self {
            Self::Media(media_type) => headers.set("accept", media_type),
            Self::Any => headers.set("accept", "*/*"),
            Self::Document | Self::Nothing => {}
        }
    }

    /// Refuses a request whose body is of another type.
    pub(crate) fn check_request(
        self,
        document: &'static str,
        headers: &Headers,
        body: &[u8],
    ) -> Result<(), ReadError> {
        let expected = self.media_type(document).unwrap_or_default();
        let fits = match headers.get("content-type") {
            Some(stated) => self == Self::Any || essence(stated).eq_ignore_ascii_case(expected),
            None => body.is_empty() || matches!(self, Self::Any | Self::Nothing),
        };
        if fits { Ok(()) } else { Err(ReadError::MediaType(expected)) }
    }

    /// Refuses a request that asks for an answer of other types alone.
    pub(crate) fn check_accept(self, document: &'static str, headers: &Headers) -> Result<(), ReadError> {
        let Some(given) = self.media_type(document) else { return Ok(()) };
        let lines = headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("accept"));
        let ranges = lines.flat_map(|(_, line)| line.split(',')).filter(|range| !range.trim().is_empty());
        let mut ranges = ranges.peekable();
        let fits = ranges.peek().is_none() || ranges.any(|range| accepts(range, given));
        if fits { Ok(()) } else { Err(ReadError::NotAcceptable(given)) }
    }
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a range of media types is wanted and has one in it.
fn accepts(range: &str, media_type: &str) -> bool {
    let weight = range.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
    });
    let is_wanted = weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0));
    let range = essence(range);
    let fits = match range.strip_suffix("/*") {
        Some("*") => true,
        Some(kind) => media_type.split('/').next().is_some_and(|own| own.eq_ignore_ascii_case(kind)),
        None => range.eq_ignore_ascii_case(essence(media_type)),
    };
    is_wanted && fits
}
