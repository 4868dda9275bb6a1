//! Documents in XML: elements are entries of objects, and an array where several have one name; all else is text.

use std::collections::BTreeMap;

use super::super::super::smithy::Document;
use super::{Event, Parser, SyntaxError, XmlWriter};

/// Reads the value that begins with `event`. The parser bounds how deep this goes.
///
/// # Errors
///
/// The first place at which the text is not XML.
pub(crate) fn read_document(parser: &mut Parser<'_>, event: Event<'_>) -> Result<Document, SyntaxError> {
    Ok(match event {
        Event::String(text) => Document::String(text.into_owned()),
        Event::BeginArray | Event::BeginObject => Document::Object(entries(parser)?),
        // The others never begin a value.
        Event::Key(_) | Event::EndObject | Event::End => Document::Null,
    })
}

fn entries(parser: &mut Parser<'_>) -> Result<BTreeMap<String, Document>, SyntaxError> {
    let mut entries: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    while let Event::Key(key) = parser.next_event()? {
        let event = parser.next_event()?;
        let value = read_document(parser, event)?;
        match entries.get_mut(key) {
            Some(values) => values.push(value),
            None => drop(entries.insert(key.to_owned(), vec![value])),
        }
    }
    let one = |mut values: Vec<Document>| match values.len() {
        1 => values.remove(0),
        _ => Document::Array(values),
    };
    Ok(entries.into_iter().map(|(key, values)| (key, one(values))).collect())
}

impl XmlWriter {
    /// Writes a document into the element that is open.
    pub fn document(&mut self, document: &Document) {
        match document {
            Document::Null => {}
            Document::Bool(value) => self.boolean(*value),
            Document::Number(number) => self.number(format_args!("{number}")),
            Document::String(text) => self.string(text),
            Document::Array(elements) => elements.iter().for_each(|element| self.element("member", element)),
            Document::Object(entries) => entries.iter().for_each(|(name, value)| self.entry(name, value)),
        }
    }

    /// Writes an element that holds a document.
    pub fn element(&mut self, name: &str, document: &Document) {
        self.begin(name);
        self.document(document);
        self.end(name);
    }

    /// Writes an entry of an object: an element, and several for an array.
    fn entry(&mut self, name: &str, value: &Document) {
        match value {
            Document::Array(elements) => elements.iter().for_each(|element| self.element(name, element)),
            value => self.element(name, value),
        }
    }
}
