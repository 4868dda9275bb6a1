//! Backreferences without memory: a group that has few texts becomes alternatives, one for each text.
//!
//! A group of one character out of many is written out for ASCII alone. What is left is bounded: once with all other
//! characters alike, and once without them. Where both bounds are the same automaton, that is what the pattern means.

use super::reading::Unchecked;
use super::set::ClassSet;
use super::syntax::{Assertion, Holds, Node, Side};

/// How many texts a group may have.
const MAX_TEXTS: usize = 200;
/// How many pieces may be written out in all.
const MAX_PIECES: usize = 100_000;
/// How many groups of one sequence may be written out.
const MAX_GROUPS: usize = 16;

/// Which side a pattern is approached from where not all texts are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// No string too many.
    Lower,
    /// No string too few.
    Upper,
}

impl Bound {
    /// The bound of what must not match.
    fn opposite(self) -> Self {
        match self {
            Self::Lower => Self::Upper,
            Self::Upper => Self::Lower,
        }
    }
}

/// The texts of a group.
struct Texts {
    /// Those that are written out.
    each: Vec<Node>,
    /// Characters that are not; it is empty if all are.
    others: ClassSet,
}

/// A pattern with its backreferences written out.
pub(super) struct Expanded {
    pub(super) node: Node,
    /// Whether it is the pattern itself, not a bound of it.
    pub(super) is_exact: bool,
}

/// Whether a pattern has backreferences.
pub(super) fn has_any(node: &Node) -> bool {
    node.any(&|node| matches!(node, Node::Backreference(_)))
}

/// A pattern without the backreferences that can be written out, or a bound of it.
///
/// # Errors
///
/// Too many texts. Backreferences that cannot be written out are left as they are.
pub(super) fn expanded(node: &Node, bound: Bound) -> Result<Expanded, Unchecked> {
    let mut expander = Expander { pieces: 0, groups: 0, is_exact: true };
    let node = expander.expand(node, bound)?;
    Ok(Expanded { node, is_exact: expander.is_exact })
}

struct Expander {
    /// How many pieces are written out.
    pieces: usize,
    /// How many groups around this place are.
    groups: usize,
    is_exact: bool,
}

impl Expander {
    fn expand(&mut self, node: &Node, bound: Bound) -> Result<Node, Unchecked> {
        if !has_any(node) {
            return Ok(node.clone());
        }
        match node {
            Node::Sequence(pieces) => self.sequence(pieces, bound),
            Node::Either(branches) => self.all(branches, bound).map(Node::Either),
            Node::Repeat { body, min, max } => Ok(self.expand(body, bound)?.repeat(*min, *max)),
            Node::Capture(number, body) => Ok(Node::Capture(*number, Box::new(self.expand(body, bound)?))),
            Node::Assertion(Assertion::Look(Side::Ahead, holds, body)) => {
                let inner = match holds {
                    Holds::Is => bound,
                    Holds::IsNot => bound.opposite(),
                };
                Ok(Node::look(Side::Ahead, *holds, self.expand(body, inner)?))
            }
            // A look-behind reads backwards, where a backreference comes before its group.
            Node::Assertion(Assertion::Look(Side::Behind, ..)) => Err(Unchecked::Backreference),
            Node::Set(_) | Node::Backreference(_) | Node::Assertion(Assertion::Start | Assertion::End) => {
                Ok(node.clone())
            }
        }
    }

    fn all(&mut self, nodes: &[Node], bound: Bound) -> Result<Vec<Node>, Unchecked> {
        nodes.iter().map(|node| self.expand(node, bound)).collect()
    }

