//! A parsed pattern as terms: what follows a piece is handed to it, so that assertions can speak of the whole rest.

use super::derive::Holding;
use super::partition::Partition;
use super::reading::{Limit, Unchecked};
use super::syntax::{Assertion, Holds, Node, Side};
use super::terms::{Arena, Term, TermId, UNBOUNDED};

/// The guard that holds where the string starts.
pub(super) const START: u8 = 0;
/// How many guards there can be.
const MAX_GUARDS: usize = 32;
/// How often assertions can be repeated within counted repeats, all together.
const MAX_UNROLLED: usize = 1 << 16;

/// A pattern as terms.
#[derive(Debug)]
pub(super) struct Translated {
    /// The strings that have a match.
    pub(super) whole: TermId,
    /// For each guard behind [`START`], the strings that end in what it looks for.
    pub(super) behind: Vec<TermId>,
}

/// What may follow a piece: as long as the innermost repeat has read nothing, and once it has.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Rest {
    fresh: TermId,
    moved: TermId,
}

impl Rest {
    /// The same in both cases.
    fn always(rest: TermId) -> Self {
        Self { fresh: rest, moved: rest }
    }

    /// What follows if something was read.
    fn moved(self) -> Self {
        Self::always(self.moved)
    }
}

/// Whether the string can start where a piece stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Anywhere,
    /// Behind a character at least, so that `^` never holds.
    NotAtStart,
}

struct Translator<'a> {
    arena: &'a mut Arena,
    partition: &'a Partition,
    behind: Vec<TermId>,
    /// The look-behinds so far, to give equal ones one guard.
    bodies: Vec<Node>,
    place: Span,
    is_within_behind: bool,
    unrolled: usize,
}

/// The strings that have a match: one from their start, or from any character on.
///
/// # Errors
///
/// Look-behinds that look ahead, or too many.
pub(super) fn whole(arena: &mut Arena, partition: &Partition, node: &Node) -> Result<Translated, Unchecked> {
    let mut translator = Translator {
        arena,
        partition,
        behind: Vec::new(),
        bodies: Vec::new(),
        place: Span::Anywhere,
        is_within_behind: false,
        unrolled: 0,
    };
    let at_start = translator.piece(node, Rest::always(Arena::ANY))?;
    translator.place = Span::NotAtStart;
    let later = translator.piece(node, Rest::always(Arena::ANY))?;
    let all = translator.arena.all();
    let some = translator.arena.repeat(all, 1, UNBOUNDED);
    let later = translator.arena.concat(some, later);
    let behind = translator.behind;
    Ok(Translated { whole: arena.either(vec![at_start, later]), behind })
}

