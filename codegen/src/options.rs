//! The options of a run, and its results.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;

/// The options of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The shape id or local name of the service; needed only where the model has several.
    pub service: Option<String>,
    /// The id or local name of a closure of shapes (metadata `shapeClosures`), whose types are generated without a
    /// service; of a model without a service the only one by default.
    pub closure: Option<String>,
    /// The protocol that the crate speaks, by the id of its trait or that id without its namespace; by default the first
    /// that the service has in the order that Smithy recommends.
    pub protocol: Option<String>,
    /// The package's name; by default it is made from the service's `sdkId`.
    pub crate_name: Option<String>,
    /// Globs (`Admin*`) of the operations to keep; none keeps all. Shapes that only others use are left out.
    pub operations: Vec<String>,
    /// How much of the model's documentation is carried over.
    pub docs: Docs,
    /// Whether a statement about something that the model lacks is an error.
    pub stale: Stale,
    /// Whether the output is a crate or a module.
    pub layout: Layout,
    /// Whether every shape of the model is included and can be checked, and not only those that operations use; then
    /// the model needs no service.
    pub shapes: bool,
    /// Whether a constraint that cannot be checked is an error; otherwise it is a warning.
    pub deny_unchecked: bool,
}

/// How much of the model's documentation is carried over. The code is the same in each mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Docs {
    /// All of it.
    #[default]
    Full,
    /// The first sentence of each entry.
    Short,
    /// None: only what the tool itself writes.
    None,
}

/// How serious an `apply` to something that the model lacks is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stale {
    /// An error.
    #[default]
    Deny,
    /// A warning.
    Warn,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// `Cargo.toml`, `src/lib.rs` and a tree of modules.
    #[default]
    Crate,
    /// One file, `mod.rs`, whose text fits `include!` inside a module of another crate.
    Module,
}

/// The result of a run.
#[derive(Clone, Debug, Default)]
pub struct Generated {
    /// The text of each file by its path, which is relative to the output folder and has `/` on every machine.
    pub files: BTreeMap<String, String>,
    /// What it was generated from.
    pub summary: Summary,
    /// Diagnostics that did not stop the run.
    pub warnings: Vec<Diagnostic>,
}

/// What a run generated from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The package's name.
    pub service: String,
    /// How many operations were kept.
    pub operations: usize,
    /// How many operations the service has.
    pub all_operations: usize,
    /// How many types the shapes of the model became.
    pub shapes: usize,
}
