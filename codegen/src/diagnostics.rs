//! Faults: what is wrong with an input, where, and what would be right.
//!
//! They gather in [`Diagnostics`] and stop a run only between stages, so that one run shows all of them.

mod render;
mod sources;

use std::collections::HashSet;
use std::fmt;

pub use render::render;
pub use sources::{Location, Origin, Source, Sources, Span};

/// Whether a fault stops the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The run goes on.
    Warning,
    /// Nothing is written.
    Error,
}

/// One thing that is wrong with the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the run.
    pub severity: Severity,
    /// Where it is, unless it has no place (an empty folder, a glob that matches nothing).
    pub place: Option<Span>,
    /// The shape or member it belongs to (`ns#Shape` or `ns#Shape$member`), if any.
    pub shape: Option<String>,
    /// One sentence, without its full stop.
    pub message: String,
    /// What would be right, if that can be said.
    pub help: Option<String>,
    /// Whether it is about a statement on something that the model lacks, as a model of another month may.
    pub stale: bool,
}

impl Diagnostic {
    /// A fault that stops the run.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message.into())
    }

    /// A fault that lets the run go on.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message.into())
    }

    /// A fault of this severity.
    pub(crate) fn new(severity: Severity, message: String) -> Self {
        Self { severity, place: None, shape: None, message, help: None, stale: false }
    }

    /// Says where it is.
    pub fn at(mut self, place: Span) -> Self {
        self.place = Some(place);
        self
    }

    /// Says that it is about a statement on something that the model lacks.
    pub fn stale(mut self) -> Self {
        self.stale = true;
        self
    }

    /// Says which shape or member it belongs to.
    pub fn shape(mut self, shape: impl fmt::Display) -> Self {
        self.shape = Some(shape.to_string());
        self
    }

    /// Says what would be right.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what would be right, unless something more exact was said already.
    pub fn or_help(self, help: impl Into<String>) -> Self {
        if self.help.is_some() { self } else { self.help(help) }
    }

    /// Says which of `known` is nearly `wanted`, if one is.
    pub fn near<'a>(self, wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wanted, known) {
            Some(name) => self.help(format!("did you mean `{name}`?")),
            None => self,
        }
    }
}

/// The name among `known` that a person who wrote `wanted` most likely meant.
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

/// The faults of a run so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    faults: Vec<Diagnostic>,
    /// What is known already: the place, or the shape where there is none, and the message.
    seen: HashSet<(Option<Span>, Option<String>, String)>,
}

impl Diagnostics {
    /// Adds a fault; the same message twice at one place (an inherited trait, say) counts once.
    pub fn push(&mut self, fault: Diagnostic) {
        let shape = fault.shape.clone().filter(|_| fault.place.is_none());
        if self.seen.insert((fault.place, shape, fault.message.clone())) {
            self.faults.push(fault);
        }
    }

    /// Adds several faults.
    pub fn extend(&mut self, faults: impl IntoIterator<Item = Diagnostic>) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }

    /// How many there are, warnings among them.
    pub fn count(&self) -> usize {
        self.faults.len()
    }

    /// All faults, in the order of their places; those without a place come first.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.faults.sort_by(|a, b| (a.place, &a.message).cmp(&(b.place, &b.message)));
        self.faults
    }

    /// Lets the run go on in spite of statements on what the model lacks.
    pub fn warn_of_stale(&mut self) {
        self.faults
            .iter_mut()
            .filter(|fault| fault.stale)
            .for_each(|fault| fault.severity = Severity::Warning);
    }

    /// Whether anything in it stops the run.
    pub fn is_fatal(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }
}
