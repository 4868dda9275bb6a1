//! One run at a time in a folder.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use super::error::DiskError;

/// Holds the folder until dropped; the system lets go of it also when the process is killed.
pub(crate) struct Lock {
    _file: File,
}

/// Waits until no other run holds the folder; says so once through `waiting`.
///
/// Where the file system knows no locks, runs go unguarded: refusing to work there would help nobody.
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

/// The folder itself can be locked on Unix, so that no lock file is left in anybody's way.
#[cfg(unix)]
fn open(folder: &Path) -> std::io::Result<File> {
    File::open(folder)
}

/// Elsewhere a file in the system's temporary folder stands for it.
#[cfg(not(unix))]
fn open(folder: &Path) -> std::io::Result<File> {
    use std::hash::{DefaultHasher, Hash, Hasher};

    let mut hasher = DefaultHasher::new();
    folder.canonicalize()?.hash(&mut hasher);
    File::create(std::env::temp_dir().join(format!("smithygen-{:016x}.lock", hasher.finish())))
}
