//! Bodies that have no name, as in JSON.

use super::super::write::Writer;
use super::writer::MessageWriter;

/// The name of the message in errors that no model names.
pub(crate) const ERROR_MESSAGE: &str = "message";

/// What stands around the value of a body: nothing.
#[derive(Clone, Default)]
pub(super) struct Root;

impl Root {
    /// Writes the value of a body.
    pub(super) fn around(&self, out: &mut Writer, write: impl FnOnce(&mut Writer)) {
        write(out);
    }
}

impl MessageWriter {
    /// Sets a header that is no member.
    pub(crate) fn protocol_header(&mut self, name: &'static str, value: String) {
        self.headers.set(name, value);
    }

    /// Writes the body of a message that has nothing in it: an empty object.
    pub(super) fn empty_body(&mut self) {
        self.body(|_| {});
    }
}

/// The part of a body that is an error: all of it.
pub(super) fn error_body(body: &[u8]) -> &[u8] {
    body
}
