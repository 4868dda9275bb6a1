//! The parser of patterns: ECMA-262 with the flag `u`, and where that fails the lenient readings.

mod class;
mod cursor;
mod escape;
mod group;
mod java;
mod java_syntax;
mod property;
mod quantifier;
mod sets;

use self::cursor::Cursor;
use self::group::Flags;
use super::reading::{Leniency, Limit, Reading, Unchecked};
use super::set::ClassSet;
use super::syntax::{Assertion, Holds, Node, Side};

/// How deep groups and classes may nest.
const MAX_DEPTH: usize = 200;
/// How many characters a pattern may have.
const MAX_LENGTH: usize = 1 << 16;

/// What is read besides strict ECMA-262.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// Nothing.
    Strict,
    /// What has one meaning wherever it is allowed.
    Lenient,
    /// That, in a pattern that only Java can read: there, some names mean ASCII.
    Java,
}

/// A pattern that is being read.
struct Parser {
    cursor: Cursor,
    dialect: Dialect,
    lenient: Vec<Leniency>,
    flags: Flags,
    depth: usize,
    groups: usize,
    names: Vec<(String, usize)>,
    /// Whether a class holds a `[`, which is where Java's reading differs.
    nested_class: bool,
    /// The greatest group that a backreference names, and where.
    referred: (usize, usize),
}

/// Parses a pattern, and says which lenient readings it needed.
///
/// # Errors
///
/// What is wrong by ECMA-262 where no lenient reading helps.
pub(super) fn pattern(text: &str) -> Result<(Node, Vec<Leniency>), Unchecked> {
    if text.chars().nth(MAX_LENGTH).is_some() {
        return Err(Unchecked::TooLarge { limit: Limit::Length, cap: MAX_LENGTH });
    }
    if let Ok(parsed) = Parser::new(text, Dialect::Strict).all() {
        return Ok(parsed);
    }
    match Parser::new(text, Dialect::Lenient).all() {
        Ok(parsed) if !parsed.1.iter().any(|leniency| leniency.reading.is_java()) => Ok(parsed),
        Ok(_) => Parser::new(text, Dialect::Java).all().map_err(|refused| refusal(text, refused)),
        Err(refused) => Parser::new(text, Dialect::Java).all().map_err(|_| refusal(text, refused)),
    }
}

/// What is wrong with a pattern that no dialect helps: whether it is one that only this parser does not know.
fn refusal(text: &str, refused: Unchecked) -> Unchecked {
    match refused {
        Unchecked::Syntax { at, hint } if !java_syntax::is_java(text) => Unchecked::Invalid { at, hint },
        refused => refused,
    }
}

impl Parser {
    fn new(text: &str, dialect: Dialect) -> Self {
        Self {
            cursor: Cursor::new(text),
            dialect,
            lenient: Vec::new(),
            flags: Flags::default(),
            depth: 0,
            groups: 0,
            names: Vec::new(),
            nested_class: false,
            referred: (0, 0),
        }
    }

    fn all(mut self) -> Result<(Node, Vec<Leniency>), Unchecked> {
        let node = self.alternatives()?;
        if self.cursor.peek().is_some() {
            return Err(self.wrong("`(` is due before it, or `\\)` in its place"));
        }
        let (group, at) = self.referred;
        if group > self.groups {
            let hint = format!("the pattern has {} groups, and none of number {group}", self.groups);
            return Err(Unchecked::Syntax { at, hint });
        }
        Ok((node, self.lenient))
    }

    /// What is wrong at the next character.
    fn wrong(&self, hint: &str) -> Unchecked {
        Unchecked::Syntax { at: self.cursor.at(), hint: hint.to_owned() }
    }

    /// Notes that what stands between `from` and here takes a lenient reading.
    fn lenient(&mut self, reading: Reading, from: usize, strict: &str) -> Result<(), Unchecked> {
        if self.dialect == Dialect::Strict {
            return Err(Unchecked::Syntax { at: from, hint: strict.to_owned() });
        }
        let leniency = Leniency { reading, source: self.cursor.since(from) };
        if !self.lenient.contains(&leniency) {
            self.lenient.push(leniency);
        }
        Ok(())
    }

