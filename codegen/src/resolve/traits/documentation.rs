//! Traits that are meant for readers
//! ([Smithy 2.0, documentation traits](https://smithy.io/2.0/spec/documentation-traits.html)).

use std::fmt;
use std::ops::Deref;

use crate::diagnostics::Span;
use crate::json::Value;

/// The documentation that stands for one that is still to be written; a text that only begins so is documentation.
pub const STUB: &str = "To be written.";

/// A text of the model, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpannedText {
    /// The text.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

impl fmt::Display for SpannedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Deref for SpannedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// `deprecated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecated {
    /// What to do instead.
    pub message: Option<String>,
    /// The version or date since which.
    pub since: Option<String>,
}

/// `recommended`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recommended {
    /// Why.
    pub reason: Option<String>,
}

/// A page that `externalDocumentation` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalPage {
    /// What the page is called.
    pub name: String,
    /// Its address.
    pub address: SpannedText,
}

/// An example of `examples`: a call of the operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// Its title.
    pub title: Option<String>,
    /// What it shows.
    pub documentation: Option<SpannedText>,
    /// The value of the input.
    pub input: Option<Value>,
    /// The value of the output.
    pub output: Option<Value>,
    /// The error that the call ends in.
    pub error: Option<ExampleError>,
}

/// The error that the call of an [`Example`] ends in.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleError {
    /// The id of its shape, as it is written.
    pub shape_id: String,
    /// Its value.
    pub content: Option<Value>,
    /// Where it is written.
    pub span: Span,
}

/// `unstable`: it may change or go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unstable {
    /// The feature that it is a part of, which the service describes.
    pub feature: Option<String>,
}

/// One feature of `unstableFeatures`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnstableFeature {
    /// Its id.
    pub id: String,
    /// What it is.
    pub message: Option<String>,
    /// Why it is unstable.
    pub reason: Option<String>,
}
