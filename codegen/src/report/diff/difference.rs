//! One difference, and its marks.

use std::ops::{BitOr, BitOrAssign};

use crate::diagnostics::Span;

/// What a difference does between two who know different versions of the model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireMark {
    /// Clients made from the old model fail at servers of the new one.
    pub old_clients: bool,
    /// Clients made from the new model fail at servers of the old one.
    pub old_servers: bool,
}

impl WireMark {
    /// Nobody fails.
    pub const COMPATIBLE: Self = Self { old_clients: false, old_servers: false };
    /// Old clients fail.
    pub const OLD_CLIENTS: Self = Self { old_clients: true, old_servers: false };
    /// New clients fail at old servers.
    pub const OLD_SERVERS: Self = Self { old_clients: false, old_servers: true };
    /// Both fail.
    pub const BOTH: Self = Self { old_clients: true, old_servers: true };

    /// Whether anybody fails.
    pub fn is_breaking(self) -> bool {
        self != Self::COMPATIBLE
    }

    /// The mark in words.
    pub fn name(self) -> &'static str {
        match (self.old_clients, self.old_servers) {
            (false, false) => "compatible",
            (true, false) => "breaks old clients",
            (false, true) => "breaks old servers",
            (true, true) => "breaks old clients and old servers",
        }
    }
}

impl BitOr for WireMark {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            old_clients: self.old_clients || other.old_clients,
            old_servers: self.old_servers || other.old_servers,
        }
    }
}

impl BitOrAssign for WireMark {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// What a difference does to code that uses the crate generated from the old model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RustMark {
    /// Nothing.
    #[default]
    Neither,
    /// It compiles, and does something else.
    ChangesBehaviour,
    /// It may no longer compile.
    BreaksCode,
}

impl RustMark {
    /// The mark in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::ChangesBehaviour => "changes behaviour",
            Self::BreaksCode => "breaks code",
        }
    }
}

/// What a difference is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangedPart {
    /// The id of the shape; none for metadata.
    pub shape: Option<String>,
    /// The member, or the key of the metadata.
    pub member: Option<String>,
    /// The id of the trait.
    pub trait_id: Option<String>,
    /// The part of the value, as a JSON pointer; or what was bound, named or listed.
    pub part: Option<String>,
}

/// Where a difference is, in the old model and in the new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// In the old model.
    pub old: Option<Span>,
    /// In the new model.
    pub new: Option<Span>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelChange {
    /// Its kind: the id of Smithy's event where there is one.
    pub id: String,
    /// What it is about.
    pub part: ChangedPart,
    /// The operations whose messages, errors or code it touches, by name; none where no operation uses the shape.
    pub operations: Vec<String>,
    /// What was.
    pub old: Option<String>,
    /// What is.
    pub new: Option<String>,
    /// What it does on the wire.
    pub wire: WireMark,
    /// What it does to Rust code.
    pub rust: RustMark,
    /// Why, in one sentence without its full stop.
    pub why: String,
    /// Where it is.
    pub place: Place,
    /// Whether the old model calls it unstable, so that nobody may rely on it.
    pub unstable: bool,
}

impl ModelChange {
    /// Whether somebody who relied on the old model fails, unless it was unstable.
    pub fn breaks_wire(&self) -> bool {
        self.wire.is_breaking() && !self.unstable
    }

    /// Whether code may no longer compile, unless it used something unstable.
    pub fn breaks_code(&self) -> bool {
        self.rust == RustMark::BreaksCode && !self.unstable
    }

    /// The shape and member that it is about, without the namespace.
    pub fn owner(&self) -> String {
        let shape = self.part.shape.as_deref().map(|id| id.split_once('#').map_or(id, |(_, name)| name));
        match (shape, &self.part.member) {
            (Some(shape), Some(member)) => format!("{shape}${member}"),
            (Some(shape), None) => shape.to_owned(),
            (None, Some(key)) => format!("metadata `{key}`"),
            (None, None) => "the model".to_owned(),
        }
    }

    /// What names this difference in a list of accepted ones: it depends on the kind, the part, and what was and is,
    /// and on no place and no other difference.
    pub fn fingerprint(&self) -> String {
        let ChangedPart { shape, member, trait_id, part } = &self.part;
        let optional = [shape, member, trait_id, part, &self.old, &self.new];
        let mut hash = fnv(FNV_OFFSET, self.id.as_bytes());
        for text in optional {
            // What is absent differs from what is empty.
            hash = fnv(hash, &[0, u8::from(text.is_some())]);
            hash = fnv(hash, text.as_deref().unwrap_or_default().as_bytes());
        }
        format!("{hash:016x}")
    }

    /// What differences are sorted by.
    pub(super) fn order(&self) -> (&ChangedPart, &str, &Option<String>, &Option<String>) {
        (&self.part, &self.id, &self.old, &self.new)
    }
}

/// The offset basis of the 64 bit FNV-1a hash.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash FNV-1a of more bytes.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
