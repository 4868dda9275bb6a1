//! Whether what a program did with a case is right.

use serde_json::Value;

use super::cases::{Case, Kind, Message};
use super::{cbor, json, xml};

/// Headers that HTTP clients and servers add themselves.
const OF_HTTP: [&str; 1] = ["content-length"];

/// A line that a program printed: the id of the case, the direction, and what came of it.
pub struct Line<'a> {
    /// The id of the case.
    pub id: &'a str,
    /// The direction, as it is named in code.
    pub direction: &'a str,
    outcome: &'a str,
    rest: Vec<&'a str>,
}

impl<'a> Line<'a> {
    /// Reads a line.
    pub fn parse(line: &'a str) -> Self {
        let mut parts = line.split('\t');
        let mut next = || parts.next().expect("a line has an id, a direction and an outcome");
        let (id, direction, outcome) = (next(), next(), next());
        Self { id, direction, outcome, rest: parts.collect() }
    }

    /// Why the case fails; nothing where it passes.
    pub fn failure(&self, case: &Case) -> Option<String> {
        match self.outcome {
            "equal" => None,
            "wrote" => {
                let parts = self.rest.chunks(2).map(|pair| (pair[0], bytes(pair[1])));
                let wrong = differences(case, &parts.collect::<Vec<_>>());
                (!wrong.is_empty()).then(|| wrong.join("; "))
            }
            _ => Some(text(&bytes(self.rest[0]))),
        }
    }
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&hexadecimal[at..at + 2], 16).expect("they are digits");
    (0..hexadecimal.len()).step_by(2).map(digits).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What differs between a case and the parts of the message that was written for it.
fn differences(case: &Case, parts: &[(&str, Vec<u8>)]) -> Vec<String> {
    let part = |name: &str| parts.iter().find(|(part, _)| *part == name).map(|(_, value)| text(value));
    let (expected, mut wrong) = (&case.expected, Vec::new());
    if case.kind == Kind::Request {
        let target = part("uri").unwrap_or_default();
        let (path, parameters) = target.split_once('?').unwrap_or((&target, ""));
        compare(&mut wrong, "method", part("method").as_deref(), expected.text("method"));
        compare(&mut wrong, "path", Some(path), expected.text("uri"));
        compare(&mut wrong, "host", part("host").as_deref(), expected.text("resolvedHost"));
        query(&mut wrong, expected, parameters);
    } else {
        compare(&mut wrong, "status", part("status").as_deref(), json::as_number(&expected.0["code"]));
    }
    headers(&mut wrong, expected, parts);
    let found = parts.iter().find(|(part, _)| *part == "body").map_or(&[][..], |(_, body)| body);
    if let Some(body) = expected.body() {
        wrong.extend(body_difference(expected.text("bodyMediaType"), &body, found));
    }
    if let Some(regex) = expected.text("messageRegex") {
        wrong.extend(message_difference(regex, found));
    }
    wrong
}

/// Notes where something is not what the case says, if it says anything.
fn compare(wrong: &mut Vec<String>, what: &str, found: Option<&str>, expected: Option<&str>) {
    if expected.is_some() && found != expected {
        wrong.push(format!("{what}: {found:?}, expected {expected:?}"));
    }
}

/// Compares the parameters in a URI, in any order: the case lists those that are there, those whose names must be and
/// those whose names must not be.
fn query(wrong: &mut Vec<String>, expected: &Message, parameters: &str) {
    let written: Vec<&str> = parameters.split('&').filter(|parameter| !parameter.is_empty()).collect();
    let is_there = |name: &&str| {
        written
            .iter()
            .any(|parameter| parameter.split_once('=').map_or(*parameter, |(name, _)| name) == *name)
    };
    let count = |all: &[&str], parameter: &&str| all.iter().filter(|other| **other == *parameter).count();
    let listed = expected.texts("queryParams");
    let is_absent = |parameter: &&str| count(&written, parameter) < count(&listed, parameter);
    let absent = listed.iter().copied().filter(is_absent);
    let required = expected.texts("requireQueryParams").into_iter().filter(|name| !is_there(name));
    wrong.extend(absent.chain(required).map(|parameter| format!("{parameter} is missing in the query")));
    let forbidden = expected.texts("forbidQueryParams").into_iter().filter(is_there);
    wrong.extend(forbidden.map(|name| format!("{name} is in the query")));
}

