//! Versions of the IDL.

use std::fmt;

/// The version of Smithy that a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// `1` or `1.0`, and files that name none.
    V1,
    /// `2` or `2.0`.
    V2,
    /// `2.1`.
    V2_1,
}

impl Version {
    /// The version that a string names.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "1" | "1.0" => Some(Self::V1),
            "2" | "2.0" => Some(Self::V2),
            "2.1" => Some(Self::V2_1),
            _ => None,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V1 => "1.0",
            Self::V2 => "2.0",
            Self::V2_1 => "2.1",
        })
    }
}
