//! Reading values from JSON, leniently as a client or strictly as a server.

use std::collections::BTreeMap;

use super::super::report::{Kind, Report, Severity, Violation};
use super::super::smithy::Document;
use super::error::{Mismatches, ReadError};
use super::object::ObjectReader;
use super::steps::{Step, Steps};

/// How what is missing is taken.
///
/// In both modes unknown members are passed over, and a value of a wrong kind is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As a client reads a response: a required member that is absent or `null` gets the value that Smithy's
    /// client error correction has for it, and a `null` in a list or map that holds none is passed over.
    Lenient,
    /// As a server reads a request: all these are violations, reported together.
    Strict,
}

/// A value that can be read from JSON.
pub trait FromWire: Sized {
    /// Whether `null` is a value of this type, so that lists and maps may hold it.
    const NULLABLE: bool = false;

    /// Reads the value. It always succeeds: what does not fit is noted in the reader, which then fails as a
    /// whole, and [`FromWire::error_corrected_default`] stands in for it.
    fn read(value: Document, reader: &mut Reader) -> Self;

    /// What Smithy's client error correction puts in the place of a value that should be there: nothing, zero,
    /// false, empty, the start of 1970.
    fn error_corrected_default() -> Self;
}

/// The key of a map: a string, or an enum.
pub trait MapKey: Ord + Sized {
    /// The key as it stands on the wire.
    fn as_key(&self) -> &str;

    /// Takes a key from the wire; every text is one.
    fn from_key(key: String) -> Self;
}

/// Reads a value from a JSON text. An empty text counts as `{}`, since bodies may be empty.
///
/// # Errors
///
/// The text is not JSON; a value is of a wrong kind; or, in strict mode, something required is missing.
pub fn from_json<T: FromWire>(text: &str, mode: Mode) -> Result<T, ReadError> {
    from_document(document(text)?, mode)
}

/// Reads a value from the bytes of a JSON text. No bytes count as `{}`, since bodies may be empty.
///
/// # Errors
///
/// Those of [`from_json`], and bytes that are not UTF-8.
pub fn from_bytes<T: FromWire>(bytes: &[u8], mode: Mode) -> Result<T, ReadError> {
    from_document(document(std::str::from_utf8(bytes)?)?, mode)
}

/// Reads a value from a document.
///
/// # Errors
///
/// A value is of a wrong kind; or, in strict mode, something required is missing.
pub fn from_document<T: FromWire>(document: Document, mode: Mode) -> Result<T, ReadError> {
    let mut reader = Reader::new(mode);
    let value = T::read(document, &mut reader);
    reader.finish()?;
    Ok(value)
}

fn document(text: &str) -> Result<Document, ReadError> {
    if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
        return Ok(Document::Object(BTreeMap::new()));
    }
    Ok(Document::parse(text)?)
}

/// Reads a value strictly, with all that is missing in it.
pub(crate) fn gather<T: FromWire>(bytes: &[u8]) -> Result<(T, Report), ReadError> {
    let mut reader = Reader::new(Mode::Strict);
    let value = T::read(document(std::str::from_utf8(bytes)?)?, &mut reader);
    Ok((value, reader.gathered()?))
}

/// Where a reading stands, and all that was wrong so far.
#[derive(Debug)]
pub struct Reader {
    mode: Mode,
    steps: Steps,
    mismatches: Mismatches,
    missing: Report,
}

impl Reader {
    /// Starts a reading.
    pub(crate) fn new(mode: Mode) -> Self {
        let (mismatches, missing) = (Mismatches::default(), Report::default());
        Self { mode, steps: Steps::default(), mismatches, missing }
    }

    /// Ends a reading. Values of a wrong kind come first: what they hold could not be looked at.
    fn gathered(self) -> Result<Report, ReadError> {
        if self.mismatches.is_empty() {
            Ok(self.missing)
        } else {
            Err(ReadError::Mismatches(self.mismatches))
        }
    }

    fn finish(self) -> Result<(), ReadError> {
        self.gathered()?.finish(()).map_err(ReadError::Violations)
    }

