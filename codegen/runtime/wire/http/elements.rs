//! Bodies that are an element of XML, whose name the model says.

use super::super::super::codec::body;
use super::super::read::FromWire;
use super::super::write::Writer;
use super::reader::MessageReader;
use super::writer::{Direction, MessageWriter};

/// The name of the message in errors that no model names.
pub(crate) const ERROR_MESSAGE: &str = "Message";

/// The element that a body is.
#[derive(Clone)]
pub(super) struct Root {
    name: &'static str,
    namespace: Option<(&'static str, &'static str)>,
    error: Option<ErrorFrame>,
}

/// What stands around an error.
#[derive(Clone, Copy)]
struct ErrorFrame {
    /// Whose fault it is.
    party: &'static str,
    /// Whether the error stands in another element.
    is_wrapped: bool,
}

impl Default for Root {
    fn default() -> Self {
        Self { name: "Error", namespace: None, error: None }
    }
}

impl Root {
    /// Writes the value of a body.
    pub(super) fn around(&self, out: &mut Writer, write: impl FnOnce(&mut Writer)) {
        match self.error {
            None => out.root(self.name, self.namespace, write),
            Some(ErrorFrame { party, is_wrapped: false }) => error(out, party, write),
            Some(ErrorFrame { party, is_wrapped: true }) => {
                out.root("ErrorResponse", None, |out| error(out, party, write));
            }
        }
    }
}

fn error(out: &mut Writer, party: &str, write: impl FnOnce(&mut Writer)) {
    out.root("Error", None, |out| {
        out.root("Type", None, |out| out.string(party));
        write(out);
    });
}

impl MessageWriter {
    /// Sets the name of the element that the body is.
    pub fn root(&mut self, name: &'static str) -> &mut Self {
        self.root.name = name;
        self
    }

    /// Sets the namespace that this element declares: a prefix, which is empty for the default namespace, and its URI.
    pub fn namespace(&mut self, prefix: &'static str, uri: &'static str) -> &mut Self {
        self.root.namespace = Some((prefix, uri));
        self
    }

    /// Says which error the message is, and whose fault it is.
    pub(crate) fn begin_error(&mut self, error_type: &str, party: &'static str, is_wrapped: bool) {
        self.root.error = Some(ErrorFrame { party, is_wrapped });
        self.options.error_type = Some(error_type.to_owned());
    }

    /// Writes the body of a message that has nothing in it: only errors have one, and other responses its type.
    pub(super) fn empty_body(&mut self) {
        if self.root.error.is_some() {
            self.body(|_| {});
        } else if self.direction == Direction::Response {
            self.body = Some((Vec::new(), self.content_type));
        }
    }
}

impl MessageReader<'_> {
    /// Reads the text of the outermost element as a member; nothing where it is empty.
    pub fn unwrapped_text<T: FromWire>(&mut self, member: &'static str) -> Option<T> {
        let text: String = self.payload(member)?;
        if text.is_empty() { None } else { self.payload(member) }
    }
}

/// The part of a body that is an error, by the element around it.
pub(super) fn error_body(body: &[u8]) -> &[u8] {
    body::element(body, "Error")
}
