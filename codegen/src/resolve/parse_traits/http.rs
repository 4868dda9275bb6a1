//! Traits of HTTP and XML messages ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)).

use super::forms::{At, annotation, object, string, string_field};
use crate::diagnostics::Diagnostics;
use crate::json::{Data, Value};
use crate::resolve::traits::Traits;
use crate::resolve::traits::http::{Http, HttpBinding, XmlNamespace};

/// Reads a trait, if it is one of HTTP or XML messages.
pub(super) fn read(errors: &mut Diagnostics, traits: &mut Traits, at: At<'_>, value: &Value) -> bool {
    match at.name {
        "http" => traits.http = http(errors, at, value),
        "httpError" => traits.http_error = http_error(errors, at, value),
        "endpoint" => traits.host_prefix = host_prefix(errors, at, value),
        "xmlNamespace" => traits.xml.namespace = xml_namespace(errors, at, value),
        _ => match binding(errors, at, value) {
            Some(binding) => traits.http_binding = binding.or(traits.http_binding.take()),
            None => return false,
        },
    }
    true
}

/// The binding of a member, if the trait is one: `Some(None)` if its value is wrong.
fn binding(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Option<HttpBinding>> {
    let mut alone = |binding| annotation(errors, at, value).then_some(binding);
    Some(match at.name {
        "httpLabel" => alone(HttpBinding::Label),
        "httpQueryParams" => alone(HttpBinding::QueryParams),
        "httpPayload" => alone(HttpBinding::Payload),
        "httpResponseCode" => alone(HttpBinding::ResponseCode),
        "httpQuery" => string(errors, at, value).map(HttpBinding::Query),
        "httpHeader" => string(errors, at, value).map(HttpBinding::Header),
        "httpPrefixHeaders" => string(errors, at, value).map(HttpBinding::PrefixHeaders),
        _ => return None,
    })
}

fn http(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Http> {
    let value = object(errors, at, value)?;
    let code = match value.get("code").map(|code| &code.data) {
        Some(Data::Number(text)) => text.parse().unwrap_or(200),
        Some(_) | None => 200,
    };
    let (method, uri) = (string_field(errors, at, value, "method"), string_field(errors, at, value, "uri"));
    Some(Http { method: method?, uri: uri?, code })
}

fn http_error(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<u16> {
    let status = match &value.data {
        Data::Number(text) => text.parse().ok().filter(|status| (100..600).contains(status)),
        _ => None,
    };
    if status.is_none() {
        at.refuse(errors, value, "must be an HTTP status, a number from 100 to 599", None);
    }
    status
}

fn host_prefix(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<String> {
    let value = object(errors, at, value)?;
    string_field(errors, at, value, "hostPrefix")
}

fn xml_namespace(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<XmlNamespace> {
    let value = object(errors, at, value)?;
    let uri = string_field(errors, at, value, "uri")?;
    Some(XmlNamespace { uri, prefix: string_field(errors, at, value, "prefix") })
}
