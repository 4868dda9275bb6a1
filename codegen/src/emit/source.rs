//! The writer of generated source: the one place that knows indentation, line width, literals and imports.
//!
//! What has logic is quoted and written with [`Source::item`] or, where it is the same for many types, with
//! [`Source::fixed`]. What repeats for each member is nine tenths of an output and all alike: it is written as lines,
//! because parsing and printing it as tokens would take most of a run.

mod docs;
mod fixed;
mod imports;
mod lists;
mod literal;
mod paths;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::fmt::{Display, Write};

use proc_macro2::TokenStream;

pub(crate) use self::docs::code;
pub(crate) use self::fixed::Fixed;
pub(crate) use self::imports::{Import, Name};
pub(crate) use self::literal::{literal, raw_literal};
pub(crate) use self::paths::{ShapePath, TypePath};
use crate::ir::{Density, OutputForm, Type};
use crate::names::TypeName;

/// Where a line is broken, as rustfmt would.
const WIDTH: usize = 100;

/// How far a block is indented.
const STEP: usize = 4;

/// The text of one file as it grows.
///
/// Emitters take it as their first parameter. A name that needs an import is asked for with [`Source::name`], which
/// records the import, and can then stand in a line and be spliced into `quote!`:
///
/// ```ignore
/// let wire = src.name(Import::Wire);
/// src.separate();
/// src.block(format_args!("impl {wire}::Structure for {name}"), |src| {
///     src.item(quote!(fn write(&self, out: &mut #wire::Writer) { out.unit() }));
/// });
/// ```
#[derive(Debug)]
pub(crate) struct Source {
    layout: OutputForm,
    root: &'static str,
    /// What the file says of itself.
    front: String,
    text: String,
    indent: usize,
    /// How long a line may get.
    width: usize,
    /// Where the text of the innermost block begins.
    block: usize,
    imports: Cell<imports::Set>,
}

/// The text of a file: declarations of modules can stand between its two parts.
#[derive(Debug)]
pub(crate) struct Text {
    /// The first line, and what the file says of itself.
    pub(crate) head: String,
    /// The imports and the items, with a blank line before them.
    pub(crate) body: String,
}

impl Text {
    /// The whole text with declarations of modules in it.
    pub(crate) fn with(self, declarations: &str) -> String {
        let blank = if declarations.is_empty() { "" } else { "\n" };
        [self.head.as_str(), blank, declarations, self.body.as_str()].concat()
    }
}

impl Source {
    /// An empty file so many modules below the root of what is generated.
    pub(crate) fn new(layout: OutputForm, depth: usize) -> Self {
        let root = paths::root(layout, depth);
        Self {
            layout,
            root,
            front: String::new(),
            text: String::new(),
            indent: 0,
            width: WIDTH,
            block: 0,
            imports: Cell::default(),
        }
    }

    /// Code that documentation shows, with lines of at most `width` characters.
    pub(crate) fn example(width: usize) -> Self {
        Self { width, ..Self::new(OutputForm::Crate, 0) }
    }

    /// The path of the root.
    pub(crate) fn root(&self) -> &'static str {
        self.root
    }

    /// Whether what is written can be switched on by features, which a module does not have.
    pub(crate) fn has_features(&self) -> bool {
        self.layout == OutputForm::Crate
    }

    /// A name that is written short; the file imports it.
    pub(crate) fn name(&self, import: Import) -> Name {
        self.imports.set(self.imports.get().with(import));
        import.name()
    }

    /// The path of a type of the model.
    pub(crate) fn shape<'n>(&self, name: &'n TypeName) -> ShapePath<'n> {
        ShapePath { root: self.root, name }
    }

    /// The type of a value; the file imports what it names.
    pub(crate) fn ty<'t>(&self, ty: &'t Type) -> TypePath<'t> {
        paths::each_import(ty, &mut |import| {
            self.name(import);
        });
        TypePath { root: self.root, ty, density: Density::Dense }
    }

    /// The type of what a collection holds: an `Option` where there may be nulls.
    pub(crate) fn element<'t>(&self, ty: &'t Type, density: Density) -> TypePath<'t> {
        TypePath { density, ..self.ty(ty) }
    }

    /// A line.
    pub(crate) fn line(&mut self, line: impl Display) {
        let start = self.text.len();
        self.start_line();
        self.push(line);
        if self.text.len() == start + self.indent {
            self.text.truncate(start);
        }
        self.text.push('\n');
    }

    /// A blank line, unless nothing stands in the block yet.
    pub(crate) fn separate(&mut self) {
        if self.text.len() > self.block {
            self.text.push('\n');
        }
    }

    /// `head {`, what `body` writes one step further in, and `}`; on one line if that is nothing.
    pub(crate) fn block(&mut self, head: impl Display, body: impl FnOnce(&mut Self)) {
        self.nest(format_args!("{head} {{"), body, "}");
    }

    /// A line, what `body` writes one step further in, and a last line; all on one line if that is nothing.
    pub(crate) fn nest(&mut self, first: impl Display, body: impl FnOnce(&mut Self), last: impl Display) {
        self.line(first);
        let outer = std::mem::replace(&mut self.block, self.text.len());
        self.indented(body);
        if self.text.len() == self.block {
            self.text.pop();
        } else {
            self.start_line();
        }
        self.block = outer;
        self.push(last);
        self.text.push('\n');
    }

    /// What `body` writes, one step further in.
    pub(crate) fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        self.indent += STEP;
        body(self);
        self.indent -= STEP;
    }

    /// An item or a method as the formatter prints it, with a blank line before it.
    pub(crate) fn item(&mut self, tokens: TokenStream) {
        self.separate();
        self.formatted(syn::parse2(tokens).expect("what the templates make is an item"));
    }

    /// An item as the formatter prints it.
    pub(crate) fn formatted(&mut self, item: syn::Item) {
        let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
        for line in prettyplease::unparse(&file).lines() {
            self.line(line);
        }
    }

    /// A finished text, which stands above all else.
    pub(crate) fn preamble(&mut self, text: &str) {
        self.front.push_str(text);
    }

    /// What was written, as it is.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The text of the file below its first line.
    pub(crate) fn finish(self, header: &str) -> Text {
        let mut body = String::with_capacity(self.text.len() + 256);
        self.imports.get().write(&mut body, self.root);
        if !self.text.is_empty() {
            body.push('\n');
            body.push_str(&self.text);
        }
        Text { head: [header, &self.front].concat(), body }
    }

    fn start_line(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.indent));
    }

    fn push(&mut self, part: impl Display) {
        write!(self.text, "{part}").expect("a string takes all that is written");
    }
}
