//! `diff`: every difference between two models, its marks, its forms, and what it is an exit code for.

mod support;

#[path = "diff/cognito.rs"]
mod cognito;
#[path = "diff/compiled.rs"]
mod compiled;
#[path = "diff/edits.rs"]
mod edits;
#[path = "diff/events.rs"]
mod events;
#[path = "diff/proof.rs"]
mod proof;
#[path = "diff/published.rs"]
mod published;
#[path = "diff/real.rs"]
mod real;
#[path = "diff/same.rs"]
mod same;
#[path = "support/scratch.rs"]
mod scratch;
#[path = "diff/slices.rs"]
mod slices;
#[path = "diff/uses.rs"]
mod uses;
#[path = "diff/values.rs"]
mod values;

use std::path::Path;

use smithygen::diagnostics::Sources;
use smithygen::report::diff::ModelChange;

/// The differences between two texts, whose names end as IDL or JSON does.
#[track_caller]
fn differences(ending: &str, old: &str, new: &str) -> Vec<ModelChange> {
    let sources = |text: &str| {
        let mut sources = Sources::default();
        sources.add(format!("model.{ending}"), text.to_owned());
        sources
    };
    smithygen::diff(&sources(old), &sources(new)).expect("both models are right")
}

/// The text of a file.
#[track_caller]
fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
