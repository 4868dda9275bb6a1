//! Reads Smithy models, in the IDL or as JSON AST, and writes a Rust crate: typed requests, documentation, errors, JSON.
//!
//! A run is a pipeline; each stage is a module that knows only the one before it:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`load`] | paths or standard input | documents |
//! | [`resolve`](mod@resolve) | documents | the graph of shapes |
//! | `lower` | the graph and the choice of operations | the crate in Rust's words |
//! | `emit` | that crate | files of tokens |
//! | `render` | files of tokens | formatted text by path |
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
//! use std::path::Path;
//!
//! use smithygen::diagnostics::{self, Diagnostics};
//! use smithygen::load::{self, Input};
//! use smithygen::options::{Layout, Options};
//!
//! fn main() {
//!     println!("cargo::rerun-if-changed=models");
//!     let mut errors = Diagnostics::default();
//!     let sources = load::read(&mut errors, &[Input::Path("models".into())]);
//!     let options = Options { layout: Layout::Module, ..Options::default() };
//!     let generated = smithygen::generate(&sources, &options).unwrap_or_else(|faults| {
//!         faults.iter().for_each(|fault| eprintln!("{}\n", diagnostics::render(fault, &sources, false)));
//!         std::process::exit(1)
//!     });
//!     let out = std::env::var("OUT_DIR").expect("cargo sets it for build scripts");
//!     std::fs::write(Path::new(&out).join("tea.rs"), &generated.files["mod.rs"]).expect("it can be written");
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

pub mod diagnostics;
pub mod disk;
mod emit;
pub mod import;
mod ir;
mod jmespath;
pub mod json;
pub mod load;
mod lower;
mod names;
pub mod options;
pub mod report;
pub mod resolve;
pub mod rules;
#[path = "../runtime/mod.rs"]
pub mod runtime;

use self::diagnostics::{Diagnostic, Diagnostics, Sources};
use self::options::{Generated, Options, Stale};
use self::report::coverage::{self, Coverage};
use self::report::lint::{self, Finding};
use self::resolve::graph::Model;

/// Generates a crate from the texts of a model, without touching the disk.
///
/// # Errors
///
/// Every fault of the stage that found an error, with the warnings so far; each with its place, in the order of
/// the texts.
pub fn generate(sources: &Sources, options: &Options) -> Result<Generated, Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = resolved(&mut errors, sources, options)?;
    let lowered = lower::lower(&mut errors, &model, options);
    heed_stale(&mut errors, options);
    match lowered {
        Some((krate, summary)) if !errors.is_fatal() => {
            let files = emit::files::files(&krate);
            Ok(Generated { files, summary, warnings: errors.sorted() })
        }
        _ => Err(errors.sorted()),
    }
}

/// Lists every constraint and every rule of a model, and what becomes of it in the crate that [`generate`] makes.
///
/// # Errors
///
/// Those of [`generate`].
pub fn coverage(sources: &Sources, options: &Options) -> Result<Coverage, Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = resolved(&mut errors, sources, options)?;
    let listed = coverage::coverage(&mut errors, &model, options);
    heed_stale(&mut errors, options);
    match listed {
        Some(coverage) if !errors.is_fatal() => Ok(coverage),
        _ => Err(errors.sorted()),
    }
}

/// Looks through the documentation of a model: for what has none, names what is not there, or says nothing of its own.
///
/// # Errors
///
/// Those of [`generate`]; documentation of something that is gone is a finding, not an error.
pub fn lint(sources: &Sources, options: &Options) -> Result<Vec<Finding>, Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let options = Options { stale: Stale::Warn, ..options.clone() };
    let model = resolved(&mut errors, sources, &options)?;
    match lint::findings(&mut errors, &model, &options) {
        Some(findings) if !errors.is_fatal() => Ok(lint::with_stale(findings, errors.sorted())),
        _ => Err(errors.sorted()),
    }
}

/// The model of the texts.
fn resolved(
    errors: &mut Diagnostics,
    sources: &Sources,
    options: &Options,
) -> Result<Model, Vec<Diagnostic>> {
    let documents = load::documents(errors, sources);
    stop_on_errors(errors)?;
    let model = resolve::resolve(errors, &documents);
    heed_stale(errors, options);
    stop_on_errors(errors)?;
    Ok(model)
}

/// Lets the run go on in spite of what is stated of something that the model lacks, if that was asked for.
fn heed_stale(errors: &mut Diagnostics, options: &Options) {
    if options.stale == Stale::Warn {
        errors.warn_of_stale();
    }
}

/// The functions of all conditions of a service, as one module of the generated crate (`src/conditions.rs`): so
/// they can be read and tried by themselves.
///
/// # Errors
///
/// As of [`generate`].
#[doc(hidden)]
pub fn conditions(
    sources: &Sources,
    options: &Options,
) -> Result<(String, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = resolved(&mut errors, sources, options)?;
    match lower::conditions(&mut errors, &model, options) {
        Some(text) if !errors.is_fatal() => Ok((text, errors.sorted())),
        Some(_) | None => Err(errors.sorted()),
    }
}

fn stop_on_errors(errors: &Diagnostics) -> Result<(), Vec<Diagnostic>> {
    if errors.is_fatal() { Err(errors.clone().sorted()) } else { Ok(()) }
}

/// The examples of the README, compiled and run with those above.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
