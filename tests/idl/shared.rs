//! The files that Smithy's own reader of the IDL is tested with.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use smithygen::diagnostics::{Diagnostic, Diagnostics, Severity, Sources};
use smithygen::load::{self, Document, Input, Version};
use smithygen::resolve::graph::Model;
use smithygen::resolve::resolve;

use crate::normal;
use crate::support;

/// Files that are not what the test wants of them, each with the reason; one that is fails the test.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// What files make.
struct Read {
    sources: Sources,
    documents: Vec<Document>,
    model: Model,
    faults: Vec<Diagnostic>,
}

fn read(paths: &[PathBuf]) -> Read {
    let mut errors = Diagnostics::default();
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::Path).collect();
    let sources = load::read(&mut errors, &inputs);
    let documents = load::documents(&mut errors, &sources);
    // A run stops between the stages.
    let model = if errors.is_fatal() { Model::default() } else { resolve(&mut errors, &documents) };
    Read { sources, documents, model, faults: errors.sorted() }
}

impl Read {
    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.faults.iter().filter(|fault| fault.severity == Severity::Error)
    }

    fn first_error(&self) -> Option<String> {
        self.errors().next().map(|fault| fault.message.clone())
    }
}

/// All files of the IDL below a folder of the shared data, by their path in it.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let root = support::shared().join("conformance/idl").join(folder);
    let mut found = Vec::new();
    collect(&mut found, &root);
    found.sort();
    found
        .into_iter()
        .map(|path| (path.strip_prefix(&root).expect("it is below").display().to_string(), path))
        .collect()
}

fn collect(found: &mut Vec<PathBuf>, folder: &Path) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(found, &path);
        } else if path.extension().is_some_and(|extension| extension == "smithy") {
            found.push(path);
        }
    }
}

