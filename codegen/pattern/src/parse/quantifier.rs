//! Repeats.

use super::super::reading::{Reading, Unchecked};
use super::super::syntax::{Holds, Node, Side};
use super::{Dialect, Parser};

/// How often something is repeated.
type Counts = (u32, Option<u32>);

impl Parser {
    /// A piece with the quantifier behind it, if there is one.
    pub(super) fn quantified(&mut self, atom: Node, from: usize) -> Result<Node, Unchecked> {
        let source = self.cursor.since(from);
        let Some((min, max)) = self.quantifier()? else { return Ok(atom) };
        if max.is_some_and(|max| max < min) {
            return Err(self.wrong("the first count is greater than the second"));
        }
        let possessive = !self.cursor.eat('?') && self.dialect != Dialect::Strict && self.cursor.eat('+');
        let node = if possessive {
            self.possessive(atom, (min, max), from)?
        } else if ASSERTIONS.iter().any(|start| source.starts_with(start)) {
            self.lenient(Reading::RepeatedAssertion, from, "an assertion cannot be repeated")?;
            if min > 0 { atom } else { Node::empty() }
        } else {
            atom.repeat(min, max)
        };
        match self.cursor.peek() {
            Some('*' | '+' | '?') => {
                Err(self.wrong("two repeats stand in a row; put the first into a group"))
            }
            Some('{') if self.counts_ahead()?.is_some() => {
                Err(self.wrong("two repeats stand in a row; put the first into a group"))
            }
            Some(_) | None => Ok(node),
        }
    }

    fn quantifier(&mut self) -> Result<Option<Counts>, Unchecked> {
        let counts = match self.cursor.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let Some((counts, length)) = self.counts_ahead()? else { return Ok(None) };
                self.cursor.rewind(self.cursor.at() + length);
                return Ok(Some(counts));
            }
            Some(_) | None => return Ok(None),
        };
        self.cursor.skip();
        Ok(Some(counts))
    }

    /// The counts in braces that follow, and how many characters they take.
    pub(super) fn counts_ahead(&mut self) -> Result<Option<(Counts, usize)>, Unchecked> {
        let from = self.cursor.at();
        let counts = self.counts();
        let length = self.cursor.at() - from;
        self.cursor.rewind(from);
        let Some((min, max)) = counts else { return Ok(None) };
        let number = |digits: &str| {
            let fits = digits.parse().ok().filter(|&count| count < u32::MAX);
            fits.ok_or_else(|| self.wrong("a count must be less than 4294967295"))
        };
        let least = number(&min)?;
        let most = match max.as_deref() {
            None => Some(least),
            Some("") => None,
            Some(max) => Some(number(max)?),
        };
        Ok(Some(((least, most), length)))
    }

    /// The digits of `{2}`, `{2,}` or `{2,3}`, read.
    fn counts(&mut self) -> Option<(String, Option<String>)> {
        let digits = |parser: &mut Self| parser.cursor.take_while(|c| c.is_ascii_digit());
        if !self.cursor.eat('{') {
            return None;
        }
        let min = digits(self);
        let max = self.cursor.eat(',').then(|| digits(self));
        (!min.is_empty() && self.cursor.eat('}')).then_some((min, max))
    }

    /// A repeat that gives nothing back: of one set, it takes as many characters as there are, up to its limit.
    fn possessive(&mut self, atom: Node, (min, max): Counts, from: usize) -> Result<Node, Unchecked> {
        let Node::Set(set) = atom else {
            return Err(self.wrong("only one class can be repeated possessively; leave out the `+`"));
        };
        self.lenient(Reading::Possessive, from, "ECMA-262 has no possessive repeat; leave out the `+`")?;
        let stop = Node::look(Side::Ahead, Holds::IsNot, Node::Set(set.clone()));
        let run = |min, max| Node::Set(set.clone()).repeat(min, max);
        Ok(match max {
            None => Node::Sequence(vec![run(min, None), stop]),
            Some(max) if max == min => run(min, Some(max)),
            Some(max) => {
                let shorter = Node::Sequence(vec![run(min, Some(max - 1)), stop]);
                Node::Either(vec![run(max, Some(max)), shorter])
            }
        })
    }
}

/// How assertions begin.
const ASSERTIONS: [&str; 10] = ["^", "$", "\\b", "\\B", "\\A", "\\z", "(?=", "(?!", "(?<=", "(?<!"];
