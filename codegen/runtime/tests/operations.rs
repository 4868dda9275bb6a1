//! Operations: requests, responses and errors as awsJson has them.

use std::fmt;

use super::examples::{Kinds, Login};
use crate::runtime::smithy::{Document, Unit};
use crate::runtime::wire::{self, Auth, AwsJson, Fault, Operation, OperationError, ReadError, ResponseError};

/// An operation, as the generator writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct SignIn;

impl wire::Operation for SignIn {
    type Input = Kinds;
    type Output = Login;
    type Error = SignInError;
    const NAME: &'static str = "SignIn";
    const AUTH: wire::Auth = wire::Auth::Unsigned;
}

impl wire::AwsJson for SignIn {
    const TARGET: &'static str = "Example.SignIn";
    const CONTENT_TYPE: &'static str = "application/x-amz-json-1.1";
}

/// The errors of the operation.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SignInError {
    NotAuthorized(Box<NotAuthorized>),
    Unmodeled(Box<wire::UnmodeledError>),
}

impl wire::OperationError for SignInError {
    fn read(error: wire::ErrorReader<'_>) -> Self {
        error.modeled().or("NotAuthorized", Self::NotAuthorized).or_unmodeled(Self::Unmodeled)
    }

    fn service_error(&self) -> &dyn wire::ServiceError {
        match self {
            Self::NotAuthorized(error) => &**error,
            Self::Unmodeled(error) => &**error,
        }
    }
}

impl fmt::Display for SignInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(wire::OperationError::service_error(self), f)
    }
}

impl std::error::Error for SignInError {}

/// An error with a message and more.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NotAuthorized {
    message: Option<String>,
    attempts: i32,
}

impl wire::Structure for NotAuthorized {
    fn write_members(&self, out: &mut wire::ObjectWriter<'_>) {
        out.optional("message", &self.message);
        out.field("Attempts", &self.attempts);
    }

    fn read_members(object: &mut wire::ObjectReader<'_, '_>) -> Self {
        let mut message = None;
        let mut attempts = None;
        while let Some(member) = object.next_member() {
            match &*member {
                "message" => message = object.value("message"),
                "Attempts" => attempts = object.value("Attempts"),
                _ => object.skip(),
            }
        }
        Self { message, attempts: object.required(attempts, "Attempts", "attempts") }
    }
}

impl fmt::Display for NotAuthorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        wire::display_error(self, f)
    }
}

impl std::error::Error for NotAuthorized {}

impl wire::ServiceError for NotAuthorized {
    fn facts(&self) -> wire::ErrorFacts<'_> {
        let (message, fault) = (self.message.as_deref(), Fault::Client);
        wire::ErrorFacts { code: "NotAuthorized", message, status: 403, fault, retryable: false }
    }
}

fn error(status: u16, error_type: Option<&str>, body: &str) -> SignInError {
    match SignIn::read_response(status, error_type, body.as_bytes()) {
        Err(ResponseError::Service(error)) => error,
        other => panic!("{body}: {other:?}"),
    }
}

