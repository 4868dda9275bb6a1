//! A parsed file.

use crate::ast::File;
use crate::check::{self, Control};
use crate::diagnostic::{Diagnostic, Severity};
use crate::parser;
use crate::span::Span;
use crate::syntax::Tree;
use crate::version::Version;

/// The longest text that can be read: just under 4 GiB.
const MAX_LENGTH: usize = u32::MAX as usize - 1;

/// A file: its syntax tree, and everything that is wrong with it by itself.
#[derive(Debug)]
pub struct ParsedFile<'s> {
    tree: Tree<'s>,
    control: Control,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a text, whatever it holds: there is always a tree, and everything that is wrong is found in one go.
///
/// A text of 4 GiB or more is an empty file with one fault.
pub fn parse(text: &str) -> ParsedFile<'_> {
    if text.len() > MAX_LENGTH {
        let mut empty = parse("");
        empty.diagnostics.push(Diagnostic::error(Span::default(), "a file must be smaller than 4 GiB"));
        return empty;
    }
    let (tree, mut diagnostics) = parser::parse(text);
    let control = check::check(&tree, &mut diagnostics);
    // Of two faults at one place the second follows from the first.
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    diagnostics.dedup_by_key(|diagnostic| (diagnostic.span.start, diagnostic.severity));
    ParsedFile { tree, control, diagnostics }
}

impl<'s> ParsedFile<'s> {
    /// The syntax tree.
    pub fn tree(&self) -> &Tree<'s> {
        &self.tree
    }

    /// The tree with types.
    pub fn ast(&self) -> File<'_> {
        File::new(&self.tree)
    }

    /// The version that the file is written in: 1.0 where it names none.
    pub fn version(&self) -> Version {
        self.control.version
    }

    /// Everything that is wrong, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether anything is wrong that makes the file unusable.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// What the name of an inline structure ends with: that of `input`, or of any other property.
    pub(crate) fn suffix(&self, property: &str) -> &str {
        if property == "input" { &self.control.input_suffix } else { &self.control.output_suffix }
    }
}
