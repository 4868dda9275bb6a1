//! Classes in brackets.

use super::super::reading::{Reading, Unchecked};
use super::super::set::ClassSet;
use super::{Dialect, Parser, sets};

/// One thing in a class.
enum Atom {
    /// A code point, which may be a surrogate.
    Code(u32),
    /// All that an escape stands for.
    Set(ClassSet),
}

impl Atom {
    fn into_set(self) -> ClassSet {
        match self {
            Self::Code(code) => sets::code_point(code),
            Self::Set(set) => set,
        }
    }
}

impl Parser {
    /// A class, from its `[` to its `]`.
    pub(super) fn class(&mut self) -> Result<ClassSet, Unchecked> {
        self.cursor.skip();
        let negated = self.cursor.eat('^');
        let mut ranges = Vec::new();
        while self.cursor.peek() != Some(']') && !self.at_intersection() {
            if self.cursor.peek().is_none() {
                return Err(self.wrong("`]` is due to end the class"));
            }
            self.part(&mut ranges)?;
        }
        let mut set = self.folded(ClassSet::new(ranges));
        while self.at_intersection() {
            set = set.intersection(&self.intersected()?);
        }
        if !self.cursor.eat(']') {
            return Err(self.wrong("`]` is due behind an intersection"));
        }
        Ok(if negated { set.complement() } else { set })
    }

    fn at_intersection(&self) -> bool {
        let next = (self.cursor.peek(), self.cursor.peek_at(1));
        self.dialect == Dialect::Java && next == (Some('&'), Some('&'))
    }

    /// The class behind `&&`.
    fn intersected(&mut self) -> Result<ClassSet, Unchecked> {
        let from = self.cursor.at();
        self.cursor.eat_text("&&");
        if self.cursor.peek() != Some('[') {
            return Err(self.wrong("a class in brackets is due behind `&&`"));
        }
        let set = self.nested(Self::class)?;
        self.lenient(Reading::Intersection, from, "ECMA-262 has no intersection of classes")?;
        Ok(set)
    }

    /// One character, escape or range.
    fn part(&mut self, ranges: &mut Vec<(u32, u32)>) -> Result<(), Unchecked> {
        let from = self.cursor.at();
        let first = self.class_atom()?;
        let is_range = self.cursor.peek() == Some('-') && self.cursor.peek_at(1).is_some_and(|c| c != ']');
        if !is_range {
            ranges.extend(first.into_set().ranges());
            return Ok(());
        }
        self.cursor.skip();
        let second = self.class_atom()?;
        match (first, second) {
            (Atom::Code(first), Atom::Code(last)) if first <= last => ranges.push((first, last)),
            (Atom::Code(_), Atom::Code(_)) => {
                let hint = "the first character of a range must not come after its last".to_owned();
                return Err(Unchecked::Syntax { at: from, hint });
            }
            (first, second) => {
                self.lenient(Reading::ClassInRange, from, "put `-` last in the class, or write `\\-`")?;
                ranges.extend(first.into_set().ranges());
                ranges.extend(second.into_set().ranges());
                ranges.push(('-'.into(), '-'.into()));
            }
        }
        Ok(())
    }

    fn class_atom(&mut self) -> Result<Atom, Unchecked> {
        let from = self.cursor.at();
        if self.cursor.peek() == Some('[') {
            self.nested_class = true;
            if self.dialect == Dialect::Java {
                return Err(self.wrong("ECMA-262 has no classes within classes; escape `[` with `\\`"));
            }
        }
        let Some(c) = self.cursor.next() else {
            return Err(self.wrong("`]` is due to end the class"));
        };
        if c != '\\' {
            return Ok(Atom::Code(c.into()));
        }
        if let Some(set) = self.class_escape(from)? {
            return Ok(Atom::Set(set));
        }
        match self.cursor.peek() {
            Some('b') => self.skipping_code(0x08),
            Some('-') => self.skipping_code(u32::from('-')),
            Some(_) | None => self.character_escape(from).map(Atom::Code),
        }
    }

    fn skipping_code(&mut self, code: u32) -> Result<Atom, Unchecked> {
        self.cursor.skip();
        Ok(Atom::Code(code))
    }
}
