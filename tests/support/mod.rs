//! What several tests need.

use std::io::Write;
use std::path::PathBuf;

use codegen::fault::{Errors, Sources, render};
use codegen::load::{self, Input};
use codegen::resolve::graph::Model;
use codegen::resolve::resolve;

/// The folder of shared data: `$SMITHY_SHARED`, or `shared` beside the repository; its absence is said aloud.
pub fn shared() -> Option<PathBuf> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let folder = std::env::var_os("SMITHY_SHARED").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    // Written past the test harness, which keeps the output of tests that pass to itself.
    let message = "skipped: no shared data beside the repository; SMITHY_SHARED can name its folder";
    writeln!(std::io::stderr(), "{message}").expect("standard error takes a line");
    None
}

/// The model that texts make, each under its name, and its faults as they are shown.
pub fn resolved(files: &[(&str, &str)]) -> (Model, String) {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add((*name).to_owned(), (*text).to_owned());
    }
    resolve_sources(Errors::default(), &sources)
}

/// The model that files and folders make, and its faults as they are shown.
pub fn resolved_from_disk(inputs: &[Input]) -> (Model, String) {
    let mut errors = Errors::default();
    let sources = load::read(&mut errors, inputs);
    resolve_sources(errors, &sources)
}

fn resolve_sources(mut errors: Errors, sources: &Sources) -> (Model, String) {
    let documents = load::documents(&mut errors, sources);
    let model = resolve(&mut errors, &documents);
    let faults = errors
        .sorted()
        .iter()
        .map(|fault| render(fault, sources, false))
        .collect::<Vec<_>>();
    (model, faults.join("\n\n"))
}
