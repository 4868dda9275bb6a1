//! The reader over shared data: official models, and the files that Smithy's own loader is tested with.
//!
//! The data grows and shrinks: no test counts its files, and each fails on a file that no list or rule covers.

mod support;

#[path = "reader_shared/golden.rs"]
mod golden;
#[path = "reader_shared/verdicts.rs"]
mod verdicts;

use std::fs;
use std::path::{Path, PathBuf};

use smithygen::diagnostics::{Diagnostic, Diagnostics, render};
use smithygen::load::{self, Input};
use smithygen::resolve::graph::Model;
use smithygen::resolve::resolve;

/// Reads files as one model; the faults are rendered, each after its severity.
fn read(paths: &[PathBuf]) -> (Model, Vec<(Diagnostic, String)>) {
    let mut errors = Diagnostics::default();
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::Path).collect();
    let sources = load::read(&mut errors, &inputs);
    let documents = load::documents(&mut errors, &sources);
    let model = resolve(&mut errors, &documents);
    let faults = errors.sorted();
    let rendered = faults.iter().map(|fault| render(fault, &sources, false)).collect::<Vec<_>>();
    (model, faults.into_iter().zip(rendered).collect())
}

/// What stops a run.
fn fatal_in(faults: &[(Diagnostic, String)]) -> Vec<&str> {
    faults.iter().filter(|(fault, _)| fault.is_fatal()).map(|(_, text)| text.as_str()).collect()
}

/// All files below `folder` with this extension, sorted.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            paths.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    paths
}

/// Files beside the models that are none.
const NO_MODELS: [&str; 1] = ["partitions.json"];

#[shared_data::test]
fn official_models_have_no_fault() {
    let models = support::shared().join("models");
    let (service2, models): (Vec<PathBuf>, Vec<PathBuf>) =
        files(&models, "json").into_iter().partition(|path| path.starts_with(models.join("service-2")));
    assert!(!models.is_empty(), "there are models, and {} descriptions of botocore", service2.len());
    for path in models.iter().filter(|path| !NO_MODELS.iter().any(|name| path.ends_with(name))) {
        let (model, faults) = read(std::slice::from_ref(path));
        let texts = fatal_in(&faults);
        assert!(texts.is_empty(), "{}: {texts:#?}", path.display());
        let service = model.services().next().expect("an official model has a service");
        assert!(!model.operations_of(&service.id).is_empty());
    }
}

#[shared_data::test]
fn test_models_have_no_error() {
    let models = files(&support::shared().join("conformance/models"), "json");
    assert!(!models.is_empty(), "there are test models");
    for path in models {
        let (_, faults) = read(std::slice::from_ref(&path));
        assert!(fatal_in(&faults).is_empty(), "{}: {:#?}", path.display(), fatal_in(&faults));
    }
}
