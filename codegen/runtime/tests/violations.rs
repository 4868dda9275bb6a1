//! Violations: their messages, their number, and how builders gather them.

use super::examples::{Choice, Login};
use crate::runtime::smithy::Timestamp;
use crate::runtime::validation::{Kind, Path, Segment, Violations};
use crate::runtime::wire::{Mode, ReadError, from_json};

fn violations(text: &str) -> Violations {
    match from_json::<Vec<Login>>(text, Mode::Strict) {
        Err(ReadError::Violations(violations)) => violations,
        other => panic!("{other:?}"),
    }
}

fn complete() -> super::examples::LoginBuilder {
    super::examples::LoginBuilder {
        name: Some("n".to_owned()),
        attempts: Some(1),
        since: Some(Timestamp::from_secs(0)),
        roles: Some(vec![]),
        notes: Some([].into()),
        choice: Some(Choice::Nothing),
    }
}

#[test]
fn a_builder_names_all_that_it_lacks() {
    let violations = Login::builder().build().expect_err("nothing is set");
    assert_eq!((violations.len(), violations.omitted(), violations.is_empty()), (6, 0, false));
    let first = violations.first();
    assert_eq!((first.field(), first.kind()), (Some("name"), &Kind::Required));
    assert_eq!(first.path().segments(), [Segment::Member("Name")]);
    let fields: Vec<_> = violations.into_iter().filter_map(|violation| violation.field()).collect();
    assert_eq!(fields, ["name", "attempts", "since", "roles", "notes", "choice"]);
    assert_eq!(complete().build().map(|login| login.attempts), Ok(1));
}

#[test]
fn messages_are_smithys() {
    let one =
        super::examples::LoginBuilder { name: None, ..complete() }.build().expect_err("the name is not set");
    let message = "Value at '/Name' failed to satisfy constraint: Member must not be null";
    assert_eq!(one.first().message(), message);
    assert_eq!(one.to_string(), message);
    assert_eq!(one.summary(), format!("1 validation error detected. {message}"));
    let two = super::examples::LoginBuilder { name: None, roles: None, ..complete() }
        .build()
        .expect_err("both lack");
    let other = "Value at '/Roles' failed to satisfy constraint: Member must not be null";
    assert_eq!(two.to_string(), format!("{message}\n{other}"));
    assert_eq!(two.summary(), format!("2 validation errors detected. {message}; {other}"));
}

#[test]
fn no_more_are_kept_than_the_limit() {
    // Each lacks all six of its members.
    let text = format!("[{}{{}}]", "{},".repeat(499));
    let violations = violations(&text);
    assert_eq!((violations.len(), violations.omitted()), (Violations::LIMIT, 2900));
    assert!(violations.to_string().ends_with("\nand 2900 more"));
    assert!(violations.summary().starts_with("3000 validation errors detected. Value at '/0/Name' failed"));
    assert!(violations.summary().ends_with("; and 2900 more"));
    assert_eq!((&violations).into_iter().count(), Violations::LIMIT);
}

#[test]
fn paths_are_json_pointers() {
    let key = |key: &str| Segment::Key(key.to_owned().into());
    let path = Path::new(vec![
        Segment::Member("Map"),
        key("a/b~c"),
        Segment::Index(3),
        Segment::RedactedKey,
        key(""),
    ]);
    assert_eq!(path.to_string(), "/Map/a~1b~0c/3/*/");
    assert_eq!(Path::default().to_string(), "");
}
