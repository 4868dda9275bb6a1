//! Where the model and the output are, when the arguments do not say.

use std::env;
use std::path::{Path, PathBuf};

use codegen::fault::{Errors, Fault};
use codegen::load::Input;

use super::args::Generate;

/// The inputs and the output folder of a run.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) inputs: Vec<Input>,
    pub(crate) output: PathBuf,
}

/// Where a run reads and writes: as told, or `models/` and `generated/` of the project around the current folder.
pub(crate) fn places(errors: &mut Errors, args: &Generate) -> Option<Places> {
    let root = project_root();
    let missing = |what: &str, flag: &str| {
        Fault::error(format!("there is no `{what}` in this folder or above it"))
            .help(format!("run in the project's folder, or say where with `{flag}`"))
    };
    let inputs = match (&root, args.model.as_slice()) {
        (_, paths @ [_, ..]) => paths.iter().map(|path| input(path)).collect(),
        (Some(root), []) => vec![Input::Path(root.join("models"))],
        (None, []) => {
            errors.push(missing("models/", "--model"));
            return None;
        }
    };
    let output = match (&root, &args.output) {
        (_, Some(output)) => output.clone(),
        (Some(root), None) => root.join("generated"),
        (None, None) => {
            errors.push(missing("generated/", "--output"));
            return None;
        }
    };
    Some(Places { inputs, output })
}

/// `-` is standard input.
fn input(path: &Path) -> Input {
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

/// A path as messages show it: with `/`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text }
}
