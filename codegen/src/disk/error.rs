//! What can go wrong with files.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a folder could not be compared or written.
#[derive(Debug)]
#[non_exhaustive]
pub enum DiskError {
    /// The system refused.
    Io {
        /// What was tried: "read", "write".
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused after some files were in place; each file is whole, old or new.
    Halfway {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
        /// How many files were written or removed before.
        done: usize,
        /// How many were to be.
        all: usize,
    },
    /// A file without our marker stands where one of ours must go.
    NotOurs(PathBuf),
    /// Something other than a regular file stands where one of ours must go.
    NotAFile(PathBuf),
    /// Something other than a folder stands where one must be.
    NotAFolder(PathBuf),
}

impl DiskError {
    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { action, path: path.to_owned(), source }
    }

    /// What an error is called after `done` of `all` files were dealt with.
    pub(crate) fn after(self, done: usize, all: usize) -> Self {
        match self {
            Self::Io { action, path, source } if done > 0 => {
                Self::Halfway { action, path, source, done, all }
            }
            other => other,
        }
    }

    /// Whether some files had been written or removed already.
    pub fn is_halfway(&self) -> bool {
        matches!(self, Self::Halfway { .. })
    }

    /// What would be right.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Io { action, source, .. } => help_for(action, source.kind()),
            Self::Halfway { .. } => {
                Some("mend that and run again: every file is whole, old or new".to_owned())
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
        ErrorKind::PermissionDenied => Some(format!("whoever runs this must be permitted to {action} it")),
        ErrorKind::ReadOnlyFilesystem => Some("name a folder that can be written to".to_owned()),
        _ => None,
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, path, source } => write!(f, "cannot {action} `{}`: {source}", path.display()),
            Self::Halfway { action, path, source, done, all } => {
                write!(f, "cannot {action} `{}`, after {done} of {all} files: {source}", path.display())
            }
            Self::NotOurs(path) => write!(
                f,
                "`{}` stands where a generated file must go, and does not begin with our marker",
                path.display()
            ),
            Self::NotAFile(path) => {
                write!(f, "`{}` stands where a file must go, and is no regular file", path.display())
            }
            Self::NotAFolder(path) => {
                write!(f, "`{}` stands where a folder must be, and is none", path.display())
            }
        }
    }
}

impl Error for DiskError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::Halfway { source, .. } => Some(source),
            Self::NotOurs(_) | Self::NotAFile(_) | Self::NotAFolder(_) => None,
        }
    }
}
