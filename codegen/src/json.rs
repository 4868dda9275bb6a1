//! JSON values that know where they stand: the tree that `load` reads documents into.
//!
//! No JSON crate gives positions, repeated keys, numbers as raw text and bounded depth together, and diagnostics
//! need all four. Generated crates carry the parser underneath ([`crate::runtime::wire::json`]), so there is
//! one in the project.

mod print;

use crate::diagnostics::Span;
use crate::runtime::smithy::{BigDecimal, Number};
use crate::runtime::wire::json::{Event, Parser, SyntaxError};

/// How deep a model's JSON may nest: far beyond any model, and safe for the stack.
pub const MAX_DEPTH: usize = 512;

/// A JSON value and the place of its first byte.
#[derive(Clone, Debug)]
pub struct Value {
    /// Where the value begins.
    pub span: Span,
    /// What it is.
    pub data: Data,
}

/// What a [`Value`] is.
#[derive(Clone, Debug)]
pub enum Data {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written, so that no bound loses a digit.
    Number(String),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object: every entry in the order of the text, repeated keys among them.
    Object(Vec<Entry>),
}

/// One entry of an object.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key begins.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// Values are equal when their data is; where they stand does not matter.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
    }
}

/// Objects are equal when they have the same entries in any order, numbers when they are written alike.
impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) | (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => by_key(a) == by_key(b),
            _ => false,
        }
    }
}

fn by_key(entries: &[Entry]) -> Vec<(&str, &Value)> {
    let mut pairs: Vec<(&str, &Value)> =
        entries.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect();
    pairs.sort_by_key(|&(key, _)| key);
    pairs
}

impl Value {
    /// The string, if this is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// The elements, if this is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        match &self.data {
            Data::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The entries, if this is an object.
    pub fn as_object(&self) -> Option<&[Entry]> {
        match &self.data {
            Data::Object(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under `key`, if this is an object that has it; of a repeated key, the last.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.as_object()?.iter().rev().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// What kind of value this is, in words for a message: "a string".
    pub fn kind(&self) -> &'static str {
        match self.data {
            Data::Null => "null",
            Data::Bool(_) => "a boolean",
            Data::Number(_) => "a number",
            Data::String(_) => "a string",
            Data::Array(_) => "an array",
            Data::Object(_) => "an object",
        }
    }
}

/// The number that a [`Data::Number`] writes, for comparing without losing a digit.
pub(crate) fn decimal(text: &str) -> BigDecimal {
    text.parse().expect("the parser lets only JSON's numbers through")
}

/// The number that any text writes, if it writes one.
pub(crate) fn number(text: &str) -> Option<BigDecimal> {
    text.parse().ok()
}

/// The integer that a [`Data::Number`] writes, if it is one of 64 bits.
pub(crate) fn whole(text: &str) -> Option<i64> {
    text.parse::<Number>().ok()?.as_i64()
}

/// Reads the one JSON value that `text` holds; `file` is the number that places carry.
///
/// # Errors
///
/// The first place at which the text is not JSON, or nests deeper than [`MAX_DEPTH`].
pub fn parse(text: &str, file: u32) -> Result<Value, SyntaxError> {
    let mut parser = Parser::with_max_depth(text, MAX_DEPTH);
    let event = parser.next_event()?;
    let value = value(&mut parser, event, file)?;
    parser.next_event()?;
    Ok(value)
}

fn value(parser: &mut Parser<'_>, event: Event<'_>, file: u32) -> Result<Value, SyntaxError> {
    let span = Span::new(file, parser.span().start);
    let data = match event {
        Event::Null => Data::Null,
        Event::Bool(value) => Data::Bool(value),
        Event::Number(text) => Data::Number(text.to_owned()),
        Event::String(text) => Data::String(text.into_owned()),
        Event::BeginArray => Data::Array(elements(parser, file)?),
        Event::BeginObject => Data::Object(entries(parser, file)?),
        Event::Key(_) | Event::EndArray | Event::EndObject | Event::End => {
            unreachable!("the parser hands out values only where one is due")
        }
    };
    Ok(Value { span, data })
}

fn elements(parser: &mut Parser<'_>, file: u32) -> Result<Vec<Value>, SyntaxError> {
    let mut elements = Vec::new();
    loop {
        match parser.next_event()? {
            Event::EndArray => return Ok(elements),
            event => elements.push(value(parser, event, file)?),
        }
    }
}

fn entries(parser: &mut Parser<'_>, file: u32) -> Result<Vec<Entry>, SyntaxError> {
    let mut entries = Vec::new();
    while let Event::Key(key) = parser.next_event()? {
        let span = Span::new(file, parser.span().start);
        let event = parser.next_event()?;
        entries.push(Entry { key: key.into_owned(), span, value: value(parser, event, file)? });
    }
    Ok(entries)
}
