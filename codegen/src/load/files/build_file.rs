//! `smithy-build.json`: the sources and imports of a project
//! ([Smithy 2.0, smithy-build.json](https://smithy.io/2.0/guides/smithy-build-json.html)).

use std::path::{Path, PathBuf};

use super::{Input, display_path, file_text};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::json::{self, Value};

/// The name that the file has in every project.
const NAME: &str = "smithy-build.json";

/// Where sources are if the file does not say it.
const DEFAULT_SOURCES: &str = "model";

/// The inputs of the caller, with what the files of projects name in their places.
pub(super) fn expand(errors: &mut Diagnostics, inputs: &[Input]) -> Vec<Input> {
    let mut expanded = Vec::new();
    for input in inputs {
        match build_file(input) {
            Some(path) => expanded.extend(named(errors, &path)),
            None => expanded.push(input.clone()),
        }
    }
    expanded
}

/// The file of a project that an input names, or that is in the folder which it names.
fn build_file(input: &Input) -> Option<PathBuf> {
    let Input::Path(path) = input else { return None };
    let file = if path.is_dir() { path.join(NAME) } else { path.clone() };
    (file.file_name().is_some_and(|name| name == NAME) && file.is_file()).then_some(file)
}

/// The paths that the file of a project names, each once.
fn named(errors: &mut Diagnostics, path: &Path) -> Vec<Input> {
    let name = display_path(path);
    let Some(text) = file_text(errors, path, &name) else { return Vec::new() };
    let value = match json::parse(&without_comments(&text), 0) {
        Ok(value) => value,
        Err(error) => {
            let line = text[..text.floor_char_boundary(error.offset)].matches('\n').count() + 1;
            errors.push(Diagnostic::error(format!("`{name}` is not JSON: {} in line {line}", error.problem)));
            return Vec::new();
        }
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut paths = Vec::new();
    let mut listed = false;
    for key in ["sources", "imports"] {
        for entry in entries(errors, &name, key, &value) {
            listed |= key == "sources";
            paths.push(folder.join(entry));
        }
    }
    let default = folder.join(DEFAULT_SOURCES);
    if !listed && default.is_dir() {
        paths.push(default);
    }
    if paths.is_empty() && !errors.is_fatal() {
        errors.push(
            Diagnostic::error(format!("`{name}` names no model"))
                .help("write `\"sources\": [\"model\"]` for the folder with the model"),
        );
    }
    errors.extend(not_done(&name, &value));
    paths.into_iter().map(Input::Path).collect()
}

/// The paths under a key.
fn entries<'v>(errors: &mut Diagnostics, name: &str, key: &str, value: &'v Value) -> Vec<&'v str> {
    let mut refuse = |message: String| errors.push(Diagnostic::error(format!("`{name}`: {message}")));
    let Some(value) = value.get(key) else { return Vec::new() };
    let Some(elements) = value.as_array() else {
        refuse(format!("`{key}` must be an array of paths, not {}", value.kind()));
        return Vec::new();
    };
    let mut paths = Vec::new();
    for element in elements {
        match element.as_str() {
            Some(path) if path.contains("${") => refuse(format!(
                "`{path}` depends on an environment variable; write the path itself, or name it on the command line"
            )),
            Some(path) => paths.push(path),
            None => refuse(format!("`{key}` must be an array of paths, and holds {}", element.kind())),
        }
    }
    paths
}

/// Notes on what Smithy's own build does and this tool does not.
fn not_done(name: &str, value: &Value) -> Vec<Diagnostic> {
    let note = |message: String, help: &str| Diagnostic::new(Severity::Note, message).help(help);
    let mut notes = Vec::new();
    if value.get("projections").is_some() {
        let help = "the model is that of the sources and imports";
        notes.push(note(format!("`{name}`: projections are not applied"), help));
    }
    if value.get("maven").and_then(|maven| maven.get("dependencies")).is_some() {
        let help = "traits that Smithy publishes are known; give other JARs beside this file";
        notes.push(note(format!("`{name}`: dependencies are not fetched"), help));
    }
    notes
}

/// The text with spaces where it has comments, which Smithy allows in this file alone.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let (mut in_string, mut in_comment, mut escaped) = (false, false, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        in_comment = (in_comment && c != '\n') || (!in_string && c == '/' && chars.peek() == Some(&'/'));
        if in_comment {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
            continue;
        }
        in_string ^= c == '"' && !escaped;
        escaped = in_string && c == '\\' && !escaped;
        plain.push(c);
    }
    plain
}
