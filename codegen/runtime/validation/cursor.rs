//! Where a check stands: steps that are linked through the stack, so that only a violation allocates.

use super::super::report::{Kind, Path, Segment, Violation};

use std::borrow::Cow;

/// Where a check stands in a value.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    outer: Option<&'a Cursor<'a>>,
    step: Step<'a>,
    /// The Rust field of the last member on the way.
    field: Option<&'static str>,
    /// Whether keys below here must not be shown.
    hidden: bool,
    depth: usize,
}

/// One step to where a check stands.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'static str),
    Index(usize),
    Key(&'a str),
    KnownKey(&'static str),
    /// A key that the service itself named.
    NamedKey(&'a str),
}

/// Keys stay unseen: they may be secrets.
impl std::fmt::Debug for Step<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Root => f.write_str("/"),
            Self::Member(name) | Self::KnownKey(name) => f.write_str(name),
            Self::Index(index) => write!(f, "{index}"),
            Self::Key(_) | Self::NamedKey(_) => f.write_str("*"),
        }
    }
}

impl<'a> Cursor<'a> {
    /// The value that is checked as a whole.
    pub const ROOT: Cursor<'static> =
        Cursor { outer: None, step: Step::Root, field: None, hidden: false, depth: 0 };

    /// A member, by its name in the model and that of its Rust field.
    pub fn member(&'a self, name: &'static str, field: &'static str) -> Self {
        Self { field: Some(field), ..self.step(Step::Member(name)) }
    }

    /// A member whose keys must not be shown.
    pub fn secret(&'a self, name: &'static str, field: &'static str) -> Self {
        Self { hidden: true, ..self.member(name, field) }
    }

    /// A member of a union, by its name in the model.
    pub fn variant(&'a self, name: &'static str) -> Self {
        Self { field: None, ..self.step(Step::Member(name)) }
    }

    /// A member of a union whose keys must not be shown.
    pub fn secret_variant(&'a self, name: &'static str) -> Self {
        Self { hidden: true, ..self.variant(name) }
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
        Self { outer: Some(self), step, field: self.field, hidden: self.hidden, depth: self.depth + 1 }
    }

    /// How many steps lead here.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// What is violated here.
    pub(super) fn violation(&self, kind: Kind) -> Violation {
        Violation::of_constraint(self.path(), self.field, kind)
    }

    /// The path that leads here.
    fn path(&self) -> Path {
        let mut segments = Vec::with_capacity(self.depth);
        let mut next = Some(self);
        while let Some(at) = next {
            segments.extend(at.segment());
            next = at.outer;
        }
        segments.reverse();
        Path::new(segments)
    }

    fn segment(&self) -> Option<Segment> {
        Some(match self.step {
            Step::Root => return None,
            Step::Member(name) => Segment::Member(name),
            Step::Index(index) => Segment::Index(index),
            Step::Key(_) if self.hidden => Segment::RedactedKey,
            Step::Key(key) | Step::NamedKey(key) => Segment::Key(Cow::Owned(key.to_owned())),
            Step::KnownKey(key) => Segment::Key(Cow::Borrowed(key)),
        })
    }
}
