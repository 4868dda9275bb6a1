//! What can go wrong with files.

use std::error::Error;
use std::fmt;
use std::io;
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

    /// What would be right.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Io { .. } => None,
            Self::NotOurs(path) => {
                Some(format!("move `{}` away, or delete it, and run again", path.display()))
            }
            Self::NotAFile(path) | Self::NotAFolder(path) => {
                Some(format!("move `{}` away and run again", path.display()))
            }
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, path, source } => write!(f, "cannot {action} `{}`: {source}", path.display()),
            Self::NotOurs(path) => write!(
                f,
                "`{}` stands where a generated file must go, and does not begin with our marker",
                path.display()
            ),
            Self::NotAFile(path) => {
                write!(
                    f,
                    "`{}` stands where a generated file must go, and is no regular file",
                    path.display()
                )
            }
            Self::NotAFolder(path) => write!(f, "`{}` must be a folder", path.display()),
        }
    }
}

impl Error for DiskError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::NotOurs(_) | Self::NotAFile(_) | Self::NotAFolder(_) => None,
        }
    }
}
