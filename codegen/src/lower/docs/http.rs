//! Messages whose members are bound to parts of HTTP as listings: the first line, headers, and the body below them.

use std::borrow::Cow;

use super::{Comments, form, json, on_wire, xml};
use crate::ir::binding::{MemberBinding, MessagePlace};
use crate::ir::{Codec, TimestampEncoding};
use crate::json::{Data, Entry, Value};
use crate::resolve::graph::{Member, Shape, ShapeKind, SimpleType};
use crate::resolve::queries::http_bindings::MessageKind;
use crate::runtime::wire::http::uri;

/// The parts of a message that an example shows.
#[derive(Default)]
struct Parts<'m> {
    labels: Vec<(&'m str, String)>,
    query: Vec<(Cow<'m, str>, String)>,
    headers: Vec<String>,
    status: Option<String>,
    body: Option<String>,
    /// The members that are in the body.
    members: Vec<Entry>,
}

impl Comments<'_> {
    /// The request with an input.
    pub(super) fn http_request(&self, operation: &Shape, input: &Value) -> Option<String> {
        let http = operation.traits.http.as_ref()?;
        let shape = self.types.model.shape(operation.operation_io().input.as_ref()?);
        let parts = self.parts(shape, MessageKind::Request, input);
        // What lacks a label is shown with the pattern.
        let target = uri::write(&http.uri, &parts.labels, &parts.query).unwrap_or_else(|_| http.uri.clone());
        let first = format!("{} {target}", http.method);
        let body = self.body_of_members(shape, &parts, input);
        Some(listing(&first, &parts.headers, parts.body.or(body)))
    }

    /// The response with an output.
    pub(super) fn http_response(&self, operation: &Shape, output: &Value) -> Option<String> {
        let http = operation.traits.http.as_ref()?;
        let shape = self.types.model.shape(operation.operation_io().output.as_ref()?);
        let parts = self.parts(shape, MessageKind::Response, output);
        let status = parts.status.clone().unwrap_or_else(|| http.code.to_string());
        let body = self.body_of_members(shape, &parts, output);
        Some(listing(&format!("HTTP {status}"), &parts.headers, parts.body.or(body)))
    }

    /// The response with an error.
    pub(super) fn http_error(&self, error: &Shape, content: &Value) -> String {
        let row = self.subject.protocol_row;
        let mut parts = self.parts(error, MessageKind::Response, content);
        let members = object(&parts.members, content);
        let members = on_wire::structure(self.types.model, row, error, &members);
        let body = match row.codec {
            Codec::Xml => xml::bound_error(self.types.model, row, self.subject.service, error, &members),
            Codec::Json | Codec::Cbor | Codec::Form => {
                parts.headers.insert(0, format!("x-amzn-errortype: {}", row.error_code(error)));
                json::pretty(&members)
            }
        };
        listing(&format!("HTTP {}", row.error_status(error)), &parts.headers, Some(body))
    }

    fn parts<'m>(&self, shape: &'m Shape, kind: MessageKind, value: &'m Value) -> Parts<'m> {
        let mut parts = Parts::default();
        for entry in value.as_object().unwrap_or_default() {
            let Some(member) = shape.members().find(|member| member.name == entry.key) else { continue };
            match self.subject.bindings.bound(&shape.id, member, kind) {
                None => parts.members.push(entry.clone()),
                Some(binding) => self.part(&mut parts, member, &binding, &entry.value),
            }
        }
        parts
    }

    fn part<'m>(&self, parts: &mut Parts<'m>, member: &'m Member, binding: &MemberBinding, value: &'m Value) {
        let texts = || self.texts(member, binding, value);
        match &binding.place {
            MessagePlace::Label => parts.labels.push((&member.name, texts().concat())),
            MessagePlace::Query(name) => {
                parts.query.extend(texts().into_iter().map(|text| (Cow::Owned(name.clone()), text)));
            }
            MessagePlace::QueryParams => {
                for entry in value.as_object().unwrap_or_default() {
                    let texts = self.texts(member, binding, &entry.value);
                    parts.query.extend(texts.into_iter().map(|text| (Cow::Borrowed(&*entry.key), text)));
                }
            }
            MessagePlace::Header(name) => parts.headers.push(format!("{name}: {}", texts().join(", "))),
            MessagePlace::PrefixHeaders(prefix) => {
                for entry in value.as_object().unwrap_or_default() {
                    let text = self.texts(member, binding, &entry.value).concat();
                    parts.headers.push(format!("{prefix}{}: {text}", entry.key));
                }
            }
            MessagePlace::Status => parts.status = Some(texts().concat()),
            MessagePlace::PayloadBytes(_) | MessagePlace::PayloadText(_) => {
                parts.body = Some(texts().concat())
            }
            MessagePlace::PayloadStructure | MessagePlace::Payload | MessagePlace::UnwrappedText => {
                let (model, row) = (self.types.model, self.subject.protocol_row);
                let value = on_wire::member(model, row, member, value);
                parts.body = Some(match &binding.root {
                    Some(root) => xml::payload(model, row, root, member, &value),
                    None => json::pretty(&value),
                });
            }
        }
    }

    /// The texts of a value in a path, a query or a header: one, or one for each element of a list.
    fn texts(&self, member: &Member, binding: &MemberBinding, value: &Value) -> Vec<String> {
        let is_time = ShapeKind::SimpleType(SimpleType::Timestamp);
        let usual = match binding.place {
            MessagePlace::Header(_) | MessagePlace::PrefixHeaders(_) => TimestampEncoding::HttpDate,
            _ => TimestampEncoding::DateTime,
        };
        let format = binding.timestamps.unwrap_or(usual);
        let time =
            (self.types.model.single_value(member).kind == is_time).then(|| on_wire::time(value, format));
        match &time.flatten().as_ref().unwrap_or(value).data {
            Data::Array(elements) => {
                elements.iter().flat_map(|element| self.texts(member, binding, element)).collect()
            }
            Data::String(text) => vec![form::shown(text)],
            Data::Number(number) => vec![number.clone()],
            Data::Bool(value) => vec![value.to_string()],
            Data::Object(_) => vec![json::compact(value)],
            Data::Null => Vec::new(),
        }
    }

    /// The body with the members that stand in no other part, where there are any.
    fn body_of_members(&self, shape: &Shape, parts: &Parts<'_>, value: &Value) -> Option<String> {
        let (model, row) = (self.types.model, self.subject.protocol_row);
        let members = on_wire::structure(model, row, shape, &object(&parts.members, value));
        (!parts.members.is_empty()).then(|| match self.subject.bindings.root(shape) {
            Some(root) => xml::members(model, row, &root, shape, &members),
            None => json::pretty(&members),
        })
    }
}

/// An object of some entries of a value.
fn object(entries: &[Entry], value: &Value) -> Value {
    Value { data: Data::Object(entries.to_vec()), ..value.clone() }
}

fn listing(first: &str, headers: &[String], body: Option<String>) -> String {
    let body = body.into_iter().flat_map(|body| [String::new(), body]);
    let headers = headers.iter().map(|header| header.trim_end().to_owned());
    let lines: Vec<String> = std::iter::once(first.to_owned()).chain(headers).chain(body).collect();
    lines.join("\n")
}
