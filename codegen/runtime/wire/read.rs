//! Reading values as they come, leniently as a client or strictly as a server.

use std::fmt;

use super::super::codec::body::{Event, Parser, SyntaxError};
use super::super::codec::{Limits, body};
use super::super::report::{Kind, Path, Report, Severity, Violation};
use super::super::smithy::Document;
use super::Hints;
use super::error::{Mismatches, ReadError};
use super::object::ObjectReader;
use super::steps::{Step, Steps};

/// How what is missing is taken.
///
/// In all modes unknown members are passed over, and a value of a wrong kind is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As a client reads a response: a required member that is absent or `null` gets the value that Smithy's
    /// client error correction has for it, and a `null` in a list or map that holds none is passed over.
    Lenient,
    /// As a server reads a request: all these are violations, reported together, members that a union does not have are
    /// refused, and a timestamp has the one format of its member.
    Strict,
    /// As what was written is read back: required members are demanded, and beside those nothing is filled in or
    /// refused.
    Exact,
}

/// A value that can be read from the wire.
pub trait FromWire: Sized {
    /// Whether `null` is a value of this type, so that lists and maps may hold it.
    #[doc(hidden)]
    const NULLABLE: bool = false;

    /// Reads the next value. It always succeeds: what does not fit is noted in the reader, which then fails as a
    /// whole, and [`FromWire::error_corrected_default`] stands in for it.
    #[doc(hidden)]
    fn read(reader: &mut Reader<'_>) -> Self;

    /// What Smithy's client error correction puts in the place of a value that should be there: nothing, zero,
    /// false, empty, the start of 1970.
    #[doc(hidden)]
    fn error_corrected_default() -> Self;
}

/// Reads a value from the bytes of a body. No bytes count as an empty object, since bodies may be empty.
///
/// # Errors
///
/// The bytes are not of the protocol, or more than the limits; a value is of a wrong kind; or, in strict mode,
/// something required is missing.
pub fn from_bytes<T: FromWire>(bytes: &[u8], mode: Mode) -> Result<T, ReadError> {
    from_bytes_within(bytes, mode, Limits::default())
}

/// Reads a value from the bytes of a body, within other limits.
///
/// # Errors
///
/// Those of [`from_bytes`].
pub fn from_bytes_within<T: FromWire>(bytes: &[u8], mode: Mode, limits: Limits) -> Result<T, ReadError> {
    let (value, missing) = read(Parser::of_body(bytes, limits)?, mode)?;
    missing.finish(value).map_err(ReadError::Violations)
}

/// Reads a value from a document.
///
/// # Errors
///
/// A value is of a wrong kind; or, in strict mode, something required is missing.
pub fn from_document<T: FromWire>(document: &Document, mode: Mode) -> Result<T, ReadError> {
    let bytes = body::of_document(document);
    let (value, missing) = read(Parser::of_document(&bytes)?, mode)?;
    missing.finish(value).map_err(ReadError::Violations)
}

/// Reads a value, with all that is missing in it.
pub(super) fn read<T: FromWire>(parser: Parser<'_>, mode: Mode) -> Result<(T, Report), ReadError> {
    let mut reader = Reader::new(parser, mode);
    let value = T::read(&mut reader);
    Ok((value, reader.finish()?))
}

/// Where a reading stands, and all that was wrong so far. `Debug` shows nothing of the input.
pub struct Reader<'a> {
    pub(super) parser: Parser<'a>,
    /// Whether the start of an object was taken and is to come once more.
    pub(super) reopened: bool,
    mode: Mode,
    pub(super) steps: Steps,
    /// How the member that is being read looks, and the next one.
    pub(super) hints: [Hints; 2],
    /// Where the input ends to be of the protocol. There are no more events after it.
    pub(super) broken: Option<(SyntaxError, Path)>,
    mismatches: Mismatches,
    missing: Report,
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("mode", &self.mode).field("steps", &self.steps).finish_non_exhaustive()
    }
}

