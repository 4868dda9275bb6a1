//! How a string must look where a rule says so.

use std::fmt;

use super::super::report::{Kind, Rule};
use super::super::smithy::Document;
use super::check::Checker;
use super::cursor::Cursor;
use super::date::DatePattern;

/// How a string must look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StringFormat {
    /// A point in time in UTC.
    Date(DatePattern),
    /// Hexadecimal digits, one or more.
    Hex,
    /// Base64 with padding.
    Base64,
    /// An integer in decimal digits.
    Integer,
    /// A JSON text.
    Json,
}

impl StringFormat {
    /// Whether a string has the form.
    pub fn holds(self, value: &str) -> bool {
        match self {
            Self::Date(pattern) => pattern.is_match(value),
            Self::Hex => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_hexdigit()),
            Self::Base64 => is_base64(value),
            Self::Integer => is_integer(value),
            Self::Json => Document::parse(value).is_ok(),
        }
    }
}

impl fmt::Display for StringFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(pattern) => {
                write!(f, "a date of the form `{}`, such as `{}`", pattern.as_str(), pattern.example())
            }
            Self::Hex => f.write_str("hexadecimal digits"),
            Self::Base64 => f.write_str("base64 with padding"),
            Self::Integer => f.write_str("an integer in decimal digits"),
            Self::Json => f.write_str("a JSON text"),
        }
    }
}

impl Checker<'_> {
    /// Checks the form of a string.
    pub fn form(&mut self, at: &Cursor<'_>, rule: &'static Rule, form: StringFormat, value: &str) {
        if self.wants(rule.severity) && !form.holds(value) {
            self.broken(at, rule, Kind::Form { form: form.to_string() }, None);
        }
    }
}

/// Groups of four, the last one padded; what the padding leaves over is not looked at.
fn is_base64(value: &str) -> bool {
    let digits = value.trim_end_matches('=');
    let padding = value.len() - digits.len();
    let digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    !value.is_empty() && value.len().is_multiple_of(4) && padding <= 2 && digits.bytes().all(digit)
}

fn is_integer(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
