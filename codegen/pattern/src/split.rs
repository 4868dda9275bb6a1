//! A pattern too large for one automaton, as two that must both accept.
//!
//! Two counts that run at the same time multiply the states. Where the pattern ends in a counted class, and what
//! stands before it never ends in that class, the last count is that of the string's last run of the class, whatever
//! is before: it is checked on its own.

use super::set::ClassSet;
use super::syntax::{Assertion, Holds, Node, Side};

/// The pattern without the greatest count of its end, and its end; `None` if it has no such end.
pub(super) fn at_last_count(node: &Node) -> Option<[Node; 2]> {
    let Node::Sequence(pieces) = node else { return None };
    let [start, before @ .., last, end] = &pieces[..] else { return None };
    let (Node::Assertion(Assertion::Start), Node::Assertion(Assertion::End)) = (start, end) else {
        return None;
    };
    let Node::Repeat { body, min, max: Some(max) } = last else { return None };
    let Node::Set(class) = &**body else { return None };
    let before_ends = Ends::of_sequence(before)?;
    if !before_ends.last.intersection(class).is_empty() {
        return None;
    }
    let relaxed = Node::Set(class.clone()).repeat(0, None);
    let whole = [start].into_iter().chain(before).chain([&relaxed, end]).cloned().collect();
    let not_behind = Node::look(Side::Behind, Holds::IsNot, Node::Set(class.clone()));
    let run = Node::Set(class.clone()).repeat(*min, Some(*max));
    Some([Node::Sequence(whole), Node::Sequence(vec![not_behind, run, end.clone()])])
}

/// How the texts of a piece end.
struct Ends {
    /// All characters that can be the last.
    last: ClassSet,
    can_be_empty: bool,
}

impl Ends {
    /// Of a piece; `None` if it is not made of characters alone.
    fn of(node: &Node) -> Option<Self> {
        match node {
            Node::Set(set) => Some(Self { last: set.clone(), can_be_empty: false }),
            Node::Sequence(pieces) => Self::of_sequence(pieces),
            Node::Either(branches) => {
                let all: Vec<Self> = branches.iter().map(Self::of).collect::<Option<_>>()?;
                let can_be_empty = all.iter().any(|ends| ends.can_be_empty);
                let last = all.iter().fold(ClassSet::default(), |last, ends| last.union(&ends.last));
                Some(Self { last, can_be_empty })
            }
            Node::Repeat { body, min, .. } => {
                let Self { last, can_be_empty } = Self::of(body)?;
                Some(Self { last, can_be_empty: can_be_empty || *min == 0 })
            }
            Node::Capture(_, body) => Self::of(body),
            Node::Backreference(_) | Node::Assertion(_) => None,
        }
    }

    fn of_sequence(pieces: &[Node]) -> Option<Self> {
        let empty = Self { last: ClassSet::default(), can_be_empty: true };
        pieces.iter().try_fold(empty, |before, piece| {
            let Self { last, can_be_empty } = Self::of(piece)?;
            let last = if can_be_empty { before.last.union(&last) } else { last };
            Some(Self { last, can_be_empty: can_be_empty && before.can_be_empty })
        })
    }
}
