//! The newer description: what `import` makes of a file, a folder of descriptions, or a Smithy model.

use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::import::{self, ImportOptions};
use crate::load;

use super::super::project::{self, display_path};

/// The names of descriptions that are no Smithy models.
const DESCRIPTIONS: [&str; 2] = ["service-2.json.gz", "service-2.json"];

/// What a description says, with its documentation and without.
pub(super) struct Imported {
    /// The model of facts.
    pub(super) facts: String,
    /// The same with documentation.
    pub(super) documented: String,
}

/// Reads a description. What is wrong with it is pushed to `errors`, with places in `sources`.
pub(super) fn read(
    errors: &mut Diagnostics,
    sources: &mut Sources,
    path: &Path,
    options: &ImportOptions,
) -> Option<Imported> {
    let description = description(path);
    let is_model = ["smithy", "jar", "smithy-build.json"].iter().any(|end| ends_with(&description, end));
    let documented = ImportOptions { with_documentation: true, ..options.clone() };
    if description.is_file() && !is_model {
        let facts = import::import_file(errors, sources, &description, options)?;
        // What it says a second time is known.
        let (mut again, mut texts) = (Diagnostics::default(), Sources::default());
        let documented = import::import_file(&mut again, &mut texts, &description, &documented)?;
        return (!errors.is_fatal()).then_some(Imported { facts, documented });
    }
    *sources = load::read(errors, &[project::input(path)]);
    let (model, warnings) = if errors.is_fatal() {
        None
    } else {
        crate::ast(sources).map_err(|faults| errors.extend(faults)).ok()
    }?;
    errors.extend(warnings);
    let text = model.to_string();
    let mut imported = |options| {
        // Its places would be those of the assembled text, which nobody wrote.
        let (mut faults, mut texts) = (Diagnostics::default(), Sources::default());
        let name = display_path(path);
        let imported = import::import(&mut faults, &mut texts, &name, text.clone(), None, options);
        errors.extend(faults.sorted().into_iter().map(|fault| Diagnostic { span: None, ..fault }));
        imported
    };
    Some(Imported { facts: imported(options)?, documented: imported(&documented)? })
}

fn ends_with(path: &Path, end: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(end))
}

/// The description in a folder, or in the last of its subfolders that has one: those of botocore are named by dates.
fn description(path: &Path) -> PathBuf {
    let in_folder = |folder: &Path| {
        DESCRIPTIONS.iter().map(|name| folder.join(name)).find(|description| description.is_file())
    };
    let below = || {
        let mut folders: Vec<PathBuf> = path.read_dir().ok()?.flatten().map(|entry| entry.path()).collect();
        folders.sort();
        folders.iter().rev().find_map(|folder| in_folder(folder))
    };
    in_folder(path).or_else(below).unwrap_or_else(|| path.to_owned())
}