impl<'a> Reader<'a> {
    /// Starts a reading.
    pub(super) fn new(parser: Parser<'a>, mode: Mode) -> Self {
        Self {
            parser,
            reopened: false,
            mode,
            steps: Steps::default(),
            hints: Default::default(),
            broken: None,
            mismatches: Mismatches::default(),
            missing: Report::default(),
        }
    }

    /// A reading of nothing, as a client.
    pub(super) fn empty() -> Self {
        Self::new(Parser::empty(), Mode::Lenient)
    }

    /// Ends a reading. Values of a wrong kind come before what is missing: what they hold could not be looked at.
    pub(super) fn finish(mut self) -> Result<Report, ReadError> {
        self.next();
        match self.broken {
            Some((error, path)) => Err(ReadError::Syntax(error, path)),
            None if self.mismatches.is_empty() => Ok(self.missing),
            None => Err(ReadError::Mismatches(self.mismatches)),
        }
    }

    /// How this reading takes what is missing.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Has the object that was just begun begin once more.
    pub(super) fn reopen(&mut self) {
        self.reopened = true;
    }

    /// Passes over the next value, whatever it is.
    pub fn skip(&mut self) {
        let event = self.next();
        self.skip_rest(&event);
    }

    fn skip_rest(&mut self, event: &Event<'_>) {
        if let Err(error) = self.parser.skip(event) {
            self.breaks(error);
        }
    }

    /// Reads a value that is a single event. Where `take` gives nothing, that is noted as a mismatch with `expected`,
    /// which says what would be right ("an integer"), and a stand-in returned.
    pub(super) fn scalar<T: FromWire>(
        &mut self,
        expected: &'static str,
        take: impl FnOnce(&Event<'_>) -> Option<T>,
    ) -> T {
        let event = self.next();
        take(&event).unwrap_or_else(|| {
            self.mismatch_of(expected, &event);
            T::error_corrected_default()
        })
    }

    /// Notes that the value which begins with an event is not what it should be, and passes over it.
    pub(super) fn mismatch_of(&mut self, expected: &'static str, event: &Event<'_>) {
        self.mismatch(expected);
        self.skip_rest(event);
    }

    /// Notes that the value being read is not what it should be: `expected` says what would be right.
    pub fn mismatch(&mut self, expected: &'static str) {
        if self.broken.is_none() {
            let position = self.parser.position();
            self.mismatches.add(expected, position, || self.steps.path());
        }
    }

    /// Reads any value.
    pub(super) fn document(&mut self) -> Document {
        let event = self.next();
        body::read_document(&mut self.parser, event).unwrap_or_else(|error| {
            self.breaks(error);
            Document::Null
        })
    }

    /// Opens an object. Where there is none, that is noted, and an empty one returned that reports nothing more.
    pub fn object(&mut self) -> ObjectReader<'_, 'a> {
        match self.begin(Parser::begin_object) {
            Event::BeginObject => ObjectReader::new(self),
            event => {
                self.mismatch_of("an object", &event);
                ObjectReader::stand_in(self)
            }
        }
    }

    /// Notes that the value at which the reading stands is missing; leniently, that is no fault.
    pub(super) fn missing(&mut self, field: Option<&'static str>) {
        if self.mode != Mode::Lenient {
            self.missing
                .add(Severity::Error, || Violation::of_constraint(self.steps.path(), field, Kind::Required));
        }
    }

    /// Goes one step in.
    pub(super) fn enter(&mut self, step: Step) {
        self.steps.enter(step);
    }

    /// Goes into a member, whose keys are hidden if it is sensitive.
    pub(super) fn enter_member(&mut self, name: &'static str, sensitive: bool) {
        self.steps.enter(Step::Member(name));
        let [now, next] = &mut self.hints;
        *now = std::mem::take(next);
        if sensitive {
            self.steps.hide_keys();
        }
    }

    /// Goes back out.
    pub(super) fn leave(&mut self) {
        self.steps.leave();
    }
}
