//! The side of a server, and the host of a request.

use super::examples::Kinds;
use super::operations::{NotAuthorized, SignIn, SignInError, context, served};
use crate::runtime::wire::{self, Operation, Request};

#[test]
fn a_router_answers_every_request() {
    let router = wire::Router::new().operation::<SignIn>(|input| match input.text.as_deref() {
        Some("known") => Ok(wire::from_json("{}", wire::Mode::Lenient).expect("a client is lenient")),
        _ => Err(SignInError::NotAuthorized(Box::new(NotAuthorized { message: None, attempts: 3 }))),
    });
    let respond = |request: &Request| {
        let response = router.respond(request);
        assert_eq!(response.headers.get("content-type"), Some("application/x-amz-json-1.1"));
        (response.status, String::from_utf8(response.body).expect("bodies are text"))
    };
    assert_eq!(respond(&served(br#"{"Text":"known"}"#)).0, 200);
    let refused = (403, r#"{"__type":"NotAuthorized","Attempts":3}"#.to_owned());
    assert_eq!(respond(&served(b"{}")), refused);
    let (status, body) = respond(&served(b"{"));
    assert_eq!(status, 400);
    assert!(body.starts_with(r#"{"__type":"SerializationException","message":"#), "{body}");
    let mut xml = served(b"<a/>");
    xml.headers.set("Content-Type", "text/xml");
    assert_eq!(respond(&xml).0, 415);
    let mut typed = served(b"{}");
    typed.headers.set("Content-Type", "Application/X-Amz-Json-1.1; charset=utf-8");
    assert_eq!(respond(&typed), refused);
    let mut other = served(b"{}");
    for target in ["Example.SignOut", "Other.SignIn", "SignIn", ""] {
        other.headers.set("x-amz-target", target);
        let (status, body) = respond(&other);
        assert_eq!(status, 400, "{target}");
        assert!(body.contains("UnknownOperationException"), "{body}");
    }
}

#[test]
fn labels_are_part_of_the_host() {
    let prefix = |label| wire::host_prefix(&[(None, "data-"), (Some("Band"), label), (None, ".")]);
    assert_eq!(prefix("a-1").as_deref(), Ok("data-a-1."));
    for label in ["", "a.b", "a/b", "a@b", &"a".repeat(64)] {
        let error = prefix(label).expect_err("no host has such a label");
        assert_eq!(error, wire::RequestError::HostLabel { member: "Band" }, "{label}");
    }
}

#[test]
fn messages_are_those_of_the_crate_http() {
    let request = SignIn::request(&Kinds::default(), &context()).expect("every input has a request");
    let theirs = http::Request::try_from(request.clone()).expect("it is a request for any client");
    assert_eq!(theirs.uri().host(), Some("example.com"));
    assert_eq!(Request::from(theirs), request);
    let response = wire::Router::new().respond(&request);
    let theirs = http::Response::try_from(response.clone()).expect("it is a response for any server");
    assert_eq!(theirs.status(), 400);
    assert_eq!(wire::Response::from(theirs), response);
    assert!(http::Request::try_from(Request { method: "no method".into(), ..request }).is_err());
}
