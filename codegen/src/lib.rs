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

use self::fault::{Errors, Fault};
use self::options::{Generated, Options};
use self::resolve::graph::Model;

/// From a resolved model to the text of every file.
pub fn generate_from(mut errors: Errors, model: &Model, options: &Options) -> Result<Generated, Vec<Fault>> {
    let lowered = lower::krate(&mut errors, model, options);
    match lowered {
        Some((krate, summary)) if !errors.is_fatal() => Ok(Generated {
            files: render::files_text(&krate, options.layout),
            summary,
            warnings: errors.sorted(),
        }),
        _ => Err(errors.sorted()),
    }
}
