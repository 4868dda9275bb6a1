//! Documents as JSON text.

use super::super::super::smithy::Document;
use super::JsonWriter;

impl Document {
    /// The value as compact JSON text.
    pub fn to_json(&self) -> String {
        let mut out = JsonWriter::default();
        out.document(self);
        out.into_text()
    }
}

impl JsonWriter {
    /// Writes a document, whole.
    pub(crate) fn document(&mut self, document: &Document) {
        match document {
            Document::Null => self.null(),
            Document::Bool(value) => self.boolean(*value),
            Document::Number(number) => self.number(format_args!("{number}")),
            Document::String(text) => self.string(text),
            Document::Array(elements) => {
                self.begin_array();
                for element in elements {
                    self.separate();
                    self.document(element);
                }
                self.end_array();
            }
            Document::Object(entries) => {
                self.begin_object();
                for (key, value) in entries {
                    self.key(key);
                    self.document(value);
                }
                self.end_object();
            }
        }
    }
}
