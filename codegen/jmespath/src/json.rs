//! JSON inside of expressions (RFC 8259): literals and names in double quotes.

use crate::{Literal, MAX_HEIGHT};

/// What is wrong, and at which byte.
pub(crate) type Problem = (usize, &'static str);

/// Reads one JSON value that is all of a text.
pub(crate) fn parse(text: &str) -> Result<Literal, Problem> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_HEIGHT)?;
    reader.skip_blanks();
    if reader.at < text.len() { Err((reader.at, "text follows the value")) } else { Ok(value) }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// Passes over a mark, with blanks before it, if it is next.
    fn take(&mut self, mark: &str) -> bool {
        self.skip_blanks();
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len() } else { 0 };
        found
    }

    fn expect(&mut self, mark: &str, problem: &'static str) -> Result<(), Problem> {
        if self.take(mark) { Ok(()) } else { Err((self.at, problem)) }
    }

    fn value(&mut self, levels: usize) -> Result<Literal, Problem> {
        self.skip_blanks();
        let inner = levels.checked_sub(1).ok_or((self.at, "arrays and objects nest too deeply"))?;
        match self.rest().as_bytes().first().copied() {
            Some(b'"') => self.string().map(Literal::String),
            Some(b'[') => self.array(inner),
            Some(b'{') => self.object(inner),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("null") => Ok(Literal::Null),
            _ if self.take("true") => Ok(Literal::Bool(true)),
            _ if self.take("false") => Ok(Literal::Bool(false)),
            _ => Err((self.at, "expected a value")),
        }
    }

    fn array(&mut self, levels: usize) -> Result<Literal, Problem> {
        self.at += 1;
        let mut elements = Vec::new();
        if self.take("]") {
            return Ok(Literal::Array(elements));
        }
        loop {
            elements.push(self.value(levels)?);
            if !self.take(",") {
                self.expect("]", "expected `,` or `]`")?;
                return Ok(Literal::Array(elements));
            }
        }
    }

    fn object(&mut self, levels: usize) -> Result<Literal, Problem> {
        self.at += 1;
        let mut entries: Vec<(String, Literal)> = Vec::new();
        if self.take("}") {
            return Ok(Literal::Object(entries));
        }
        loop {
            self.skip_blanks();
            if !self.rest().starts_with('"') {
                return Err((self.at, "expected a key in double quotes"));
            }
            let key = self.string()?;
            self.expect(":", "expected `:`")?;
            let value = self.value(levels)?;
            entries.retain(|(other, _)| *other != key);
            entries.push((key, value));
            if !self.take(",") {
                self.expect("}", "expected `,` or `}`")?;
                return Ok(Literal::Object(entries));
            }
        }
    }

    fn number(&mut self) -> Result<Literal, Problem> {
        let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = self.rest().bytes().take_while(is_part).count();
        let text = self.rest()[..length].to_owned();
        if !is_number(&text) {
            return Err((self.at, "this number does not follow JSON's grammar"));
        }
        self.at += length;
        Ok(Literal::Number(text))
    }

    fn string(&mut self) -> Result<String, Problem> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let Some(character) = self.rest().chars().next() else {
                return Err((self.at, "this string is not closed"));
            };
            match character {
                '"' => {
                    self.at += 1;
                    return Ok(string);
                }
                '\\' => string.push(self.escape()?),
                '\0'..='\u{1f}' => return Err((self.at, "a control character must be escaped")),
                _ => {
                    self.at += character.len_utf8();
                    string.push(character);
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let escapes = [
            ("\\\"", '"'),
            ("\\\\", '\\'),
            ("\\/", '/'),
            ("\\b", '\u{8}'),
            ("\\f", '\u{c}'),
            ("\\n", '\n'),
            ("\\r", '\r'),
            ("\\t", '\t'),
        ];
        if let Some((_, character)) = escapes.into_iter().find(|(escape, _)| self.rest().starts_with(escape))
        {
            self.at += 2;
            return Ok(character);
        }
        let (start, first) = (self.at, self.unit()?);
        // A character beyond 16 bits is written as two units.
        let units = if (0xd800..0xdc00).contains(&first) { vec![first, self.unit()?] } else { vec![first] };
        char::decode_utf16(units).next().and_then(Result::ok).ok_or((start, "this escape is half of a pair"))
    }

    /// `\u` and four digits.
    fn unit(&mut self) -> Result<u16, Problem> {
        let digits = self.rest().strip_prefix("\\u").and_then(|rest| rest.get(..4));
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or((self.at, "JSON has no such escape"))?;
        self.at += 6;
        Ok(unit)
    }
}

/// Whether a text is a number in JSON's grammar.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole) && (whole.len() == 1 || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}
