//! `disk`: writes generated files to a folder, or lists the drift between the two.
//!
//! A file with our marker that is no longer generated is an orphan; a file without it is not ours and never changes.
//! Line ends of Windows are not drift. Writing stages every file, then renames each into place, the root of the crate
//! last: after a kill each file is whole, old or new.

mod error;
mod lock;
mod stage;
mod survey;

use std::collections::BTreeMap;
use std::path::Path;

pub use self::error::DiskError;

/// How a folder differs from what is generated. Paths are relative to it, with `/`.
#[derive(Debug, Default)]
pub struct Drift {
    /// Files that should be there.
    pub missing: Vec<Missing>,
    /// Files with another text.
    pub changed: Vec<Changed>,
    /// Files of ours that are no longer generated, with their text.
    pub orphaned: Vec<Orphan>,
    /// Files that are not ours, in folders that are: a note, never drift.
    pub foreign: Vec<String>,
    /// How many files are up to date.
    pub same: usize,
    /// What is in the place of a generated file and is not ours, or cannot be read: a run refuses to write.
    pub obstacles: Vec<DiskError>,
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
    /// Whether a run has nothing to write or to remove; files that are not ours do not count.
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
    /// How many files were up to date.
    pub left: usize,
    /// Files that are not ours, in folders that are.
    pub foreign: Vec<String>,
}

/// Compares a folder with what is generated; writes nothing.
///
/// # Errors
///
/// Everything in the place of the folder, or of a folder of generated files, that is not ours or cannot be read. What is
/// in the place of a generated file is among the drift, which it does not hide.
pub fn check(folder: &Path, files: &BTreeMap<String, String>) -> Result<Drift, Vec<DiskError>> {
    let mut errors = Vec::new();
    let drift = survey::drift(&mut errors, folder, files);
    if errors.is_empty() { Ok(drift) } else { Err(errors) }
}

/// Writes what differs and removes orphans. `waiting` is called when another run has locked the folder.
///
/// # Errors
///
/// Those of [`check`] and its obstacles, and then nothing is written. Or a file cannot be written: usually before any is put into place,
/// so that all old files are still there; [`DiskError::PartlyWritten`] tells when some were.
pub fn write(
    folder: &Path,
    files: &BTreeMap<String, String>,
    waiting: impl FnOnce(),
) -> Result<Report, Vec<DiskError>> {
    let _lock = lock(folder, waiting).map_err(|error| vec![error])?;
    let drift = check(folder, files)?;
    if !drift.obstacles.is_empty() {
        return Err(drift.obstacles);
    }
    if !drift.is_empty() {
        stage::write(folder, &drift).map_err(|error| vec![error])?;
    }
    Ok(report(drift))
}

/// Creates the folder if it is missing, locks it, and removes what a killed run left.
fn lock(folder: &Path, waiting: impl FnOnce()) -> Result<lock::Lock, DiskError> {
    survey::folder(folder)?;
    std::fs::create_dir_all(folder).map_err(|source| DiskError::io("create", folder, source))?;
    let lock = lock::acquire(folder, waiting)?;
    stage::clean(folder)?;
    Ok(lock)
}

fn report(drift: Drift) -> Report {
    let mut written: Vec<String> = drift.missing.into_iter().map(|file| file.path).collect();
    written.extend(drift.changed.into_iter().map(|file| file.path));
    written.sort();
    let removed = drift.orphaned.into_iter().map(|orphan| orphan.path).collect();
    Report { written, removed, left: drift.same, foreign: drift.foreign }
}

/// Writes one file atomically: staged in the same folder, then renamed. A link is followed; a pipe or a device is
/// written to directly.
///
/// # Errors
///
/// It cannot be written, and the old file is still there; or its place is that of a folder.
pub fn write_file(path: &Path, text: &str) -> Result<(), DiskError> {
    stage::write_one(path, text)
}

/// Whether a folder has a manifest that is maintained by hand, which is then not written. An empty one is not.
pub fn has_own_manifest(folder: &Path) -> bool {
    let manifest = folder.join("Cargo.toml");
    manifest.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() > 0)
        && !survey::begins_as_ours(&manifest)
}
