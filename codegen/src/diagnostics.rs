//! Diagnostics: what is wrong with an input, where, and how to fix it.
//!
//! They are collected in [`Diagnostics`] and stop a run only between stages, so that one run reports all of them.

mod render;
mod sources;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

pub use render::render;
pub use sources::{Location, Origin, SourceText, Sources, Span};

/// How much a diagnostic matters; from [`Severity::Danger`] on, it stops the run
/// ([Smithy 2.0, severity](https://smithy.io/2.0/spec/model-validation.html#severity)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The model itself says that it does not matter.
    Suppressed,
    /// It is shown on request.
    Note,
    /// The run goes on.
    Warning,
    /// Nothing is written; the model may suppress it.
    Danger,
    /// Nothing is written.
    Error,
}

impl Severity {
    /// The severity that a model names.
    pub(crate) fn of_smithy(name: &str) -> Option<Self> {
        let severities = [Self::Note, Self::Warning, Self::Danger, Self::Error];
        severities.into_iter().find(|severity| severity.name().to_ascii_uppercase() == name)
    }

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong with the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the run.
    pub severity: Severity,
    /// The id of the validation event of Smithy that it is, by which models suppress it; none for what only this
    /// tool checks.
    pub event: Option<Cow<'static, str>>,
    /// Where it is, unless it is not about a place in a text (an empty folder, a glob without a match).
    pub span: Option<Span>,
    /// The shape or member it belongs to (`ns#Shape` or `ns#Shape$member`), if any.
    pub shape: Option<String>,
    /// One sentence, without its full stop.
    pub message: String,
    /// How to fix it, if that is known.
    pub help: Option<String>,
    /// Whether it is about a statement on something that the model lacks, and that models of other months may have.
    pub stale: bool,
}

impl Diagnostic {
    /// A diagnostic that stops the run.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message.into())
    }

    /// A diagnostic that does not stop the run.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message.into())
    }

    /// A diagnostic of a severity.
    pub(crate) fn new(severity: Severity, message: String) -> Self {
        Self { severity, event: None, span: None, shape: None, message, help: None, stale: false }
    }

    /// Whether it stops the run.
    pub fn is_fatal(&self) -> bool {
        self.severity >= Severity::Danger
    }

    /// Sets where it is.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Sets the id of the validation event that it is.
    pub fn event(mut self, event: impl Into<Cow<'static, str>>) -> Self {
        self.event = Some(event.into());
        self
    }

    /// Marks it as being about a statement on something that the model lacks.
    pub fn stale(mut self) -> Self {
        self.stale = true;
        self
    }

    /// Sets the shape or member that it belongs to.
    pub fn shape(mut self, shape: impl fmt::Display) -> Self {
        self.shape = Some(shape.to_string());
        self
    }

    /// Sets how to fix it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets how to fix it, unless that is set.
    pub fn or_help(self, help: impl Into<String>) -> Self {
        if self.help.is_some() { self } else { self.help(help) }
    }

    /// Suggests the name among `known` that is most like `wanted`, if one is like it.
    pub fn near<'a>(self, wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wanted, known) {
            Some(name) => self.help(format!("did you mean `{name}`?")),
            None => self,
        }
    }
}

/// The name among `known` that is most like `wanted`, if one is like it.
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(wanted.len()) <= name.len().max(3) / 3)
        .map(|name| (strsim::damerau_levenshtein(&wanted, &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance <= name.chars().count().max(3) / 3)
        .min()
        .map(|(_, name)| name)
}

/// The diagnostics of a run so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// The span, the shape where it matters, and the message of each.
    keys: HashSet<(Option<Span>, Option<String>, String)>,
}

impl Diagnostics {
    /// Adds a diagnostic, unless the same message is there at the same place, as for an inherited trait; an event of
    /// Smithy's validators is about each shape by itself.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let is_by_shape = diagnostic.event.is_some() || diagnostic.span.is_none();
        let shape = diagnostic.shape.clone().filter(|_| is_by_shape);
        if self.keys.insert((diagnostic.span, shape, diagnostic.message.clone())) {
            self.all.push(diagnostic);
        }
    }

    /// Names the events of what was added after there were `count` diagnostics and has no name yet.
    pub(crate) fn name_since(&mut self, count: usize, event: &'static str) {
        for diagnostic in self.all.iter_mut().skip(count) {
            diagnostic.event.get_or_insert(event.into());
        }
    }

    /// Adds several diagnostics.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// How many there are, including warnings.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// All of them, in the order of their places; those without a place come first.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.all.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        self.all
    }

    /// Makes warnings of the errors about statements on something that the model lacks.
    pub fn allow_stale(&mut self) {
        for diagnostic in self.all.iter_mut().filter(|diagnostic| diagnostic.stale) {
            diagnostic.severity = Severity::Warning;
        }
    }

    /// Leaves out what the model says does not matter.
    pub(crate) fn drop_suppressed(&mut self) {
        self.all.retain(|diagnostic| diagnostic.severity > Severity::Suppressed);
    }

    /// All of them, to change.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.all.iter_mut()
    }

    /// Whether one of them stops the run.
    pub fn is_fatal(&self) -> bool {
        self.all.iter().any(Diagnostic::is_fatal)
    }
}