impl Translator<'_> {
    /// The strings that a piece matches a start of, so that the rest is right.
    fn piece(&mut self, node: &Node, rest: Rest) -> Result<TermId, Unchecked> {
        self.arena.spend(1);
        if self.arena.is_spent() {
            return Ok(Arena::NOTHING);
        }
        if node.is_plain() {
            return Ok(self.plain_before(node, rest));
        }
        match node {
            Node::Sequence(pieces) => self.sequence(pieces, rest).map(|rest| rest.fresh),
            Node::Either(branches) => {
                let branches: Result<_, _> = branches.iter().map(|branch| self.piece(branch, rest)).collect();
                Ok(self.arena.either(branches?))
            }
            Node::Repeat { body, min, max } => self.repeat(body, *min, *max, rest),
            Node::Capture(_, body) => self.piece(body, rest),
            Node::Backreference(_) => Err(Unchecked::Backreference),
            Node::Assertion(assertion) => self.assertion(assertion, rest.fresh),
            Node::Set(_) => Ok(self.plain_before(node, rest)),
        }
    }

    /// A piece without assertions, which a term of its own stands for.
    fn plain_before(&mut self, node: &Node, rest: Rest) -> TermId {
        let term = self.plain(node);
        if rest.fresh == rest.moved {
            return self.arena.concat(term, rest.fresh);
        }
        let nonempty = self.arena.not(Arena::EMPTY);
        let moving = self.arena.both(vec![term, nonempty]);
        let moving = if self.arena.nullable(term) == Some(false) { term } else { moving };
        let moving = self.arena.concat(moving, rest.moved);
        let fresh = if self.arena.nullable(term) == Some(true) { rest.fresh } else { Arena::NOTHING };
        self.arena.either(vec![moving, fresh])
    }

    fn plain(&mut self, node: &Node) -> TermId {
        self.arena.spend(1);
        match node {
            Node::Set(set) => self.arena.class(self.partition.mask(set)),
            Node::Sequence(pieces) => {
                let terms: Vec<TermId> = pieces.iter().map(|piece| self.plain(piece)).collect();
                terms.into_iter().rev().fold(Arena::EMPTY, |rest, term| self.arena.concat(term, rest))
            }
            Node::Either(branches) => {
                let terms = branches.iter().map(|branch| self.plain(branch)).collect();
                self.arena.either(terms)
            }
            Node::Repeat { body, min, max } => {
                let body = self.plain(body);
                self.arena.repeat(body, *min, max.unwrap_or(UNBOUNDED))
            }
            Node::Capture(_, body) => self.plain(body),
            Node::Backreference(_) | Node::Assertion(_) => Arena::NOTHING,
        }
    }

    fn sequence(&mut self, pieces: &[Node], rest: Rest) -> Result<Rest, Unchecked> {
        pieces.iter().rev().try_fold(rest, |rest, piece| {
            let fresh = self.piece(piece, rest)?;
            let moved = if rest == rest.moved() { fresh } else { self.piece(piece, rest.moved())? };
            Ok(Rest { fresh, moved })
        })
    }

    /// A repeat of assertions: the first rounds are written out, and each round beyond must read something, as
    /// ECMA-262 has it.
    fn repeat(&mut self, body: &Node, min: u32, max: Option<u32>, rest: Rest) -> Result<TermId, Unchecked> {
        let mut behind = match max {
            None => self.unbounded(body, rest)?,
            Some(max) => {
                let mut behind = rest;
                for _ in min..max {
                    behind = self.optional(body, rest, behind.moved)?;
                }
                behind
            }
        };
        for _ in 0..min {
            self.count_round()?;
            behind = self.sequence(std::slice::from_ref(body), behind)?;
        }
        Ok(behind.fresh)
    }

    fn optional(&mut self, body: &Node, rest: Rest, next: TermId) -> Result<Rest, Unchecked> {
        self.count_round()?;
        let round = self.piece(body, Rest { fresh: Arena::NOTHING, moved: next })?;
        let fresh = self.arena.either(vec![rest.fresh, round]);
        let moved = self.arena.either(vec![rest.moved, round]);
        Ok(Rest { fresh, moved })
    }

    fn unbounded(&mut self, body: &Node, rest: Rest) -> Result<Rest, Unchecked> {
        let again = self.arena.declare();
        let Rest { fresh, moved } = self.optional(body, rest, again.1)?;
        self.arena.define(again, moved);
        Ok(Rest { fresh, moved: again.1 })
    }

    fn count_round(&mut self) -> Result<(), Unchecked> {
        self.unrolled += 1;
        let limit = Unchecked::TooLarge { limit: Limit::Steps, cap: MAX_UNROLLED };
        if self.unrolled > MAX_UNROLLED || self.arena.is_spent() { Err(limit) } else { Ok(()) }
    }

    fn assertion(&mut self, assertion: &Assertion, rest: TermId) -> Result<TermId, Unchecked> {
        match assertion {
            Assertion::Start if self.place == Span::NotAtStart => Ok(Arena::NOTHING),
            Assertion::Start => Ok(self.guarded(START, Holds::Is, rest)),
            Assertion::End => {
                self.refuse_within_behind()?;
                Ok(self.arena.both(vec![Arena::EMPTY, rest]))
            }
            Assertion::Look(Side::Ahead, holds, body) => {
                self.refuse_within_behind()?;
                let ahead = self.piece(body, Rest::always(Arena::ANY))?;
                let ahead = match holds {
                    Holds::Is => ahead,
                    Holds::IsNot => self.arena.not(ahead),
                };
                Ok(self.arena.both(vec![ahead, rest]))
            }
            Assertion::Look(Side::Behind, holds, body) => {
                let number = self.behind(body)?;
                Ok(self.guarded(number, *holds, rest))
            }
        }
    }

    fn refuse_within_behind(&self) -> Result<(), Unchecked> {
        if self.is_within_behind { Err(Unchecked::AheadWithinBehind) } else { Ok(()) }
    }

    fn guarded(&mut self, number: u8, holds: Holds, rest: TermId) -> TermId {
        if rest == Arena::NOTHING {
            return rest;
        }
        let guard = self.arena.guard(number, holds);
        if rest == Arena::EMPTY { guard } else { self.arena.make(Term::Concat(guard, rest)) }
    }

    /// The guard for a look-behind; those within it come before it.
    fn behind(&mut self, body: &Node) -> Result<u8, Unchecked> {
        if let Some(known) = self.bodies.iter().position(|known| known == body) {
            return Ok(number(known));
        }
        let (place, outer) = (self.place, self.is_within_behind);
        (self.place, self.is_within_behind) = (Span::Anywhere, true);
        let term = self.piece(body, Rest::always(Arena::EMPTY));
        (self.place, self.is_within_behind) = (place, outer);
        let ending = self.arena.concat(Arena::ANY, term?);
        if self.behind.len() + 1 >= MAX_GUARDS {
            return Err(Unchecked::TooLarge { limit: Limit::LookBehinds, cap: MAX_GUARDS - 1 });
        }
        self.bodies.push(body.clone());
        self.behind.push(ending);
        Ok(number(self.behind.len() - 1))
    }
}

/// The number of the guard for a look-behind.
fn number(index: usize) -> u8 {
    u8::try_from(index + 1).expect("there are at most 32 guards")
}

/// The bit of a guard.
pub(super) fn bit(number: u8) -> Holding {
    1 << number
}
