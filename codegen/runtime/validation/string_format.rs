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
    /// `true` or `false`.
    Boolean,
    /// A JSON text.
    Json,
    /// A phone number: `+` and digits. An empty text, which clears one, passes.
    Phone,
    /// A name, an operator and a value in double quotes. An empty text, which compares nothing, passes.
    Comparison(Comparison),
}

/// What a comparison may consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The names.
    pub names: &'static [&'static str],
    /// The operators.
    pub operators: &'static [&'static str],
}

impl StringFormat {
    /// Whether a string has the form.
    pub fn holds(self, value: &str) -> bool {
        match self {
            Self::Date(pattern) => pattern.is_match(value),
            Self::Hex => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_hexdigit()),
            Self::Base64 => is_base64(value),
            Self::Integer => is_integer(value),
            Self::Boolean => matches!(value, "true" | "false"),
            Self::Json => Document::parse(value).is_ok(),
            Self::Phone => value.is_empty() || value.strip_prefix('+').is_some_and(are_digits),
            Self::Comparison(comparison) => value.trim().is_empty() || comparison.is_match(value.trim()),
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
            Self::Boolean => f.write_str("`true` or `false`"),
            Self::Json => f.write_str("a JSON text"),
            Self::Phone => f.write_str("a phone number, `+` and digits"),
            Self::Comparison(Comparison { names, operators }) => {
                let (names, operators) = (names.join("`, `"), operators.join("` or `"));
                write!(f, "one of `{names}`, then `{operators}`, then one value in double quotes")
            }
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
    are_digits(value.strip_prefix('-').unwrap_or(value))
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Comparison {
    /// Whether a text without spaces around it is one of the names, in quotes or not, an operator and a value.
    fn is_match(self, text: &str) -> bool {
        let after_name = |name: &&str| match text.strip_prefix('"') {
            Some(quoted) => quoted.strip_prefix(*name)?.strip_prefix('"'),
            None => text.strip_prefix(*name),
        };
        let mut rests = self.names.iter().filter_map(after_name).map(str::trim_start);
        rests.any(|rest| {
            let values = self.operators.iter().filter_map(|operator| rest.strip_prefix(*operator));
            values.map(str::trim_start).any(is_quoted)
        })
    }
}

/// Whether a text is in double quotes from end to end; one inside has a backslash before it.
fn is_quoted(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else { return false };
    let mut escaped = false;
    let whole = inner.bytes().all(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        !ends
    });
    whole && !escaped
}
