//! Where the model and the output are, when the arguments do not say it.

use std::env;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::load::Input;

use super::args::RulesArgs;
use super::args::krate::CrateArgs;

/// The inputs and the output folder of a run.
#[derive(Debug)]
pub(crate) struct RunPaths {
    pub(crate) inputs: Vec<Input>,
    pub(crate) output: PathBuf,
}

/// Where a run reads and writes: the paths of the arguments, or `models/` and `generated/` of the project around the
/// current folder.
pub(crate) fn run_paths(errors: &mut Diagnostics, args: &CrateArgs) -> Option<RunPaths> {
    let root = project_root();
    let inputs = inputs(errors, root.as_deref(), &args.model, "--model");
    let output = match (&root, &args.output) {
        (_, Some(output)) => Some(output.clone()),
        (Some(root), None) => Some(root.join("generated")),
        (None, None) => missing(errors, "the output", "--output"),
    };
    Some(RunPaths { inputs: inputs?, output: output? })
}

/// The inputs that make the model: the paths of the arguments, or `models/` of the project around the current folder.
pub(crate) fn model(errors: &mut Diagnostics, paths: &[PathBuf]) -> Option<Vec<Input>> {
    inputs(errors, project_root().as_deref(), paths, "--model")
}

/// The folder of the model of the project around the current folder.
pub(crate) fn models_folder() -> PathBuf {
    project_root().unwrap_or_default().join("models")
}

/// The inputs that make the model with the rules: the paths of the arguments, or `models/` of the project around the
/// current folder.
pub(crate) fn rules(errors: &mut Diagnostics, args: &RulesArgs) -> Option<Vec<Input>> {
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
        format!("it is not known where {what} is: no folder from here up has `Cargo.toml` and `models/`");
    let help = format!("run in the project's folder, or name the path with `{flag}`");
    errors.push(Diagnostic::error(message).help(help));
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

/// A path for messages: with `/`, and without characters that move the cursor.
pub(crate) fn display_path(path: &Path) -> String {
    let text = path.display().to_string();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text };
    escape_hidden(&text)
}

/// A text in which characters that hide or move others are escaped, tabs aside.
pub(crate) fn escape_hidden(text: &str) -> String {
    if !text.contains(hides_or_moves) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| if hides_or_moves(c) { c.escape_default().to_string() } else { c.to_string() })
        .collect()
}

/// Control characters, byte order marks, and marks that change the direction of writing.
fn hides_or_moves(c: char) -> bool {
    let is_mark =
        matches!(c, '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_mark || (c.is_control() && c != '\t')
}
