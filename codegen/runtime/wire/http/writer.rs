//! Writing messages whose members are bound to parts of HTTP.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use super::super::super::smithy::TimestampFormat;
use super::super::defaults::Defaults;
use super::super::headers::Headers;
use super::super::map_key::MapKey;
use super::super::options::WriteOptions;
use super::super::write::{ObjectWriter, ToWire, Writer};
use super::Root;
use super::text::TextValue;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// What a client sends.
    Request,
    /// What a server answers.
    Response,
}

/// Where the members of a message are written to, each at its place. `Debug` shows nothing of them.
pub struct MessageWriter {
    pub(super) direction: Direction,
    /// The type of a body that the protocol makes.
    pub(super) content_type: &'static str,
    pub(super) options: WriteOptions,
    /// What stands around the value of the body.
    pub(super) root: Root,
    /// The format of the next timestamps, where it is not that of their place.
    format: Option<TimestampFormat>,
    labels: Vec<(&'static str, String)>,
    query: Vec<(Cow<'static, str>, String)>,
    pub(super) headers: Headers,
    status: Option<u16>,
    /// The body and its type.
    pub(super) body: Option<(Vec<u8>, &'static str)>,
    /// The member for which there was no idempotency token.
    token_missed: Cell<Option<&'static str>>,
    /// A header that was left out, since it cannot be one.
    invalid_header: Option<String>,
}

impl fmt::Debug for MessageWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageWriter").field("direction", &self.direction).finish_non_exhaustive()
    }
}

/// A finished message.
pub(crate) struct MessageParts {
    /// The members in the path.
    pub(crate) labels: Vec<(&'static str, String)>,
    /// The members in the query.
    pub(crate) query: Vec<(Cow<'static, str>, String)>,
    /// The headers, that of the body's type among them.
    pub(crate) headers: Headers,
    /// The body.
    pub(crate) body: Vec<u8>,
    /// The member for which there was no idempotency token.
    pub(crate) token_missed: Option<&'static str>,
    /// A header that was left out, since it cannot be one.
    pub(crate) invalid_header: Option<String>,
}

impl MessageWriter {
    /// Starts a message that has the headers of its protocol and nothing else.
    pub(crate) fn new(
        direction: Direction,
        content_type: &'static str,
        options: WriteOptions,
        headers: Headers,
    ) -> Self {
        Self {
            direction,
            content_type,
            options,
            root: Default::default(),
            format: None,
            labels: Vec::new(),
            query: Vec::new(),
            headers,
            status: None,
            body: None,
            token_missed: Cell::new(None),
            invalid_header: None,
        }
    }

    /// The status of a response: that of a member, or else this. HTTP has no body in some.
    pub(crate) fn settle_status(&mut self, usual: u16) -> u16 {
        let status = self.status.unwrap_or(usual);
        if matches!(status, 204 | 205 | 304) {
            self.body = None;
        }
        status
    }

    /// Ends the message.
    pub(crate) fn finish(mut self) -> MessageParts {
        let body = self.body.map(|(body, content_type)| {
            if self.headers.get("content-type").is_none() {
                self.headers.set("content-type", content_type);
            }
            body
        });
        let Self { labels, query, headers, token_missed, invalid_header, .. } = self;
        let (body, token_missed) = (body.unwrap_or_default(), token_missed.get());
        MessageParts { labels, query, headers, body, token_missed, invalid_header }
    }

    /// Whether it is a response, for structures whose members stand elsewhere in requests.
    pub fn is_response(&self) -> bool {
        self.direction == Direction::Response
    }

    /// Sets the format of the timestamps in the next member, and in that one only; otherwise it is that of its place.
    pub fn timestamps(&mut self, format: TimestampFormat) -> &mut Self {
        self.format = Some(format);
        self
    }

    /// Writes a member in the path.
    pub fn label<T: TextValue>(&mut self, name: &'static str, value: Option<&T>) {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        self.labels.extend(value.map(|value| (name, value.to_text(format).into_owned())));
    }

    /// Writes a member in the query.
    pub fn query<T: TextValue>(&mut self, name: &'static str, value: Option<&T>) {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        self.query.extend(value.map(|value| (name.into(), value.to_text(format).into_owned())));
    }

    /// Writes a list in the query, a parameter for each element.
    pub fn query_list<T: TextValue>(&mut self, name: &'static str, values: Option<&Vec<T>>) {
        let format = self.format.take().unwrap_or(TimestampFormat::DateTime);
        let values = values.into_iter().flatten();
        self.query.extend(values.map(|value| (name.into(), value.to_text(format).into_owned())));
    }

    /// Writes the parameters of the query that no other member has written.
    pub fn query_params<K: MapKey, T: TextValue>(&mut self, values: Option<&BTreeMap<K, T>>) {
        let others = self.query.len();
        for (key, value) in values.into_iter().flatten() {
            self.query_param(others, key.as_key(), value);
        }
    }

    /// Writes the parameters of the query that no other member has written, each with several values.
    pub fn query_param_lists<K: MapKey, T: TextValue>(&mut self, values: Option<&BTreeMap<K, Vec<T>>>) {
        let others = self.query.len();
        for (key, values) in values.into_iter().flatten() {
            values.iter().for_each(|value| self.query_param(others, key.as_key(), value));
        }
    }

    fn query_param<T: TextValue>(&mut self, others: usize, key: &str, value: &T) {
        if self.query[..others].iter().all(|(name, _)| name != key) {
            let value = value.to_text(TimestampFormat::DateTime).into_owned();
            self.query.push((Cow::Owned(key.to_owned()), value));
        }
    }

    /// Writes a member in a header.
    pub fn header<T: TextValue>(&mut self, name: &'static str, value: Option<&T>) {
        let format = self.format.take().unwrap_or(TimestampFormat::HttpDate);
        if let Some(value) = value {
            self.set_header(name.into(), value.to_text(format).into_owned());
        }
    }

    /// Writes a list in a header.
    pub fn header_list<T: TextValue>(&mut self, name: &'static str, values: Option<&Vec<T>>) {
        let format = self.format.take().unwrap_or(TimestampFormat::HttpDate);
        if let Some(values) = values {
            let elements: Vec<Cow<'_, str>> = values.iter().map(|value| value.to_element(format)).collect();
            self.set_header(name.into(), elements.join(", "));
        }
    }

    /// Writes a map in headers whose names begin with `prefix`; other members come before them.
    pub fn prefix_headers<K: MapKey, T: TextValue>(
        &mut self,
        prefix: &'static str,
        values: Option<&BTreeMap<K, T>>,
    ) {
        for (key, value) in values.into_iter().flatten() {
            let name = [prefix, key.as_key()].concat();
            if self.headers.get(&name).is_none() {
                self.set_header(name.into(), value.to_text(TimestampFormat::HttpDate).into_owned());
            }
        }
    }

    /// Sets a header, unless its name or value would end it before its time (RFC 9110, section 5).
    fn set_header(&mut self, name: Cow<'static, str>, value: String) {
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        let is_name = !name.is_empty() && name.bytes().all(is_token);
        if is_name && !value.contains(|c: char| c.is_control() && c != '\t') {
            self.headers.set(name, value);
        } else {
            self.invalid_header.get_or_insert(name.into_owned());
        }
    }

    /// Takes the status from a member.
    pub fn status(&mut self, value: Option<&i32>) {
        self.status = value.and_then(|status| u16::try_from(*status).ok());
    }

    /// Writes the members that are bound to nothing else as the body.
    pub fn body(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.document(|out| out.object(members));
    }

    /// Says that no member is in the body: a response has an empty object all the same.
    pub fn no_body(&mut self) {
        if self.direction == Direction::Response {
            self.empty_body();
        }
    }

    /// Writes a structure as the whole body; a request without it has an empty object.
    pub fn payload_structure<T: ToWire>(&mut self, value: Option<&T>) {
        if value.is_none() && self.direction == Direction::Request {
            self.empty_body();
        }
        self.payload(value);
    }

    /// Writes a member as the whole body.
    pub fn payload<T: ToWire>(&mut self, value: Option<&T>) {
        if let Some(value) = value {
            self.document(|out| value.write(out));
        }
    }

    /// Writes the bytes of a member as the whole body.
    pub fn payload_bytes<T: AsRef<[u8]>>(&mut self, value: Option<&T>, content_type: &'static str) {
        self.body = value.map(|value| (value.as_ref().to_vec(), content_type));
    }

    /// Writes the text of a member as the whole body.
    pub fn payload_text<T: TextValue>(&mut self, value: Option<&T>, content_type: &'static str) {
        let text = value.map(|value| value.to_text(TimestampFormat::DateTime).into_owned());
        self.body = text.map(|text| (text.into_bytes(), content_type));
    }

    fn document(&mut self, write: impl FnOnce(&mut Writer)) {
        let mut out = Writer::new();
        out.options = self.options.clone();
        self.root.around(&mut out, write);
        self.token_missed.set(self.token_missed.get().or(out.token_missed));
        self.body = Some((out.into_bytes(), self.content_type));
    }

    /// The value of a member that may be absent: then its default, if defaults are written.
    pub fn or_default<'v, T: Clone>(&self, value: &'v Option<T>, default: fn() -> T) -> Option<Cow<'v, T>> {
        let writes = matches!(self.options.defaults, Defaults::Client | Defaults::Server);
        value.as_ref().map(Cow::Borrowed).or_else(|| writes.then(|| Cow::Owned(default())))
    }

    /// The value of a member that may be absent: then its default, if a server writes.
    pub fn or_served_default<'v, T: Clone>(
        &self,
        value: &'v Option<T>,
        default: fn() -> T,
    ) -> Option<Cow<'v, T>> {
        let writes = self.options.defaults == Defaults::Server;
        value.as_ref().map(Cow::Borrowed).or_else(|| writes.then(|| Cow::Owned(default())))
    }

    /// The value of an idempotency token: a new one where a request has none.
    pub fn token<'v>(&self, value: &'v Option<String>) -> Option<Cow<'v, String>> {
        let new = || Some(Cow::Owned(self.options.tokens.as_ref()?()));
        value.as_ref().map(Cow::Borrowed).or_else(new)
    }

    /// The value of an idempotency token that a service demands. `name` is the member's in the model.
    pub fn required_token<'v>(
        &self,
        name: &'static str,
        value: &'v Option<String>,
    ) -> Option<Cow<'v, String>> {
        let token = self.token(value);
        if token.is_none() && self.direction == Direction::Request {
            self.token_missed.set(self.token_missed.get().or(Some(name)));
        }
        token
    }
}
