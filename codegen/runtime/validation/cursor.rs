//! Where a check stands: steps that are linked through the stack, so that only a violation allocates.

use super::super::report::{Kind, Path, Segment, Violation};

use std::borrow::Cow;

/// Where a check stands in a value.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    outer: Option<&'a Cursor<'a>>,
    step: Step<'a>,
    depth: usize,
}

/// One step to where a check stands.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    /// The same, and keys below must not be shown.
    HiddenRoot,
    /// A member, by its name in the model and that of its Rust field.
    Member(&'static str, &'static str),
    /// A member, by one text of its names.
    Named(&'static str),
    Index(usize),
    Key(&'a str),
    KnownKey(&'static str),
    /// A key that the service itself named.
    NamedKey(&'a str),
}

/// What stands behind the names of a member below which keys must not be shown.
const HIDES_KEYS: &str = "*";

/// Keys stay unseen: they may be secrets.
impl std::fmt::Debug for Step<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Root | Self::HiddenRoot => f.write_str("/"),
            Self::Member(name, _) | Self::Named(name) | Self::KnownKey(name) => f.write_str(name),
            Self::Index(index) => write!(f, "{index}"),
            Self::Key(_) | Self::NamedKey(_) => f.write_str("*"),
        }
    }
}

impl<'a> Cursor<'a> {
    /// The value that is checked as a whole.
    pub const ROOT: Cursor<'static> = Cursor { outer: None, step: Step::Root, depth: 0 };

    /// The same place, below which keys must not be shown.
    pub fn hidden(&'a self) -> Self {
        Self { outer: Some(self), step: Step::HiddenRoot, depth: self.depth }
    }

    /// A member, by its name in the model and that of its Rust field.
    pub fn member(&'a self, name: &'static str, field: &'static str) -> Self {
        self.step(Step::Member(name, field))
    }

    /// A member, by its name in the model, the name of its Rust field unless it is one of a union, and `*` if keys below
    /// it must not be shown, with spaces between.
    pub fn named(&'a self, names: &'static str) -> Self {
        self.step(Step::Named(names))
    }

    /// An element of a list.
    pub fn index(&'a self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The value of a map's key.
    pub fn key(&'a self, key: &'a str) -> Self {
        self.step(Step::Key(key))
    }

    /// The value of a key that a rule knows, and that may therefore be shown.
    pub fn known_key(&'a self, key: &'static str) -> Self {
        self.step(Step::KnownKey(key))
    }

    /// The value of a key that the service asked for, and that may therefore be shown.
    pub fn named_key(&'a self, key: &'a str) -> Self {
        self.step(Step::NamedKey(key))
    }

    fn step(&'a self, step: Step<'a>) -> Self {
        Self { outer: Some(self), step, depth: self.depth + 1 }
    }

    /// The steps that lead here, from the inside to the outside.
    fn outwards(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |at| at.outer)
    }

    /// The Rust field of the last member on the way.
    fn field(&self) -> Option<&'static str> {
        let of_member = |at: &Self| match at.step {
            Step::Member(_, field) => Some(Some(field)),
            Step::Named(names) => Some(names.split(' ').nth(1).filter(|&name| name != HIDES_KEYS)),
            _ => None,
        };
        self.outwards().find_map(of_member).flatten()
    }

    /// Whether keys below here must not be shown.
    fn hides_keys(&self) -> bool {
        self.outwards().any(|at| match at.step {
            Step::Named(names) => names.ends_with(HIDES_KEYS),
            Step::HiddenRoot => true,
            _ => false,
        })
    }

    /// How many steps lead here.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// What is violated here.
    pub(super) fn violation(&self, kind: Kind) -> Violation {
        Violation::of_constraint(self.path(), self.field(), kind)
    }

    /// The path that leads here.
    fn path(&self) -> Path {
        let mut segments: Vec<Segment> = self.outwards().filter_map(Self::segment).collect();
        segments.reverse();
        Path::new(segments)
    }

    fn segment(&self) -> Option<Segment> {
        Some(match self.step {
            Step::Root | Step::HiddenRoot => return None,
            Step::Member(name, _) => Segment::Member(name),
            Step::Named(names) => Segment::Member(names.split(' ').next().unwrap_or(names)),
            Step::Index(index) => Segment::Index(index),
            Step::Key(_) if self.hides_keys() => Segment::RedactedKey,
            Step::Key(key) | Step::NamedKey(key) => Segment::Key(Cow::Owned(key.to_owned())),
            Step::KnownKey(key) => Segment::Key(Cow::Borrowed(key)),
        })
    }
}
