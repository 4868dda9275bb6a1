//! The assembled model as JSON AST: what Smithy's serializer writes, and a model like any other when it is read again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value as Json;
use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::load::{self, Input};
use smithygen::resolve::graph::Model;
use smithygen::resolve::resolve;

use crate::{normal, support};

/// Own models with everything that folds: versions, `apply`, mixins, elided members, inline collections.
const OWN: [&str; 2] = [include_str!("ast/old.smithy"), include_str!("ast/new.smithy")];

fn read(paths: &[PathBuf]) -> Sources {
    let mut errors = Diagnostics::default();
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::Path).collect();
    let sources = load::read(&mut errors, &inputs);
    assert!(!errors.is_fatal(), "{paths:?}");
    sources
}

fn source(name: &str, text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(name.to_owned(), text.to_owned());
    sources
}

fn ast(sources: &Sources) -> Result<String, String> {
    match smithygen::ast(sources) {
        Ok((document, _)) => Ok(document.to_string()),
        Err(faults) => Err(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ")),
    }
}

/// A text of JSON whose numbers are compared by value.
fn json(text: &str) -> Json {
    normal::json(&smithygen::json::parse(text, 0).unwrap_or_else(|error| panic!("{error:?} in {text}")))
}

#[test]
fn own_models_as_json_ast() {
    let mut sources = source("old.smithy", OWN[0]);
    sources.add("new.smithy".to_owned(), OWN[1].to_owned());
    let text = ast(&sources).expect("the models are right");
    insta::assert_snapshot!("ast_of_own_models", text);
    assert_eq!(ast(&source("ast.json", &text)), Ok(text));
}

#[test]
fn a_model_with_errors_has_no_document() {
    let broken =
        ast(&source("broken.smithy", "$version: \"2\"\nnamespace e\nlist Broken { member: Missing }\n"));
    assert!(broken.is_err_and(|fault| fault.contains("Missing")));
}

#[shared_data::test]
fn projects_are_the_documents_beside_them() {
    let folder = support::shared().join("conformance/idl/projects");
    let started = Instant::now();
    let mut compared = 0;
    for path in files(&folder, "smithy") {
        let beside = path.with_extension("ast.json");
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let Ok(wanted) = fs::read_to_string(&beside) else { continue };
        let common = folder.join("pokemon-common.smithy");
        let paths = if name.starts_with("pokemon") { vec![path, common] } else { vec![path] };
        let text = ast(&read(&paths)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let (found, wanted) = (json(&text), json(&wanted));
        for (id, shape) in wanted["shapes"].as_object().expect("there are shapes") {
            assert_eq!(found["shapes"][id], *shape, "{name}: {id}");
        }
        assert_eq!(found, wanted, "{name}");
        compared += 1;
    }
    println!("| idl/projects, `ast` | {compared} the same | {} ms |", started.elapsed().as_millis());
    assert!(compared > 0);
}

#[shared_data::test]
fn every_shared_document_printed_is_the_same_model() {
    let (shared, started) = (support::shared(), Instant::now());
    let (mut same, mut broken) = (0, 0);
    for folder in ["conformance", "models", "cases"] {
        for path in files(&shared.join(folder), "json") {
            let text = fs::read_to_string(&path).expect("a file can be read");
            if !smithygen::json::parse(&text, 0).is_ok_and(|value| value.get("smithy").is_some()) {
                continue;
            }
            let sources = source("model.json", &text);
            let Ok(printed) = ast(&sources) else {
                broken += 1;
                continue;
            };
            let again = source("printed.json", &printed);
            for (found, wanted) in described(&again).iter().zip(described(&sources)) {
                assert_eq!(*found, wanted, "{}", path.display());
            }
            assert_eq!(described(&again).len(), described(&sources).len(), "{}", path.display());
            assert_eq!(ast(&again).as_ref(), Ok(&printed), "{}", path.display());
            same += 1;
        }
    }
    let time = started.elapsed().as_millis();
    println!("| shared JSON AST, printed | {same} the same model, {broken} have errors | {time} ms |");
    assert!(same > 0);
}

/// Everything that a model says, a line for each shape.
fn described(sources: &Sources) -> Vec<String> {
    let mut errors = Diagnostics::default();
    let documents = load::documents(&mut errors, sources);
    let Model { metadata, shapes, .. } = resolve(&mut errors, &documents);
    let metadata = metadata.iter().map(|(key, value)| format!("{key}: {}", normal::sorted_json(value)));
    // What `box` says in 1.0 stands as a default in 2.0.
    let shapes = shapes.values().map(|shape| normal::described(shape, &["smithy.api#box"]));
    metadata.chain(shapes).collect()
}

/// The files below a folder with an ending, in the order of their paths.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
