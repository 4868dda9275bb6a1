//! Groups, look-around and the flags of Java.

use super::super::reading::{Reading, Unchecked};
use super::super::syntax::{Holds, Node, Side};
use super::Parser;

/// The flags that hold at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multi_line: bool,
    pub(super) dot_all: bool,
}

impl Parser {
    /// A group, from its `(`; flags that are set within it end with it.
    pub(super) fn group(&mut self) -> Result<Node, Unchecked> {
        let outside = self.flags;
        let from = self.cursor.at();
        self.cursor.skip();
        let node = self.group_body(from);
        self.flags = outside;
        let node = node?;
        if self.cursor.eat(')') { Ok(node) } else { Err(self.wrong("`)` is due to end the group")) }
    }

    fn group_body(&mut self, from: usize) -> Result<Node, Unchecked> {
        let looks = [
            ("?=", Side::Ahead, Holds::Is),
            ("?!", Side::Ahead, Holds::IsNot),
            ("?<=", Side::Behind, Holds::Is),
            ("?<!", Side::Behind, Holds::IsNot),
        ];
        for (sign, side, holds) in looks {
            if self.cursor.eat_text(sign) {
                return Ok(Node::look(side, holds, self.alternatives()?));
            }
        }
        if self.cursor.eat_text("?:") {
            return self.alternatives();
        }
        if self.cursor.eat_text("?<") {
            let name = self.group_name()?;
            if self.names.iter().any(|(known, _)| *known == name) {
                return Err(self.wrong("each group needs a name of its own"));
            }
            self.names.push((name, self.groups + 1));
        } else if self.cursor.eat('?') {
            return self.scoped_flags(from);
        }
        self.groups += 1;
        let number = self.groups;
        Ok(Node::Capture(number, Box::new(self.alternatives()?)))
    }

    /// The name of a group with its `>`.
    pub(super) fn group_name(&mut self) -> Result<String, Unchecked> {
        let name = self.cursor.take_while(|c| c.is_alphanumeric() || c == '_' || c == '$');
        let starts = name.chars().next().is_some_and(|c| !c.is_numeric());
        if starts && self.cursor.eat('>') { Ok(name) } else { Err(self.wrong("a name and `>` are due")) }
    }

    /// Flags of their own, as `(?s)`: read, and set up to the end of the group.
    pub(super) fn take_flags(&mut self) -> Result<bool, Unchecked> {
        let from = self.cursor.at();
        self.cursor.skip();
        let flags = if self.cursor.eat('?') { self.flag_letters() } else { None };
        match flags {
            Some(flags) if self.cursor.eat(')') => {
                self.lenient(
                    Reading::Flags,
                    from,
                    "a pattern has no flags in ECMA-262; spell out what they do",
                )?;
                self.flags = flags;
                Ok(true)
            }
            Some(_) | None => {
                self.cursor.rewind(from);
                Ok(false)
            }
        }
    }

    /// What stands behind `(?` if it is no sign of ECMA-262: flags for one group, as `(?i:..)`.
    fn scoped_flags(&mut self, from: usize) -> Result<Node, Unchecked> {
        match self.flag_letters() {
            Some(flags) if self.cursor.eat(':') => {
                self.lenient(
                    Reading::Flags,
                    from,
                    "a pattern has no flags in ECMA-262; spell out what they do",
                )?;
                self.flags = flags;
                self.alternatives()
            }
            Some(_) | None => Err(self.wrong("`:`, `=`, `!`, `<=`, `<!` or `<name>` is due behind `(?`")),
        }
    }

    /// The flags that letters set and unset: `s`, `i`, `m` and `-`; one letter at least.
    fn flag_letters(&mut self) -> Option<Flags> {
        let letters = self.cursor.take_while(|c| matches!(c, 's' | 'i' | 'm' | '-'));
        let mut flags = self.flags;
        let mut on = true;
        for letter in letters.chars() {
            match letter {
                's' => flags.dot_all = on,
                'i' => flags.ignore_case = on,
                'm' => flags.multi_line = on,
                '-' if on => on = false,
                _ => return None,
            }
        }
        (letters.len() > usize::from(!on)).then_some(flags)
    }
}
