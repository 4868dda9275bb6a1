//! Reads the Smithy IDL, versions 1.0, 2.0 and 2.1 ([Smithy IDL](https://smithy.io/2.0/spec/idl.html)).
//!
//! A text is read in layers, each usable by itself:
//!
//! | layer | what it is |
//! |---|---|
//! | [`syntax`] | a lossless tree: its tokens, comments and spacing among them, are the text |
//! | [`ast`] | the same tree with types: shapes, members, traits, values |
//! | [`model`] | the file as JSON AST, in which every value knows its place in the text |
//!
//! Reading never fails and never panics: what is wrong is a list of [`Diagnostic`]s, all of a file at once, each with
//! its place and what would be right; the tree holds whatever could be read. It takes time proportional to the text.
//!
//! What a name means depends on the shapes of the other files of a model, so these are handed in:
//!
//! ```
//! use smithygen_idl::model::{self, Declarations};
//! use smithygen_idl::parse;
//!
//! let file = parse("$version: \"2.0\"\nnamespace tea\n\nlist Sorts {\n    member: Sort\n}\n\nstring Sort\n");
//! assert!(file.diagnostics().is_empty());
//!
//! let mut declarations = Declarations::default();
//! declarations.add_file(&file);
//! let document = model::assemble(&file, &declarations);
//! assert_eq!(document.shapes[0].key, "tea#Sorts");
//!
//! let faulty = parse("$version: \"2.0\"\nnamespace tea\n\nlist Sorts {\n    member Sort\n}\n");
//! assert_eq!(faulty.diagnostics()[0].message, "expected `:`, found `Sort`");
//! ```

pub mod ast;
mod check;
mod diagnostic;
mod file;
pub mod model;
mod parser;
mod shape_type;
mod span;
pub mod syntax;
mod tagged;
mod text;
mod version;

pub use diagnostic::{Diagnostic, Severity};
pub use file::{ParsedFile, parse};
pub use shape_type::ShapeType;
pub use span::{LineIndex, Position, Span};
pub use version::Version;
