//! Timestamps as text.

use std::borrow::Cow;

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::super::read::Mode;
use super::text::TextValue;

impl TextValue for Timestamp {
    const EXPECTED: &'static str = "a timestamp in the format of its place";

    fn to_text(&self, format: TimestampFormat) -> Cow<'_, str> {
        Cow::Owned(self.format(format))
    }

    /// Strictly in the format of its place, and without an offset from UTC; a client takes any format.
    fn from_text(text: &str, format: TimestampFormat, mode: Mode) -> Option<Self> {
        let stated = Self::parse(text, format).ok();
        if mode == Mode::Strict {
            let has_offset = format == TimestampFormat::DateTime && !text.ends_with(['Z', 'z']);
            return stated.filter(|_| !has_offset);
        }
        let all = [TimestampFormat::DateTime, TimestampFormat::HttpDate, TimestampFormat::EpochSeconds];
        stated.or_else(|| all.into_iter().find_map(|format| Self::parse(text, format).ok()))
    }

    /// The comma of an `http-date` needs no quotes.
    fn to_element(&self, format: TimestampFormat) -> Cow<'_, str> {
        self.to_text(format)
    }

    fn elements(text: &str, format: TimestampFormat) -> Vec<Cow<'_, str>> {
        if format != TimestampFormat::HttpDate {
            return super::list::elements(text);
        }
        let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).skip(1).step_by(2).collect();
        let starts = std::iter::once(0).chain(commas.iter().map(|comma| comma + 1));
        let ends = commas.iter().copied().chain([text.len()]);
        starts.zip(ends).map(|(start, end)| Cow::Borrowed(text[start..end].trim())).collect()
    }
}
