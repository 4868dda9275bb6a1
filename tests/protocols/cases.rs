//! Smithy's published cases of a protocol, from the models that they stand in and from files of vectors.

use std::collections::BTreeSet;

use serde_json::Value;
use smithygen::runtime::smithy::Blob;

use super::model::Model;

/// One published case.
pub struct Case {
    /// Its name; a request and a response may share one.
    pub id: String,
    /// The shape id of the operation.
    pub operation: String,
    /// What is on the wire.
    pub kind: Kind,
    /// The case as it is published.
    pub test: Value,
}

/// What a case has on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A request.
    Request,
    /// A response that carries an output.
    Response,
    /// A response that carries the error with this shape id.
    Error(String),
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
}

impl Case {
    /// What is to be done with the case: all that clients and servers do, or one side of it.
    pub fn directions(&self) -> Vec<Direction> {
        let (client, server) = match self.kind {
            Kind::Request => (Direction::WriteRequest, Direction::ReadRequest),
            Kind::Response | Kind::Error(_) => (Direction::ReadResponse, Direction::WriteResponse),
        };
        match self.test["appliesTo"].as_str() {
            Some("client") => vec![client],
            Some("server") => vec![server],
            _ => vec![client, server],
        }
    }

    /// A text of the case.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.test[key].as_str()
    }

    /// The body of the case, if it has one: cases of CBOR have it in base64.
    pub fn body(&self) -> Option<Vec<u8>> {
        let text = self.text("body")?;
        if self.test["protocol"] == "smithy.protocols#rpcv2Cbor" {
            return Some(Blob::from_base64(text).expect("the body is in base64").into_bytes());
        }
        Some(text.as_bytes().to_vec())
    }

    /// The headers of the case.
    pub fn headers(&self) -> Vec<(&str, &str)> {
        let headers = self.test["headers"].as_object().into_iter().flatten();
        headers.map(|(name, value)| (name.as_str(), value.as_str().expect("headers are texts"))).collect()
    }

    /// A list of texts of the case.
    pub fn texts(&self, key: &str) -> Vec<&str> {
        let texts = self.test[key].as_array().into_iter().flatten();
        texts.map(|text| text.as_str().expect("the list has texts")).collect()
    }
}

/// The cases of a protocol in a model, and those of files of vectors that are for its service and not among them.
pub fn cases(model: &Model, protocol: &str, vectors: &[Value]) -> Vec<Case> {
    let mut cases: Vec<Case> = model.shapes().flat_map(|(id, _)| of_shape(model, id)).collect();
    let known: BTreeSet<(bool, String)> =
        cases.iter().map(|case| (case.kind == Kind::Request, case.id.clone())).collect();
    let vectors = vectors.iter().flat_map(|file| file.as_array().expect("vectors are a list"));
    let vectors = vectors.filter(|test| test["service"] == model.service()).map(of_vector);
    cases.extend(vectors.filter(|case| !known.contains(&(case.kind == Kind::Request, case.id.clone()))));
    cases.retain(|case| case.test["protocol"] == protocol);
    cases
}

/// The cases that stand at an operation or an error.
fn of_shape(model: &Model, id: &str) -> Vec<Case> {
    let is_operation = model.shape(id)["type"] == "operation";
    let operation = if is_operation { Some(id) } else { model.operation_with_error(id) };
    let lists = [("smithy.test#httpRequestTests", true), ("smithy.test#httpResponseTests", false)];
    let mut cases = Vec::new();
    for (name, is_request) in lists {
        for test in model.shape(id)["traits"][name].as_array().into_iter().flatten() {
            let kind = match (is_request, is_operation) {
                (true, _) => Kind::Request,
                (false, true) => Kind::Response,
                (false, false) => Kind::Error(id.to_owned()),
            };
            let operation = operation.expect("an operation has the error").to_owned();
            cases.push(Case { id: case_id(test), operation, kind, test: test.clone() });
        }
    }
    cases
}

fn of_vector(test: &Value) -> Case {
    let text = |key: &str| test[key].as_str().unwrap_or_else(|| panic!("a vector has {key}")).to_owned();
    let kind = match test["kind"].as_str() {
        Some("request") => Kind::Request,
        Some("response") => Kind::Response,
        _ => Kind::Error(text("shape")),
    };
    Case { id: case_id(test), operation: text("operation"), kind, test: test.clone() }
}

fn case_id(test: &Value) -> String {
    test["id"].as_str().expect("a case has an id").to_owned()
}
