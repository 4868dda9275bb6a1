//! Writing: escapes, absent members, each kind of value.

use std::collections::BTreeMap;

use super::examples::{Choice, Flavor, Kinds, Level};
use crate::runtime::smithy::{BigInteger, Blob, Document, Timestamp, Unit};
use crate::runtime::wire::{Mode, Writer, from_json, to_document, to_json};

#[test]
fn strings_escape_what_json_demands_and_nothing_else() {
    let cases = [
        ("", r#""""#),
        ("a\"b\\c/d", r#""a\"b\\c/d""#),
        ("\u{1}\u{1f}\u{0}", r#""\u0001\u001f\u0000""#),
        ("\n\r\t\u{8}\u{c}", r#""\n\r\t\u0008\u000c""#),
        ("\u{2028}\u{2029}\u{7f}\u{feff}", "\"\u{2028}\u{2029}\u{7f}\u{feff}\""),
        ("zo\u{eb} \u{1f600} \u{10ffff}", "\"zo\u{eb} \u{1f600} \u{10ffff}\""),
        ("<&> '", "\"<&> '\""),
        ("0123456789abcde\"", r#""0123456789abcde\"""#),
        ("0123456789abcdef\"", r#""0123456789abcdef\"""#),
        ("0123456789abcde\u{e9}0123456789\n", "\"0123456789abcde\u{e9}0123456789\\n\""),
    ];
    for (text, json) in cases {
        assert_eq!(to_json(&text.to_owned()), json);
        assert_eq!(serde_json::from_str::<String>(json).ok().as_deref(), Some(text));
    }
}

#[test]
fn a_quote_at_any_place_is_found() {
    for length in 0..70 {
        for at in 0..=length {
            let text = format!("{}\"{}", "x".repeat(at), "y".repeat(length - at));
            let json = to_json(&text);
            assert_eq!(json, format!("\"{}\\\"{}\"", "x".repeat(at), "y".repeat(length - at)));
            assert_eq!(from_json(&json, Mode::Strict), Ok(text));
        }
    }
}

#[test]
fn absent_members_are_left_out_and_empty_ones_are_kept() {
    assert_eq!(to_json(&Kinds::default()), "{}");
    let kinds = Kinds {
        boolean: Some(false),
        integer: Some(0),
        text: Some(String::new()),
        sparse: Some(vec![]),
        counts: Some(BTreeMap::new()),
        inner: Some(Box::default()),
        ..Kinds::default()
    };
    assert_eq!(
        to_json(&kinds),
        r#"{"Boolean":false,"Integer":0,"Text":"","Sparse":[],"Counts":{},"Inner":{}}"#
    );
}

#[test]
fn floats_are_numbers_or_strings() {
    let cases = [(0.5, "0.5"), (1.0, "1.0"), (-0.0, "-0.0"), (1e300, "1e300"), (f64::NAN, "\"NaN\"")];
    for (value, json) in cases {
        assert_eq!(to_json(&value), json);
    }
    assert_eq!(to_json(&0.1f32), "0.1");
    assert_eq!(to_json(&f32::INFINITY), "\"Infinity\"");
    assert_eq!(to_json(&f64::NEG_INFINITY), "\"-Infinity\"");
}

#[test]
fn timestamps_take_the_format_of_their_member_alone() {
    let at = |seconds| Some(Timestamp::from_secs(seconds));
    let inner = Kinds { created: at(1), changed: at(2), ..Kinds::default() };
    let kinds = Kinds {
        created: at(3),
        changed: None,
        visits: Some(vec![Timestamp::from_secs(4), Timestamp::from_secs(5)]),
        choice: Some(Choice::When(Timestamp::from_secs(6))),
        inner: Some(Box::new(inner)),
        ..Kinds::default()
    };
    let json = concat!(
        r#"{"Created":3,"Visits":["Thu, 01 Jan 1970 00:00:04 GMT","Thu, 01 Jan 1970 00:00:05 GMT"],"#,
        r#""Choice":{"when":"Thu, 01 Jan 1970 00:00:06 GMT"},"#,
        r#""Inner":{"Created":1,"Changed":"1970-01-01T00:00:02Z"}}"#
    );
    assert_eq!(to_json(&kinds), json);
    assert_eq!(from_json(json, Mode::Strict), Ok(kinds));
    // The format of an absent member does not fall to the next one.
    let absent = Kinds { visits: None, changed: None, document: None, created: at(7), ..Kinds::default() };
    assert_eq!(to_json(&absent), r#"{"Created":7}"#);
}

#[test]
fn all_kinds_come_back() {
    let json = concat!(
        r#"{"Boolean":true,"Byte":-128,"Short":32767,"Integer":-2147483648,"Long":9223372036854775807,"#,
        r#""Float":1.5,"Double":-0.25,"Text":"t","Blob":"YQ==","Created":1.5,"Big":123456789012345678901234567890,"#,
        r#""Precise":1.50E+400,"Document":{"a":[1,null,"x"]},"Flavor":"SOUR","Level":3,"#,
        r#""Choice":{"deep":{"Choice":{"nothing":{}}}},"Sparse":["a",null,""],"Counts":{"SWEET":2,"SOUR":1},"#,
        r#""Inner":{"Flavor":"SWEET"}}"#
    );
    let kinds: Kinds = from_json(json, Mode::Strict).expect("this is what the model says");
    assert_eq!(to_json(&kinds), json);
    assert_eq!(kinds.byte, Some(i8::MIN));
    assert_eq!(kinds.blob, Some(Blob::from("a")));
    assert_eq!(kinds.big, "123456789012345678901234567890".parse::<BigInteger>().ok());
    assert_eq!(kinds.flavor, Some(Flavor::Unknown("SOUR".to_owned())));
    assert_eq!(kinds.level, Some(Level(3)));
    assert_eq!(kinds.sparse, Some(vec![Some("a".to_owned()), None, Some(String::new())]));
    assert!(kinds.counts.is_some_and(|counts| counts[&Flavor::Sweet] == 2));
}

#[test]
fn keys_of_maps_are_escaped_and_sorted() {
    let map = BTreeMap::from([("b\"\n".to_owned(), 1), ("a/~".to_owned(), 2)]);
    assert_eq!(to_json(&map), r#"{"a/~":2,"b\"\n":1}"#);
}

#[test]
fn unions_have_one_member() {
    assert_eq!(to_json(&Choice::Sms("x".to_owned())), r#"{"sms":"x"}"#);
    assert_eq!(to_json(&Choice::Nothing), r#"{"nothing":{}}"#);
    let unknown = Choice::Unknown("n\"w".to_owned(), Document::from(vec![1i64]));
    assert_eq!(to_json(&unknown), r#"{"n\"w":[1]}"#);
    assert_eq!(from_json(r#"{"n\"w":[1]}"#, Mode::Lenient), Ok(unknown));
}

#[test]
fn values_become_documents_unless_they_are_too_deep() {
    assert_eq!(to_document(&Unit).map(|document| document.to_json()).as_deref(), Ok("{}"));
    assert_eq!(to_json(&Box::new(vec![Box::new(1i32)])), "[1]");
    let mut kinds = Kinds::default();
    for _ in 0..200 {
        kinds = Kinds { inner: Some(Box::new(kinds)), ..Kinds::default() };
    }
    assert!(to_document(&kinds).is_err());
}

#[test]
fn a_writer_does_not_show_its_text() {
    let mut out = Writer::new();
    out.string("secret");
    assert_eq!(format!("{out:?}"), "Writer(8 bytes)");
    assert_eq!(out.into_bytes(), b"\"secret\"");
}