/// Fails where a file is not as it should be and no exception, or an exception and as it should be.
fn settle(folder: &str, started: Instant, found: &[(String, Option<String>)]) {
    let exceptions: BTreeSet<&str> =
        EXCEPTIONS.iter().filter_map(|(name, _)| name.strip_prefix(folder)?.strip_prefix('/')).collect();
    let wrong: Vec<String> = found
        .iter()
        .filter(|(name, _)| !exceptions.contains(name.as_str()))
        .filter_map(|(name, fault)| Some(format!("{name}: {}", fault.as_ref()?)))
        .collect();
    let right: Vec<&String> = found
        .iter()
        .filter(|(name, fault)| exceptions.contains(name.as_str()) && fault.is_none())
        .map(|(name, _)| name)
        .collect();
    let passed = found.iter().filter(|(_, fault)| fault.is_none()).count();
    println!("| idl/{folder} | {passed} of {} | {} ms |", found.len(), started.elapsed().as_millis());
    assert!(wrong.is_empty(), "{} of {folder} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(right.is_empty(), "no longer exceptions: {right:?}");
}

#[shared_data::test]
fn valid_files_are_the_json_beside_them() {
    let started = Instant::now();
    let shared = support::shared().join("conformance/idl/valid/__shared.json");
    let mut found = Vec::new();
    for (name, path) in files("valid") {
        if name.ends_with(".flattened.smithy") {
            continue;
        }
        let read_with_shared = |path: &Path| read(&[path.to_owned(), shared.clone()]);
        let idl = read_with_shared(&path);
        let beside = [path.with_extension("json"), path.with_extension("flattened.smithy")];
        let fault = match beside.iter().find(|path| path.exists()) {
            _ if idl.first_error().is_some() => idl.first_error(),
            Some(path) if path.extension().is_some_and(|extension| extension == "json") => {
                difference(&idl, &read_with_shared(path))
            }
            Some(path) => resolved_difference(&idl, &read_with_shared(path)),
            None => None,
        };
        found.push((name, fault));
    }
    settle("valid", started, &found);
}

#[shared_data::test]
fn projects_are_the_json_beside_them() {
    let started = Instant::now();
    let common = support::shared().join("conformance/idl/projects/pokemon-common.smithy");
    let mut found = Vec::new();
    for (name, path) in files("projects") {
        let beside = path.with_extension("ast.json");
        if !beside.exists() {
            continue;
        }
        let mut paths = vec![path];
        if name.starts_with("pokemon") {
            paths.push(common.clone());
        }
        let idl = read(&paths);
        let wanted = read(&[beside]);
        let upgraded = idl.documents.iter().any(|document| document.version == Version::V1);
        let compare = if upgraded { resolved_difference } else { difference };
        let fault = idl.first_error().or_else(|| compare(&idl, &wanted));
        found.push((name, fault));
    }
    settle("projects", started, &found);
}

/// What differs between the documents of two reads.
fn difference(found: &Read, wanted: &Read) -> Option<String> {
    let (found_shapes, wanted_shapes) = (normal::shapes(&found.documents), normal::shapes(&wanted.documents));
    let ids: BTreeSet<&String> = found_shapes.keys().chain(wanted_shapes.keys()).collect();
    let differs = |id: &&&String| found_shapes.get(**id) != wanted_shapes.get(**id);
    if let Some(id) = ids.iter().find(differs) {
        let shape = |shape: Option<_>| serde_json::to_string(&shape).expect("it is JSON");
        let (found, wanted) = (shape(found_shapes.get(*id)), shape(wanted_shapes.get(*id)));
        return Some(format!("{id}\n    found  {found}\n    wanted {wanted}"));
    }
    let (found, wanted) = (normal::metadata(&found.documents), normal::metadata(&wanted.documents));
    (found != wanted).then(|| format!("metadata\n    found  {found:?}\n    wanted {wanted:?}"))
}

/// What differs between the models of two reads, in which mixins are folded.
fn resolved_difference(found: &Read, wanted: &Read) -> Option<String> {
    let described = |read: &Read| -> Vec<String> {
        read.model.shapes.values().map(|shape| normal::described(shape, &[])).collect()
    };
    let (found, wanted) = (described(found), described(wanted));
    let index = (0..found.len().max(wanted.len())).find(|&index| found.get(index) != wanted.get(index))?;
    Some(format!("\n    found  {:?}\n    wanted {:?}", found.get(index), wanted.get(index)))
}

#[shared_data::test]
fn invalid_files_fail_where_their_first_line_says() {
    let started = Instant::now();
    let mut found = Vec::new();
    for (name, path) in files("invalid") {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let expected = text.lines().next().and_then(position);
        let read = read(&[path]);
        let places: Vec<(usize, usize)> = read
            .errors()
            .filter_map(|fault| fault.span)
            .map(|place| read.sources.locate(place))
            .map(|location| (location.line, location.column))
            .collect();
        let fault = match expected {
            _ if read.first_error().is_none() => Some("it has no fault".to_owned()),
            Some(expected) if places.first() != Some(&expected) => {
                Some(format!("{expected:?}, not {places:?}"))
            }
            _ => None,
        };
        found.push((name, fault));
    }
    settle("invalid", started, &found);
}

/// The line and column that a comment names.
fn position(comment: &str) -> Option<(usize, usize)> {
    let (_, rest) = comment.split_once("Syntax error at line ")?;
    let (line, rest) = rest.split_once(", column ")?;
    let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The definitions of Smithy's own traits, which are themselves written in the IDL.
#[shared_data::test]
fn trait_definitions_are_read() {
    let folder = support::shared().join("conformance/traits");
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, &[Input::Path(folder)]);
    let documents = load::documents(&mut errors, &sources);
    assert!(!documents.is_empty());
    assert_eq!(errors.sorted(), []);
}

#[shared_data::test]
fn the_prelude_is_known() {
    let path = support::shared().join("conformance/traits/smithy-model__prelude.smithy");
    let text = fs::read_to_string(path).expect("the prelude can be read");
    let file = idl::parse(&text);
    let declarations = idl::model::Declarations::default();
    for shape in file.ast().shapes() {
        let is_private = shape.traits().filter_map(|applied| applied.id()).any(|id| id.text() == "private");
        let name = shape.name().expect("every shape of the prelude has a name").value;
        let known = declarations.shape_type(&format!("smithy.api#{name}"));
        assert_eq!(known, shape.shape_type().filter(|_| !is_private), "{name}");
    }
}
