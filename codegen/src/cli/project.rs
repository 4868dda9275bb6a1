//! Where the model and the output are, when the arguments do not say.

use std::env;
use std::path::{Path, PathBuf};

use smithygen::diagnostics::{Diagnostic, Diagnostics};
use smithygen::load::Input;

use super::args::{Generate, Rules};

/// The inputs and the output folder of a run.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) inputs: Vec<Input>,
    pub(crate) output: PathBuf,
}

/// Where a run reads and writes: as told, or `models/` and `generated/` of the project around the current folder.
pub(crate) fn places(errors: &mut Diagnostics, args: &Generate) -> Option<Places> {
    let root = project_root();
    let inputs = inputs(errors, root.as_deref(), &args.model, "--model");
    let output = match (&root, &args.output) {
        (_, Some(output)) => Some(output.clone()),
        (Some(root), None) => Some(root.join("generated")),
        (None, None) => missing(errors, "the output", "--output"),
    };
    Some(Places { inputs: inputs?, output: output? })
}

/// What makes the model: the paths that were given, or `models/` of the project around the current folder.
pub(crate) fn model(errors: &mut Diagnostics, paths: &[PathBuf]) -> Option<Vec<Input>> {
    inputs(errors, project_root().as_deref(), paths, "--model")
}

/// The inputs that make the model with the rules: as told, or `models/` of the project around the current folder.
pub(crate) fn rules(errors: &mut Diagnostics, args: &Rules) -> Option<Vec<Input>> {
    inputs(errors, project_root().as_deref(), &args.rules, "--rules")
}

fn inputs(
    errors: &mut Diagnostics,
    root: Option<&Path>,
    paths: &[PathBuf],
    flag: &str,
) -> Option<Vec<Input>> {
    match (root, paths) {
        (_, paths @ [_, ..]) => Some(paths.iter().map(|path| input(path)).collect()),
        (Some(root), []) => Some(vec![Input::Path(root.join("models"))]),
        (None, []) => missing(errors, "the model", flag),
    }
}

fn missing<T>(errors: &mut Diagnostics, what: &str, flag: &str) -> Option<T> {
    let message =
        format!("nothing says where {what} is: no folder from here up has `Cargo.toml` and `models/`");
    errors.push(
        Diagnostic::error(message).help(format!("run in the project's folder, or say where with `{flag}`")),
    );
    None
}

/// `-` is standard input.
pub(crate) fn input(path: &Path) -> Input {
    if path == Path::new("-") { Input::Stdin } else { Input::Path(path.to_owned()) }
}

/// The nearest folder with `models/` and a manifest, as seen from the current one: `.`, `..`, `../..`.
fn project_root() -> Option<PathBuf> {
    let current = env::current_dir().ok()?;
    let up = current
        .ancestors()
        .position(|folder| folder.join("models").is_dir() && folder.join("Cargo.toml").is_file())?;
    Some((0..up).map(|_| "..").collect())
}

/// A path as messages show it: with `/`, and with nothing that moves the cursor.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text };
    harmless(&text)
}

/// A text without characters that hide or move others, tabs aside: they are shown escaped.
pub(crate) fn harmless(text: &str) -> String {
    if !text.contains(is_harmful) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_harmful(c) { c.escape_default().to_string() } else { c.to_string() }).collect()
}

/// Control characters, byte order marks, and marks that turn the direction of writing.
fn is_harmful(c: char) -> bool {
    let is_mark =
        matches!(c, '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_mark || (c.is_control() && c != '\t')
}
