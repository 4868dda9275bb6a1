//! The bodies of the responses with which a server refuses an invalid request.

use super::super::codec::body::{self, Text};
use super::super::protocol::own;
use super::super::report::{Violation, Violations};
use super::super::wire::{Defaults, ToWire, Writer, to_bytes};

impl Violations {
    /// The body of Smithy's `smithy.framework#ValidationException`, which goes out with status 400: a summary, and a
    /// list of paths with their messages. It names the error where the protocol does so in bodies.
    pub fn validation_exception(&self) -> Text {
        text(&ValidationException(self))
    }

    /// The body of the modeled error with which AWS's older services refuse a request, which goes out with status 400.
    ///
    /// Constraints come first, such as members that are missing, and are answered together: `1 validation error detected:
    /// Value at 'userPoolId' failed …`. Otherwise the first violation of a rule is answered alone, with the service's own
    /// words and error, as such services do. `error` is the code for what has none of its own.
    pub fn service_error(&self, error: &str) -> Text {
        let constraints = self.iter().filter(|violation| violation.rule().is_none()).cloned().collect();
        let first = self.first();
        let (code, message) = match Self::of(constraints, self.omitted()) {
            Some(constraints) => (error, constraints.counted(": ", Violation::dotted_message)),
            None => (first.rule().and_then(|rule| rule.error).unwrap_or(error), first.message()),
        };
        text(&ServiceError { code: code.to_owned(), message })
    }
}

fn text<T: ToWire>(value: &T) -> Text {
    body::text(to_bytes(value, Defaults::Omitted))
}

/// The id of the error with which services refuse what breaks the constraints of the model.
const VALIDATION_EXCEPTION: &str = "smithy.framework#ValidationException";

/// Smithy's error for requests that break the constraints of the model.
pub(super) struct ValidationException<'v>(pub(super) &'v Violations);

impl ToWire for ValidationException<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            if own::ERROR_TYPE_IN_BODY {
                out.field("__type", &VALIDATION_EXCEPTION.to_owned());
            }
            out.field("message", &self.0.summary());
            out.field("fieldList", &Fields(self.0));
        });
    }
}

struct Fields<'v>(&'v Violations);

impl ToWire for Fields<'_> {
    fn write(&self, out: &mut Writer) {
        out.array(|out| self.0.iter().for_each(|violation| out.element(&Field(violation))));
    }
}

struct Field<'v>(&'v Violation);

impl ToWire for Field<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.field("path", &self.0.path().to_string());
            out.field("message", &self.0.message());
        });
    }
}

struct ServiceError {
    code: String,
    message: String,
}

impl ToWire for ServiceError {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.field("__type", &self.code);
            out.field("message", &self.message);
        });
    }
}
