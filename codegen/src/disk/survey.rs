//! What stands in a folder, held against what is generated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::error::DiskError;
use super::{Changed, Drift, Missing, Orphan};
use crate::emit::files::{MANIFEST_MARKER, MARKER};

/// Everything that differs. Only folders that hold a generated file are looked into.
pub(crate) fn drift(folder: &Path, files: &BTreeMap<String, String>) -> Result<Drift, DiskError> {
    let mut drift = Drift::default();
    for (path, text) in files {
        compare(&mut drift, folder, path, text)?;
    }
    let owned: BTreeSet<&str> = files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    for name in owned {
        scan(&mut drift, folder, name, files)?;
    }
    Ok(drift)
}

fn compare(drift: &mut Drift, folder: &Path, path: &str, text: &str) -> Result<(), DiskError> {
    let place = folder.join(path);
    let metadata = match fs::symlink_metadata(&place) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            drift.missing.push(Missing { path: path.to_owned(), new: text.to_owned() });
            return Ok(());
        }
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(not_a_folder(folder, path)),
        Err(error) => return Err(DiskError::io("read", &place, error)),
    };
    if !metadata.is_file() {
        return Err(DiskError::NotAFile(place));
    }
    let old = read(&place)?;
    if old == text {
        drift.same += 1;
    } else if is_ours(&old) {
        drift.changed.push(Changed { path: path.to_owned(), old, new: text.to_owned() });
    } else {
        return Err(DiskError::NotOurs(place));
    }
    Ok(())
}

/// The first part of a path that is there and is no folder.
fn not_a_folder(folder: &Path, path: &str) -> DiskError {
    let place = folder.join(path);
    let wrong = place.ancestors().skip(1).find(|ancestor| ancestor.exists() && !ancestor.is_dir());
    DiskError::NotAFolder(wrong.unwrap_or(folder).to_owned())
}

/// A file's text with Unix line ends; bytes that are no UTF-8 are replaced, and so differ from ours.
fn read(place: &Path) -> Result<String, DiskError> {
    let bytes = fs::read(place).map_err(|source| DiskError::io("read", place, source))?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

fn is_ours(text: &str) -> bool {
    text.starts_with(MARKER) || text.starts_with(MANIFEST_MARKER)
}

/// Finds what is not generated below `folder/path`. Links are not followed.
fn scan(
    drift: &mut Drift,
    folder: &Path,
    path: &str,
    files: &BTreeMap<String, String>,
) -> Result<(), DiskError> {
    let place = folder.join(path);
    let failed = |source| DiskError::io("read", &place, source);
    if place.is_symlink() {
        return Err(DiskError::NotAFolder(place));
    }
    let entries = match fs::read_dir(&place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    let mut found = BTreeMap::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        found.insert(name, entry.file_type().map_err(failed)?);
    }
    for (name, kind) in found {
        let path = format!("{path}/{name}");
        if kind.is_dir() {
            scan(drift, folder, &path, files)?;
        } else if !files.contains_key(&path) {
            classify(drift, folder, path, kind.is_file())?;
        }
    }
    Ok(())
}

fn classify(drift: &mut Drift, folder: &Path, path: String, regular: bool) -> Result<(), DiskError> {
    let old = if regular { read(&folder.join(&path))? } else { String::new() };
    if is_ours(&old) {
        drift.orphaned.push(Orphan { path, old });
    } else {
        drift.foreign.push(path);
    }
    Ok(())
}
