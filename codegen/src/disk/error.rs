//! What can go wrong with files.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a folder could not be compared or written.
#[derive(Debug)]
#[non_exhaustive]
pub enum DiskError {
    /// An operation of the system failed.
    Io {
        /// The operation: "read", "write".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// An operation of the system failed after some files were in place; each file is whole, old or new.
    PartlyWritten {
        /// The operation.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
        /// How many files had been written or removed.
        done: usize,
        /// How many files were to be written or removed.
        all: usize,
    },
    /// A file without our marker is in the place of a generated file.
    NotOurs(PathBuf),
    /// Something other than a regular file is in the place of a generated file.
    NotAFile(PathBuf),
    /// Something other than a folder is in the place of a folder.
    NotAFolder(PathBuf),
}

impl DiskError {
    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { action, path: path.to_owned(), source }
    }

    /// The same error after `done` of `all` files were written or removed.
    pub(crate) fn after(self, done: usize, all: usize) -> Self {
        match self {
            Self::Io { action, path, source } if done > 0 => {
                Self::PartlyWritten { action, path, source, done, all }
            }
            other => other,
        }
    }

    /// Whether some files had been written or removed.
    pub fn is_partly_written(&self) -> bool {
        matches!(self, Self::PartlyWritten { .. })
    }

    /// How to fix it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Io { action, source, .. } => help_for(action, source.kind()),
            Self::PartlyWritten { .. } => {
                Some("fix it and run again: every file is whole, old or new".to_owned())
            }
            Self::NotOurs(path) => {
                Some(format!("move `{}` away, or delete it, and run again", path.display()))
            }
            Self::NotAFile(path) | Self::NotAFolder(path) => {
                Some(format!("move `{}` away and run again", path.display()))
            }
        }
    }
}

fn help_for(action: &str, kind: ErrorKind) -> Option<String> {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("free some space and run again".to_owned()),
        ErrorKind::PermissionDenied => Some(format!("this needs the permission to {action} it")),
        ErrorKind::ReadOnlyFilesystem => Some("choose a folder that can be written to".to_owned()),
        _ => None,
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, path, source } => write!(f, "cannot {action} `{}`: {source}", path.display()),
            Self::PartlyWritten { action, path, source, done, all } => {
                write!(f, "cannot {action} `{}`, after {done} of {all} files: {source}", path.display())
            }
            Self::NotOurs(path) => write!(
                f,
                "`{}` is in the place of a generated file, and does not begin with our marker",
                path.display()
            ),
            Self::NotAFile(path) => {
                write!(f, "`{}` is in the place of a file, and is not a regular file", path.display())
            }
            Self::NotAFolder(path) => {
                write!(f, "`{}` is in the place of a folder, and is not a folder", path.display())
            }
        }
    }
}

impl Error for DiskError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::PartlyWritten { source, .. } => Some(source),
            Self::NotOurs(_) | Self::NotAFile(_) | Self::NotAFolder(_) => None,
        }
    }
}
