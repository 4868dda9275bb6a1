//! Reads Smithy models, in the IDL or as JSON AST, and writes a Rust crate: typed requests, documentation, errors, JSON.
//!
//! A run is a pipeline; each stage is a module that knows only the one before it:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`load`] | paths or standard input | documents |
//! | [`resolve`](mod@resolve) | documents | the graph of shapes |
//! | `lower` | the graph and the choice of operations | the crate in Rust's words |
//! | `emit` | that crate | the text of each file by its path |
//! | [`disk`] | that map and a folder | the files, or the drift |
//!
//! # As a library
//!
//! [`generate`] takes texts and gives texts; it touches no disk. As a crate:
//!
//! ```
//! use smithygen::diagnostics::Sources;
//! use smithygen::options::Options;
//!
//! let model = r#"{
//!     "smithy": "2.0",
//!     "shapes": {
//!         "com.example#Tea": {
//!             "type": "service",
//!             "operations": [{ "target": "com.example#Brew" }],
//!             "traits": { "aws.protocols#awsJson1_1": {} }
//!         },
//!         "com.example#Brew": { "type": "operation", "input": { "target": "com.example#BrewRequest" } },
//!         "com.example#BrewRequest": {
//!             "type": "structure",
//!             "members": { "Sort": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } } }
//!         }
//!     }
//! }"#;
//! let mut sources = Sources::default();
//! sources.add("tea.json".to_owned(), model.to_owned());
//!
//! let generated = smithygen::generate(&sources, &Options::default()).expect("the model is right");
//! assert!(generated.files["Cargo.toml"].contains("name = \"tea\""));
//! assert!(generated.files["src/operation/brew.rs"].contains("pub sort: String,"));
//! ```
//!
//! As a module, from a `build.rs` that takes the folder `models/`:
//!
//! ```no_run
//! use smithygen::options::Options;
//!
//! fn main() -> std::process::ExitCode {
//!     smithygen::build::module("models", "tea.rs", &Options::default())
//! }
//! ```
//!
//! and in the crate itself:
//!
//! ```ignore
//! /// The tea service.
//! pub mod tea {
//!     include!(concat!(env!("OUT_DIR"), "/tea.rs"));
//! }
//! ```

pub mod build;
pub mod cli;
pub mod conditions;
pub mod diagnostics;
pub mod disk;
mod emit;
pub mod import;
mod ir;
pub mod json;
pub mod load;
mod lower;
mod names;
pub mod options;
mod parallel;
pub mod report;
pub mod resolve;
pub mod rules;
#[path = "../runtime/mod.rs"]
pub mod runtime;

use self::diagnostics::{Diagnostic, Diagnostics, Sources};
use self::options::{Generated, Options, Stale};
use self::report::coverage::{self, Coverage};
use self::report::diff::{self as model_diff, ModelChange};
use self::report::lint::{self, Finding};
use self::resolve::graph::Model;

/// Generates a crate from the texts of a model, without touching the disk.
///
/// # Errors
///
/// Every diagnostic up to the end of the stage that found an error, with its place, in the order of the texts.
pub fn generate(sources: &Sources, options: &Options) -> Result<Generated, Vec<Diagnostic>> {
    let lowered = run(sources, options, |errors, model| lower::lower(errors, model, options));
    lowered.map(|((krate, summary), warnings)| Generated {
        files: emit::files::files(&krate),
        summary,
        warnings,
    })
}

/// Lists every constraint and every rule of a model, and how the crate that [`generate`] makes enforces it.
///
/// # Errors
///
/// Those of [`generate`].
pub fn coverage(sources: &Sources, options: &Options) -> Result<Coverage, Vec<Diagnostic>> {
    run(sources, options, |errors, model| coverage::coverage(errors, model, options))
        .map(|(coverage, _)| coverage)
}

/// Checks the documentation of a model: lists what has none, and texts that name what does not exist, only repeat
/// others, or show what the model does not allow.
///
/// # Errors
///
/// Those of [`generate`]; documentation of something that the model lacks is a finding, not an error.
pub fn lint(sources: &Sources, options: &Options) -> Result<Vec<Finding>, Vec<Diagnostic>> {
    let options = Options { stale: Stale::Warn, ..options.clone() };
    run(sources, &options, |errors, model| lint::findings(errors, model, &options))
        .map(|(findings, diagnostics)| lint::with_stale(findings, diagnostics))
}

/// Writes the model of some texts as one document of JSON AST, as Smithy's own serializer does: shapes in the order of
/// their ids, with what is applied to them, mixins and all; Smithy's own shapes are left out.
///
/// # Errors
///
/// Every diagnostic of the model, if one of them is an error; otherwise they come with the document.
pub fn ast(sources: &Sources) -> Result<(json::Value, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    match resolve::serialize(&mut errors, sources) {
        Some(document) => Ok((document, errors.sorted())),
        None => Err(errors.sorted()),
    }
}

/// Reads the model of some texts and checks it and its rules; the result is everything that is wrong, in the order of the
/// texts.
pub fn validate(sources: &Sources) -> Vec<Diagnostic> {
    let mut errors = Diagnostics::default();
    let model = resolve::validate(&mut errors, sources);
    if let Some(model) = model.filter(|_| !errors.is_fatal()) {
        rules::read(&mut errors, &model);
    }
    errors.sorted()
}

/// What differs between the models of some older and some newer texts, in the order of what it is about. Statements on
/// something that a model lacks differ in nothing.
///
/// # Errors
///
/// Every diagnostic of the older texts, and every one of the newer texts, if one of them is an error.
pub fn diff(
    old: &Sources,
    new: &Sources,
    protocol: Option<&str>,
) -> Result<Vec<ModelChange>, [Vec<Diagnostic>; 2]> {
    let models = parallel::map(&[old, new], |sources| {
        let mut errors = Diagnostics::default();
        let model = resolve::assemble(&mut errors, sources);
        errors.allow_stale();
        (model.filter(|_| !errors.is_fatal()), errors.sorted())
    });
    match models.as_slice() {
        [(Some(old), _), (Some(new), _)] => {
            let mut errors = Diagnostics::default();
            model_diff::check_protocol(&mut errors, &[old, new], protocol);
            match errors.is_fatal() {
                true => Err([Vec::new(), errors.sorted()]),
                false => Ok(model_diff::differences(old, new, protocol)),
            }
        }
        _ => {
            let mut faults = models.into_iter().map(|(_, faults)| faults);
            Err([faults.next().unwrap_or_default(), faults.next().unwrap_or_default()])
        }
    }
}

/// Makes the model of some texts, and gives it to a command; the warnings come with the result.
fn run<T>(
    sources: &Sources,
    options: &Options,
    command: impl FnOnce(&mut Diagnostics, &Model) -> Option<T>,
) -> Result<(T, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = resolve::assemble(&mut errors, sources);
    allow_stale(&mut errors, options);
    let result = model.filter(|_| !errors.is_fatal()).and_then(|model| command(&mut errors, &model));
    allow_stale(&mut errors, options);
    match result {
        Some(result) if !errors.is_fatal() => Ok((result, errors.sorted())),
        Some(_) | None => Err(errors.sorted()),
    }
}

/// Makes warnings of the errors about statements on something that the model lacks, if the caller wants it.
fn allow_stale(errors: &mut Diagnostics, options: &Options) {
    if options.stale == Stale::Warn {
        errors.allow_stale();
    }
}

/// The examples of the README, compiled and run with those above.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
