//! Models as git has them.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::diagnostics::{Diagnostic, Diagnostics, Origin, Sources};

/// The endings of the files that are models.
const MODELS: [&str; 2] = [".json", ".smithy"];

/// Runs git on a line of standard input; what it prints, or what it says is wrong.
fn git(args: &[&str], line: &str) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = command.spawn().and_then(|mut git| {
        // A git that does not read it says why.
        let _ = git.stdin.take().map(|mut stdin| writeln!(stdin, "{line}"));
        git.wait_with_output()
    });
    let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git failed");
    Err(line.trim_start_matches("fatal: ").to_owned())
}

/// Whether a text names a commit; an error if git cannot be run.
pub(super) fn exists(text: &str) -> Result<bool, Diagnostic> {
    let commit = format!("{text}^{{commit}}");
    match git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], "") {
        Err(said) if said.starts_with("git cannot be run") => Err(Diagnostic::error(said)),
        result => Ok(result.is_ok()),
    }
}

/// What git has under a name, at the end of symbolic links.
struct Object {
    id: String,
    is_file: bool,
}

/// Finds what a path at a revision is.
fn find(object: &str) -> Result<Object, String> {
    if object.contains(['\n', '\r']) {
        return Err("names have one line".to_owned());
    }
    let found = git(&["cat-file", "--batch-check", "--follow-symlinks"], object)?;
    let found = String::from_utf8_lossy(&found);
    let facts: Vec<&str> = found.lines().next().unwrap_or_default().split(' ').collect();
    match facts.as_slice() {
        [id, kind @ ("blob" | "tree" | "commit"), _] => {
            Ok(Object { id: (*id).to_owned(), is_file: *kind == "blob" })
        }
        ["symlink", _] => Err("a symbolic link leads out of the repository".to_owned()),
        ["dangling" | "loop" | "notdir", _] => Err("a symbolic link leads nowhere".to_owned()),
        _ => match object.split_once(':') {
            Some((revision, path)) if exists(revision).unwrap_or_default() => {
                Err(format!("`{revision}` has no `{path}`"))
            }
            _ => Err("there is no such revision".to_owned()),
        },
    }
}

/// Reads a file, or the models in a folder, that git knows as `object`; `name` stands for it in messages.
pub(super) fn read(errors: &mut Diagnostics, object: &str, name: &str) -> Result<Sources, Diagnostic> {
    let fault = |said: String| {
        let error = Diagnostic::error(format!("git has no `{name}`: {said}"));
        error.help("a path at a revision is written `REVISION:PATH`, from the root of the repository")
    };
    let mut sources = Sources::default();
    let found = find(object).map_err(fault)?;
    if found.is_file {
        add(errors, &mut sources, Origin::Named, name.to_owned(), &found.id);
        return Ok(sources);
    }
    let mut folders = vec![GitFolder { object: object.to_owned(), name: name.to_owned(), id: found.id }];
    let mut known = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        if known.insert(folder.id.clone()) {
            folders.extend(read_folder(errors, &mut sources, &folder, name).map_err(fault)?);
        }
    }
    if sources.iter().next().is_none() && !errors.is_fatal() {
        return Err(Diagnostic::error(format!("`{name}` contains no `*.json` and no `*.smithy` file")));
    }
    Ok(sources)
}

/// A folder that git has.
struct GitFolder {
    /// What git knows it as.
    object: String,
    /// What it is called in messages.
    name: String,
    id: String,
}

/// Reads the models in a folder and in its subfolders; the result is the folders that symbolic links lead to.
fn read_folder(
    errors: &mut Diagnostics,
    sources: &mut Sources,
    folder: &GitFolder,
    root: &str,
) -> Result<Vec<GitFolder>, String> {
    let mut linked = Vec::new();
    let listing = git(&["ls-tree", "-r", "-z", "--full-tree", &folder.id], "")?;
    for entry in String::from_utf8_lossy(&listing).split('\0') {
        let Some((facts, path)) = entry.split_once('\t') else { continue };
        if path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        let is_model = MODELS.iter().any(|ending| path.ends_with(ending));
        let name = beside(&folder.name, path);
        let origin = Origin::Folder(root.to_owned());
        match facts.split(' ').collect::<Vec<_>>().as_slice() {
            ["120000", _, _] => {
                let object = beside(&folder.object, path);
                match find(&object) {
                    Ok(Object { id, is_file: false }) => linked.push(GitFolder { object, name, id }),
                    Ok(Object { id, .. }) if is_model => add(errors, sources, origin, name, &id),
                    Err(said) if is_model => errors.push(unreadable(&name, &said)),
                    Ok(_) | Err(_) => {}
                }
            }
            [_, "blob", id] if is_model => add(errors, sources, origin, name, id),
            _ => {}
        }
    }
    Ok(linked)
}

/// A path in a folder, which may be the root of a revision.
fn beside(folder: &str, path: &str) -> String {
    let separator = if folder.ends_with([':', '/']) { "" } else { "/" };
    format!("{folder}{separator}{path}")
}

fn unreadable(name: &str, said: &str) -> Diagnostic {
    Diagnostic::error(format!("`{name}` cannot be read: {said}"))
}

/// Adds the text of an object.
fn add(errors: &mut Diagnostics, sources: &mut Sources, origin: Origin, name: String, id: &str) {
    let text = git(&["cat-file", "blob", id], "")
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
    match text {
        Ok(text) => drop(sources.add_from(origin, name, text)),
        Err(said) => errors.push(unreadable(&name, &said)),
    }
}
