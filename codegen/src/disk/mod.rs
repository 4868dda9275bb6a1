//! `disk`: the files in a folder, or the drift between the two.
//!
//! A file with our marker that is no longer generated is an orphan; a file without it is not ours and is never
//! touched. Line ends of Windows are not drift. Writing stages every file, then renames each into place, the
//! root of the crate last: after a kill each file is whole, old or new.

mod error;
mod lock;
mod stage;
mod survey;

use std::collections::BTreeMap;
use std::path::Path;

pub use self::error::DiskError;
use crate::emit::files::MANIFEST_MARKER;

/// How a folder differs from what is generated. Paths are relative to it, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Files that should be there.
    pub missing: Vec<Missing>,
    /// Files with another text.
    pub changed: Vec<Changed>,
    /// Files of ours that are no longer generated, with their text.
    pub orphaned: Vec<Orphan>,
    /// Files that are not ours, in folders that are: a note, never drift.
    pub foreign: Vec<String>,
    /// How many files are as they should be.
    pub same: usize,
}

/// A file that should be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its path.
    pub path: String,
    /// Its text.
    pub new: String,
}

/// A file with another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its path.
    pub path: String,
    /// The text on disk, with Unix line ends.
    pub old: String,
    /// The text that is generated.
    pub new: String,
}

/// A file of ours that is no longer generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Its path.
    pub path: String,
    /// Its text.
    pub old: String,
}

impl Drift {
    /// Whether everything is as it should be; files that are not ours do not count.
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.orphaned.is_empty()
    }
}

/// What a run did to a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were written: new ones and changed ones.
    pub written: Vec<String>,
    /// Orphans that were removed.
    pub removed: Vec<String>,
    /// How many files were as they should be.
    pub left: usize,
    /// Files that are not ours, in folders that are.
    pub foreign: Vec<String>,
}

/// Compares a folder with what is generated; writes nothing.
///
/// # Errors
///
/// A file that is not ours stands where one of ours must go, or the folder cannot be read.
pub fn check(folder: &Path, files: &BTreeMap<String, String>) -> Result<Drift, DiskError> {
    survey::drift(folder, files)
}

/// Brings a folder to what is generated; where nothing differs, nothing is written. `waiting` is called when
/// another run holds the folder.
///
/// # Errors
///
/// As [`check`]; or something cannot be written, and then the old files are still there.
pub fn write(
    folder: &Path,
    files: &BTreeMap<String, String>,
    waiting: impl FnOnce(),
) -> Result<Report, DiskError> {
    std::fs::create_dir_all(folder).map_err(|source| DiskError::io("create", folder, source))?;
    let _lock = lock::acquire(folder, waiting)?;
    stage::clean(folder)?;
    let drift = survey::drift(folder, files)?;
    if !drift.is_empty() {
        stage::write(folder, &drift)?;
    }
    let mut written: Vec<String> = drift.missing.into_iter().map(|file| file.path).collect();
    written.extend(drift.changed.into_iter().map(|file| file.path));
    written.sort();
    let removed = drift.orphaned.into_iter().map(|orphan| orphan.path).collect();
    Ok(Report { written, removed, left: drift.same, foreign: drift.foreign })
}

/// Writes one file whole: staged beside its place, then renamed.
///
/// # Errors
///
/// It cannot be written; the old file is still there.
pub fn write_file(path: &Path, text: &str) -> Result<(), DiskError> {
    stage::write_one(path, text)
}

/// Whether a folder has a manifest that is kept by hand, which is then not among the files to write.
pub fn keeps_manifest(folder: &Path) -> bool {
    std::fs::read_to_string(folder.join("Cargo.toml")).is_ok_and(|text| !text.starts_with(MANIFEST_MARKER))
}
