//! The value itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::super::smithy::Document;
use super::decimal::Number;

/// A JSON value that borrows what it can.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// `null`, and all that is absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number<'a>),
    /// A string.
    String(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object.
    Object(BTreeMap<Cow<'a, str>, Value<'a>>),
    /// A list inside a document.
    Array(&'a [Document]),
    /// An object inside a document.
    Entries(&'a BTreeMap<String, Document>),
}

impl<'a> Value<'a> {
    /// A number in JSON's grammar.
    pub fn number(text: &'a str) -> Self {
        Self::Number(Number::Decimal(Cow::Borrowed(text)))
    }

    /// A point in time as seconds since 1970 and nanoseconds on top.
    pub fn timestamp(seconds: i64, nanos: u32) -> Self {
        Self::Number(Number::of_timestamp(seconds, nanos))
    }

    /// A list of these elements.
    pub fn list(elements: impl IntoIterator<Item = Self>) -> Self {
        Self::List(elements.into_iter().collect())
    }

    /// A list of those elements that are not null, as projections give it.
    pub fn projected(elements: impl IntoIterator<Item = Self>) -> Self {
        Self::list(elements.into_iter().filter(|element| !element.is_null()))
    }

    /// An object of these entries.
    pub fn object<K: Into<Cow<'a, str>>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// An object of those entries that are not null, as a structure is.
    pub fn structure(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::object(entries.into_iter().filter(|(_, value)| !value.is_null()))
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether this is `true`, and nothing that only counts as true.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// Whether this counts as true: anything but `null`, `false` and what is empty.
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(value) => *value,
            Self::Number(_) => true,
            Self::String(text) => !text.is_empty(),
            Self::List(elements) => !elements.is_empty(),
            Self::Object(entries) => !entries.is_empty(),
            Self::Array(elements) => !elements.is_empty(),
            Self::Entries(entries) => !entries.is_empty(),
        }
    }
}

/// Equality is deep, exact for numbers, and false across types.
impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a.compare(b).is_some_and(|ordering| ordering.is_eq()),
            (Self::String(a), Self::String(b)) => a == b,
            _ => match (self.elements(), other.elements(), self.entries(), other.entries()) {
                (Some(a), Some(b), _, _) => a == b,
                (_, _, Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }
}

/// Whether `a < b`; nothing unless both are numbers.
pub fn less(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    a.compare(b).map(|ordering| ordering.is_lt())
}

/// Whether `a <= b`; nothing unless both are numbers.
pub fn at_most(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    a.compare(b).map(|ordering| ordering.is_le())
}

/// Whether `a > b`; nothing unless both are numbers.
pub fn greater(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    a.compare(b).map(|ordering| ordering.is_gt())
}

/// Whether `a >= b`; nothing unless both are numbers.
pub fn at_least(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    a.compare(b).map(|ordering| ordering.is_ge())
}

impl<'a> From<&'a Document> for Value<'a> {
    fn from(document: &'a Document) -> Self {
        match document {
            Document::Null => Self::Null,
            Document::Bool(value) => Self::Bool(*value),
            Document::Number(number) => Self::number(number.as_str()),
            Document::String(text) => Self::from(text.as_str()),
            Document::Array(elements) => Self::Array(elements),
            Document::Object(entries) => Self::Entries(entries),
        }
    }
}

impl<'a, T: Into<Self>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::String(Cow::Owned(text))
    }
}

macro_rules! from_numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Value<'_> {
            fn from(value: $number) -> Self {
                Self::Number(Number::from(value))
            }
        }
    )*};
}

from_numbers!(i8 i16 i32 i64 i128 usize f32 f64);
