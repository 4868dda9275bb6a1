//! What is wrong with a text.

use crate::span::Span;

/// Whether a text can be used in spite of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It can.
    Warning,
    /// It cannot.
    Error,
}

/// One thing that is wrong, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the text can be used in spite of it.
    pub severity: Severity,
    /// The id of the event that Smithy's own tools report.
    pub id: &'static str,
    /// Where it is.
    pub span: Span,
    /// The absolute id of the shape or member that it belongs to, where that is known.
    pub shape: Option<String>,
    /// One sentence, without its full stop.
    pub message: String,
    /// What would be right, if that can be said.
    pub help: Option<String>,
}

impl Diagnostic {
    pub(crate) fn error(span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, "Model", span, message.into())
    }

    pub(crate) fn warning(id: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, id, span, message.into())
    }

    fn new(severity: Severity, id: &'static str, span: Span, message: String) -> Self {
        Self { severity, id, span, shape: None, message, help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn shape(mut self, shape: Option<String>) -> Self {
        self.shape = shape;
        self
    }
}
