//! What stands behind a `\`.

use super::super::reading::{Reading, Unchecked};
use super::super::set::ClassSet;
use super::super::syntax::{Assertion, Holds, Node};
use super::{Dialect, Parser, java, property, sets};

/// Characters that ECMA-262 lets a `\` stand before, with the flag `u`.
const SYNTAX: &str = "^$\\.*+?()[]{}|/";

impl Parser {
    /// An escape outside a class.
    pub(super) fn escape(&mut self) -> Result<Node, Unchecked> {
        let from = self.cursor.at();
        self.cursor.skip();
        if let Some(set) = self.class_escape(from)? {
            return Ok(Node::Set(set));
        }
        match self.cursor.peek() {
            Some('b') => Ok(self.skipping(|parser| Node::boundary(Holds::Is, &parser.folded(sets::word())))),
            Some('B') => {
                Ok(self.skipping(|parser| Node::boundary(Holds::IsNot, &parser.folded(sets::word()))))
            }
            Some('A') => self.text_anchor(from, Assertion::Start, "`^` is the start of the string"),
            Some('z') => self.text_anchor(from, Assertion::End, "`$` is the end of the string"),
            Some('1'..='9') => self.backreference(from),
            Some('k') => self.named_backreference(),
            Some(_) | None => {
                let code = self.character_escape(from)?;
                Ok(Node::Set(self.folded(sets::code_point(code))))
            }
        }
    }

    fn text_anchor(&mut self, from: usize, anchor: Assertion, strict: &str) -> Result<Node, Unchecked> {
        self.cursor.skip();
        self.lenient(Reading::TextAnchor, from, strict)?;
        Ok(Node::Assertion(anchor))
    }

    fn backreference(&mut self, from: usize) -> Result<Node, Unchecked> {
        self.refuse_without_case()?;
        let digits = self.cursor.take_while(|c| c.is_ascii_digit());
        let group = digits.parse().unwrap_or(usize::MAX);
        if group > self.referred.0 {
            self.referred = (group, from);
        }
        Ok(Node::Backreference(group))
    }

    /// The text of a group in another case is not one of its texts.
    fn refuse_without_case(&self) -> Result<(), Unchecked> {
        if self.flags.ignore_case { Err(Unchecked::Backreference) } else { Ok(()) }
    }

    fn named_backreference(&mut self) -> Result<Node, Unchecked> {
        self.refuse_without_case()?;
        self.cursor.skip();
        if !self.cursor.eat('<') {
            return Err(self.wrong("`<` and the name of a group are due behind `\\k`"));
        }
        let name = self.group_name()?;
        let group = self.names.iter().find(|(known, _)| *known == name);
        group.map(|&(_, group)| Node::Backreference(group)).ok_or(Unchecked::Backreference)
    }

    /// `\d`, `\p{..}` and their like, behind the `\`.
    pub(super) fn class_escape(&mut self, from: usize) -> Result<Option<ClassSet>, Unchecked> {
        let Some(letter) = self.cursor.peek() else { return Ok(None) };
        let set = match letter.to_ascii_lowercase() {
            'd' => sets::digits(),
            's' => sets::space(),
            'w' => self.folded(sets::word()),
            'p' => {
                self.cursor.skip();
                let set = self.property(from)?;
                let set = if letter == 'P' { set.complement() } else { set };
                return Ok(Some(self.folded(set)));
            }
            _ => return Ok(None),
        };
        self.cursor.skip();
        Ok(Some(if letter.is_ascii_uppercase() { set.complement() } else { set }))
    }

