//! No error shows a value, or a key of a sensitive map.

use std::collections::BTreeMap;

use super::examples::{Choice, Kinds, Login};
use crate::runtime::smithy::{Document, Redacted};
use crate::runtime::wire::{
    FromWire, Headers, Mode, ObjectReader, ObjectWriter, Operation, ReadError, Structure, from_bytes,
    from_document, from_json,
};

use super::operations::{SignIn, context};

const CANARY: &str = "hunter2";

fn shown<T: FromWire>(text: &str) -> String {
    let mut shown = String::new();
    for mode in [Mode::Lenient, Mode::Strict] {
        let Err(error) = from_json::<T>(text, mode) else {
            continue;
        };
        shown.push_str(&format!("{error} {error:?} {error:#?}"));
        if let ReadError::Violations(violations) = &error {
            shown.push_str(&violations.summary());
        }
    }
    assert!(!shown.is_empty(), "{text} must not be read");
    shown
}

#[test]
fn keys_of_a_sensitive_map_are_stars() {
    let missing = shown::<Kinds>(r#"{"Secrets":{"hunter2":{"Name":"hunter2"}}}"#);
    assert!(missing.contains("/Secrets/*/Attempts") && !missing.contains(CANARY), "{missing}");
    let mismatch = shown::<Kinds>(r#"{"Secrets":{"hunter2":{"Name":1,"Notes":{"hunter2":null}}}}"#);
    assert!(mismatch.contains("/Secrets/*/Name") && !mismatch.contains(CANARY), "{mismatch}");
    let null =
        shown::<Kinds>(r#"{"Secrets":{"hunter2":null},"Choice":{"deep":{"Secrets":{"hunter2":null}}}}"#);
    assert!(null.contains("/Secrets/*") && null.contains("/Choice/deep/Secrets/*") && !null.contains(CANARY));
}

#[test]
fn keys_after_a_sensitive_map_are_seen_again() {
    let shown = shown::<Kinds>(r#"{"Inner":{"Secrets":{"hunter2":1}},"Counts":{"seen":"x"}}"#);
    assert!(
        shown.contains("/Inner/Secrets/*") && shown.contains("/Counts/seen") && !shown.contains(CANARY),
        "{shown}"
    );
    let shown = self::shown::<Choice>(r#"{"secret":[{"hunter2":1}]}"#);
    assert!(shown.contains("/secret/0") && !shown.contains(CANARY), "{shown}");
}

#[test]
fn values_and_unknown_keys_are_never_shown() {
    let texts = [
        r#"{"Name":["hunter2"],"Attempts":"hunter2","Since":"hunter2","hunter2":1}"#,
        r#"{"Choice":{"hunter2":1,"hunter2b":2},"Roles":"hunter2"}"#,
        r#"{"Name":"hunter2","hunter2":null}"#,
        r#"{"Name":"hunter2"#,
        r#"{"Name":"hunter2\x"}"#,
        r#"{"hunter2" 1}"#,
    ];
    for text in texts {
        let shown = shown::<Login>(text);
        assert!(!shown.contains(CANARY), "{shown}");
    }
    let encoding =
        from_bytes::<Login>(b"{\"Name\":\"hunter2\xff\"}", Mode::Strict).expect_err("this is not UTF-8");
    assert!(!format!("{encoding} {encoding:?}").contains(CANARY));
    let document =
        from_document::<Login>(&Document::from(CANARY), Mode::Strict).expect_err("this is no object");
    assert!(!format!("{document} {document:?}").contains(CANARY));
}

#[test]
fn requests_and_bodies_are_not_shown() {
    let kinds = Kinds { text: Some(CANARY.to_owned()), ..Kinds::default() };
    let request = SignIn::request(&kinds, &context()).expect("every input has a request");
    assert!(String::from_utf8_lossy(&request.body).contains(CANARY));
    assert!(!format!("{request:?}").contains(CANARY));
    let body = format!(r#"{{"__type":"Odd","session":"{CANARY}"}}"#);
    let error =
        SignIn::response(400, &Headers::new(), body.as_bytes()).expect_err("the status is that of an error");
    assert!(!format!("{error} {error:?} {error:#?}").contains(CANARY));
}

/// Keeps what `Debug` shows of its reader.
struct Nosy(String);

impl Structure for Nosy {
    fn write_members(&self, _: &mut ObjectWriter<'_>) {}

    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        let shown = format!("{object:?}");
        while object.next_member().is_some() {
            object.skip();
        }
        Self(shown)
    }
}

#[test]
fn readers_are_not_shown() {
    let text = r#"{"Secrets":{"hunter2":{"hunter2":"hunter2"}}}"#;
    let shown: BTreeMap<String, BTreeMap<String, Nosy>> =
        from_json(text, Mode::Lenient).expect("these are objects");
    let Nosy(shown) = &shown["Secrets"][CANARY];
    assert!(shown.contains("Lenient") && !shown.contains(CANARY), "{shown}");
}

#[test]
fn redacted_shows_presence_only() {
    assert_eq!(format!("{:?} {}", Redacted::option(&Some(CANARY)), Redacted), "Some(<redacted>) <redacted>");
    assert_eq!(format!("{:?}", Redacted::option(&None::<String>)), "None");
}
