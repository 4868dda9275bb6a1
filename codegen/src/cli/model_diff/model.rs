//! The two models: files, folders, standard input, or what git has.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::load::{self, Input};

use super::super::project;
use super::revision;

/// Reads what an argument names, or the model of the project where there is none.
pub(super) fn read(errors: &mut Diagnostics, path: Option<&Path>) -> Sources {
    let inputs = match path {
        None => project::model(errors, &[]),
        Some(path) if path == Path::new("-") => Some(vec![Input::Stdin]),
        Some(path) if path.exists() => Some(vec![Input::Path(path.to_owned())]),
        Some(path) => return of_git(errors, path),
    };
    inputs.map(|inputs| load::read(errors, &inputs)).unwrap_or_default()
}

/// Reads a path that does not exist as a revision, or a path in one.
fn of_git(errors: &mut Diagnostics, path: &Path) -> Sources {
    let text = path.to_string_lossy();
    let result = match text.split_once(':') {
        Some((name, _)) if !name.is_empty() => revision::read(errors, &text, &text),
        _ => revision::exists(&text).and_then(|is_revision| {
            if is_revision {
                let folder = project::display_path(&project::models_folder());
                return revision::read(errors, &format!("{text}:./{folder}"), &format!("{text}:{folder}"));
            }
            let error = format!("`{text}` is no file, no folder and no revision of git");
            Err(Diagnostic::error(error).help("a folder at a revision is written `main:models`"))
        }),
    };
    result.unwrap_or_else(|error| {
        errors.push(error);
        Sources::default()
    })
}
