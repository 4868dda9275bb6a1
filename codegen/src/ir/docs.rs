//! Documentation: Markdown with links and examples as data.

use crate::names::{FieldName, TypeName};

use super::Build;

/// Markdown, with gaps in place of the items that its links lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doc {
    /// The lines.
    pub(crate) text: String,
    /// What the links lead to, in their order.
    pub(crate) links: Vec<DocLink>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DocLink {
    /// The place of its gap in the text.
    pub(crate) at: usize,
    /// What it leads to.
    pub(crate) kind: LinkKind,
    /// The path of that inside the crate.
    pub(crate) path: String,
}

/// What a link leads to: with this, rustdoc finds no link redundant or ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// A type.
    Type,
    /// A field of a struct.
    Field,
    /// A variant of an enum.
    Variant,
    /// A function or method.
    Function,
    /// A section of a module's page.
    Module,
}

/// The front page of a crate.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrontPage {
    /// What stands before the first request.
    pub(crate) introduction: Doc,
    /// How a first request is made.
    pub(crate) first_request: Option<FirstRequest>,
    /// What stands behind it.
    pub(crate) sections: Doc,
}

/// How a first request is made, as a program.
#[derive(Clone, Debug)]
pub(crate) struct FirstRequest {
    /// The crate's name.
    pub(crate) krate: String,
    /// The types that it names.
    pub(crate) names: Vec<TypeName>,
    /// The operation that makes an HTTP request of it, if requests are generated.
    pub(crate) operation: Option<TypeName>,
    /// The modules of the typed answers that it names.
    pub(crate) answers: Vec<FieldName>,
    /// How the request is built.
    pub(crate) request: ExampleBuilder,
}

/// A structure that is built.
#[derive(Clone, Debug)]
pub(crate) struct ExampleBuilder {
    /// The structure.
    pub(crate) name: TypeName,
    /// The calls of setters with what they take.
    pub(crate) steps: Vec<(FieldName, ExampleArguments)>,
    /// How the builder ends.
    pub(crate) build: Build,
}

/// What a setter takes.
#[derive(Clone, Debug)]
pub(crate) enum ExampleArguments {
    /// A value.
    Value(ExampleValue),
    /// The key and the value of an entry.
    Entry(ExampleValue, ExampleValue),
    /// Another structure.
    Built(ExampleBuilder),
    /// A typed answer.
    Answer(ExampleAnswer),
}

/// A typed answer that is built.
#[derive(Clone, Debug)]
pub(crate) struct ExampleAnswer {
    /// The module of its type.
    pub(crate) module: FieldName,
    /// Its type.
    pub(crate) ty: TypeName,
    /// What `new` takes.
    pub(crate) arguments: Vec<ExampleValue>,
    /// The calls of methods with what they take.
    pub(crate) steps: Vec<(FieldName, Vec<ExampleValue>)>,
}

/// A value that takes one line.
#[derive(Clone, Debug)]
pub(crate) enum ExampleValue {
    /// A string.
    String(String),
    /// A boolean.
    Bool(bool),
    /// A whole number in digits.
    Integer(String),
    /// A variant of an enum.
    Variant(TypeName, TypeName),
}
