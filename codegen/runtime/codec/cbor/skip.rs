//! Passing over what nobody asked for: it is checked to be CBOR, and nothing of it is built.

use super::error::{Problem, SyntaxError};
use super::head::{BREAK, Head, Major};
use super::parser::{Event, Open, Parser};

/// An array or a map that is passed over. Keys may be of any kind here.
struct Level {
    open: Open,
    /// Whether a key was passed over and its value was not.
    value_due: bool,
}

impl Parser<'_> {
    /// Passes over the rest of the value that `event` begins.
    ///
    /// # Errors
    ///
    /// The first place at which the bytes are not CBOR.
    pub(crate) fn skip(&mut self, event: &Event<'_>) -> Result<(), SyntaxError> {
        let begun = matches!(event, Event::BeginArray | Event::BeginObject);
        let open = if begun { self.open.pop() } else { None };
        let mut levels: Vec<Level> = open.map(|open| Level { open, value_due: false }).into_iter().collect();
        while let Some(level) = levels.last_mut() {
            if self.ends(level)? {
                levels.pop();
                continue;
            }
            let from = self.at;
            let head = self.untagged()?;
            match head.major {
                Major::Simple if head.is_break() => return Err(self.fail_at(from, Problem::UnexpectedBreak)),
                Major::Unsigned | Major::Negative | Major::Tag | Major::Simple => {}
                Major::Array | Major::Map => {
                    let open = self.opened(head, from, self.open.len() + levels.len())?;
                    levels.push(Level { open, value_due: false });
                }
                Major::Bytes | Major::Text => self.pass_string(head)?,
            }
        }
        Ok(())
    }

    /// Goes to the next item of a level, or behind its end.
    fn ends(&mut self, level: &mut Level) -> Result<bool, SyntaxError> {
        if std::mem::take(&mut level.value_due) {
            return Ok(false);
        }
        let breaks = level.open.left.is_none() && self.bytes.get(self.at) == Some(&BREAK);
        if breaks || level.open.left == Some(0) {
            self.at += usize::from(breaks);
            return Ok(true);
        }
        level.open.left = level.open.left.map(|left| left - 1);
        level.value_due = level.open.is_map;
        self.count().map(|()| false)
    }

    fn pass_string(&mut self, head: Head) -> Result<(), SyntaxError> {
        if let Some(length) = head.length() {
            return self.pass_run(head.major, length);
        }
        while let Some(length) = self.next_chunk(head.major)? {
            self.pass_run(head.major, length)?;
        }
        Ok(())
    }

    fn pass_run(&mut self, major: Major, length: u64) -> Result<(), SyntaxError> {
        match major {
            Major::Text => self.text_run(length).map(drop),
            _ => self.run(length).map(drop),
        }
    }
}