    /// The name of a property in braces, or of one letter as in Java.
    fn property(&mut self, from: usize) -> Result<ClassSet, Unchecked> {
        let braced = self.cursor.eat('{');
        let name = if braced {
            self.cursor.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '=')
        } else {
            self.cursor.next().map(String::from).unwrap_or_default()
        };
        if braced && !self.cursor.eat('}') {
            return Err(self.wrong("`}` is due to end the name of the property"));
        }
        let hint = "`{` and the name of a property that ECMA-262 knows are due behind `\\p`";
        if let Some(set) = property::set(&name).filter(|_| braced) {
            let Some(ascii) = java::ascii(&name).filter(|_| self.dialect == Dialect::Java) else {
                return Ok(set);
            };
            self.lenient(Reading::JavaProperty, from, hint)?;
            return Ok(ascii);
        }
        let set = if braced { java::set(&name) } else { property::set(&name) };
        let set = set.ok_or_else(|| Unchecked::Syntax { at: from, hint: hint.to_owned() })?;
        self.lenient(Reading::JavaProperty, from, hint)?;
        Ok(set)
    }

    /// An escape of one character, behind the `\`: its code point, which may be a surrogate.
    pub(super) fn character_escape(&mut self, from: usize) -> Result<u32, Unchecked> {
        let Some(letter) = self.cursor.next() else {
            return Err(self.wrong("a character is due behind `\\`"));
        };
        match letter {
            't' => Ok(0x09),
            'n' => Ok(0x0A),
            'v' => Ok(0x0B),
            'f' => Ok(0x0C),
            'r' => Ok(0x0D),
            'c' => self.control(),
            '0' => self.octal(from),
            'x' => self.hex(from),
            'u' => self.unicode(),
            _ if SYNTAX.contains(letter) => Ok(letter.into()),
            _ if letter.is_ascii_alphanumeric() => {
                let hint = format!("`\\{letter}` is no escape of ECMA-262");
                Err(Unchecked::Syntax { at: from, hint })
            }
            _ => {
                self.lenient(
                    Reading::Escape,
                    from,
                    "leave out the `\\`, which this character does not need",
                )?;
                Ok(letter.into())
            }
        }
    }

    fn control(&mut self) -> Result<u32, Unchecked> {
        match self.cursor.peek() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.cursor.skip();
                Ok(u32::from(letter) % 32)
            }
            Some(_) | None => Err(self.wrong("a letter is due behind `\\c`")),
        }
    }

    /// `\0`, or Java's octal number of up to three digits behind it.
    fn octal(&mut self, from: usize) -> Result<u32, Unchecked> {
        if !self.cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Ok(0);
        }
        let mut code = 0;
        let first = self.cursor.at();
        while let Some(digit) = self.cursor.peek().and_then(|c| c.to_digit(8))
            && code * 8 + digit <= 0o377
            && self.cursor.at() - first < 3
        {
            code = code * 8 + digit;
            self.cursor.skip();
        }
        if self.cursor.at() == first {
            return Err(self.wrong("a digit behind `\\0` must be octal; `\\x00` is unambiguous"));
        }
        self.lenient(Reading::Octal, from, "ECMA-262 has no octal escapes; write `\\x..`")?;
        Ok(code)
    }

    fn hex(&mut self, from: usize) -> Result<u32, Unchecked> {
        if self.cursor.peek() == Some('{') {
            let code = self.braced()?;
            self.lenient(Reading::CodePoint, from, "write `\\u` in place of `\\x` before braces")?;
            return Ok(code);
        }
        self.hex_digits(2).ok_or_else(|| self.wrong("two hexadecimal digits are due behind `\\x`"))
    }

    /// `\u`: four digits, a pair of surrogates, or braces.
    fn unicode(&mut self) -> Result<u32, Unchecked> {
        if self.cursor.peek() == Some('{') {
            return self.braced();
        }
        let hint = "four hexadecimal digits, or some in braces, are due behind `\\u`";
        let lead = self.hex_digits(4).ok_or_else(|| self.wrong(hint))?;
        let behind = self.cursor.at();
        if (0xD800..=0xDBFF).contains(&lead)
            && self.cursor.eat_text("\\u")
            && let Some(trail @ 0xDC00..=0xDFFF) = self.hex_digits(4)
        {
            return Ok(0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00));
        }
        self.cursor.rewind(behind);
        Ok(lead)
    }

    fn braced(&mut self) -> Result<u32, Unchecked> {
        self.cursor.skip();
        let digits = self.cursor.take_while(|c| c.is_ascii_hexdigit());
        let significant = digits.trim_start_matches('0');
        let code =
            if significant.is_empty() { 0 } else { u32::from_str_radix(significant, 16).unwrap_or(u32::MAX) };
        if digits.is_empty() || code > 0x10_FFFF || !self.cursor.eat('}') {
            return Err(self.wrong("a hexadecimal number up to 10FFFF and `}` are due behind `\\u{`"));
        }
        Ok(code)
    }

    fn hex_digits(&mut self, count: usize) -> Option<u32> {
        let mut digits = (0..count).map(|ahead| self.cursor.peek_at(ahead)?.to_digit(16));
        let code = digits.try_fold(0, |code, digit| Some(code * 16 + digit?))?;
        self.cursor.rewind(self.cursor.at() + count);
        Some(code)
    }
}
