//! The events of one validator.

use super::index::IndexedShape;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Span};

/// Takes the events of a validator.
pub(super) struct Events<'e> {
    pub(super) errors: &'e mut Diagnostics,
    /// The id of its events.
    pub(super) id: &'static str,
}

impl Events<'_> {
    /// Something that must be otherwise.
    pub(super) fn error(&mut self, shape: &IndexedShape<'_>, span: Span, message: impl Into<String>) {
        self.emit(Severity::Error, "", shape, span, message);
    }

    /// Something that must be otherwise unless the model suppresses it.
    pub(super) fn danger(&mut self, shape: &IndexedShape<'_>, span: Span, message: impl Into<String>) {
        self.emit(Severity::Danger, "", shape, span, message);
    }

    /// Something that should be otherwise.
    pub(super) fn warning(&mut self, shape: &IndexedShape<'_>, span: Span, message: impl Into<String>) {
        self.emit(Severity::Warning, "", shape, span, message);
    }

    /// An event whose id goes on with a dot and `suffix`.
    pub(super) fn emit(
        &mut self,
        severity: Severity,
        suffix: &str,
        shape: &IndexedShape<'_>,
        span: Span,
        message: impl Into<String>,
    ) {
        // Smithy's own shapes are as they are.
        if !shape.span().is_in_prelude() {
            self.push(suffix, Diagnostic::new(severity, message.into()).at(span).shape(&shape.id));
        }
    }

    /// An event that may be about no shape.
    pub(super) fn push(&mut self, suffix: &str, diagnostic: Diagnostic) {
        let id = if suffix.is_empty() { self.id.to_owned() } else { format!("{}.{suffix}", self.id) };
        self.errors.push(diagnostic.event(id));
    }
}

/// Names in a list, each in backticks.
pub(super) fn listed<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
    names.join(", ")
}
