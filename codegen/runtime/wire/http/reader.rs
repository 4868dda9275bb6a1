//! Reading messages whose members are bound to parts of HTTP.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use super::super::super::codec::Limits;
use super::super::super::codec::body::Parser;
use super::super::super::report::Report;
use super::super::super::smithy::TimestampFormat;
use super::super::error::ReadError;
use super::super::headers::Headers;
use super::super::map_key::MapKey;
use super::super::object::ObjectReader;
use super::super::read::{FromWire, Mode, Reader};
use super::escape;
use super::text::TextValue;

/// What the members of a message are read from. `Debug` shows nothing of them.
pub struct MessageReader<'a> {
    source: MessageSource<'a>,
    reader: Reader<'a>,
    /// Whether the body is read by the protocol.
    is_open: bool,
    /// The format of the next timestamps, where it is not that of their place.
    format: Option<TimestampFormat>,
}

/// A message as it came.
#[derive(Clone)]
pub(crate) struct MessageSource<'a> {
    /// The labels of the path by their names, as they are written.
    pub(crate) labels: Vec<(&'a str, &'a str)>,
    /// The parameters of the query.
    pub(crate) query: Vec<(String, String)>,
    /// The headers.
    pub(crate) headers: &'a Headers,
    /// The status of a response; none is 0.
    pub(crate) status: u16,
    /// The body.
    pub(crate) body: &'a [u8],
}

impl<'a> MessageSource<'a> {
    /// A response.
    pub(crate) fn response(status: u16, headers: &'a Headers, body: &'a [u8]) -> Self {
        Self { labels: Vec::new(), query: Vec::new(), headers, status, body }
    }
}

impl fmt::Debug for MessageReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageReader").field("reader", &self.reader).finish_non_exhaustive()
    }
}

impl<'a> MessageReader<'a> {
    /// Starts to read a message.
    pub(crate) fn new(source: MessageSource<'a>, mode: Mode) -> Self {
        Self { source, reader: Reader::new(Parser::empty(), mode), is_open: false, format: None }
    }

    /// Ends the reading of a message: what is missing in it.
    ///
    /// # Errors
    ///
    /// The body is not of the protocol, or values are of a wrong kind.
    pub(crate) fn finish(mut self) -> Result<Report, ReadError> {
        if !self.is_open {
            // Nothing was to be read, and the end is to be found all the same.
            self.open(b"");
            self.reader.skip();
        }
        self.reader.finish()
    }

    fn open(&mut self, body: &'a [u8]) {
        self.is_open = true;
        match Parser::of_body(body, Limits::default()) {
            Ok(parser) => self.reader.parser = parser,
            Err(error) => self.reader.breaks(error),
        }
    }

    /// Whether it is a response, for structures whose members stand elsewhere in requests.
    pub fn is_response(&self) -> bool {
        self.source.status != 0
    }

