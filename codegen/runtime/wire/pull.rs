//! The steps of a reading through its bytes: nothing more comes after the first error.

use std::borrow::Cow;

use super::super::codec::body::{Event, Parser, SyntaxError};
use super::read::Reader;

impl<'a> Reader<'a> {
    /// Takes the next event; nothing more comes after an error.
    pub(super) fn next(&mut self) -> Event<'a> {
        self.begin(Parser::next_event)
    }

    /// Takes the event with which a value begins.
    pub(super) fn begin(
        &mut self,
        take: impl FnOnce(&mut Parser<'a>) -> Result<Event<'a>, SyntaxError>,
    ) -> Event<'a> {
        if std::mem::take(&mut self.reopened) {
            return Event::BeginObject;
        }
        self.step(take).unwrap_or(Event::End)
    }

    /// Takes a step, unless an error came before it.
    pub(super) fn step<T>(
        &mut self,
        take: impl FnOnce(&mut Parser<'a>) -> Result<T, SyntaxError>,
    ) -> Option<T> {
        if self.broken.is_some() {
            return None;
        }
        match take(&mut self.parser) {
            Ok(step) => Some(step),
            Err(error) => {
                self.breaks(error);
                None
            }
        }
    }

    #[cold]
    pub(super) fn breaks(&mut self, error: SyntaxError) {
        self.broken = Some((error, self.steps.path()));
    }

    /// Takes the next value if it is `null`.
    pub(super) fn takes_null(&mut self) -> bool {
        self.broken.is_none() && self.parser.takes_null()
    }

    /// Takes the next value if it is a string that stands in the input as it is, as most do.
    pub(super) fn takes_text(&mut self) -> Option<&'a str> {
        if self.broken.is_some() {
            return None;
        }
        self.parser.takes_text().unwrap_or_else(|error| {
            self.breaks(error);
            None
        })
    }

    /// Whether there is one more element in an array, whose value comes next.
    pub(super) fn next_element(&mut self) -> bool {
        self.step(Parser::next_element).unwrap_or(false)
    }

    /// The key of the next entry of an object, whose value comes next; nothing at its end.
    pub(super) fn next_key(&mut self) -> Option<Cow<'a, str>> {
        if self.broken.is_some() {
            return None;
        }
        self.parser.next_key().unwrap_or_else(|error| {
            self.breaks(error);
            None
        })
    }
}
