//! Operations: requests, responses and errors as awsJson has them.

use std::fmt;

use super::examples::{Kinds, Login};
use crate::runtime::smithy::{Document, Unit};
use crate::runtime::wire::{
    self, Context, Endpoint, Fault, Headers, Operation, OperationError, ReadError, Request, ResponseError,
    Retry,
};

/// An operation, as the generator writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct SignIn;

impl wire::Operation for SignIn {
    type Input = Kinds;
    type Output = Login;
    type Error = SignInError;
    const NAME: &'static str = "SignIn";
    const AUTH: &'static [wire::Auth] = &[];
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
    pub(super) message: Option<String>,
    pub(super) attempts: i32,
}

impl wire::Structure for NotAuthorized {
    fn write_members(&self, out: &mut wire::ObjectWriter<'_>) {
        out.optional("message", &self.message);
        out.field("Attempts", &self.attempts);
    }

    fn read_members(object: &mut wire::ObjectReader<'_, '_>) -> Self {
        let mut message = None;
        let mut attempts = None;
        object.members(&mut [("message", &mut message), ("Attempts", &mut attempts)]);
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
        wire::ErrorFacts { code: "NotAuthorized", message, status: 403, fault, retry: Retry::Unstated }
    }
}

/// Requests go to an endpoint behind a path.
pub(super) fn context() -> Context {
    Context::new(Endpoint::parse("https://example.com:8000/tea/").expect("this is a URL"))
}

/// A request as a server has it.
pub(super) fn served(body: &[u8]) -> Request {
    let headers = [("X-Amz-Target", "Example.SignIn")].into_iter().collect();
    Request { method: "POST".into(), uri: "/".to_owned(), headers, body: body.to_vec() }
}

fn answer(
    status: u16,
    error_type: Option<&str>,
    body: impl AsRef<[u8]>,
) -> Result<Login, ResponseError<SignInError>> {
    let headers: Headers = error_type.iter().map(|value| ("X-Amzn-Errortype", value)).collect();
    SignIn::response(status, &headers, body.as_ref())
}

fn error(status: u16, error_type: Option<&str>, body: &str) -> SignInError {
    match answer(status, error_type, body) {
        Err(ResponseError::Service(error, _)) => error,
        other => panic!("{body}: {other:?}"),
    }
}

#[test]
fn a_request_has_its_headers_and_its_body() {
    let request = |input: &Kinds| SignIn::request(input, &context()).expect("every input has a request");
    let written = request(&Kinds { text: Some("x".to_owned()), ..Kinds::default() });
    assert_eq!(
        (&*written.method, &*written.uri, written.path()),
        ("POST", "https://example.com:8000/tea/", "/tea/")
    );
    let headers = [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", "Example.SignIn")];
    assert_eq!(written.headers.iter().collect::<Vec<_>>(), headers);
    assert_eq!(written.body, br#"{"Text":"x"}"#);
    assert!(format!("{written:?}").ends_with("body: 12 bytes }"));
    assert_eq!(request(&Kinds::default()).body, b"{}");
    assert_eq!((SignIn::NAME, SignIn::AUTH, SignIn::PAGES), ("SignIn", [].as_slice(), None));
    const { assert!(!SignIn::READONLY && !SignIn::IDEMPOTENT) }
}

#[test]
fn a_server_reads_strictly_and_a_client_leniently() {
    let input = SignIn::read_request(&served(br#"{"Text":"x","Other":1}"#)).expect("this is an input");
    assert_eq!(input.text.as_deref(), Some("x"));
    assert!(SignIn::read_request(&served(b"")).is_ok());
    assert!(matches!(SignIn::read_request(&served(b"\xff")), Err(ReadError::Syntax(..))));
    for body in ["", "{}", r#"{"Name":null}"#] {
        assert!(answer(200, None, body).is_ok(), "{body}");
    }
    for body in [r#"{"Choice":{"sms":"x"}}"#, r#"{"Choice":{"new":{}},"Other":1}"#] {
        let output = answer(200, None, body).expect("this is an output");
        assert_eq!(answer(299, Some("ignored"), SignIn::write_response(&output).body), Ok(output));
    }
    let error = answer(200, None, "<html>").expect_err("this is not JSON");
    assert_eq!(
        error.to_string(),
        "the response with HTTP status 200 could not be read: an HTML page came (expected a JSON value at byte 0)"
    );
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
        (502, "<html>Bad Gateway</html>", "Unknown (HTTP status 502): an HTML page came", Fault::Server),
        (400, "", "Unknown (HTTP status 400): the body is empty", Fault::Client),
        (301, "null", "Unknown (HTTP status 301)", Fault::Client),
        (400, r#"{"__type":""}"#, "Unknown (HTTP status 400)", Fault::Client),
        (500, r#"{"__type":"a#Odd","message":"m"}"#, "Odd (HTTP status 500): m", Fault::Server),
        (400, r#"["__type"]"#, "Unknown (HTTP status 400)", Fault::Client),
    ];
    for (status, body, text, fault) in cases {
        let error = error(status, None, body);
        assert_eq!(error.to_string(), text, "{body}");
        let error = error.service_error();
        assert_eq!(
            (error.status(), error.fault(), error.retry()),
            (status, fault, Retry::Unstated),
            "{body}"
        );
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
    let bytes = answer(400, None, b"\xff\xfe").expect_err("the status is that of an error");
    assert!(matches!(bytes, ResponseError::Service(SignInError::Unmodeled(_), _)));
}

#[test]
fn an_operation_without_members_sends_and_takes_an_empty_object() {
    assert_eq!(wire::to_json(&Unit), "{}");
    assert_eq!(wire::from_json(r#"{"Any":1}"#, wire::Mode::Lenient), Ok(Unit));
}
