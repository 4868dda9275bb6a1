//! Documentation: Markdown with links and examples as data.

use std::collections::BTreeSet;

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
    /// The operation that makes an HTTP request of it, if requests are generated.
    pub(crate) operation: Option<TypeName>,
    /// The request.
    pub(crate) request: ExampleRequest,
}

/// A request that is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExampleRequest {
    /// The crate's name.
    pub(crate) krate: String,
    /// The types that it names.
    pub(crate) names: BTreeSet<TypeName>,
    /// The types of the runtime's `smithy` module that it names.
    pub(crate) smithy: BTreeSet<&'static str>,
    /// The modules of the typed answers that it names.
    pub(crate) answers: BTreeSet<FieldName>,
    /// How it is built.
    pub(crate) builder: ExampleBuilder,
    /// Whether it is known to fit all constraints and rules.
    pub(crate) fit: ExampleFit,
}

/// Whether an example is known to fit all constraints and rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExampleFit {
    /// It is.
    Known,
    /// It is not.
    Unknown,
}

/// A structure that is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExampleBuilder {
    /// The structure.
    pub(crate) name: TypeName,
    /// The calls of setters with what they take.
    pub(crate) steps: Vec<(FieldName, Vec<ExampleValue>)>,
    /// How the builder ends.
    pub(crate) build: Build,
}

/// A typed answer that is built.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A value of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExampleValue {
    /// A string.
    Text(String),
    /// A boolean or a number, as Rust writes it.
    Literal(String),
    /// A value that becomes one of the type that is wanted.
    Into(Box<Self>),
    /// A value of the type that is wanted, from its text.
    Parsed(String),
    /// A blob, from its base64.
    Base64(String),
    /// A timestamp, in seconds since 1970.
    Seconds(i64),
    /// `None`.
    Nothing,
    /// A value in something else.
    Wrapped(ExampleWrapper, Box<Self>),
    /// A variant of `Document`, with what it holds.
    Document(&'static str, Option<Box<Self>>),
    /// A variant of an enum, or one of a union that holds nothing.
    Variant(TypeName, TypeName),
    /// A list.
    List(Vec<Self>),
    /// A map.
    Map(Vec<(Self, Self)>),
    /// A structure.
    Built(ExampleBuilder),
    /// A typed answer.
    Answer(ExampleAnswer),
}

/// What a value of an example is put into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExampleWrapper {
    /// `Some`.
    Some,
    /// A `Box`.
    Box,
    /// A variant of a union.
    Variant(TypeName, TypeName),
}
