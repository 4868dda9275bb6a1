//! For build scripts: reads a model, writes one module for `include!`, and tells cargo what it found.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::process::ExitCode;

use crate::diagnostics::{Diagnostic, Diagnostics, Origin, Severity, Sources, render};
use crate::disk;
use crate::load::{self, Input};
use crate::options::{Layout, Options};

/// Writes the module of a model to `file` in the folder `OUT_DIR` of a build script, as [`Layout::Module`].
///
/// `model` is a file, or a folder whose `.smithy` and `.json` files make the model; cargo runs the script again when it
/// changes. Warnings and errors are shown by cargo. After an error, nothing is written and the exit code is 1.
pub fn module(model: impl AsRef<Path>, file: &str, options: &Options) -> ExitCode {
    let mut found = Diagnostics::default();
    let place = env::var_os("OUT_DIR").map(|folder| Path::new(&folder).join(file));
    let sources = write_module(&mut found, model.as_ref(), place.as_deref(), options);
    let code = if found.is_fatal() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    instructions(model.as_ref(), &found.sorted(), &sources).iter().for_each(|line| println!("{line}"));
    code
}

/// Writes the module to `place`; what goes wrong is pushed to `found`.
fn write_module(found: &mut Diagnostics, model: &Path, place: Option<&Path>, options: &Options) -> Sources {
    let sources = load::read(found, &[Input::Path(model.to_owned())]);
    if let Some(text) = text(found, &sources, options) {
        write(found, place, &text);
    }
    sources
}

/// The module's text, unless there is an error.
fn text(found: &mut Diagnostics, sources: &Sources, options: &Options) -> Option<String> {
    if found.is_fatal() {
        return None;
    }
    let options = Options { layout: Layout::Module, ..options.clone() };
    match crate::generate(sources, &options) {
        Ok(mut generated) => {
            found.extend(generated.warnings);
            generated.files.remove("mod.rs")
        }
        Err(diagnostics) => {
            found.extend(diagnostics);
            None
        }
    }
}

fn write(found: &mut Diagnostics, place: Option<&Path>, text: &str) {
    let Some(place) = place else {
        let error = Diagnostic::error("there is no folder to write to: `OUT_DIR` is not set");
        return found.push(error.help("cargo sets it when it runs a build script"));
    };
    if let Err(error) = disk::write_file(place, text) {
        found.push(Diagnostic { help: error.help(), ..Diagnostic::error(error.to_string()) });
    }
}

/// The lines that cargo reads: when to run again, and a line for each line of a diagnostic.
fn instructions(model: &Path, found: &[Diagnostic], sources: &Sources) -> Vec<String> {
    // A `smithy-build.json` and its folder stand for others.
    let read = sources.iter().map(|(_, source)| match &source.origin {
        Origin::Folder(folder) => folder.as_str(),
        Origin::Named => source.name.as_str(),
    });
    let places: BTreeSet<&Path> = read.map(Path::new).chain([model]).collect();
    let mut lines: Vec<String> =
        places.iter().map(|place| format!("cargo::rerun-if-changed={}", place.display())).collect();
    for diagnostic in found.iter().filter(|diagnostic| diagnostic.severity >= Severity::Warning) {
        let key = if diagnostic.is_fatal() { "error" } else { "warning" };
        let text = render(diagnostic, sources, false);
        lines.extend(text.lines().map(|line| format!("cargo::{key}={line}")));
    }
    lines
}
