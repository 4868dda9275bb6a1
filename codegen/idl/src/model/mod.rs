//! A file as JSON AST, in which every value knows where it stands in the text.

mod names;
mod prelude;
mod shapes;
mod targets;
mod traits;
mod values;

use std::collections::HashMap;

use crate::ast::{Data as AstData, File};
use crate::diagnostic::Diagnostic;
use crate::file::ParsedFile;
use crate::span::Span;
use crate::version::Version;

pub use names::Declarations;
pub use values::{Data, Entry, Value};

/// The JSON AST of one file ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)).
#[derive(Clone, Debug)]
pub struct Document {
    /// The version that the file is written in.
    pub version: Version,
    /// The metadata, in the order of the file.
    pub metadata: Vec<Entry>,
    /// The shapes and `apply` statements by absolute id, in the order of the file; ids may repeat.
    ///
    /// Members that leave out their target have none here: see [`Document::elided`].
    pub shapes: Vec<Entry>,
    /// The members without a target: it is that of the resource which the shape is bound to, or of a mixin.
    pub elided: Vec<Elided>,
    /// The shapes that are bound to a resource with `for`.
    pub bindings: Vec<Binding>,
    /// Shape ids written as values and in `use` statements, which need not exist for the file to be read.
    pub references: Vec<Reference>,
    /// Faults that show only with the names of all files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A member without a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elided {
    /// The absolute id of the shape.
    pub shape: String,
    /// The name of the member.
    pub member: String,
    /// Where the name stands.
    pub span: Span,
}

/// A shape that is bound to a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The absolute id of the shape.
    pub shape: String,
    /// The absolute id of the resource.
    pub resource: String,
    /// Where the id of the resource stands.
    pub span: Span,
}

/// A shape id that is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it was found.
    pub kind: ReferenceKind,
    /// The absolute id.
    pub id: String,
    /// Where it stands.
    pub span: Span,
}

/// What names a shape without targeting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// A `use` statement.
    Use,
    /// A word without quotes as a value.
    Value,
}

/// What is being assembled.
struct Assembly<'t> {
    file: &'t ParsedFile<'t>,
    names: names::Names<'t>,
    document: Document,
    /// What the shapes of inline collections hold, by their ids.
    inline: HashMap<String, Vec<String>>,
}

/// Assembles a file; `declarations` are the shapes of all files of the model.
///
/// Faults of the file itself are not repeated; what they hide is left out.
pub fn assemble<'t>(file: &'t ParsedFile<'t>, declarations: &'t Declarations) -> Document {
    let ast = file.ast();
    let document = Document {
        version: file.version(),
        metadata: Vec::new(),
        shapes: Vec::new(),
        elided: Vec::new(),
        bindings: Vec::new(),
        references: Vec::new(),
        diagnostics: Vec::new(),
    };
    let names = names::Names::new(ast, declarations);
    let mut assembly = Assembly { file, names, document, inline: HashMap::new() };
    assembly.metadata(ast);
    for id in ast.uses() {
        assembly.refer(ReferenceKind::Use, id.text().to_owned(), id.span());
    }
    if let Some(namespace) = ast.namespace() {
        ast.shapes().for_each(|shape| assembly.shape(namespace, shape));
        ast.applies().for_each(|apply| assembly.apply(apply));
    }
    assembly.document
}

impl<'t> Assembly<'t> {
    fn metadata(&mut self, file: File<'t>) {
        for statement in file.metadata() {
            if let (Some(key), Some(value)) = (statement.key(), statement.value()) {
                let value = self.metadata_value(value);
                self.document.metadata.push(Entry {
                    key: key.text().into_owned(),
                    key_span: key.span(),
                    value,
                });
            }
        }
    }

    /// Metadata belongs to no namespace: its shape ids are those of the prelude.
    fn metadata_value(&mut self, value: crate::ast::Value<'t>) -> Value {
        let resolve = |id: &str| if id.contains('#') { id.to_owned() } else { format!("smithy.api#{id}") };
        if let AstData::ShapeId(id) = value.data() {
            self.refer(ReferenceKind::Value, resolve(id.text()), id.span());
        }
        values::convert(value, &mut |id| resolve(id.text()))
    }

    fn refer(&mut self, kind: ReferenceKind, id: String, span: Span) {
        self.document.references.push(Reference { kind, id, span });
    }
}
