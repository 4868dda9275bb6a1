//! What is wrong with a value: every violation with its path, what was expected there, and Smithy's message.

pub mod pattern;
use std::fmt;

use super::wire::Read;

/// What is wrong with a value: one violation at least.
///
/// At most [`Violations::LIMIT`] are kept, so that no request makes its refusal larger than itself;
/// [`Violations::omitted`] says how many more there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
    omitted: usize,
}

/// One thing that is wrong with a value. It holds nothing of the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: Path,
    field: Option<&'static str>,
    kind: Kind,
}

/// What a violation violates.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A value is required and is absent or null.
    Required,
}

/// Where in a value something stands: the steps that lead there from the outside.
///
/// It prints as a JSON pointer (RFC 6901) made of member names, indexes and keys: `/Users/0/Name`. A key that
/// must not be shown prints as `*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    segments: Vec<Segment>,
}

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Segment {
    /// To a member of a structure or union, by its name on the wire.
    Member(&'static str),
    /// To an element of a list, counted from 0.
    Index(usize),
    /// To the value of a map's key.
    Key(String),
    /// To the value of a key in a sensitive map: the key is not kept.
    RedactedKey,
}

impl Violations {
    /// How many violations are kept.
    pub const LIMIT: usize = 100;

    /// How many violations are kept: one at least, [`Violations::LIMIT`] at most.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Always false: there is a violation, or there are no `Violations`.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many more violations there were than are kept.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The first violation, in the order in which they were found.
    pub fn first(&self) -> &Violation {
        &self.list[0]
    }

    /// All violations that are kept, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// All messages in one line, as the `message` of Smithy's `ValidationException` has them.
    ///
    /// Smithy fixes the text for one violation. For more it is ours: `2 validation errors detected. M1; M2`.
    pub fn summary(&self) -> String {
        let messages: Vec<String> = self.list.iter().map(Violation::message).collect();
        let messages = messages.join("; ");
        match self.list.len().saturating_add(self.omitted) {
            1 => format!("1 validation error detected. {messages}"),
            count if self.omitted == 0 => format!("{count} validation errors detected. {messages}"),
            count => format!("{count} validation errors detected. {messages}; and {} more", self.omitted),
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.list.iter().enumerate() {
            let end = if index == 0 { "" } else { "\n" };
            write!(f, "{end}{violation}")?;
        }
        if self.omitted > 0 { write!(f, "\nand {} more", self.omitted) } else { Ok(()) }
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Violation {
    /// Where the value stands, or should stand.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the Rust field that the path ends in, if it ends in one.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// What is violated.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The violation in Smithy's words: `Value at '/a/b' failed to satisfy constraint: Member must not be null`.
    pub fn message(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let must = match self.kind {
            Kind::Required => "not be null",
        };
        write!(f, "Value at '{}' failed to satisfy constraint: Member must {must}", self.path)
    }
}

impl Path {
    /// The path of these steps.
    pub fn new(segments: Vec<Segment>) -> Self {
        Self { segments }
    }

    /// The steps, from the outside to the inside.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| match segment {
            Segment::Member(name) => write!(f, "/{name}"),
            Segment::Index(index) => write!(f, "/{index}"),
            Segment::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::RedactedKey => f.write_str("/*"),
        })
    }
}

/// Gathers violations, up to the limit.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    list: Vec<Violation>,
    omitted: usize,
}

impl Gathered {
    /// Adds one; its path is asked for only if it is kept.
    pub(super) fn add(&mut self, kind: Kind, field: Option<&'static str>, path: impl FnOnce() -> Path) {
        if self.list.len() < Violations::LIMIT {
            self.list.push(Violation { path: path(), field, kind });
        } else {
            self.omitted += 1;
        }
    }

    /// The violations, or the value if there are none.
    pub(super) fn finish<T>(self, value: T) -> Result<T, Violations> {
        let Self { list, omitted } = self;
        if list.is_empty() { Ok(value) } else { Err(Violations { list, omitted }) }
    }
}

/// Gathers the required members that a builder lacks.
#[derive(Clone, Debug, Default)]
pub struct Missing {
    gathered: Gathered,
}

impl Missing {
    /// The value of a required member. Where there is none, that is noted and a stand-in returned, which
    /// [`Missing::finish`] keeps from being seen.
    pub fn required<T: Read>(&mut self, wire: &'static str, field: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.note(wire, field);
            T::corrected()
        })
    }

    fn note(&mut self, wire: &'static str, field: &'static str) {
        self.gathered.add(Kind::Required, Some(field), || Path::new(vec![Segment::Member(wire)]));
    }

    /// Gives what was built.
    ///
    /// # Errors
    ///
    /// Every required member that was absent.
    pub fn finish<T>(self, built: T) -> Result<T, Violations> {
        self.gathered.finish(built)
    }
}