    /// How this reading takes what is missing.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Gives `value`. Where there is none, that is noted as a mismatch with `expected`, which says what would be
    /// right ("an integer"), and a stand-in returned.
    pub fn or_mismatch<T: FromWire>(&mut self, expected: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.mismatch(expected);
            T::error_corrected_default()
        })
    }

    /// Notes that the value being read is not what it should be: `expected` says what would be right.
    pub fn mismatch(&mut self, expected: &'static str) {
        self.mismatches.add(expected, || self.steps.path());
    }

    /// Reads a string.
    pub fn string(&mut self, value: Document) -> String {
        if let Document::String(text) = value {
            return text;
        }
        self.mismatch("a string");
        String::new()
    }

    /// Reads an integer of 32 bits.
    pub fn integer(&mut self, value: Document) -> i32 {
        i32::read(value, self)
    }

    /// Takes a union apart: the name of its one member and the value. `__type` and members that are `null` do
    /// not count. Where there is no member, or more than one, that is noted and nothing returned; a client notes
    /// only the latter, since a union that was missing where one is required is written without a member.
    pub fn union(&mut self, value: Document) -> Option<(String, Document)> {
        let expected = "an object with exactly one member";
        let Document::Object(mut members) = value else {
            self.mismatch(expected);
            return None;
        };
        members.retain(|name, value| name != "__type" && !value.is_null());
        if members.len() > 1 || (members.is_empty() && self.mode == Mode::Strict) {
            self.mismatch(expected);
            return None;
        }
        members.pop_first()
    }

    /// Takes a member that the union does not have: a client keeps it, a server refuses it.
    pub fn unknown_member(&mut self, member: String) -> String {
        if self.mode == Mode::Strict {
            self.mismatch("a member that the union has");
        }
        member
    }

    /// Reads the value of a union's member.
    pub fn member<T: FromWire>(&mut self, name: &'static str, value: Document) -> T {
        self.enter_member(name, false);
        let value = T::read(value, self);
        self.leave();
        value
    }

    /// Reads the value of a union's member that is sensitive.
    pub fn sensitive_member<T: FromWire>(&mut self, name: &'static str, value: Document) -> T {
        self.enter_member(name, true);
        let value = T::read(value, self);
        self.leave();
        value
    }

    /// Takes an object apart. Where there is none, that is noted, and an empty one returned that reports nothing
    /// more.
    pub fn object(&mut self, value: Document) -> ObjectReader<'_> {
        if let Document::Object(members) = value {
            return ObjectReader::new(self, members);
        }
        self.mismatch("an object");
        ObjectReader::stand_in(self)
    }

    /// Reads the elements of a list; `null` elements that it must not hold are left out.
    pub(super) fn list<T: FromWire>(&mut self, value: Document) -> Vec<T> {
        let Document::Array(elements) = value else {
            self.mismatch("an array");
            return Vec::new();
        };
        let mut list = Vec::with_capacity(elements.len());
        for (index, element) in elements.into_iter().enumerate() {
            self.steps.enter(Step::Index(index));
            if self.takes(&element, T::NULLABLE) {
                list.push(T::read(element, self));
            } else if self.mode == Mode::Strict {
                // A stand-in keeps the places of those behind it; the reading fails in any case.
                list.push(T::error_corrected_default());
            }
            self.leave();
        }
        list
    }

    /// Reads the entries of a map; `null` values that it must not hold are left out.
    pub(super) fn map<K: MapKey, T: FromWire>(&mut self, value: Document) -> BTreeMap<K, T> {
        let Document::Object(entries) = value else {
            self.mismatch("an object");
            return BTreeMap::new();
        };
        let mut map = BTreeMap::new();
        for (key, value) in entries {
            self.steps.enter(Step::Key(key));
            let value = self.takes(&value, T::NULLABLE).then(|| T::read(value, self));
            if let (Some(Step::Key(key)), Some(value)) = (self.leave(), value) {
                map.insert(K::from_key(key), value);
            }
        }
        map
    }

    /// Whether a list or map takes an element; where it does not, that is noted.
    fn takes(&mut self, element: &Document, nullable: bool) -> bool {
        let takes = nullable || !element.is_null();
        if !takes {
            self.missing(None);
        }
        takes
    }

    /// Notes that the value at which the reading stands is missing; leniently, that is no fault.
    pub(super) fn missing(&mut self, field: Option<&'static str>) {
        if self.mode == Mode::Strict {
            self.missing
                .add(Severity::Error, || Violation::of_constraint(self.steps.path(), field, Kind::Required));
        }
    }

    /// Goes into a member, whose keys are hidden if it is sensitive.
    pub(super) fn enter_member(&mut self, name: &'static str, sensitive: bool) {
        self.steps.enter(Step::Member(name));
        if sensitive {
            self.steps.hide_keys();
        }
    }

    /// Goes back out.
    pub(super) fn leave(&mut self) -> Option<Step> {
        self.steps.leave()
    }
}
