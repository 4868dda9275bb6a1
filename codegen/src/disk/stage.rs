//! Writing: all files are staged, then each is renamed into place.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::DiskError;
use super::{Drift, Orphan};

/// The folder that files are staged in: beside the folders that are scanned, on the same file system.
const STAGING: &str = ".codegen-staging";

/// Removes what a killed run left. The caller holds the lock.
pub(crate) fn clean(folder: &Path) -> Result<(), DiskError> {
    let staging = folder.join(STAGING);
    match fs::remove_dir_all(&staging) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(DiskError::io("remove", &staging, error)),
        _ => Ok(()),
    }
}

/// Makes the folder what it should be.
pub(crate) fn write(folder: &Path, drift: &Drift) -> Result<(), DiskError> {
    let missing = drift.missing.iter().map(|file| (file.path.as_str(), file.new.as_str()));
    let changed = drift.changed.iter().map(|file| (file.path.as_str(), file.new.as_str()));
    let mut files: Vec<(&str, &str)> = missing.chain(changed).collect();
    files.sort_by_key(|(path, _)| (is_root(path), *path));
    let staged = stage(folder, &files).inspect_err(|_| drop(clean(folder)))?;
    for (from, to) in &staged {
        create_parent(to)?;
        fs::rename(from, to).map_err(|source| DiskError::io("write", to, source))?;
    }
    for orphan in &drift.orphaned {
        remove(folder, orphan)?;
    }
    clean(folder)
}

/// The root of a crate or module names all others, so it is replaced last.
fn is_root(path: &str) -> bool {
    matches!(path, "src/lib.rs" | "mod.rs")
}

/// Writes every file into the staging folder, and says where each is to go.
fn stage(folder: &Path, files: &[(&str, &str)]) -> Result<Vec<(PathBuf, PathBuf)>, DiskError> {
    let staging = folder.join(STAGING);
    fs::create_dir(&staging).map_err(|source| DiskError::io("create", &staging, source))?;
    let mut staged = Vec::with_capacity(files.len());
    for (number, (path, text)) in files.iter().enumerate() {
        let from = staging.join(number.to_string());
        let to = folder.join(path);
        fs::write(&from, text).map_err(|source| DiskError::io("write", &to, source))?;
        staged.push((from, to));
    }
    Ok(staged)
}

fn create_parent(path: &Path) -> Result<(), DiskError> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).map_err(|source| DiskError::io("create", parent, source))
}

/// Removes an orphan, and the folders that it leaves empty.
fn remove(folder: &Path, orphan: &Orphan) -> Result<(), DiskError> {
    let place = folder.join(&orphan.path);
    fs::remove_file(&place).map_err(|source| DiskError::io("remove", &place, source))?;
    let below = place.ancestors().skip(1).take_while(|ancestor| *ancestor != folder);
    for ancestor in below {
        if fs::remove_dir(ancestor).is_err() {
            break;
        }
    }
    Ok(())
}

/// Writes one file whole.
pub(crate) fn write_one(path: &Path, text: &str) -> Result<(), DiskError> {
    create_parent(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let staged = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = fs::File::create(&staged).and_then(|mut file| file.write_all(text.as_bytes()));
    let placed = written.and_then(|()| fs::rename(&staged, path));
    placed.map_err(|source| {
        drop(fs::remove_file(&staged));
        DiskError::io("write", path, source)
    })
}