    /// Runs `read` one level deeper.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Unchecked>) -> Result<T, Unchecked> {
        if self.depth >= MAX_DEPTH {
            return Err(self.wrong("groups may nest 200 deep"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Alternatives, up to the end of the group or pattern.
    fn alternatives(&mut self) -> Result<Node, Unchecked> {
        let mut branches = vec![self.sequence()?];
        while self.cursor.eat('|') {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Either(branches) })
    }

    fn sequence(&mut self) -> Result<Node, Unchecked> {
        let mut pieces = Vec::new();
        while let Some(c) = self.cursor.peek()
            && c != '|'
            && c != ')'
        {
            pieces.extend(self.piece(c)?);
        }
        Ok(if pieces.len() == 1 { pieces.remove(0) } else { Node::Sequence(pieces) })
    }

    /// One piece with its repeat; `None` for flags, which are no piece.
    fn piece(&mut self, first: char) -> Result<Option<Node>, Unchecked> {
        if first == '(' && self.take_flags()? {
            return Ok(None);
        }
        let from = self.cursor.at();
        let atom = self.atom(first)?;
        self.quantified(atom, from).map(Some)
    }

    fn atom(&mut self, first: char) -> Result<Node, Unchecked> {
        match first {
            '(' => self.nested(Self::group),
            '[' => self.nested(Self::class).map(Node::Set),
            '\\' => self.escape(),
            '*' | '+' | '?' => Err(self.wrong("nothing stands before it to repeat; escape it with `\\`")),
            '{' | '}' | ']' => self.bracket(first),
            '^' => Ok(self.skipping(Self::line_start)),
            '$' => Ok(self.skipping(Self::line_end)),
            '.' => Ok(self.skipping(|parser| Node::Set(parser.dot()))),
            literal => Ok(self.skipping(|parser| Node::Set(parser.literal(literal)))),
        }
    }

    fn skipping(&mut self, node: impl FnOnce(&Self) -> Node) -> Node {
        self.cursor.skip();
        node(self)
    }

    /// A bracket that pairs with none.
    fn bracket(&mut self, bracket: char) -> Result<Node, Unchecked> {
        let from = self.cursor.at();
        if bracket == '{' && self.counts_ahead()?.is_some() {
            return Err(self.wrong("nothing stands before it to repeat; escape it with `\\`"));
        }
        if bracket == ']' && self.nested_class {
            return Err(self.wrong("ECMA-262 has no classes within classes; escape `[` and `]` with `\\`"));
        }
        self.cursor.skip();
        self.lenient(Reading::Bracket, from, "escape it with `\\`")?;
        Ok(Node::Set(self.literal(bracket)))
    }

    /// The set of one literal character.
    fn literal(&self, c: char) -> ClassSet {
        self.folded(ClassSet::one(c))
    }

    fn dot(&self) -> ClassSet {
        if self.flags.dot_all { ClassSet::all() } else { sets::line_ends().complement() }
    }

    fn line_start(&self) -> Node {
        let start = Node::Assertion(Assertion::Start);
        if !self.flags.multi_line {
            return start;
        }
        Node::Either(vec![start, Node::look(Side::Behind, Holds::Is, Node::Set(sets::line_ends()))])
    }

    fn line_end(&self) -> Node {
        let end = Node::Assertion(Assertion::End);
        if !self.flags.multi_line {
            return end;
        }
        Node::Either(vec![end, Node::look(Side::Ahead, Holds::Is, Node::Set(sets::line_ends()))])
    }

    /// The set under the flag `i`, if that is on.
    fn folded(&self, set: ClassSet) -> ClassSet {
        if self.flags.ignore_case { sets::folded(&set) } else { set }
    }
}