    /// Sets the format of the timestamps in the next member, and in that one only; otherwise it is that of its place.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.format = Some(format);
        self
    }

    /// Reads a text; where it is no such value, that is noted at the member.
    pub(super) fn value<T: TextValue>(
        &mut self,
        text: Option<&str>,
        format: TimestampFormat,
        member: &'static str,
    ) -> Option<T> {
        let value = text.and_then(|text| T::from_text(text, format, self.reader.mode()));
        if value.is_none() {
            self.reader.enter_member(member, false);
            self.reader.mismatch(T::EXPECTED);
            self.reader.leave();
        }
        value
    }

    /// Reads the elements of a list.
    fn values<'t, T: TextValue>(
        &mut self,
        texts: impl IntoIterator<Item = Cow<'t, str>>,
        format: TimestampFormat,
        member: &'static str,
    ) -> Vec<T> {
        let texts = texts.into_iter();
        texts.filter_map(|text| self.value(Some(&text), format, member)).collect()
    }

    /// Reads a member in the path.
    pub fn label<T: TextValue>(&mut self, member: &'static str) -> Option<T> {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        let (_, text) = self.source.labels.iter().find(|(name, _)| *name == member)?;
        let text = escape::decode(text);
        self.value(text.as_deref(), format, member)
    }

    /// Reads a member in the query.
    pub fn query<T: TextValue>(&mut self, name: &str, member: &'static str) -> Option<T> {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        let text = self.source.query.iter().find(|(key, _)| key == name)?.1.clone();
        self.value(Some(&text), format, member)
    }

    /// Reads a list in the query, a parameter for each element.
    pub fn query_list<T: TextValue>(&mut self, name: &str, member: &'static str) -> Option<Vec<T>> {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        let parameters = self.source.query.iter().filter(|(key, _)| key == name);
        let texts: Vec<Cow<'_, str>> = parameters.map(|(_, text)| Cow::Owned(text.clone())).collect();
        (!texts.is_empty()).then(|| self.values(texts, format, member))
    }

    /// Reads all parameters of the query; of several that have one name the first.
    pub fn query_params<K: MapKey, T: TextValue>(&mut self, member: &'static str) -> Option<BTreeMap<K, T>> {
        let mut found = BTreeMap::new();
        for (key, text) in self.source.query.clone() {
            let value = self.value(Some(&text), TimestampFormat::DateTime, member);
            if let Some(value) = value {
                found.entry(K::from_key(key)).or_insert(value);
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// Reads all parameters of the query, each with all its values.
    pub fn query_param_lists<K: MapKey, T: TextValue>(
        &mut self,
        member: &'static str,
    ) -> Option<BTreeMap<K, Vec<T>>> {
        let mut found: BTreeMap<K, Vec<T>> = BTreeMap::new();
        for (key, text) in self.source.query.clone() {
            let value = self.value(Some(&text), TimestampFormat::DateTime, member);
            found.entry(K::from_key(key)).or_default().extend(value);
        }
        (!found.is_empty()).then_some(found)
    }

    /// Reads a member in a header.
    pub fn header<T: TextValue>(&mut self, name: &str, member: &'static str) -> Option<T> {
        let format = self.format.take().unwrap_or(TimestampFormat::HttpDate);
        let text = self.source.headers.get(name)?.trim();
        self.value(Some(text), format, member)
    }

    /// Reads a list in a header, or in several of one name.
    pub fn header_list<T: TextValue>(&mut self, name: &str, member: &'static str) -> Option<Vec<T>> {
        let format = self.format.take().unwrap_or(TimestampFormat::HttpDate);
        let headers = self.source.headers;
        let lines = headers.iter().filter(|(own, _)| own.eq_ignore_ascii_case(name));
        let texts: Vec<&str> = lines.map(|(_, text)| text).collect();
        let elements = texts.iter().flat_map(|text| T::elements(text, format));
        (!texts.is_empty()).then(|| self.values(elements, format, member))
    }

    /// Reads the headers whose names begin with `prefix`.
    pub fn prefix_headers<K: MapKey, T: TextValue>(
        &mut self,
        prefix: &str,
        member: &'static str,
    ) -> Option<BTreeMap<K, T>> {
        let mut found = BTreeMap::new();
        for (name, text) in self.source.headers.iter() {
            let is_one = name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
            if is_one && let Some(value) = self.value(Some(text.trim()), TimestampFormat::HttpDate, member) {
                found.insert(K::from_key(name[prefix.len()..].to_owned()), value);
            }
        }
        Some(found)
    }

    /// The status.
    pub fn status(&self) -> Option<i32> {
        Some(self.source.status.into())
    }

    /// Opens the object of the members that are bound to nothing else.
    pub fn body(&mut self) -> ObjectReader<'_, 'a> {
        self.open(self.source.body);
        self.reader.object()
    }

    /// The members of a message that has none in its body.
    pub fn no_body(&mut self) -> ObjectReader<'_, 'a> {
        ObjectReader::new(&mut self.reader)
    }

    /// Reads the whole body as a structure that may be absent; for a server an empty object is nothing, since a client
    /// that has no structure sends that.
    pub fn payload_structure<T: FromWire>(&mut self, member: &'static str) -> Option<T> {
        let value = self.payload(member);
        let is_empty = || self.source.body.iter().filter(|byte| !byte.is_ascii_whitespace()).eq(b"{}");
        if self.reader.mode() == Mode::Strict && is_empty() { None } else { value }
    }

    /// Reads the whole body as a member; nothing where there is no body.
    pub fn payload<T: FromWire>(&mut self, member: &'static str) -> Option<T> {
        if self.source.body.is_empty() {
            return None;
        }
        self.open(self.source.body);
        self.reader.enter_member(member, false);
        let value = T::read(&mut self.reader);
        self.reader.leave();
        Some(value)
    }

    /// Takes the bytes of the body; nothing where there are none.
    pub fn payload_bytes<T: From<Vec<u8>>>(&mut self) -> Option<T> {
        (!self.source.body.is_empty()).then(|| T::from(self.source.body.to_vec()))
    }

    /// Reads the text of the body; nothing where there is none.
    pub fn payload_text<T: TextValue>(&mut self, member: &'static str) -> Option<T> {
        if self.source.body.is_empty() {
            return None;
        }
        let text = std::str::from_utf8(self.source.body).ok();
        self.value(text, TimestampFormat::DateTime, member)
    }
}
