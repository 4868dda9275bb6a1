//! Smithy's published cases of a protocol, from the models that they stand in and from files of vectors.

use std::collections::BTreeSet;

use serde_json::Value;
use smithygen::runtime::smithy::Blob;

use super::malformed;
use super::model::Model;
use super::suites::Suite;

/// One published case.
pub struct Case {
    /// Its name; a request and a response may share one.
    pub id: String,
    /// The shape id of the operation.
    pub operation: String,
    /// What is on the wire.
    pub kind: Kind,
    /// The message that is read, where one is.
    pub given: Message,
    /// The message that is written, where one is, and the value that the case is about.
    pub expected: Message,
    /// Whose case it is.
    side: Side,
}

/// What a case has on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A request.
    Request,
    /// A request that a server refuses, and the response with which it does.
    Malformed,
    /// A response that carries an output.
    Response,
    /// A response that carries the error with this shape id.
    Error(String),
}

/// Whose case it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Client,
    Server,
    Both,
}

/// What is done with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// As a client does.
    WriteRequest,
    /// As a server does.
    ReadRequest,
    /// As a server does.
    WriteResponse,
    /// As a client does.
    ReadResponse,
    /// As a server does with a malformed request.
    Refuse,
}

impl Case {
    /// A case as it is published.
    pub fn new(operation: &str, kind: Kind, test: &Value) -> Self {
        let side = match test["appliesTo"].as_str() {
            Some("client") => Side::Client,
            Some("server") => Side::Server,
            _ => Side::Both,
        };
        let (given, expected) = match kind {
            Kind::Malformed => (test["request"].clone(), malformed::answer(test)),
            Kind::Request | Kind::Response | Kind::Error(_) => (test.clone(), test.clone()),
        };
        let id = test["id"].as_str().unwrap_or_default().to_owned();
        let (given, expected) = (Message(given), Message(expected));
        Self { id, operation: operation.to_owned(), kind, given, expected, side }
    }

    /// What is to be done with the case: all that clients and servers do, or one side of it.
    pub fn directions(&self) -> Vec<Direction> {
        let (client, server) = match self.kind {
            Kind::Request => (Some(Direction::WriteRequest), Direction::ReadRequest),
            Kind::Malformed => (None, Direction::Refuse),
            Kind::Response | Kind::Error(_) => (Some(Direction::ReadResponse), Direction::WriteResponse),
        };
        let client = client.filter(|_| self.side != Side::Server);
        client.into_iter().chain((self.side != Side::Client).then_some(server)).collect()
    }
}

/// A message of a case, as it is published.
#[derive(Clone)]
pub struct Message(pub Value);

impl Message {
    /// A text of the message.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.0[key].as_str()
    }

    /// The body, if it is stated: cases of CBOR have it in base64.
    pub fn body(&self) -> Option<Vec<u8>> {
        let text = self.text("body")?;
        if self.0["protocol"] == "smithy.protocols#rpcv2Cbor" {
            return Some(Blob::from_base64(text).expect("the body is in base64").into_bytes());
        }
        Some(text.as_bytes().to_vec())
    }

    /// The headers.
    pub fn headers(&self) -> Vec<(&str, &str)> {
        let headers = self.0["headers"].as_object().into_iter().flatten();
        headers.map(|(name, value)| (name.as_str(), value.as_str().expect("headers are texts"))).collect()
    }

    /// A list of texts.
    pub fn texts(&self, key: &str) -> Vec<&str> {
        let texts = self.0[key].as_array().into_iter().flatten();
        texts.map(|text| text.as_str().expect("the list has texts")).collect()
    }

    /// The path with the query.
    pub fn target(&self) -> String {
        let path = self.text("uri").unwrap_or("/");
        match self.texts("queryParams").join("&") {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

/// The cases of a suite in its model, and those of files of vectors that are for its service and not among them.
pub fn cases(model: &Model, suite: &Suite, vectors: &[Value]) -> Vec<Case> {
    let mut cases: Vec<Case> = model.shapes().flat_map(|(id, _)| of_shape(model, id)).collect();
    let known: BTreeSet<(bool, String)> =
        cases.iter().map(|case| (case.kind == Kind::Request, case.id.clone())).collect();
    let vectors = vectors.iter().flat_map(|file| file.as_array().expect("vectors are a list"));
    let vectors = vectors.filter(|test| test["service"] == model.service()).map(of_vector);
    cases.extend(vectors.filter(|case| !known.contains(&(case.kind == Kind::Request, case.id.clone()))));
    cases.retain(|case| case.expected.0["protocol"] == suite.protocol);
    if !suite.is_served() {
        cases.retain(|case| case.side != Side::Server);
        cases.iter_mut().for_each(|case| case.side = Side::Client);
    }
    cases
}

/// The cases that stand at an operation or an error.
fn of_shape(model: &Model, id: &str) -> Vec<Case> {
    let is_operation = model.shape(id)["type"] == "operation";
    let operation = if is_operation { Some(id) } else { model.operation_with_error(id) };
    let mut cases = Vec::new();
    for name in ["httpRequestTests", "httpResponseTests", "httpMalformedRequestTests"] {
        let tests = &model.shape(id)["traits"][format!("smithy.test#{name}")];
        for test in tests.as_array().into_iter().flatten() {
            let operation = operation.expect("an operation has the error");
            match name {
                "httpRequestTests" => cases.push(Case::new(operation, Kind::Request, test)),
                "httpResponseTests" if is_operation => cases.push(Case::new(operation, Kind::Response, test)),
                "httpResponseTests" => cases.push(Case::new(operation, Kind::Error(id.to_owned()), test)),
                _ => cases.extend(
                    malformed::expanded(test).iter().map(|test| Case::new(operation, Kind::Malformed, test)),
                ),
            }
        }
    }
    cases
}

fn of_vector(test: &Value) -> Case {
    let text = |key: &str| test[key].as_str().unwrap_or_else(|| panic!("a vector has {key}"));
    let kind = match text("kind") {
        "request" => Kind::Request,
        "response" => Kind::Response,
        _ => Kind::Error(text("shape").to_owned()),
    };
    Case::new(text("operation"), kind, test)
}
