//! One run at a time in a folder.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use super::error::DiskError;

/// Keeps the folder locked until dropped; the system unlocks it also when the process is killed.
pub(crate) struct Lock {
    _file: File,
}

/// Locks the folder, and waits for other runs to end; calls `waiting` once before it waits.
///
/// Where the file system has no locks, nothing is locked: refusing to work there would help nobody.
pub(crate) fn acquire(folder: &Path, waiting: impl FnOnce()) -> Result<Lock, DiskError> {
    let failed = |source| DiskError::io("lock", folder, source);
    let file = open(folder).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            waiting();
            file.lock().map_err(failed)?;
        }
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    Ok(Lock { _file: file })
}

/// On Unix the folder itself can be locked, so that no lock file is left.
#[cfg(unix)]
fn open(folder: &Path) -> std::io::Result<File> {
    File::open(folder)
}

/// Elsewhere a file in the system's temporary folder is locked in its place.
#[cfg(not(unix))]
fn open(folder: &Path) -> std::io::Result<File> {
    use std::hash::{DefaultHasher, Hash, Hasher};

    let mut hasher = DefaultHasher::new();
    folder.canonicalize()?.hash(&mut hasher);
    File::create(std::env::temp_dir().join(format!("smithygen-{:016x}.lock", hasher.finish())))
}
