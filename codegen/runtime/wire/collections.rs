//! Reading unions and lists, and single values in them.

use std::borrow::Cow;

use super::super::codec::body::{Event, Parser};
use super::super::smithy::Document;
use super::held;
use super::read::{FromWire, Mode, Reader};
use super::steps::Step;

impl<'a> Reader<'a> {
    /// Reads a string.
    pub fn text(&mut self) -> Cow<'a, str> {
        if let Some(text) = self.takes_text() {
            return Cow::Borrowed(text);
        }
        self.next().into_text().unwrap_or_else(|event| {
            self.mismatch_of("a string", &event);
            Cow::Borrowed("")
        })
    }

    /// Reads an integer of 32 bits.
    pub fn integer(&mut self) -> i32 {
        i32::read(self)
    }

    /// Reads a union by its one member, whose value `read` reads. `__type` and members that are `null` do not count.
    /// Where there is no member, or more than one, that is noted; a client notes only the latter, since a union that
    /// was missing where one is required is written without a member.
    pub fn union<T: FromWire>(&mut self, read: fn(&mut Self, &str) -> T) -> T {
        let expected = "an object with exactly one member";
        let event = self.begin(Parser::begin_object);
        if event != Event::BeginObject {
            self.mismatch_of(expected, &event);
            return T::error_corrected_default();
        }
        let (mut value, mut members) = (None, 0);
        while let Some(member) = self.next_key() {
            if member == "__type" {
                self.skip();
            } else if !self.takes_null() {
                members += 1;
                let next = read(self, &member);
                value.get_or_insert(next);
            }
        }
        if members > 1 || (members == 0 && self.mode() == Mode::Strict) {
            self.mismatch(expected);
        }
        value.unwrap_or_else(T::error_corrected_default)
    }

    /// Reads a member that the union does not have: a client keeps it, a server refuses it.
    pub fn unknown_member(&mut self, member: &str) -> (String, Document) {
        if self.mode() == Mode::Strict {
            self.mismatch("a member that the union has");
        }
        (member.to_owned(), self.document())
    }

    /// Reads the value of a union's member.
    pub fn member<T: FromWire>(&mut self, name: &'static str) -> T {
        self.enter_member(name, false);
        let value = T::read(self);
        self.leave();
        value
    }

    /// Reads the value of a union's member that is sensitive.
    pub fn sensitive_member<T: FromWire>(&mut self, name: &'static str) -> T {
        self.enter_member(name, true);
        let value = T::read(self);
        self.leave();
        value
    }

    /// Passes over the value of a union's member that holds nothing.
    pub fn unit_member<T>(&mut self, value: T) -> T {
        self.skip();
        value
    }

    /// Reads the elements of a list; `null` elements that it must not hold are left out.
    pub(super) fn list<T: FromWire>(&mut self) -> Vec<T> {
        let event = self.begin(Parser::begin_array);
        if event != Event::BeginArray {
            self.mismatch_of("an array", &event);
            return Vec::new();
        }
        let (mut list, hints) = (Vec::new(), self.hints[0]);
        for index in 0.. {
            if !self.next_element() {
                break;
            }
            self.hints[0] = held(hints);
            self.enter(Step::Index(index));
            if self.takes_value(T::NULLABLE) {
                list.push(T::read(self));
            } else if self.mode() != Mode::Lenient {
                // A stand-in keeps the places of those behind it; the reading fails in any case.
                list.push(T::error_corrected_default());
            }
            self.leave();
        }
        list
    }

    /// Whether a list or map takes the next value; where it does not, that is noted.
    pub(super) fn takes_value(&mut self, nullable: bool) -> bool {
        let takes = nullable || !self.takes_null();
        if !takes && self.mode() != Mode::Lenient {
            self.mismatch("a value that is not null");
        }
        takes
    }
}
