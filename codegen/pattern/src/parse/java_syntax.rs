//! Whether Java can read a pattern: Smithy's own tools take what Java takes, so a pattern is wrong only if it is neither
//! ECMA-262 nor this. What is hard to tell passes.

use super::cursor::Cursor;
use super::{java, property};

/// What stands before a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// Nothing that can be repeated.
    Nothing,
    /// A piece.
    Piece,
    /// A repeat, which may get a `?` or `+`.
    Repeat,
    /// A repeat that has it.
    WholeRepeat,
}

/// A pattern that is being looked through.
struct Scanner {
    cursor: Cursor,
    /// How many groups are open.
    open: usize,
    /// The names of groups.
    names: Vec<String>,
    /// Whether white space and comments are left out, so that anything may stand there.
    has_comments: bool,
}

/// Whether Java can read a pattern.
pub(super) fn is_java(text: &str) -> bool {
    let mut scanner = Scanner { cursor: Cursor::new(text), open: 0, names: Vec::new(), has_comments: false };
    scanner.whole().is_some() || scanner.has_comments
}

/// `Some` if a condition holds.
fn only_if(condition: bool) -> Option<()> {
    condition.then_some(())
}

impl Scanner {
    fn whole(&mut self) -> Option<()> {
        let mut before = Before::Nothing;
        while let Some(c) = self.cursor.next() {
            before = match c {
                '(' => self.group()?,
                ')' => {
                    self.open = self.open.checked_sub(1)?;
                    Before::Piece
                }
                '|' => Before::Nothing,
                '[' => self.class().map(|()| Before::Piece)?,
                '\\' => self.escape().map(|()| Before::Piece)?,
                '{' => self.counts().map(|()| Before::Repeat)?,
                '*' | '+' | '?' => match before {
                    Before::Piece => Before::Repeat,
                    Before::Repeat if c != '*' => Before::WholeRepeat,
                    Before::Repeat | Before::WholeRepeat | Before::Nothing => return None,
                },
                _ => Before::Piece,
            };
        }
        only_if(self.open == 0)
    }

    /// The start of a group.
    fn group(&mut self) -> Option<Before> {
        self.open += 1;
        if !self.cursor.eat('?')
            || [":", "=", "!", ">", "<=", "<!"].iter().any(|sign| self.cursor.eat_text(sign))
        {
            return Some(Before::Nothing);
        }
        if self.cursor.eat('<') {
            let name = self.name()?;
            self.names.push(name);
            return Some(Before::Nothing);
        }
        let flags = self.cursor.take_while(|c| "idmsucxU-".contains(c));
        self.has_comments |= flags.split('-').next().is_some_and(|on| on.contains('x'));
        if self.cursor.eat(')') {
            self.open -= 1;
            return Some(Before::Nothing);
        }
        self.cursor.eat(':').then_some(Before::Nothing)
    }

    /// The name of a group, with its `>`.
    fn name(&mut self) -> Option<String> {
        let name = self.cursor.take_while(|c| c.is_ascii_alphanumeric());
        (name.starts_with(|c: char| c.is_ascii_alphabetic()) && self.cursor.eat('>')).then_some(name)
    }

    /// The rest of `{2}`, `{2,}` or `{2,3}`.
    fn counts(&mut self) -> Option<()> {
        let least = self.digits();
        let most = if self.cursor.eat(',') { self.digits() } else { String::new() };
        let greater =
            |most: &str| most.len() > least.len() || (most.len() == least.len() && most >= least.as_str());
        only_if(!least.is_empty() && (most.is_empty() || greater(&most)) && self.cursor.eat('}'))
    }

    /// The digits of a number, without zeros at its start.
    fn digits(&mut self) -> String {
        let digits = self.cursor.take_while(|c| c.is_ascii_digit());
        let significant = digits.trim_start_matches('0');
        if significant.is_empty() && !digits.is_empty() { "0".to_owned() } else { significant.to_owned() }
    }

    /// The rest of a class, and of those within.
    fn class(&mut self) -> Option<()> {
        let mut depth = 1_usize;
        let mut is_first = true;
        self.cursor.eat('^');
        while depth > 0 {
            let first = std::mem::replace(&mut is_first, false);
            match self.cursor.next()? {
                ']' if !first => depth -= 1,
                '[' => {
                    depth += 1;
                    self.cursor.eat('^');
                    is_first = true;
                }
                '\\' => {
                    self.escape()?;
                    self.range_from(None)?;
                }
                c => self.range_from(Some(c))?,
            }
        }
        Some(())
    }

    /// The rest of a range, if there is one; where its start is unknown every end is right.
    fn range_from(&mut self, start: Option<char>) -> Option<()> {
        let is_range = self.cursor.peek() == Some('-')
            && !matches!(self.cursor.peek_at(1), None | Some(']' | '[' | '&'));
        if !is_range {
            return Some(());
        }
        self.cursor.skip();
        match self.cursor.next()? {
            '\\' => self.escape(),
            end => only_if(start.is_none_or(|start| start <= end)),
        }
    }

    /// What stands behind a `\`.
    fn escape(&mut self) -> Option<()> {
        let c = self.cursor.next()?;
        match c {
            'Q' => {
                while self.cursor.peek().is_some() && !self.cursor.eat_text("\\E") {
                    self.cursor.skip();
                }
                Some(())
            }
            '0' => only_if(self.cursor.next()?.is_digit(8)),
            'x' if self.cursor.eat('{') => {
                let digits = self.cursor.take_while(|c| c.is_ascii_hexdigit());
                only_if(!digits.is_empty() && self.cursor.eat('}'))
            }
            'x' => self.hex_digits(2),
            'u' => self.hex_digits(4),
            'p' | 'P' => self.property(),
            'k' => only_if(self.cursor.eat('<'))
                .and_then(|()| self.name())
                .and_then(|name| only_if(self.names.contains(&name))),
            'N' => only_if(
                self.cursor.eat('{')
                    && !self.cursor.take_while(|c| c != '}').is_empty()
                    && self.cursor.eat('}'),
            ),
            'c' => self.cursor.next().map(|_| ()),
            _ => only_if(!c.is_ascii_alphabetic() || "ABDGHRSVWXZabdefhnrstvwz".contains(c)),
        }
    }

    fn hex_digits(&mut self, count: usize) -> Option<()> {
        (0..count).try_for_each(|_| only_if(self.cursor.next()?.is_ascii_hexdigit()))
    }

    /// What stands behind `\p`.
    fn property(&mut self) -> Option<()> {
        let name = if self.cursor.eat('{') {
            let name = self.cursor.take_while(|c| c != '}');
            only_if(self.cursor.eat('}'))?;
            name
        } else {
            self.cursor.next()?.to_string()
        };
        let starts = ["In", "Is", "java"].iter().any(|start| name.starts_with(start));
        only_if(starts || name.contains('=') || java::set(&name).is_some() || property::set(&name).is_some())
    }
}
