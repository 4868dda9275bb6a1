//! Compares the files of a folder with those that are generated.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::error::DiskError;
use super::{Changed, Drift, Missing, Orphan};
use crate::emit::output::{MANIFEST_MARKER, MARKER};

/// The root files of the two layouts. One with our marker is an orphan when the layout is the other.
const ROOTS: [&str; 3] = ["Cargo.toml", "mod.rs", "src/lib.rs"];

/// Everything that differs. Only folders that have generated files are read; what is in the place of such a folder is
/// pushed to `errors`.
pub(crate) fn drift(errors: &mut Vec<DiskError>, folder: &Path, files: &BTreeMap<String, String>) -> Drift {
    let mut drift = Drift::default();
    if let Err(error) = self::folder(folder) {
        errors.push(error);
    } else if are_folders_free(errors, folder, files) {
        for (path, text) in files {
            compare(&mut drift, folder, path, text);
        }
        for name in owned(folder, files) {
            scan(&mut drift, folder, &name, files);
        }
        for root in ROOTS.iter().filter(|root| !root.contains('/') && !files.contains_key(**root)) {
            drift.orphaned.extend(orphan(folder, (*root).to_owned()));
        }
    }
    drift
}

/// Fails unless a path that the caller chose leads to a folder, or to nothing. It may be a link to a folder.
pub(crate) fn folder(place: &Path) -> Result<(), DiskError> {
    match fs::metadata(place) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound && !place.is_symlink() => Ok(()),
        Ok(_) => Err(DiskError::NotAFolder(place.to_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(DiskError::NotAFolder(first_file(place).to_owned()))
        }
        Err(error) => Err(DiskError::io("read", place, error)),
    }
}

/// The first part of a path that exists and is not a folder.
fn first_file(path: &Path) -> &Path {
    path.ancestors().find(|part| !part.is_dir() && part.symlink_metadata().is_ok()).unwrap_or(path)
}

/// Whether the folders of generated files are folders, or do not exist. A link is none: files that are written through
/// it would be written elsewhere.
fn are_folders_free(errors: &mut Vec<DiskError>, folder: &Path, files: &BTreeMap<String, String>) -> bool {
    let before = errors.len();
    let parents = files.keys().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let mut wrong: Vec<String> = Vec::new();
    for parent in parents.collect::<BTreeSet<_>>() {
        if wrong.iter().any(|wrong| parent.starts_with(&format!("{wrong}/"))) {
            continue;
        }
        let place = folder.join(parent);
        match fs::symlink_metadata(&place) {
            Ok(metadata) if metadata.is_dir() => continue,
            Ok(_) => errors.push(DiskError::NotAFolder(place)),
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => errors.push(DiskError::io("read", &place, error)),
        }
        wrong.push(parent.to_owned());
    }
    errors.len() == before
}

/// The folders to read: those of generated files, and that of the other layout when its root exists.
fn owned(folder: &Path, files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut owned: BTreeSet<String> =
        files.keys().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    for root in ROOTS {
        if let Some((name, _)) = root.split_once('/')
            && fs::symlink_metadata(folder.join(name)).is_ok_and(|metadata| metadata.is_dir())
            && begins_as_ours(&folder.join(root))
        {
            owned.insert(name.to_owned());
        }
    }
    owned
}

fn compare(drift: &mut Drift, folder: &Path, path: &str, text: &str) {
    let place = folder.join(path);
    match fs::symlink_metadata(&place) {
        Ok(metadata) if !metadata.is_file() => return drift.obstacles.push(DiskError::NotAFile(place)),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return drift.missing.push(Missing { path: path.to_owned(), new: text.to_owned() });
        }
        Err(error) => return drift.obstacles.push(DiskError::io("read", &place, error)),
    }
    match read(&place) {
        Err(error) => drift.obstacles.push(DiskError::io("read", &place, error)),
        Ok(old) if old == text => drift.same += 1,
        // Nothing is lost with an empty file, such as a redirection or a full disk leaves.
        Ok(old) if is_ours(&old) || old.trim().is_empty() => {
            drift.changed.push(Changed { path: path.to_owned(), old, new: text.to_owned() });
        }
        Ok(_) => drift.obstacles.push(DiskError::NotOurs(place)),
    }
}

/// A file's text with Unix line ends; bytes that are not UTF-8 are replaced, and so differ from ours.
fn read(place: &Path) -> io::Result<String> {
    let bytes = fs::read(place)?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

/// The markers that files had when the tool had another name: such files are still ours.
const FORMER_MARKERS: [&str; 2] = ["// @generated by codegen", "# @generated by codegen"];

/// Whether a text begins with our marker as a whole word, perhaps after a byte order mark.
fn is_ours(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut markers = [MARKER, MANIFEST_MARKER].into_iter().chain(FORMER_MARKERS);
    markers.any(|marker| text.strip_prefix(marker).is_some_and(|rest| rest.starts_with([' ', '\r', '\n'])))
}

/// Whether a file begins with our marker; only its beginning is read. What cannot be read is not ours.
pub(crate) fn begins_as_ours(place: &Path) -> bool {
    if !fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_file()) {
        return false;
    }
    let mut beginning = Vec::new();
    let read = File::open(place).and_then(|file| file.take(64).read_to_end(&mut beginning));
    read.is_ok() && is_ours(&String::from_utf8_lossy(&beginning))
}

fn orphan(folder: &Path, path: String) -> Option<Orphan> {
    let place = folder.join(&path);
    if !begins_as_ours(&place) {
        return None;
    }
    // Another run may have removed it meanwhile.
    Some(Orphan { old: read(&place).ok()?, path })
}

/// Finds files that are not generated below `folder/path`. Links are not followed; what cannot be read is not ours.
fn scan(drift: &mut Drift, folder: &Path, path: &str, files: &BTreeMap<String, String>) {
    let Ok(entries) = entries(&folder.join(path)) else {
        if folder.join(path).exists() {
            drift.foreign.push(path.to_owned());
        }
        return;
    };
    for (name, kind) in entries {
        let Some(name) = name.to_str() else {
            // Generated files have names in ASCII.
            drift.foreign.push(format!("{path}/{}", name.to_string_lossy()));
            continue;
        };
        let path = format!("{path}/{name}");
        if kind.is_dir() {
            scan(drift, folder, &path, files);
        } else if !files.contains_key(&path) {
            match orphan(folder, path.clone()) {
                Some(orphan) => drift.orphaned.push(orphan),
                None => drift.foreign.push(path),
            }
        }
    }
}

fn entries(folder: &Path) -> io::Result<BTreeMap<OsString, FileType>> {
    let entries = fs::read_dir(folder)?.map(|entry| {
        let entry = entry?;
        Ok((entry.file_name(), entry.file_type()?))
    });
    entries.collect()
}
