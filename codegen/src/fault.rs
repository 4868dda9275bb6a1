//! Faults: what is wrong with an input, where, and what would be right.
//!
//! They gather in an [`Errors`] and stop a run only between stages, so that one run shows all of them.

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A byte in one of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    file: u32,
    offset: u32,
}

impl Place {
    /// The byte at `offset` of file number `file`; offsets beyond 4 GiB are cut to that.
    pub fn new(file: u32, offset: usize) -> Self {
        Self { file, offset: u32::try_from(offset).unwrap_or(u32::MAX) }
    }
}

/// The texts that a run read, in order, so that places can be shown.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

/// One input: its name as the caller wrote it, and its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path, or `<stdin>`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Sources {
    /// Adds a source and gives its number, which places carry.
    pub fn add(&mut self, name: String, text: String) -> u32 {
        self.files.push(Source { name, text });
        u32::try_from(self.files.len() - 1).expect("a run reads fewer than 2^32 files")
    }

    /// The source with a number that [`Sources::add`] gave.
    pub fn get(&self, file: u32) -> &Source {
        &self.files[file as usize]
    }

    /// File name, line and column (both from 1; columns count characters) of a place.
    pub fn locate(&self, place: Place) -> Location<'_> {
        let source = self.get(place.file);
        let mut offset = (place.offset as usize).min(source.text.len());
        while !source.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &source.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Location {
            file: &source.name,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            offset,
        }
    }
}

/// A [`Place`] in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The name of the source.
    pub file: &'a str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The byte offset.
    pub offset: usize,
}

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
pub struct Fault {
    /// Whether it stops the run.
    pub severity: Severity,
    /// Where it is, unless it has no place (an empty folder, a glob that matches nothing).
    pub place: Option<Place>,
    /// The shape or member it belongs to (`ns#Shape` or `ns#Shape$member`), if any.
    pub shape: Option<String>,
    /// One sentence, without its full stop.
    pub message: String,
    /// What would be right, if that can be said.
    pub help: Option<String>,
}

impl Fault {
    /// A fault that stops the run.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message.into())
    }

    /// A fault that lets the run go on.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message.into())
    }

    fn new(severity: Severity, message: String) -> Self {
        Self { severity, place: None, shape: None, message, help: None }
    }

    /// Says where it is.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
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
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&wanted.to_lowercase(), &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance <= name.chars().count().max(3) / 3)
        .min()
        .map(|(_, name)| name)
}

/// The faults of a run so far.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    faults: Vec<Fault>,
}

impl Errors {
    /// Adds a fault; the same one twice counts once.
    pub fn push(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// All faults, in the order of their places; those without a place come first.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.faults.sort_by_key(|fault| fault.place);
        self.faults
    }

    /// Whether anything in it stops the run.
    pub fn is_fatal(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }
}

/// Renders a fault as the Rust compiler shows its own, coloured or plain.
pub fn render(fault: &Fault, sources: &Sources, coloured: bool) -> String {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = match &fault.shape {
        Some(shape) => format!("{} [{shape}]", fault.message),
        None => fault.message.clone(),
    };
    let mut group = Group::with_title(level.primary_title(title));
    if let Some(place) = fault.place {
        group = group.element(snippet(place, sources));
    }
    if let Some(help) = &fault.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group]).to_string()
}

/// The line of a place, with the token there underlined; long lines are cut around it.
fn snippet(place: Place, sources: &Sources) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let location = sources.locate(place);
    let text = sources.get(place.file).text.as_str();
    let line_start = text[..location.offset].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[location.offset..].find('\n').map_or(text.len(), |end| location.offset + end);
    let line = &text[line_start..line_end];
    let start = location.offset - line_start;
    Snippet::source(line)
        .path(location.file)
        .line_start(location.line)
        .annotation(AnnotationKind::Primary.span(start..start + token_length(&line[start..])))
}

/// How many bytes of a line its first JSON token takes.
fn token_length(rest: &str) -> usize {
    let length = match rest.strip_prefix('"') {
        Some(inside) => inside.find('"').map_or(rest.len(), |quote| quote + 2),
        None => rest.find([',', '}', ']', ' ', ':']).unwrap_or(rest.len()),
    };
    length.max(rest.chars().next().map_or(0, char::len_utf8))
}
