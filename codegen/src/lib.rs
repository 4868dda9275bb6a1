//! Reads Smithy models as JSON AST and writes a Rust crate.
//!
//! A run is a pipeline; each stage is a module that knows only the one before it:
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | `load` | paths or standard input | documents |
//! | [`resolve`] | documents | the graph of shapes |
//! | `lower` | the graph and the choice of operations | the crate in Rust's words |
//! | `emit` | that crate | files of tokens |
//! | `render` | files of tokens | formatted text by path |
//! | `disk` | that map and a folder | the files, or the drift |

pub mod disk;
mod emit;
pub mod fault;
pub mod import;
pub mod json;
pub mod load;
mod lower;
mod names;
pub mod options;
mod render;
pub mod resolve;
#[path = "../runtime/mod.rs"]
pub mod runtime;

use self::fault::{Errors, Fault, Sources};
use self::options::{Generated, Options};

/// Generates a crate from the texts of a model, without touching the disk.
///
/// # Errors
///
/// Every fault of the stage that found an error, with the warnings so far; each with its place, in the order of
/// the texts.
pub fn generate(sources: &Sources, options: &Options) -> Result<Generated, Vec<Fault>> {
    let mut errors = Errors::default();
    let documents = load::documents(&mut errors, sources);
    stop_on_errors(&errors)?;
    let model = resolve::resolve(&mut errors, &documents);
    stop_on_errors(&errors)?;
    let lowered = lower::krate(&mut errors, &model, options);
    match lowered {
        Some((krate, summary)) if !errors.is_fatal() => {
            let files = render::files_text(&krate, options.layout);
            Ok(Generated { files, summary, warnings: errors.sorted() })
        }
        _ => Err(errors.sorted()),
    }
}

fn stop_on_errors(errors: &Errors) -> Result<(), Vec<Fault>> {
    if errors.is_fatal() { Err(errors.clone().sorted()) } else { Ok(()) }
}
