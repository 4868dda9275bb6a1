//! Traits, typed: each that shapes the output is a field; all are kept as they are written.
//!
//! A trait value of the wrong form is a fault with its place, found once, here.

use indexmap::IndexMap;

use super::graph::ShapeId;
use crate::json::Value;

/// The traits of one shape or member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// Every trait as it is written, by id, `documentation` and unknown ones among them.
    pub all: IndexMap<ShapeId, Value>,
    /// `documentation`.
    pub documentation: Option<String>,
    /// `required`.
    pub required: bool,
    /// `default`, unless it is `null`.
    pub default: Option<Value>,
    /// `length`.
    pub length: Option<Length>,
    /// `range`.
    pub range: Option<Range>,
    /// `pattern`, as it is written.
    pub pattern: Option<String>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `sparse`.
    pub sparse: bool,
    /// `sensitive`.
    pub sensitive: bool,
    /// `streaming`.
    pub streaming: bool,
    /// `internal`, or the tag `internal` on a definition of an `@enum` trait.
    pub internal: bool,
    /// `input`.
    pub input: bool,
    /// `output`.
    pub output: bool,
    /// `idempotencyToken`.
    pub idempotency_token: bool,
    /// `enumValue` of an enum's member, or the name of the member where it has none.
    pub enum_value: Option<String>,
    /// `enumValue` of an intEnum's member.
    pub int_enum_value: Option<i32>,
    /// The definitions of an `@enum` trait on a string.
    pub enum_definitions: Vec<EnumDefinition>,
    /// `deprecated`.
    pub deprecated: Option<Deprecated>,
    /// `error`.
    pub error: Option<ErrorFault>,
    /// `httpError`, or the status that `error` implies (400, 500).
    pub http_error: Option<u16>,
    /// `retryable`.
    pub retryable: bool,
    /// `timestampFormat`.
    pub timestamp_format: Option<TimestampFormat>,
    /// `jsonName`.
    pub json_name: Option<String>,
    /// `auth`, in order; an empty list means none is needed.
    pub auth: Option<Vec<ShapeId>>,
    /// `optionalAuth`.
    pub optional_auth: bool,
    /// `readonly`.
    pub readonly: bool,
    /// `idempotent`.
    pub idempotent: bool,
    /// `paginated`, with what the service's own `paginated` gives already folded in.
    pub paginated: Option<Paginated>,
    /// `title`.
    pub title: Option<String>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `since`.
    pub since: Option<String>,
    /// `unstable`.
    pub unstable: bool,
}

/// `length`: bounds in characters (strings), bytes (blobs) or elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least, if bounded.
    pub min: Option<u64>,
    /// The greatest, if bounded.
    pub max: Option<u64>,
}

/// `range`: bounds as they are written, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least, if bounded.
    pub min: Option<String>,
    /// The greatest, if bounded.
    pub max: Option<String>,
}

/// One definition of an `@enum` trait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnumDefinition {
    /// The wire value.
    pub value: String,
    /// The name, if every definition has one.
    pub name: Option<String>,
    /// Documentation.
    pub documentation: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether it has the tag `internal`.
    pub internal: bool,
}

/// `deprecated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecated {
    /// What to do instead.
    pub message: Option<String>,
    /// The version or date since which.
    pub since: Option<String>,
}

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorFault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// How a timestamp is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number.
    EpochSeconds,
    /// RFC 3339, UTC.
    DateTime,
    /// IMF-fixdate of RFC 9110.
    HttpDate,
}

/// `paginated`; paths of members, separated by dots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paginated {
    /// The input member that takes the token.
    pub input_token: Option<String>,
    /// Where the output holds the next token.
    pub output_token: Option<String>,
    /// Where the output holds the page's items.
    pub items: Option<String>,
    /// The input member that bounds a page.
    pub page_size: Option<String>,
}

impl Traits {
    /// The value of the trait with an id, as it is written.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.all.get(id)
    }
}
