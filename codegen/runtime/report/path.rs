//! Where in a value something stands.

use std::borrow::Cow;
use std::fmt;

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
    /// To a member of a structure or union, by its name in the model.
    Member(&'static str),
    /// To an element of a list, counted from 0.
    Index(usize),
    /// To the value of a map's key.
    Key(Cow<'static, str>),
    /// To the value of a key in a sensitive map: the key is not kept.
    RedactedKey,
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

    /// Whether this is `outer`, or leads further from there.
    pub fn starts_with(&self, outer: &Self) -> bool {
        self.segments.starts_with(&outer.segments)
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
