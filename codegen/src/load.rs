//! `load`: files, folders and standard input in, documents out.
//!
//! Only [`read`] reads from the disk; the result of [`documents`] depends on the texts alone.

mod elision;
mod files;
mod idl;
mod not_a_model;

use crate::diagnostics::{Diagnostic, Diagnostics, Origin, SourceText, Sources, Span};
use crate::json::{self, Entry, Value};

pub use files::{Input, MAX_FILE_BYTES, read};

/// The version of Smithy that a file is written in; each file has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// `1` or `1.0`.
    V1,
    /// `2`, `2.0` or `2.1`, which differ in the notation of the IDL alone.
    V2,
}

/// One file of a model, as it is written.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its number among the sources.
    pub file: u32,
    /// Its version.
    pub version: Version,
    /// The entries of its `metadata`, including repeated keys.
    pub metadata: Vec<Entry>,
    /// The entries of its `shapes`, including repeated keys.
    pub shapes: Vec<Entry>,
}

/// Reads every source that is a model, in the order of their names
/// ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html),
/// [Smithy IDL](https://smithy.io/2.0/spec/idl.html)).
///
/// A source that the caller named must be a model; one that was found in a folder is skipped if it is JSON without a
/// `smithy` key. What is wrong is pushed to `errors`.
pub fn documents(errors: &mut Diagnostics, sources: &Sources) -> Vec<Document> {
    let mut ordered: Vec<(u32, &SourceText)> = sources.iter().collect();
    ordered.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    let errors_before = errors.count();
    let (in_idl, in_json): (Vec<_>, Vec<_>) = ordered.iter().partition(|(_, source)| idl::is_idl(source));
    let mut documents: Vec<Document> =
        in_json.into_iter().filter_map(|(file, source)| document(errors, file, source)).collect();
    idl::add(errors, &mut documents, &in_idl);
    documents.sort_by(|a, b| sources.get(a.file).name.cmp(&sources.get(b.file).name));
    if errors.count() == errors_before {
        folders_without_models(errors, &ordered, &documents);
    }
    documents
}

/// Reads Smithy's own shapes, which are written in the IDL.
pub(crate) fn prelude(text: &str) -> Document {
    idl::prelude(text)
}

fn document(errors: &mut Diagnostics, file: u32, source: &SourceText) -> Option<Document> {
    let value = match json::parse(&source.text, file) {
        Ok(value) => value,
        Err(problem) => {
            errors.push(not_a_model::not_json(file, source, problem));
            return None;
        }
    };
    let is_model = value.get("smithy").is_some();
    if !is_model && source.origin == Origin::Named {
        errors.push(not_a_model::not_a_model(source, &value));
    }
    if is_model { model(errors, file, value) } else { None }
}

/// Reads the top level of a model.
fn model(errors: &mut Diagnostics, file: u32, value: Value) -> Option<Document> {
    let mut version = None;
    let (mut metadata, mut shapes) = (Vec::new(), Vec::new());
    let json::Data::Object(entries) = value.data else {
        return None;
    };
    for entry in entries {
        match entry.key.as_str() {
            "smithy" => version = self::version(errors, &entry.value),
            "metadata" => metadata.extend(object(errors, entry)),
            "shapes" => shapes.extend(object(errors, entry)),
            key => errors.push(
                Diagnostic::warning(format!("a model has no key `{key}`; it is ignored"))
                    .at(entry.span)
                    .near(key, ["smithy", "metadata", "shapes"]),
            ),
        }
    }
    version.map(|version| Document { file, version, metadata, shapes })
}

fn version(errors: &mut Diagnostics, value: &Value) -> Option<Version> {
    match value.as_str() {
        Some("1" | "1.0") => return Some(Version::V1),
        Some("2" | "2.0" | "2.1") => return Some(Version::V2),
        Some(other) => errors.push(
            Diagnostic::error(format!("Smithy has no version `{other}` that can be read"))
                .at(value.span)
                .help("the versions `1.0`, `2.0` and `2.1` can be read"),
        ),
        None => errors.push(
            Diagnostic::error(format!("`smithy` must be a version in a string, not {}", value.kind()))
                .at(value.span)
                .help("write `\"smithy\": \"2.0\"`"),
        ),
    }
    None
}

/// The entries of an object at a model's top level.
fn object(errors: &mut Diagnostics, entry: Entry) -> Vec<Entry> {
    let kind = entry.value.kind();
    match entry.value.data {
        json::Data::Object(entries) => entries,
        _ => {
            let message = format!("`{}` must be an object, not {kind}", entry.key);
            errors.push(Diagnostic::error(message).at(entry.value.span));
            Vec::new()
        }
    }
}

/// Reports the folders with JSON files none of which is a model.
fn folders_without_models(errors: &mut Diagnostics, sources: &[(u32, &SourceText)], documents: &[Document]) {
    let mut folders: Vec<(&str, usize, bool)> = Vec::new();
    for (file, source) in sources {
        let Origin::Folder(folder) = &source.origin else {
            continue;
        };
        let is_model = documents.iter().any(|document| document.file == *file);
        match folders.iter_mut().find(|(name, ..)| name == folder) {
            Some((_, count, found)) => (*count, *found) = (*count + 1, *found || is_model),
            None => folders.push((folder, 1, is_model)),
        }
    }
    for (folder, count, _) in folders.into_iter().filter(|&(.., found)| !found) {
        errors.push(
            Diagnostic::error(format!("the folder `{folder}` contains no model: {}", none_of(count)))
                .help("a Smithy model in JSON begins with `{ \"smithy\": \"2.0\"`"),
        );
    }
}

fn none_of(files: usize) -> String {
    match files {
        1 => "its one JSON file has no key `smithy`".to_owned(),
        files => format!("none of its {files} JSON files has a key `smithy`"),
    }
}

/// The beginning of a file.
fn beginning(file: u32) -> Span {
    Span::new(file, 0)
}
