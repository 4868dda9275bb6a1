//! Documents: making them, looking into them, writing them.

use std::collections::BTreeMap;

use crate::runtime::smithy::{Document, Number};

#[test]
fn a_document_answers_what_it_holds() {
    let document: Document =
        r#"{"b":[1,2.5,"x",true,null],"a":{"n":18446744073709551615}}"#.parse().expect("this is JSON");
    let list = document.get("b").and_then(Document::as_array).expect("this is a list");
    assert_eq!((list[0].as_i64(), list[1].as_i64(), list[1].as_f64()), (Some(1), None, Some(2.5)));
    assert_eq!((list[2].as_str(), list[3].as_bool(), list[4].is_null()), (Some("x"), Some(true), true));
    let inner = document.get("a").and_then(Document::as_object).expect("this is an object");
    assert_eq!(inner["n"].as_u64(), Some(u64::MAX));
    assert_eq!(inner["n"].as_number().map(Number::as_str), Some("18446744073709551615"));
    assert_eq!((document.get("c"), list[0].get("a"), list[0].as_str()), (None, None, None));
}

#[test]
fn documents_are_made_from_what_rust_has() {
    let entries = BTreeMap::from([
        ("array".to_owned(), Document::from(vec![1i64, -2])),
        ("bool".to_owned(), true.into()),
        ("float".to_owned(), 0.1.into()),
        ("infinite".to_owned(), f64::NEG_INFINITY.into()),
        ("none".to_owned(), None::<String>.into()),
        ("some".to_owned(), Some("x").into()),
        ("text".to_owned(), String::from("\"").into()),
        ("unsigned".to_owned(), u64::MAX.into()),
    ]);
    assert_eq!(
        Document::from(entries).to_json(),
        r#"{"array":[1,-2],"bool":true,"float":0.1,"infinite":"-Infinity","none":null,"some":"x","text":"\"","unsigned":18446744073709551615}"#
    );
    assert_eq!(Document::default(), Document::Null);
}

#[test]
fn numbers_and_repeated_keys_survive_as_they_should() {
    let text = r#"{"a":1.50E+3,"b":123456789012345678901234567890,"c":-0}"#;
    assert_eq!(Document::parse(text).map(|document| document.to_json()).as_deref(), Ok(text));
    assert_eq!(
        Document::parse(r#"{"a":1,"a":2}"#).map(|document| document.to_json()).as_deref(),
        Ok(r#"{"a":2}"#)
    );
}
