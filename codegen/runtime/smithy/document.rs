//! Any JSON value.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::super::wire::json::{Event, Parser, SyntaxError};
use super::super::wire::{self, Read, Reader, Write, Writer};
use super::number::Number;

/// Any JSON value: Smithy's document type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Document {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, of any size and precision.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Document>),
    /// An object, its entries in the order of their keys.
    Object(BTreeMap<String, Document>),
}

impl Document {
    /// Reads a JSON text (RFC 8259). Where an object repeats a key, its last value counts.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or nests deeper than [`wire::json::MAX_DEPTH`] levels.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let mut parser = Parser::new(text);
        let event = parser.next_event()?;
        let document = value(&mut parser, event)?;
        // Only the end of the text can follow; anything else is an error of the parser.
        parser.next_event()?;
        Ok(document)
    }

    /// The value as compact JSON text.
    pub fn to_json(&self) -> String {
        wire::to_json(self)
    }

    /// The value of a key; nothing if there is none or this is no object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number.
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The value of a whole number in range.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// The value of a whole number in range.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// The nearest value of a number, unless it is too large.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number()?.as_f64()
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The elements of an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(elements) = self { Some(elements) } else { None }
    }

    /// The entries of an object.
    pub fn as_object(&self) -> Option<&BTreeMap<String, Self>> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }
}

/// Reads the value that begins with `event`. The parser bounds how deep this goes.
fn value(parser: &mut Parser<'_>, event: Event<'_>) -> Result<Document, SyntaxError> {
    Ok(match event {
        Event::Bool(value) => Document::Bool(value),
        Event::Number(text) => Document::Number(Number::from_parsed(text)),
        Event::String(text) => Document::String(text.into_owned()),
        Event::BeginArray => Document::Array(elements(parser)?),
        Event::BeginObject => Document::Object(entries(parser)?),
        // The others but `null` never begin a value.
        Event::Null | Event::EndArray | Event::Key(_) | Event::EndObject | Event::End => Document::Null,
    })
}

fn elements(parser: &mut Parser<'_>) -> Result<Vec<Document>, SyntaxError> {
    let mut elements = Vec::new();
    loop {
        match parser.next_event()? {
            Event::EndArray => return Ok(elements),
            event => elements.push(value(parser, event)?),
        }
    }
}

fn entries(parser: &mut Parser<'_>) -> Result<BTreeMap<String, Document>, SyntaxError> {
    let mut entries = BTreeMap::new();
    while let Event::Key(key) = parser.next_event()? {
        let event = parser.next_event()?;
        entries.insert(key.into_owned(), value(parser, event)?);
    }
    Ok(entries)
}

impl FromStr for Document {
    type Err = SyntaxError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Document {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<f64> for Document {
    /// Infinities and NaN, which JSON cannot write as numbers, become the strings that the wire has for them.
    fn from(value: f64) -> Self {
        Number::from_f64(value).map_or_else(|| Self::String(wire::non_finite(value).to_owned()), Self::Number)
    }
}

impl From<&str> for Document {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Document {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Document {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Document {
    fn from(elements: Vec<T>) -> Self {
        Self::Array(elements.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>> From<BTreeMap<String, T>> for Document {
    fn from(entries: BTreeMap<String, T>) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect())
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Document {
            fn from(value: $integer) -> Self {
                Self::Number(Number::from(value))
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 u8 u16 u32 u64);

impl Write for Document {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Null => out.null(),
            Self::Bool(value) => out.boolean(*value),
            Self::Number(number) => out.number(format_args!("{number}")),
            Self::String(text) => out.string(text),
            Self::Array(elements) => elements.write(out),
            Self::Object(entries) => entries.write(out),
        }
    }
}

impl Read for Document {
    // `null` is a document like any other.
    const NULLABLE: bool = true;

    fn read(value: Document, _: &mut Reader) -> Self {
        value
    }

    fn corrected() -> Self {
        Self::Null
    }
}
