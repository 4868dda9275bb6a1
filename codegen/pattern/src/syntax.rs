//! A pattern as it is parsed: groups, repeats and assertions over sets of characters.

use super::set::ClassSet;

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One character of a set.
    Set(ClassSet),
    /// All pieces, one behind the other; none of them is the empty string.
    Sequence(Vec<Node>),
    /// One of the pieces.
    Either(Vec<Node>),
    /// A piece `min` to `max` times.
    Repeat { body: Box<Node>, min: u32, max: Option<u32> },
    /// A group whose text a backreference can ask for, by its number.
    Capture(usize, Box<Node>),
    /// The text of a group once more.
    Backreference(usize),
    /// What holds at a place, without a character of its own.
    Assertion(Assertion),
}

/// What holds at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Assertion {
    /// The string starts here.
    Start,
    /// The string ends here.
    End,
    /// A piece matches from here on, or up to here; or it does not.
    Look(Side, Holds, Box<Node>),
}

/// Where an assertion looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Ahead,
    Behind,
}

/// Whether an assertion is that something is, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Holds {
    Is,
    IsNot,
}

impl Node {
    /// The empty string.
    pub(super) fn empty() -> Self {
        Self::Sequence(Vec::new())
    }

    /// A piece once or not at all is this with 0 and 1.
    pub(super) fn repeat(self, min: u32, max: Option<u32>) -> Self {
        Self::Repeat { body: Box::new(self), min, max }
    }

    /// An assertion about what is ahead or behind.
    pub(super) fn look(side: Side, holds: Holds, body: Self) -> Self {
        Self::Assertion(Assertion::Look(side, holds, Box::new(body)))
    }

    /// That one side of a place has a character of `word` and the other has not, or the opposite.
    pub(super) fn boundary(holds: Holds, word: &ClassSet) -> Self {
        let look = |side, holds| Self::look(side, holds, Self::Set(word.clone()));
        let (same, other) = match holds {
            Holds::Is => (Holds::Is, Holds::IsNot),
            Holds::IsNot => (Holds::IsNot, Holds::Is),
        };
        let sides =
            |behind, ahead| Self::Sequence(vec![look(Side::Behind, behind), look(Side::Ahead, ahead)]);
        Self::Either(vec![sides(Holds::Is, other), sides(Holds::IsNot, same)])
    }

    /// The pieces that this one is made of.
    pub(super) fn children(&self) -> &[Node] {
        match self {
            Self::Sequence(pieces) | Self::Either(pieces) => pieces,
            Self::Repeat { body, .. }
            | Self::Capture(_, body)
            | Self::Assertion(Assertion::Look(_, _, body)) => std::slice::from_ref(body),
            Self::Set(_) | Self::Backreference(_) | Self::Assertion(Assertion::Start | Assertion::End) => &[],
        }
    }

    /// Whether this or a piece of it satisfies a condition.
    pub(super) fn any(&self, condition: &dyn Fn(&Node) -> bool) -> bool {
        condition(self) || self.children().iter().any(|child| child.any(condition))
    }

    /// Whether it is made of characters alone.
    pub(super) fn is_plain(&self) -> bool {
        !self.any(&|node| matches!(node, Self::Assertion(_) | Self::Backreference(_)))
    }
}