fn headers(wrong: &mut Vec<String>, expected: &Message, parts: &[(&str, Vec<u8>)]) {
    let written: Vec<(String, String)> = parts
        .iter()
        .filter_map(|(part, value)| Some((part.strip_prefix("header ")?.to_lowercase(), text(value))))
        .collect();
    let find = |name: &str| {
        let values = written.iter().filter(|(written, _)| written.eq_ignore_ascii_case(name));
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    let length = parts.iter().find(|(part, _)| *part == "body").map(|(_, body)| body.len().to_string());
    for (name, value) in expected.headers() {
        if OF_HTTP.contains(&name.to_lowercase().as_str()) {
            compare(wrong, name, length.as_deref(), Some(value));
            continue;
        }
        compare(wrong, name, find(name).as_deref(), Some(value));
    }
    let required = expected.texts("requireHeaders").into_iter();
    let missing =
        required.filter(|name| !OF_HTTP.contains(&name.to_lowercase().as_str()) && find(name).is_none());
    wrong.extend(missing.map(|name| format!("{name} is missing")));
    let forbidden = expected.texts("forbidHeaders").into_iter().filter(|name| find(name).is_some());
    wrong.extend(forbidden.map(|name| format!("{name} is there")));
}

/// Compares two bodies as their media type says.
fn body_difference(media_type: Option<&str>, expected: &[u8], found: &[u8]) -> Option<String> {
    let equal = match media_type {
        Some("application/json") if !expected.is_empty() => {
            let value = |bytes: &[u8]| -> Option<Value> {
                std::str::from_utf8(bytes).ok().and_then(|text| json::parse(text).ok())
            };
            let expected = value(expected).expect("the case has JSON");
            value(found).is_some_and(|found| json::same(&found, &expected))
        }
        Some("application/cbor") => cbor::same(expected, found),
        Some("application/xml") => xml::same(expected, found),
        Some("application/x-www-form-urlencoded") => pairs(expected) == pairs(found),
        _ => expected == found,
    };
    (!equal).then(|| format!("body: {}, expected {}", text(found), text(expected)))
}

/// The pairs of a form, which come in any order.
fn pairs(form: &[u8]) -> Vec<String> {
    let form = text(form);
    let mut pairs: Vec<String> = form.trim().split('&').map(str::to_owned).collect();
    pairs.sort();
    pairs
}

/// Compares the message in the body of an error with a regular expression.
fn message_difference(regex: &str, body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let matches = regex::Regex::new(regex).expect("the case has a regular expression");
    let message = body["message"].as_str().unwrap_or_default();
    (!matches.is_match(message)).then(|| format!("message: {message}, expected {regex}"))
}

#[test]
fn every_difference_of_a_request_is_found() {
    let test = json::parse(
        r#"{"method": "PUT", "uri": "/a", "queryParams": ["b=1", "c", "c"], "requireQueryParams": ["d"],
        "forbidQueryParams": ["e"], "headers": {"F": "1"}, "requireHeaders": ["G", "Content-Length"],
        "forbidHeaders": ["H"], "body": "{\"i\": 1.0}", "bodyMediaType": "application/json"}"#,
    );
    let test = test.expect("it is JSON");
    let case = Case::new("", Kind::Request, &test);
    let found = |parts: &[(&'static str, &str)]| {
        let parts: Vec<_> = parts.iter().map(|(name, value)| (*name, value.as_bytes().to_vec())).collect();
        differences(&case, &parts)
    };
    let uri = ("uri", "/a?c&d=2&b=1&c");
    let right = [("method", "PUT"), uri, ("header f", "1"), ("header g", ""), ("body", r#"{"i":1}"#)];
    assert_eq!(found(&right), Vec::<String>::new());
    let wrong =
        [("method", "GET"), ("uri", "/?b=2&c&e"), ("header f", "2"), ("header h", ""), ("body", "{}")];
    insta::assert_snapshot!(found(&wrong).join("\n"));
}

#[test]
fn forms_and_messages_are_compared() {
    let form = |found: &str| {
        body_difference(Some("application/x-www-form-urlencoded"), b"a=1&b=2&b=2", found.as_bytes())
    };
    assert!(form("b=2&a=1&b=2").is_none());
    assert!(form("b=2&a=1").is_some());
    assert!(message_difference("^no .$", br#"{"message": "no a"}"#).is_none());
    assert!(message_difference("^no .$", br#"{"message": "no"}"#).is_some());
}