#[test]
fn a_request_has_its_headers_and_its_body() {
    let request = SignIn::request(&Kinds { text: Some("x".to_owned()), ..Kinds::default() });
    assert_eq!((request.method, request.path), ("POST", "/"));
    let headers = [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", "Example.SignIn")];
    assert_eq!(request.headers, headers);
    assert_eq!(request.body, br#"{"Text":"x"}"#);
    assert!(format!("{request:?}").ends_with("body: 12 bytes }"));
    assert_eq!(SignIn::request(&Kinds::default()).body, b"{}");
    assert_eq!((SignIn::NAME, SignIn::AUTH, SignIn::PAGES), ("SignIn", Auth::Unsigned, None));
    const { assert!(!SignIn::READONLY && !SignIn::IDEMPOTENT) }
}

#[test]
fn a_server_reads_strictly_and_a_client_leniently() {
    let input = SignIn::read_request(br#"{"Text":"x","Other":1}"#).expect("this is an input");
    assert_eq!(input.text.as_deref(), Some("x"));
    assert!(SignIn::read_request(b"").is_ok());
    assert!(matches!(SignIn::read_request(b"\xff"), Err(ReadError::Syntax(..))));
    for body in ["", "{}", r#"{"Name":null}"#] {
        assert!(SignIn::read_response(200, None, body.as_bytes()).is_ok(), "{body}");
    }
    for body in [r#"{"Choice":{"sms":"x"}}"#, r#"{"Choice":{"new":{}},"Other":1}"#] {
        let output = SignIn::read_response(200, None, body.as_bytes()).expect("this is an output");
        assert_eq!(SignIn::read_response(299, Some("ignored"), &SignIn::response_body(&output)), Ok(output));
    }
    let error = SignIn::read_response(200, None, b"<html>").expect_err("this is not JSON");
    assert_eq!(error.to_string(), "the response could not be read: expected a JSON value at byte 0");
}

#[test]
fn the_type_of_an_error_is_found_wherever_it_stands() {
    let cases = [
        (Some("NotAuthorized"), "{}"),
        (Some("NotAuthorized:http://internal.example.com/coral/ns/"), "{}"),
        (Some("ns#NotAuthorized:http://example.com/#x"), "{}"),
        (Some("NotAuthorized"), r#"{"__type":"Other"}"#),
        (Some(""), r#"{"__type":"NotAuthorized"}"#),
        (None, r#"{"__type":"NotAuthorized"}"#),
        (None, r#"{"__type":"com.example#NotAuthorized"}"#),
        (None, r#"{"__type":"com.example#NotAuthorized:http://example.com"}"#),
        (None, r#"{"code":"NotAuthorized"}"#),
        (None, r#"{"code":"Other","__type":"NotAuthorized"}"#),
        (None, r#"{"code":5,"__type":" NotAuthorized "}"#),
    ];
    for (error_type, body) in cases {
        let error = error(400, error_type, body);
        assert!(matches!(error, SignInError::NotAuthorized(_)), "{error_type:?} {body}");
    }
}

#[test]
fn the_message_of_an_error_is_found_under_any_name() {
    for name in ["message", "Message", "errorMessage"] {
        let body = format!(r#"{{"__type":"NotAuthorized","{name}":"no","Attempts":3}}"#);
        let expected = NotAuthorized { message: Some("no".to_owned()), attempts: 3 };
        assert_eq!(error(400, None, &body), SignInError::NotAuthorized(Box::new(expected)), "{name}");
        let body = format!(r#"{{"__type":"Other","{name}":"no"}}"#);
        assert_eq!(error(400, None, &body).message(), Some("no"), "{name}");
    }
    let both = error(400, None, r#"{"__type":"NotAuthorized","message":null,"Message":"no"}"#);
    assert_eq!(both.to_string(), "NotAuthorized: no");
    assert_eq!(error(400, None, r#"{"__type":"NotAuthorized"}"#).to_string(), "NotAuthorized");
}

#[test]
fn an_error_with_odd_members_keeps_its_type() {
    let error = error(400, None, r#"{"__type":"NotAuthorized","message":5,"Attempts":"x"}"#);
    let expected = NotAuthorized { message: Some(String::new()), attempts: 0 };
    assert_eq!(error, SignInError::NotAuthorized(Box::new(expected)));
    for body in ["", "[]", "5", "<html>"] {
        let error = self::error(403, Some("NotAuthorized"), body);
        assert_eq!(error.message(), None, "{body}");
        assert_eq!(error.service_error().status(), 403);
    }
}

#[test]
fn any_other_answer_is_an_unmodeled_error() {
    let cases = [
        (502, "<html>Bad Gateway</html>", "Unknown (HTTP status 502)", Fault::Server),
        (400, "", "Unknown (HTTP status 400)", Fault::Client),
        (301, "null", "Unknown (HTTP status 301)", Fault::Client),
        (400, r#"{"__type":""}"#, "Unknown (HTTP status 400)", Fault::Client),
        (500, r#"{"__type":"a#Odd","message":"m"}"#, "Odd (HTTP status 500): m", Fault::Server),
        (400, r#"["__type"]"#, "Unknown (HTTP status 400)", Fault::Client),
    ];
    for (status, body, text, fault) in cases {
        let error = error(status, None, body);
        assert_eq!(error.to_string(), text, "{body}");
        let error = error.service_error();
        assert_eq!((error.status(), error.fault(), error.is_retryable()), (status, fault, false), "{body}");
    }
}

#[test]
fn the_body_of_an_unmodeled_error_can_be_asked_for() {
    let body = |text: &str| match error(400, None, text) {
        SignInError::Unmodeled(error) => error.body().clone(),
        SignInError::NotAuthorized(_) => Document::Null,
    };
    assert_eq!(body("<html>"), Document::from("<html>"));
    assert_eq!(body(r#"{"a":1}"#).get("a").and_then(Document::as_i64), Some(1));
    let bytes = SignIn::read_response(400, None, b"\xff\xfe").expect_err("the status is that of an error");
    assert!(matches!(bytes, ResponseError::Service(SignInError::Unmodeled(_))));
}

#[test]
fn an_operation_without_members_sends_and_takes_an_empty_object() {
    assert_eq!(wire::to_json(&Unit), "{}");
    assert_eq!(wire::from_json(r#"{"Any":1}"#, wire::Mode::Lenient), Ok(Unit));
}
