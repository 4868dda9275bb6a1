//! Models as git has them.

use std::process::{Command, Stdio};

use crate::diagnostics::{Diagnostic, Diagnostics, Origin, Sources};

/// The endings of the files that are models.
const MODELS: [&str; 2] = [".json", ".smithy"];

/// Runs git; what it prints, or what it says is wrong.
fn git(args: &[&str]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    let output = command.args(args).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git failed");
    Err(line.trim_start_matches("fatal: ").to_owned())
}

/// Whether a text names a commit.
pub(super) fn exists(text: &str) -> bool {
    let commit = format!("{text}^{{commit}}");
    git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).is_ok()
}

/// Reads a file, or the models in a folder, that git knows as `object`; `name` stands for it in messages.
pub(super) fn read(errors: &mut Diagnostics, object: &str, name: &str) -> Result<Sources, Diagnostic> {
    let fault = |said: String| {
        let error = Diagnostic::error(format!("git has no `{name}`: {said}"));
        error.help("a path at a revision is written `REVISION:PATH`, from the root of the repository")
    };
    // The id of the object, which is never taken for an option.
    let id = git(&["rev-parse", "--verify", "--end-of-options", object]).map_err(fault)?;
    let id = String::from_utf8_lossy(&id).trim().to_owned();
    let mut sources = Sources::default();
    if git(&["cat-file", "-t", &id]).map_err(fault)?.starts_with(b"blob") {
        add(errors, &mut sources, Origin::Named, name.to_owned(), &id);
        return Ok(sources);
    }
    let listing = git(&["ls-tree", "-r", "-z", "--full-tree", &id]).map_err(fault)?;
    for entry in String::from_utf8_lossy(&listing).split('\0') {
        let Some((facts, path)) = entry.split_once('\t') else { continue };
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        let is_model = MODELS.iter().any(|ending| path.ends_with(ending)) && !is_hidden;
        if let (true, [mode, "blob", id]) = (is_model, facts.split(' ').collect::<Vec<_>>().as_slice())
            && *mode != "120000"
        {
            add(errors, &mut sources, Origin::Folder(name.to_owned()), format!("{name}/{path}"), id);
        }
    }
    if sources.iter().next().is_none() && !errors.is_fatal() {
        return Err(Diagnostic::error(format!("`{name}` contains no `*.json` and no `*.smithy` file")));
    }
    Ok(sources)
}

/// Adds the text of an object.
fn add(errors: &mut Diagnostics, sources: &mut Sources, origin: Origin, name: String, id: &str) {
    let text = git(&["cat-file", "blob", id])
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
    match text {
        Ok(text) => drop(sources.add_from(origin, name, text)),
        Err(said) => errors.push(Diagnostic::error(format!("`{name}` cannot be read: {said}"))),
    }
}
