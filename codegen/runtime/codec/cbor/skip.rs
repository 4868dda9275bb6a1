//! Passing over what nobody asked for: it is checked to be CBOR, and nothing of it is built.

use super::error::{Problem, SyntaxError};
use super::head::{Head, Major};
use super::parser::{Due, Event, Parser};

impl Parser<'_> {
    /// Passes over the rest of the value that `event` begins.
    ///
    /// # Errors
    ///
    /// The first place at which the bytes are not CBOR.
    pub(crate) fn skip(&mut self, event: &Event<'_>) -> Result<(), SyntaxError> {
        if matches!(event, Event::BeginArray | Event::BeginObject) {
            let outside = self.depth() - 1;
            while self.depth() > outside {
                if let Due::Key | Due::Value = self.next_due()? {
                    self.pass_item()?;
                }
            }
        }
        Ok(())
    }

    /// Passes over a data item, or goes into it where it holds others. Keys may be of any kind that holds none.
    fn pass_item(&mut self) -> Result<(), SyntaxError> {
        let from = self.at;
        let head = self.untagged()?;
        match head.major {
            Major::Unsigned | Major::Negative | Major::Tag => Ok(()),
            Major::Simple if head.is_break() => Err(self.fail_at(from, Problem::UnexpectedBreak)),
            Major::Simple => Ok(()),
            Major::Array | Major::Map => self.begin(head),
            Major::Bytes | Major::Text => self.pass_string(head),
        }
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
