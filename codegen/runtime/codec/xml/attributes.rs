//! The attributes of the element that was opened last.

use std::borrow::Cow;

use super::error::SyntaxError;
use super::parser::{Due, Parser};
use super::tags::{is_space, local_name};
use super::text::trimmed;

impl<'a> Parser<'a> {
    /// Whether the element that was opened last has an attribute, whose value comes next.
    ///
    /// # Errors
    ///
    /// A reference in it names no character.
    pub(crate) fn begin_attribute(&mut self, name: &str) -> Result<bool, SyntaxError> {
        let Some(value) = self.attribute(name)? else { return Ok(false) };
        (self.attribute, self.due) = (value, Due::Attribute);
        Ok(true)
    }

    /// The value of an attribute, by its name without the prefix.
    ///
    /// # Errors
    ///
    /// A reference in it names no character.
    fn attribute(&self, name: &str) -> Result<Option<Cow<'a, str>>, SyntaxError> {
        let mut rest = self.attributes;
        while let Some((before, behind)) = rest.split_once('=') {
            let behind = behind.trim_start_matches(|c: char| u8::try_from(c).is_ok_and(is_space));
            let Some((value, next)) = behind.get(1..).and_then(|value| value.split_once(&behind[..1])) else {
                break;
            };
            rest = next;
            let own = trimmed(before);
            if !own.starts_with("xmlns") && local_name(own) == local_name(name) {
                return self.attribute_value(value).map(Some);
            }
        }
        Ok(None)
    }

    /// Takes the next value if it is marked as `nil`, as XML Schema has it for what is not there.
    pub(crate) fn takes_null(&mut self) -> bool {
        let may_be = self.due == Due::Value && !self.attributes.is_empty();
        let is_nil = may_be && matches!(self.attribute("nil"), Ok(Some(value)) if value == "true");
        is_nil && self.value().and_then(|event| self.skip(&event)).is_ok()
    }

    /// Replaces the references of a value; ends of lines and tabs are spaces.
    fn attribute_value(&self, value: &'a str) -> Result<Cow<'a, str>, SyntaxError> {
        let special = |c: char| matches!(c, '&' | '\r' | '\n' | '\t');
        if !value.contains(special) {
            return Ok(Cow::Borrowed(value));
        }
        // Errors name the place in the whole text.
        let mut at = value.as_ptr().addr() - self.text.as_ptr().addr();
        let (mut text, end) = (String::new(), at + value.len());
        while at < end {
            let rest = &self.text[at..end];
            let (plain, behind) = rest.split_at(rest.find(special).unwrap_or(rest.len()));
            text.push_str(plain);
            at += plain.len();
            if behind.starts_with('&') {
                let (character, behind) = self.reference(at)?;
                text.push(character);
                at = behind;
            } else if !behind.is_empty() {
                text.push(' ');
                at += if behind.starts_with("\r\n") { 2 } else { 1 };
            }
        }
        Ok(Cow::Owned(text))
    }
}
