//! Writing: all files are staged, then each is renamed into place.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::DiskError;
use super::{Drift, survey};

/// The folder that files are staged in: outside of the folders that are scanned, on the same file system.
const STAGING: &str = ".smithygen-staging";

/// A staged file, and its place.
struct Staged {
    from: PathBuf,
    to: PathBuf,
}

/// Removes what a killed run left. The caller holds the lock.
pub(crate) fn clean(folder: &Path) -> Result<(), DiskError> {
    let staging = folder.join(STAGING);
    match fs::remove_dir_all(&staging) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(DiskError::io("remove", &staging, error)),
        _ => Ok(()),
    }
}

/// Writes what differs and removes orphans. The caller holds the lock, and the staging folder does not exist.
pub(crate) fn write(folder: &Path, drift: &Drift) -> Result<(), DiskError> {
    let missing = drift.missing.iter().map(|file| (file.path.as_str(), file.new.as_str()));
    let changed = drift.changed.iter().map(|file| (file.path.as_str(), file.new.as_str()));
    let mut files: Vec<(&str, &str)> = missing.chain(changed).collect();
    files.sort_by_key(|(path, _)| (is_root(path), *path));
    let orphans: Vec<PathBuf> = drift.orphaned.iter().map(|orphan| folder.join(&orphan.path)).collect();
    let written = stage(folder, &files).and_then(|staged| place(folder, &staged, &orphans));
    let cleaned = clean(folder);
    written.and(cleaned)
}

/// The root of a crate or module names all others, so it is replaced last.
fn is_root(path: &str) -> bool {
    matches!(path, "src/lib.rs" | "mod.rs")
}

/// Writes every file into the staging folder and creates the folders of their places: after this only names change.
fn stage(folder: &Path, files: &[(&str, &str)]) -> Result<Vec<Staged>, DiskError> {
    let mut staged = Vec::with_capacity(files.len());
    if files.is_empty() {
        return Ok(staged);
    }
    let staging = folder.join(STAGING);
    fs::create_dir(&staging).map_err(|source| DiskError::io("create", &staging, source))?;
    for (number, (path, text)) in files.iter().enumerate() {
        let file = Staged { from: staging.join(number.to_string()), to: folder.join(path) };
        write_like(&file.from, text, &file.to).map_err(|source| DiskError::io("write", &file.to, source))?;
        staged.push(file);
    }
    for parent in staged.iter().filter_map(|file| file.to.parent()).collect::<BTreeSet<_>>() {
        fs::create_dir_all(parent).map_err(|source| DiskError::io("create", parent, source))?;
    }
    Ok(staged)
}

/// Writes a new file with the permissions of the one that it will replace.
fn write_like(path: &Path, text: &str, replaced: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    match fs::metadata(replaced) {
        Ok(metadata) => file.set_permissions(metadata.permissions()),
        Err(_) => Ok(()),
    }
}

/// Renames each file into place, then removes the orphans.
fn place(folder: &Path, staged: &[Staged], orphans: &[PathBuf]) -> Result<(), DiskError> {
    let all = staged.len() + orphans.len();
    for (done, Staged { from, to }) in staged.iter().enumerate() {
        fs::rename(from, to).map_err(|source| DiskError::io("write", to, source).after(done, all))?;
    }
    for (done, orphan) in orphans.iter().enumerate() {
        remove(folder, orphan).map_err(|error| error.after(staged.len() + done, all))?;
    }
    Ok(())
}

/// Removes an orphan, and the folders that it leaves empty.
fn remove(folder: &Path, orphan: &Path) -> Result<(), DiskError> {
    match fs::remove_file(orphan) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(DiskError::io("remove", orphan, error));
        }
        _ => {}
    }
    let above = orphan.ancestors().skip(1).take_while(|ancestor| *ancestor != folder);
    for ancestor in above {
        if fs::remove_dir(ancestor).is_err() {
            // It is not empty.
            break;
        }
    }
    Ok(())
}

/// Writes one file atomically. A link is followed; what is not a regular file (a pipe, a device) is written to
/// directly.
pub(crate) fn write_one(path: &Path, text: &str) -> Result<(), DiskError> {
    let failed = |source| DiskError::io("write", path, source);
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(DiskError::NotAFile(path.to_owned())),
        Ok(metadata) if metadata.is_file() => fs::canonicalize(path).and_then(|path| replace(&path, text)),
        Ok(_) => {
            let file = File::options().write(true).open(path);
            file.and_then(|mut file| file.write_all(text.as_bytes()))
        }
        Err(_) => {
            create_parent(path)?;
            replace(path, text)
        }
    }
    .map_err(failed)
}

fn create_parent(path: &Path) -> Result<(), DiskError> {
    let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) else {
        return Ok(());
    };
    survey::folder(parent)?;
    fs::create_dir_all(parent).map_err(|source| DiskError::io("create", parent, source))
}

/// Stages a file in the folder of its place, under a name that no other running process uses, and renames it.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let staged = path.with_file_name(format!(".{name}.{}", std::process::id()));
    // A killed process may have had this number before.
    drop(fs::remove_file(&staged));
    let written = write_like(&staged, text, path).and_then(|()| fs::rename(&staged, path));
    written.inspect_err(|_| drop(fs::remove_file(&staged)))
}
