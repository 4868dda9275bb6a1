//! The writer of generated source: the one place that knows indentation, line width, literals and imports.
//!
//! What stands once per item, such as a method with logic, is quoted and written with [`Source::item`]. What repeats
//! for each member is nine tenths of an output and all alike: it is written as lines, because parsing and printing it
//! as tokens would take most of a run.

mod imports;
mod literal;
mod paths;

use std::cell::Cell;
use std::fmt::{Display, Write};

use proc_macro2::TokenStream;

pub(crate) use self::imports::{Import, Name};
pub(crate) use self::literal::literal;
pub(crate) use self::paths::{ShapePath, TypePath};
use crate::ir::{Density, Doc, Layout, Type};
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
    layout: Layout,
    root: &'static str,
    text: String,
    indent: usize,
    /// Where the text of the innermost block begins.
    block: usize,
    imports: Cell<imports::Set>,
}

impl Source {
    /// An empty file so many modules below the root of what is generated.
    pub(crate) fn new(layout: Layout, depth: usize) -> Self {
        let root = paths::root(layout, depth);
        Self { layout, root, text: String::new(), indent: 0, block: 0, imports: Cell::default() }
    }

    /// The path of the root.
    pub(crate) fn root(&self) -> &'static str {
        self.root
    }

    /// The layout of the output.
    pub(crate) fn layout(&self) -> Layout {
        self.layout
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

    /// A line.
    pub(crate) fn line(&mut self, line: impl Display) {
        self.start_line();
        self.push(line);
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

    /// A call `head(arguments)tail` on one line, or with an argument a line where that would be too long.
    pub(crate) fn call(&mut self, head: impl Display, arguments: &[&dyn Display], tail: &str) {
        self.sequence(format_args!("{head}("), arguments.iter(), format_args!("){tail}"));
    }

    /// What is separated by commas, from `open` to `close`: on one line, or each on its own where that would be too
    /// long.
    pub(crate) fn sequence(
        &mut self,
        open: impl Display,
        elements: impl Iterator<Item: Display> + Clone,
        close: impl Display,
    ) {
        let start = self.text.len();
        self.start_line();
        self.push(open);
        let first = self.text.len();
        for (index, element) in elements.clone().enumerate() {
            self.push(if index == 0 { "" } else { ", " });
            self.push(element);
        }
        let is_empty = self.text.len() == first;
        self.push(&close);
        if self.text.len() - start > WIDTH && !is_empty {
            self.text.truncate(first);
            self.text.push('\n');
            self.indented(|src| elements.for_each(|element| src.line(format_args!("{element},"))));
            self.start_line();
            self.push(close);
        }
        self.text.push('\n');
    }

    /// A line of documentation.
    pub(crate) fn comment(&mut self, line: impl Display) {
        self.start_line();
        self.push("///");
        let empty = self.text.len() + 1;
        self.push(format_args!(" {line}"));
        if self.text.len() == empty {
            self.text.pop();
        }
        self.text.push('\n');
    }

    /// Documentation.
    pub(crate) fn doc(&mut self, doc: &Doc) {
        doc.0.iter().for_each(|line| self.comment(paths::rooted(self.layout, line)));
    }

    /// An item or a method as the formatter prints it, with a blank line before it.
    pub(crate) fn item(&mut self, tokens: TokenStream) {
        let item = syn::parse2(tokens).expect("what the templates make is an item");
        let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
        self.separate();
        for line in prettyplease::unparse(&file).lines() {
            self.line(line);
        }
    }

    /// The text of the file: the head, the imports, and what was written.
    pub(crate) fn finish(self, head: &str) -> String {
        let imports = self.imports.get();
        let mut text = String::with_capacity(head.len() + self.text.len() + 256);
        text.push_str(head);
        imports.write(&mut text, self.root);
        if !self.text.is_empty() {
            text.push('\n');
        }
        text + &self.text
    }

    fn start_line(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.indent));
    }

    fn push(&mut self, part: impl Display) {
        write!(self.text, "{part}").expect("a string takes all that is written");
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn written(write: impl FnOnce(&mut Source)) -> String {
        let mut source = Source::new(Layout::Module, 2);
        write(&mut source);
        source.finish("// head\n")
    }

    #[test]
    fn blocks_are_indented_and_separated() {
        let text = written(|src| {
            let wire = src.name(Import::Wire);
            src.block("impl Foo", |src| {
                src.separate();
                src.line("const A: u8 = 1;");
                src.item(quote!(
                    fn new(self) -> #wire::Bar {}
                ));
                src.block("struct Empty", |_| {});
            });
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn calls_break_where_they_are_too_long() {
        let text = written(|src| {
            src.block("fn f()", |src| {
                src.call("short", &[&literal("a"), &1], ";");
                src.call("long", &[&literal(&"a".repeat(80)), &literal("ten chars.")], ";");
                src.call("long", &[&literal(&"a".repeat(73)), &literal("ten chars.")], ";");
                src.call(format_args!("none{}", "x".repeat(100)), &[], ";");
            });
        });
        insta::assert_snapshot!(text);
    }

    #[test]
    fn imports_are_sorted_and_grouped() {
        let text = written(|src| {
            let names = [Import::Wire, Import::Fmt, Import::Rules, Import::BTreeMap, Import::Answers];
            for name in names.map(|import| src.name(import)) {
                src.line(format_args!("{name};"));
            }
        });
        insta::assert_snapshot!(text);
    }
}
