//! Serde's traits, by way of the wire form.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::examples::{Choice, Flavor, Kinds, Login};
use crate::runtime::serde_impls::serialize;
use crate::runtime::smithy::Document;
use crate::runtime::wire;

serde_impls!(Kinds, Login, Choice, Flavor);

#[test]
fn what_is_serialized_is_the_wire_form() {
    let json = r#"{"Boolean":true,"Long":9223372036854775807,"Double":0.1,"Blob":"YQ==","Changed":"1970-01-01T00:00:00Z","Document":{"a":[1,18446744073709551615,-1.5,null,"x"]},"Choice":{"sms":"s"},"Sparse":[null,"a"],"Counts":{"SWEET":1}}"#;
    let kinds: Kinds = serde_json::from_str(json).expect("this is what the model says");
    let value = serde_json::to_value(&kinds).expect("all of it is JSON");
    assert_eq!(value, serde_json::from_str::<serde_json::Value>(json).expect("this is JSON"));
    assert_eq!(wire::to_json(&kinds), json);
    assert_eq!(serde_json::to_string(&vec![Flavor::Sweet]).ok().as_deref(), Some(r#"["SWEET"]"#));
}

#[test]
fn deserializing_is_strict_and_says_nothing_of_the_value() {
    let error =
        serde_json::from_str::<Login>(r#"{"Name":"hunter2"}"#).expect_err("members are missing").to_string();
    assert!(error.starts_with("Value at '/Attempts' failed to satisfy constraint"), "{error}");
    assert!(!error.contains("hunter2"));
    let error =
        serde_json::from_str::<Vec<Choice>>(r#"[{"sms":["hunter2"]}]"#).expect_err("this is no string");
    assert!(error.to_string().starts_with("expected a string at '/sms'"), "{error}");
}

#[test]
fn documents_pass_through_and_depth_is_bounded() {
    for text in ["null", "true", "-5", "1.5", "\"x\"", "[]", r#"{"a":[{}]}"#, "18446744073709551615"] {
        let document: Document = serde_json::from_str(text).expect(text);
        assert_eq!(serde_json::to_string(&document).ok().as_deref(), Some(text));
    }
    let mut deep = serde_json::Value::Null;
    for _ in 0..wire::json::MAX_DEPTH {
        deep = serde_json::Value::Array(vec![deep]);
    }
    assert!(Document::deserialize(&deep).is_ok());
    let error = Document::deserialize(serde_json::Value::Array(vec![deep])).expect_err("one level too many");
    assert_eq!(error.to_string(), "nested deeper than 128 levels");
}

#[test]
fn numbers_beyond_serde_come_back_with_every_digit() {
    let numbers = "[1.0,1e400,-0,1.10,123456789012345678901234567890,0.30000000000000004]";
    let document = Document::parse(numbers).expect("this is JSON");
    let text = serde_json::to_string(&document).expect("all of it is JSON");
    assert!(text.starts_with(r#"[1.0,{"$serde_json::private::Number":"1e400"},"#), "{text}");
    assert_eq!(serde_json::from_str::<Document>(&text).ok(), Some(document));
}
