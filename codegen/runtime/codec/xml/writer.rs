//! The writer: compact XML text that grows.

use std::fmt;
use std::fmt::Write as _;

use super::super::super::smithy::{non_finite, push_integer};

/// An XML text that grows; elements must be ended as they were begun. `Debug` shows only its length.
#[derive(Clone, Default)]
pub struct XmlWriter {
    text: String,
    place: Place,
}

/// Where the writer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// In what an element holds, or around all.
    #[default]
    Content,
    /// In the start of an element, to which attributes may be added.
    Start,
    /// In the value of an attribute.
    Attribute,
}

impl fmt::Debug for XmlWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "XmlWriter({} bytes)", self.text.len())
    }
}

impl XmlWriter {
    /// Starts an empty text, with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), place: Place::Content }
    }

    /// How many bytes are written so far.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// The finished text as bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Begins an element.
    pub fn begin(&mut self, name: &str) {
        self.content();
        self.text.reserve(2 * name.len() + 8);
        self.text.push('<');
        self.text.push_str(name);
        self.place = Place::Start;
    }

    /// Ends an element.
    pub fn end(&mut self, name: &str) {
        if std::mem::take(&mut self.place) == Place::Start {
            return self.text.push_str("/>");
        }
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Begins an attribute of the element that was begun last.
    pub fn begin_attribute(&mut self, name: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.place = Place::Attribute;
    }

    /// Ends an attribute.
    pub fn end_attribute(&mut self) {
        self.text.push('"');
        self.place = Place::Start;
    }

    /// Declares a namespace for the element that was begun last: the default one, or one by its prefix.
    pub fn namespace(&mut self, prefix: &str, uri: &str) {
        self.begin_attribute("xmlns");
        if !prefix.is_empty() {
            self.text.truncate(self.text.len() - 2);
            self.text.push(':');
            self.text.push_str(prefix);
            self.text.push_str("=\"");
        }
        self.string(uri);
        self.end_attribute();
    }

    /// Marks the element that was begun last as `nil`, as XML Schema has it for what is not there.
    pub fn null(&mut self) {
        self.namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        self.text.push_str(" xsi:nil=\"true\"");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.number(format_args!("{value}"));
    }

    /// Writes a number, or another text in which nothing needs an escape.
    pub fn number(&mut self, text: fmt::Arguments<'_>) {
        self.content();
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(text);
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: i64) {
        self.content();
        push_integer(&mut self.text, value);
    }

    /// Writes a 64-bit float.
    pub fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.number(format_args!("{value:?}"))
        } else {
            self.string(non_finite(value))
        }
    }

    /// Writes a 32-bit float.
    pub fn float(&mut self, value: f32) {
        if value.is_finite() { self.number(format_args!("{value:?}")) } else { self.double(value.into()) }
    }

    /// Writes a text, with what XML demands escaped and everything else as it is.
    pub fn string(&mut self, text: &str) {
        self.content();
        let is_special = match self.place {
            Place::Attribute => |byte: u8| byte < 0x20 || matches!(byte, b'<' | b'>' | b'&' | b'"'),
            Place::Content | Place::Start => |byte: u8| {
                matches!(byte, b'<' | b'>' | b'&') || (byte < 0x20 && !matches!(byte, b'\n' | b'\t'))
            },
        };
        let mut rest = text;
        while let Some(length) = rest.bytes().position(is_special) {
            self.text.push_str(&rest[..length]);
            self.escape(rest.as_bytes()[length]);
            rest = &rest[length + 1..];
        }
        self.text.push_str(rest);
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'<' => self.text.push_str("&lt;"),
            b'>' => self.text.push_str("&gt;"),
            b'&' => self.text.push_str("&amp;"),
            b'"' => self.text.push_str("&quot;"),
            _ => self.number(format_args!("&#x{byte:X};")),
        }
    }

    /// Goes into what an element holds.
    fn content(&mut self) {
        if self.place == Place::Start {
            self.text.push('>');
            self.place = Place::Content;
        }
    }
}
