//! Dates by a pattern, as some services sign them.

use super::super::smithy::{Timestamp, TimestampFormat};

/// A form of dates in UTC: letters of the Unicode date patterns, everything else as it stands.
///
/// | letters | stand for |
/// |---|---|
/// | `EEE` | the English weekday, three letters |
/// | `MMM` | the English month, three letters |
/// | `d`, `dd` | the day, not padded; two digits |
/// | `HH`, `mm`, `ss` | hour from 00 to 23, minute and second, two digits |
/// | `z` | `UTC` |
/// | `yyyy` | the year, four digits |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePattern(&'static str);

/// One part of a pattern.
#[derive(Clone, Copy)]
enum Part {
    /// Some bytes of an HTTP date, as they stand.
    Field(usize, usize),
    /// The day without padding.
    Day,
    /// The time zone.
    Zone,
    /// Anything else.
    Literal(&'static str),
}

/// An HTTP date has every field in English and at a fixed place, so that one calendar is enough.
const HTTP_DATE: &[u8; 29] = b"Thu, 01 Jan 1970 00:00:00 GMT";

/// Letters, where an HTTP date has the field, and how long it is.
const FIELDS: [(&str, usize, usize); 7] = [
    ("EEE", 0, 3),
    ("MMM", 8, 3),
    ("dd", 5, 2),
    ("HH", 17, 2),
    ("mm", 20, 2),
    ("ss", 23, 2),
    ("yyyy", 12, 4),
];

impl DatePattern {
    /// The form of these letters.
    pub const fn new(pattern: &'static str) -> Self {
        Self(pattern)
    }

    /// The letters.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The text of a point in time of the years 0000 to 9999; fractions of a second are dropped.
    pub fn format(self, time: Timestamp) -> String {
        let http = Timestamp::from_secs(time.secs()).format(TimestampFormat::HttpDate);
        let field = |part| match part {
            Part::Field(start, length) => http.get(start..start + length).unwrap_or_default(),
            Part::Day => http.get(5..7).unwrap_or_default().trim_start_matches('0'),
            Part::Zone => "UTC",
            Part::Literal(literal) => literal,
        };
        self.parts().map(field).collect()
    }

    /// Whether a text is what [`DatePattern::format`] makes of some point in time.
    pub fn is_match(self, text: &str) -> bool {
        self.parse(text).is_some_and(|time| self.format(time) == text)
    }

    /// A text of this form.
    pub fn example(self) -> String {
        self.format(Timestamp::from_secs(1_762_247_103))
    }

    fn parts(self) -> impl Iterator<Item = Part> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let field = FIELDS.iter().find(|(letters, ..)| rest.starts_with(letters));
            let (part, length) = match field {
                Some(&(letters, start, length)) => (Part::Field(start, length), letters.len()),
                None if rest.starts_with('d') => (Part::Day, 1),
                None if rest.starts_with('z') => (Part::Zone, 1),
                None => {
                    let length = rest.chars().next()?.len_utf8();
                    (Part::Literal(&rest[..length]), length)
                }
            };
            rest = &rest[length..];
            Some(part)
        })
    }

    /// The point in time of a text, if its fields name one.
    fn parse(self, text: &str) -> Option<Timestamp> {
        let mut http = *HTTP_DATE;
        let mut rest = text.as_bytes();
        for part in self.parts() {
            let (field, length) = match part {
                Part::Field(start, length) => (http.get_mut(start..start + length)?, length),
                Part::Day => {
                    let digits = rest.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
                    (http.get_mut(7 - digits..7)?, digits)
                }
                Part::Zone => {
                    rest = rest.strip_prefix(b"UTC")?;
                    continue;
                }
                Part::Literal(literal) => {
                    rest = rest.strip_prefix(literal.as_bytes())?;
                    continue;
                }
            };
            field.copy_from_slice(rest.get(..length)?);
            rest = &rest[length..];
        }
        let http = std::str::from_utf8(&http).ok().filter(|_| rest.is_empty())?;
        Timestamp::parse(http, TimestampFormat::HttpDate).ok()
    }
}
