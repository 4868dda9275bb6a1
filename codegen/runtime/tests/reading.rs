//! Reading: lenient and strict, and each way in which a value can be of a wrong kind.

use super::examples::{Choice, Flavor, Kinds, Level, Login};
use crate::runtime::smithy::{Document, Timestamp, Unit};
use crate::runtime::wire::json::MAX_DEPTH;
use crate::runtime::wire::{FromWire, Mode, ReadError, from_bytes, from_document, from_json, to_json};

fn lenient<T: FromWire>(text: &str) -> T {
    match from_json(text, Mode::Lenient) {
        Ok(value) => value,
        Err(error) => panic!("{text}: {error}"),
    }
}

fn failure<T: FromWire>(text: &str, mode: Mode) -> String {
    match from_json::<T>(text, mode) {
        Ok(_) => panic!("{text} was read"),
        Err(error) => error.to_string(),
    }
}

fn missing(text: &str) -> Vec<String> {
    match from_json::<Login>(text, Mode::Strict) {
        Err(ReadError::Violations(violations)) => {
            violations.iter().map(|one| one.path().to_string()).collect()
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_client_fills_in_what_is_missing() {
    let corrected = Login {
        name: String::new(),
        attempts: 0,
        since: Timestamp::from_secs(0),
        roles: vec![],
        notes: [].into(),
        choice: Choice::Unknown(String::new(), Document::Null),
        hint: None,
    };
    let nulls =
        r#"{"Name":null,"Attempts":null,"Since":null,"Roles":null,"Notes":null,"Choice":null,"Hint":null}"#;
    for text in ["", " \r\n", "{}", nulls, r#"{"Unknown":{"deep":[1]}}"#] {
        assert_eq!(lenient::<Login>(text), corrected, "{text}");
    }
    assert_eq!(Login::error_corrected_default(), corrected);
    assert_eq!(lenient::<Login>(r#"{"Hint":{}}"#).hint, Some(Box::new(corrected)));
    assert_eq!(Box::<Choice>::error_corrected_default(), Box::new(Choice::error_corrected_default()));
}

#[test]
fn a_client_passes_over_null_where_none_may_be() {
    assert_eq!(lenient::<Vec<i32>>("[null,1,null,2]"), [1, 2]);
    assert_eq!(lenient::<Vec<Option<i32>>>("[null,1]"), [None, Some(1)]);
    assert_eq!(
        lenient::<Login>(r#"{"Notes":{"a":null,"b":"c"}}"#).notes,
        [("b".to_owned(), "c".to_owned())].into()
    );
    assert_eq!(lenient::<Vec<Document>>("[null]"), [Document::Null]);
    assert_eq!(lenient::<Kinds>(r#"{"Document":null}"#), Kinds::default());
}

#[test]
fn a_server_names_all_that_is_missing() {
    let all = ["/Name", "/Attempts", "/Since", "/Roles", "/Notes", "/Choice"];
    assert_eq!(missing("{}"), all);
    assert_eq!(missing(""), all);
    assert_eq!(missing(r#"{"Name":null,"Attempts":null,"Other":1}"#), all);
    let text = r#"{"Name":"n","Attempts":1,"Since":"2014-04-29T18:30:38Z","Choice":{"sms":"x"},
        "Roles":[{"Name":"r","Attempts":1,"Since":"2014-04-29T18:30:38Z","Choice":{"nothing":{}},"Roles":[]}],
        "Notes":{"fine":""},"Hint":{"Name":"h"}}"#;
    let expected =
        ["/Roles/0/Notes", "/Hint/Attempts", "/Hint/Since", "/Hint/Roles", "/Hint/Notes", "/Hint/Choice"];
    assert_eq!(missing(text), expected);
}

#[test]
fn a_server_takes_no_null_for_an_element() {
    let text = r#"{"Roles":[null],"Notes":{"a/b":null}}"#;
    let expected =
        "expected a value that is not null at '/Roles/0'\nexpected a value that is not null at '/Notes/a~1b'";
    assert_eq!(failure::<Login>(text, Mode::Strict), expected);
}

#[test]
fn a_missing_member_is_told_with_its_field_and_what_it_would_hold_is_not() {
    let Err(ReadError::Violations(violations)) = from_json::<Login>(r#"{"Notes":{"k":"v"}}"#, Mode::Strict)
    else {
        panic!("members are missing");
    };
    let fields: Vec<_> = violations.iter().map(|violation| violation.field()).collect();
    assert_eq!(fields, ["name", "attempts", "since", "roles", "choice"].map(Some));
}

/// Texts with a value of a wrong kind, and what both readings say of it.
const WRONG: [(&str, &str); 32] = [
    (r#"{"Boolean":"true"}"#, "expected `true` or `false` at '/Boolean'"),
    (r#"{"Boolean":0}"#, "expected `true` or `false` at '/Boolean'"),
    (r#"{"Byte":128}"#, "expected an integer from -128 to 127 at '/Byte'"),
    (r#"{"Short":-32769}"#, "expected an integer from -32768 to 32767 at '/Short'"),
    (r#"{"Integer":2147483648}"#, "expected an integer from -2147483648 to 2147483647 at '/Integer'"),
    (r#"{"Integer":1.001}"#, "expected an integer from -2147483648 to 2147483647 at '/Integer'"),
    (r#"{"Integer":"123"}"#, "expected an integer from -2147483648 to 2147483647 at '/Integer'"),
    (r#"{"Long":9223372036854775808}"#, "expected an integer of 64 bits at '/Long'"),
    (r#"{"Float":1e39}"#, "expected a number in the range of 32-bit floats at '/Float'"),
    (r#"{"Float":"nan"}"#, "expected a number in the range of 32-bit floats at '/Float'"),
    (r#"{"Double":1e400}"#, "expected a number in the range of 64-bit floats at '/Double'"),
    (r#"{"Double":true}"#, "expected a number in the range of 64-bit floats at '/Double'"),
    (r#"{"Text":1}"#, "expected a string at '/Text'"),
    (r#"{"Blob":"a"}"#, "expected a string in padded base64 at '/Blob'"),
    (r#"{"Blob":[1]}"#, "expected a string in padded base64 at '/Blob'"),
    (r#"{"Visits":{}}"#, "expected an array at '/Visits'"),
    (r#"{"Big":1.5}"#, "expected a whole number without exponent at '/Big'"),
    (r#"{"Precise":"x"}"#, "expected a number at '/Precise'"),
    (r#"{"Flavor":1}"#, "expected a string at '/Flavor'"),
    (r#"{"Level":"1"}"#, "expected an integer from -2147483648 to 2147483647 at '/Level'"),
    (r#"{"Choice":"sms"}"#, "expected an object with exactly one member at '/Choice'"),
    (r#"{"Choice":{"sms":"a","nothing":{}}}"#, "expected an object with exactly one member at '/Choice'"),
    (r#"{"Choice":{"sms":1}}"#, "expected a string at '/Choice/sms'"),
    (r#"{"Choice":{"deep":{"Text":1}}}"#, "expected a string at '/Choice/deep/Text'"),
    (r#"{"Sparse":[null,1]}"#, "expected a string at '/Sparse/1'"),
    (r#"{"Counts":[]}"#, "expected an object at '/Counts'"),
    (r#"{"Counts":{"a/b":"1"}}"#, "expected an integer of 64 bits at '/Counts/a~1b'"),
    (r#"{"Inner":[]}"#, "expected an object at '/Inner'"),
    (r#"{"Inner":{"Inner":{"Text":false}}}"#, "expected a string at '/Inner/Inner/Text'"),
    ("[]", "expected an object"),
    ("null", "expected an object"),
    ("1", "expected an object"),
];

#[test]
fn every_value_of_a_wrong_kind_is_named() {
    for (text, message) in WRONG {
        for mode in [Mode::Lenient, Mode::Strict] {
            assert_eq!(failure::<Kinds>(text, mode), message, "{text}");
        }
    }
}

#[test]
fn mismatches_come_together_and_before_what_is_missing() {
    let text = r#"{"Name":1,"Roles":[{"Name":2},3],"Hint":[]}"#;
    let message = "expected a string at '/Name'\nexpected a string at '/Roles/0/Name'\nexpected an object at '/Roles/1'\n\
        expected an object at '/Hint'";
    assert_eq!(failure::<Login>(text, Mode::Strict), message);
    let many = format!("[{}1]", "1,".repeat(149));
    assert!(
        failure::<Vec<String>>(&many, Mode::Lenient).ends_with("expected a string at '/99'\nand 50 more")
    );
}

#[test]
fn a_path_has_as_many_steps_as_there_are() {
    type Four<T> = Vec<Vec<Vec<Vec<T>>>>;
    let text = "[[[[[[[[[[[[1],2]]],3]]]]]]],[4]]";
    let expected = [
        format!("expected `true` or `false` at '{}'", "/0".repeat(12)),
        format!("expected an array at '{}/1'", "/0".repeat(10)),
        format!("expected an array at '{}/1'", "/0".repeat(7)),
        "expected an array at '/1/0'".to_owned(),
    ];
    assert_eq!(failure::<Four<Four<Four<bool>>>>(text, Mode::Lenient), expected.join("\n"));
}

#[test]
fn numbers_that_are_whole_are_integers_however_they_are_written() {
    assert_eq!(lenient::<Vec<i8>>("[1.0,1e2,-12800e-2]"), [1, 100, -128]);
    let floats: Vec<f64> = lenient(r#"[1,1.5,"Infinity","-Infinity"]"#);
    assert_eq!(floats, [1.0, 1.5, f64::INFINITY, f64::NEG_INFINITY]);
    assert!(lenient::<Vec<f32>>(r#"["NaN"]"#)[0].is_nan());
}

#[test]
fn timestamps_are_told_apart_by_their_json() {
    let times: Vec<Timestamp> = lenient(
        r#"[1398796238,1398796238.000,"2014-04-29T18:30:38Z","2014-04-29T20:30:38+02:00","Tue, 29 Apr 2014 18:30:38 GMT"]"#,
    );
    assert_eq!(times, [Timestamp::from_secs(1_398_796_238); 5]);
}

/// Timestamps in members of each format that are not in it, and what is said of them.
const OTHER_FORMATS: [(&str, &str); 9] = [
    (r#"{"Created":"yesterday"}"#, "a timestamp as a number of seconds at '/Created'"),
    (r#"{"Created":1e300}"#, "a timestamp as a number of seconds at '/Created'"),
    (r#"{"Created":"2014-04-29T18:30:38Z"}"#, "a timestamp as a number of seconds at '/Created'"),
    (r#"{"Changed":1398796238}"#, "a timestamp as a `date-time` in UTC at '/Changed'"),
    (r#"{"Changed":"2014-04-29T20:30:38+02:00"}"#, "a timestamp as a `date-time` in UTC at '/Changed'"),
    (r#"{"Changed":"Tue, 29 Apr 2014 18:30:38 GMT"}"#, "a timestamp as a `date-time` in UTC at '/Changed'"),
    (r#"{"Visits":["Tue, 29 Apr 2014 18:30:38 GMT",{}]}"#, "a timestamp as an `http-date` at '/Visits/1'"),
    (r#"{"Visits":["2014-04-29T18:30:38Z"]}"#, "a timestamp as an `http-date` at '/Visits/0'"),
    (r#"{"Choice":{"when":1398796238}}"#, "a timestamp as an `http-date` at '/Choice/when'"),
];

/// A server takes the one format that a member has, and its neighbours keep theirs.
#[test]
fn servers_take_the_format_of_the_member() {
    for (text, expected) in OTHER_FORMATS {
        assert_eq!(failure::<Kinds>(text, Mode::Strict), format!("expected {expected}"), "{text}");
    }
    let text = r#"{"Created":1.5,"Changed":"2014-04-29T18:30:38Z","Visits":["Tue, 29 Apr 2014 18:30:38 GMT"],
        "Inner":{"Created":2},"Choice":{"when":"Tue, 29 Apr 2014 18:30:38 GMT"}}"#;
    assert!(from_json::<Kinds>(text, Mode::Strict).is_ok());
    assert_eq!(
        failure::<Kinds>(r#"{"Visits":[0,{}]}"#, Mode::Lenient),
        "expected a timestamp at '/Visits/1'"
    );
}

#[test]
fn unions_pass_over_types_and_nulls() {
    let cases = [
        r#"{"sms":"x"}"#,
        r#"{"__type":"ns#Choice","sms":"x"}"#,
        r#"{"sms":"x","nothing":null,"deep":null}"#,
    ];
    for text in cases {
        assert_eq!(lenient::<Choice>(text), Choice::Sms("x".to_owned()), "{text}");
    }
    assert_eq!(lenient::<Choice>(r#"{"nothing":{}}"#), Choice::Nothing);
    assert_eq!(lenient::<Choice>(r#"{"new":[1]}"#), Choice::Unknown("new".to_owned(), vec![1i64].into()));
    assert_eq!(lenient::<Kinds>(r#"{"Choice":null}"#).choice, None);
}

/// A client reads again what stands for a union that was missing; a server refuses it.
#[test]
fn unions_without_a_member_are_for_clients() {
    let missing = Choice::Unknown(String::new(), Document::Null);
    assert_eq!(to_json(&missing), "{}");
    for text in ["{}", r#"{"sms":null}"#] {
        assert_eq!(lenient::<Choice>(text), missing);
        assert_eq!(failure::<Choice>(text, Mode::Strict), "expected an object with exactly one member");
    }
}

#[test]
fn enums_take_values_that_they_do_not_know() {
    assert_eq!(
        lenient::<Vec<Flavor>>(r#"["SWEET","sweet"]"#),
        [Flavor::Sweet, Flavor::Unknown("sweet".to_owned())]
    );
    assert_eq!(lenient::<Level>("7"), Level(7));
}

#[test]
fn bytes_must_be_utf8_and_json() {
    assert_eq!(from_bytes::<Unit>(b"", Mode::Strict), Ok(Unit));
    let error = from_bytes::<Unit>(b"{\"a\xff\":1}", Mode::Lenient).expect_err("this is not UTF-8");
    assert!(matches!(error, ReadError::Syntax(..)));
    assert_eq!(error.to_string(), "expected UTF-8, found other bytes at byte 3");
    let error = from_bytes::<Unit>(b"<html>", Mode::Lenient).expect_err("this is not JSON");
    assert_eq!(error.to_string(), "expected a JSON value at byte 0");
}

#[test]
fn nesting_ends_where_the_parser_ends_it() {
    let nested = |depth: usize| "{\"Inner\":".repeat(depth) + "{}" + &"}".repeat(depth);
    let kinds: Kinds = lenient(&nested(MAX_DEPTH - 1));
    assert!(kinds.inner.is_some());
    assert!(failure::<Kinds>(&nested(MAX_DEPTH), Mode::Lenient).starts_with("nested deeper than 128 levels"));
}

#[test]
fn documents_are_read_like_texts() {
    let document = Document::parse(r#"{"Text":"x"}"#).expect("this is JSON");
    let kinds: Result<Kinds, _> = from_document(&document, Mode::Strict);
    assert_eq!(kinds.map(|kinds| kinds.text), Ok(Some("x".to_owned())));
}