    fn sequence(&mut self, pieces: &[Node], bound: Bound) -> Result<Node, Unchecked> {
        let referred = pieces.iter().enumerate().find_map(|(index, piece)| {
            let Node::Capture(number, body) = piece else { return None };
            let refers = |node: &Node| *node == Node::Backreference(*number);
            let later = pieces[index + 1..].iter().any(|later| later.any(&refers));
            if later { Some((index, *number, texts(body)?)) } else { None }
        });
        let Some((index, number, texts)) = referred else {
            return self.all(pieces, bound).map(Node::Sequence);
        };
        self.is_exact &= texts.others.is_empty();
        let others = Some(Node::Set(texts.others)).filter(|_| bound == Bound::Upper);
        let size: usize = pieces[index..].iter().map(size).sum();
        self.groups += 1;
        let mut branches = Vec::new();
        for text in texts.each.into_iter().chain(others) {
            self.pieces += size;
            if self.pieces > MAX_PIECES || self.groups > MAX_GROUPS {
                return Err(Unchecked::Backreference);
            }
            let rest = pieces[index + 1..].iter().map(|piece| substituted(piece, number, &text));
            let branch: Vec<Node> = [text.clone()].into_iter().chain(rest).collect();
            branches.push(self.sequence(&branch, bound)?);
        }
        self.groups -= 1;
        let mut whole = self.all(&pieces[..index], bound)?;
        whole.push(Node::Either(branches));
        Ok(Node::Sequence(whole))
    }
}

/// Of how many pieces a piece is made.
fn size(node: &Node) -> usize {
    1 + node.children().iter().map(size).sum::<usize>()
}

/// The texts of a group's body, if they are few or all of one character.
fn texts(body: &Node) -> Option<Texts> {
    if let Node::Set(set) = body
        && set.len() > MAX_TEXTS
    {
        let each = set.chars().take_while(char::is_ascii).map(one).collect();
        return Some(Texts { each, others: set.intersection(&ClassSet::new([(0x80, u32::MAX)])) });
    }
    Some(Texts { each: all_texts(body)?, others: ClassSet::default() })
}

fn one(c: char) -> Node {
    Node::Set(ClassSet::one(c))
}

/// All texts of a piece, if they are few.
fn all_texts(node: &Node) -> Option<Vec<Node>> {
    let texts: Vec<Node> = match node {
        Node::Set(set) if set.len() <= MAX_TEXTS => set.chars().map(one).collect(),
        Node::Sequence(pieces) => {
            pieces.iter().try_fold(vec![Node::empty()], |texts, piece| joined(&texts, &all_texts(piece)?))?
        }
        Node::Either(branches) => {
            branches.iter().map(all_texts).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect()
        }
        Node::Repeat { body, min, max: Some(max) } if *max as usize <= MAX_TEXTS => {
            repeated(&all_texts(body)?, *min, *max)?
        }
        Node::Set(_)
        | Node::Repeat { .. }
        | Node::Capture(..)
        | Node::Backreference(_)
        | Node::Assertion(_) => {
            return None;
        }
    };
    (texts.len() <= MAX_TEXTS).then_some(texts)
}

fn joined(firsts: &[Node], seconds: &[Node]) -> Option<Vec<Node>> {
    let pairs = firsts.iter().flat_map(|first| seconds.iter().map(move |second| (first, second)));
    let few = firsts.len() * seconds.len() <= MAX_TEXTS;
    few.then(|| pairs.map(|(first, second)| Node::Sequence(vec![first.clone(), second.clone()])).collect())
}

fn repeated(texts: &[Node], min: u32, max: u32) -> Option<Vec<Node>> {
    let mut round = vec![Node::empty()];
    let mut all = Vec::new();
    for count in 0..=max {
        if count >= min {
            all.extend(round.iter().cloned());
        }
        if all.len() > MAX_TEXTS {
            return None;
        }
        round = if count < max { joined(&round, texts)? } else { Vec::new() };
    }
    Some(all)
}

/// A piece with a text in place of the backreferences to a group.
fn substituted(node: &Node, number: usize, text: &Node) -> Node {
    let each = |nodes: &[Node]| nodes.iter().map(|node| substituted(node, number, text)).collect();
    match node {
        Node::Backreference(referred) if *referred == number => text.clone(),
        Node::Sequence(pieces) => Node::Sequence(each(pieces)),
        Node::Either(branches) => Node::Either(each(branches)),
        Node::Repeat { body, min, max } => substituted(body, number, text).repeat(*min, *max),
        Node::Capture(own, body) => Node::Capture(*own, Box::new(substituted(body, number, text))),
        Node::Assertion(Assertion::Look(side, holds, body)) => {
            Node::look(*side, *holds, substituted(body, number, text))
        }
        Node::Set(_) | Node::Backreference(_) | Node::Assertion(Assertion::Start | Assertion::End) => {
            node.clone()
        }
    }
}
