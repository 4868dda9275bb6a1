//! The text of elements: character data, references, ends of lines.

use std::borrow::Cow;

use super::error::{Problem, SyntaxError};
use super::parser::{Due, Event, Parser};
use super::tags::is_space;

/// How many bytes of a text stand for themselves.
fn plain_length(text: &str) -> usize {
    let special = |byte| matches!(byte, b'<' | b'&' | b'\r');
    text.bytes().position(special).unwrap_or(text.len())
}

impl<'a> Parser<'a> {
    /// Reads what an element holds, from behind its start: all of a text, or nothing yet of its elements.
    pub(super) fn value(&mut self) -> Result<Event<'a>, SyntaxError> {
        self.start = self.at;
        self.due = Due::Child;
        if std::mem::take(&mut self.is_closed) {
            self.open.pop();
            return Ok(Event::String(Cow::Borrowed("")));
        }
        let mut text = Cow::Borrowed(self.plain_run());
        loop {
            match (self.byte_at(0), self.byte_at(1)) {
                (Some(b'<'), Some(b'/')) => {
                    self.end_tag()?;
                    return Ok(Event::String(text));
                }
                (Some(b'<'), Some(b'!')) if self.follows("<![CDATA[") => {
                    text += self.character_data()?;
                }
                (Some(b'<'), Some(b'!' | b'?')) => self.pass_over()?,
                (Some(b'<'), Some(_)) => return Ok(Event::BeginObject),
                (Some(b'&'), _) => {
                    let (character, behind) = self.reference(self.at)?;
                    text.to_mut().push(character);
                    self.at = behind;
                }
                (Some(b'\r'), next) => {
                    self.at += if next == Some(b'\n') { 2 } else { 1 };
                    text += "\n";
                }
                _ => return Err(self.ends_early()),
            }
            text += self.plain_run();
        }
    }

    /// Takes the next value if it is a text in which nothing needs to be replaced, as most are.
    ///
    /// # Errors
    ///
    /// Those of [`Parser::next_event`].
    pub(crate) fn takes_text(&mut self) -> Result<Option<&'a str>, SyntaxError> {
        let rest = &self.text[self.at..];
        let (text, behind) = rest.split_at(plain_length(rest));
        if self.due != Due::Value || self.is_closed || !behind.starts_with("</") {
            return Ok(None);
        }
        self.start = self.at;
        self.at += text.len();
        self.end_tag()?;
        Ok(Some(text))
    }

    /// The text up to the next markup, reference or carriage return.
    fn plain_run(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let length = plain_length(rest);
        self.at += length;
        &rest[..length]
    }

    /// Reads text in which nothing is markup.
    pub(super) fn character_data(&mut self) -> Result<&'a str, SyntaxError> {
        self.past("<![CDATA[".len(), "]]>")
    }

    /// Reads the reference that begins at a place, one of the five entities or a character by its number, and gives the
    /// place behind it.
    pub(super) fn reference(&self, from: usize) -> Result<(char, usize), SyntaxError> {
        let rest = &self.text.as_bytes()[from + 1..];
        // No known name or number is longer.
        let length = rest.iter().take(12).position(|&byte| byte == b';');
        let name = length.and_then(|length| self.text.get(from + 1..from + 1 + length)).unwrap_or_default();
        let Some(character) = character(name) else {
            let is_number = rest.first() == Some(&b'#');
            let problem = if is_number { Problem::InvalidReference } else { Problem::UnknownEntity };
            return Err(self.fail_at(from, problem));
        };
        Ok((character, from + name.len() + 2))
    }

    /// Passes over the rest of the value that `event` begins.
    ///
    /// # Errors
    ///
    /// The first place at which the text is not XML.
    pub(crate) fn skip(&mut self, event: &Event<'_>) -> Result<(), SyntaxError> {
        if !matches!(event, Event::BeginObject | Event::BeginArray) {
            return Ok(());
        }
        let depth = self.open.len();
        while self.open.len() >= depth {
            self.child()?;
        }
        Ok(())
    }
}

/// The character that a reference names.
fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
            // A sign is no digit.
            let code = u32::from_str_radix(digits.trim_start_matches('+'), radix).ok();
            return code.filter(|code| *code > 0 && !digits.starts_with('+')).and_then(char::from_u32);
        }
    })
}

/// A text without the space around it, which says nothing in numbers and the like.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| u8::try_from(c).is_ok_and(is_space))
}
