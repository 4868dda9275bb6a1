//! The reader on small files: every fault as it is shown, files from the disk, and the graph that comes out.

#[path = "reader/disk.rs"]
mod disk;
#[path = "reader/faults.rs"]
mod faults;
#[path = "reader/graph.rs"]
mod graph;
#[path = "reader/robust.rs"]
mod robust;
#[path = "reader/selectors.rs"]
mod selectors;

use smithygen::diagnostics::{Diagnostics, Severity, Sources, render};
use smithygen::load::{self, Input};
use smithygen::resolve::graph::Model;
use smithygen::resolve::resolve;

/// The model that texts make, each under its name, and its faults as they are shown.
fn resolved(files: &[(&str, &str)]) -> (Model, String) {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add((*name).to_owned(), (*text).to_owned());
    }
    resolve_sources(Diagnostics::default(), &sources)
}

/// The model that files and folders make, and its faults as they are shown.
fn resolved_from_disk(inputs: &[Input]) -> (Model, String) {
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, inputs);
    resolve_sources(errors, &sources)
}

fn resolve_sources(mut errors: Diagnostics, sources: &Sources) -> (Model, String) {
    let documents = load::documents(&mut errors, sources);
    let model = resolve(&mut errors, &documents);
    let faults = errors.sorted();
    let faults = faults.iter().filter(|fault| fault.severity != Severity::Suppressed);
    let faults = faults.map(|fault| render(fault, sources, false)).collect::<Vec<_>>();
    (model, faults.join("\n\n"))
}
