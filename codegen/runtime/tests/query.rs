//! Values as JMESPath sees them: equality, order, parts, functions.

use std::collections::BTreeMap;

use crate::runtime::smithy::Document;
use crate::runtime::validation::query::{self, Value, slice, try_filter, try_map};

fn document(text: &str) -> Document {
    Document::parse(text).expect("the test writes JSON")
}

/// Whether `a < b`, `a == b` and `a > b` for numbers in JSON's grammar.
fn order(a: &str, b: &str) -> [bool; 3] {
    let (a, b) = (Value::number(a), Value::number(b));
    [query::less(&a, &b) == Some(true), a == b, query::greater(&a, &b) == Some(true)]
}

#[test]
fn numbers_are_compared_without_losing_a_digit() {
    let (less, equal, greater) = ([true, false, false], [false, true, false], [false, false, true]);
    assert_eq!(order("9007199254740993", "9007199254740992.5"), greater);
    assert_eq!(order("1.0", "1"), equal);
    assert_eq!(order("-0", "0.00"), equal);
    assert_eq!(order("1e2", "100.0"), equal);
    assert_eq!(order("-1e400", "-1e399"), less);
    assert_eq!(order("0.1", "0.10000000000000000001"), less);
    assert_eq!(order("-1", "0"), less);
    assert_eq!(order("0e99999999999999999999", "1e-99999999999999999999"), less);
    assert_eq!(order("2", "10"), less);
}

#[test]
fn numbers_of_rust_and_of_json_meet() {
    assert_eq!(Value::from(0.1f32), Value::number("0.1"));
    assert_eq!(Value::from(0.1f64), Value::number("1e-1"));
    assert_eq!(Value::from(i64::MAX), Value::number("9223372036854775807"));
    assert_ne!(Value::from(i64::MAX), Value::from(9_223_372_036_854_775_807f64));
    assert_eq!(Value::timestamp(-1, 500_000_000), Value::number("-0.5"));
    assert_eq!(Value::timestamp(3, 0), Value::from(3));
    let (nan, infinite) = (Value::from(f64::NAN), Value::from(f64::INFINITY));
    assert_ne!(nan, nan.clone());
    assert_eq!(query::less(&nan, &Value::from(1)), None);
    assert_eq!(query::at_least(&infinite, &Value::number("1e300")), Some(true));
}

#[test]
fn only_numbers_are_ordered() {
    let text = Value::from("a");
    for compare in [query::less, query::at_most, query::greater, query::at_least] {
        assert_eq!(compare(&text, &text), None);
        assert_eq!(compare(&Value::Null, &Value::from(1)), None);
        assert_eq!(compare(&Value::from(true), &Value::from(false)), None);
    }
}

#[test]
fn equality_is_deep_and_false_across_types() {
    let written = document(r#"{"a": [1, "x", null], "b": {}}"#);
    let list = Value::list([Value::from(1.0), Value::from("x"), Value::Null]);
    let made = Value::object([("b", Value::structure([])), ("a", list.clone())]);
    assert_eq!(Value::from(&written), made);
    assert_eq!(Value::from(&written).field("a"), list);
    assert_ne!(Value::from(&written), Value::object([("a", list)]));
    assert_ne!(Value::list([]), Value::structure([]));
    assert_ne!(Value::from("1"), Value::from(1));
    assert_ne!(Value::Null, Value::from(false));
    assert_eq!(Value::structure([("gone", Value::Null)]), Value::structure([]));
    assert_ne!(Value::object([("kept", Value::Null)]), Value::structure([]));
}

#[test]
fn what_is_empty_does_not_count_as_true() {
    let empty = document(r#"[[], {}, "", null, false]"#);
    let full = document(r#"[[0], {"a": null}, " ", 0, true]"#);
    let verdicts = |document| {
        let value = Value::from(document);
        (0..5).map(move |at| value.index(at).is_truthy()).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(&empty), [false; 5]);
    assert_eq!(verdicts(&full), [true; 5]);
    assert!(!Value::from(1).is_true() && Value::from(true).is_true());
}

#[test]
fn parts_of_other_values_are_null() {
    let written = document(r#"{"list": [1, 2, 3]}"#);
    let list = Value::from(&written).field("list");
    assert_eq!((list.index(-1), list.index(2)), (Value::from(3), Value::from(3)));
    assert!(list.index(3).is_null() && list.index(-4).is_null() && list.index(i64::MIN).is_null());
    assert!(list.field("a").is_null() && Value::from("a").index(0).is_null());
    assert!(list.members().is_null() && Value::from("a").flatten().is_null());
    assert!(Value::Null.project(|item| item).is_null() && Value::Null.filter(|_| true).is_null());
    assert_eq!(Value::Null.try_project(|_| None), Some(Value::Null));
    assert_eq!(Value::Null.try_filter(|_| None), Some(Value::Null));
}

#[test]
fn projections_leave_nulls_out_and_stop_at_errors() {
    let written = document(r#"[{"a": 1}, {"b": 2}, {"a": 3}, null]"#);
    let list = Value::from(&written);
    assert_eq!(list.project(|item| item.field("a")), Value::list([Value::from(1), Value::from(3)]));
    assert_eq!(list.filter(|item| item.is_truthy()).length(), Some(3));
    assert_eq!(list.try_project(|item| item.length().map(Value::from)), None);
    assert_eq!(list.try_filter(|item| item.length().map(|length| length > 0)), None);
    let nested = document("[[1], 2, [[3]]]");
    let flat = document("[1, 2, [3]]");
    assert_eq!(Value::from(&nested).flatten(), Value::from(&flat));
}

#[test]
fn functions_refuse_what_they_do_not_take() {
    let (number, text) = (Value::from(1), Value::from("äb"));
    assert_eq!((text.length(), number.length()), (Some(2), None));
    assert_eq!((text.starts_with(&Value::from("ä")), text.ends_with(&number)), (Some(true), None));
    assert_eq!((text.contains(&Value::from("b")), text.contains(&number)), (Some(true), Some(false)));
    assert_eq!((number.contains(&number), text.keys(), text.values()), (None, None, None));
    let mixed = Value::list([number.clone(), text.clone()]);
    assert_eq!((mixed.max(), mixed.min(), mixed.sum()), (None, None, None));
    assert_eq!(Value::list([Value::from(true)]).max(), None);
    assert_eq!(mixed.contains(&Value::number("1.0")), Some(true));
}

#[test]
fn functions_of_lists_and_objects() {
    let list = Value::list([Value::number("2"), Value::number("10"), Value::number("0.5")]);
    assert_eq!((list.max(), list.min()), (Some(Value::from(10)), Some(Value::from(0.5))));
    assert_eq!((list.sum(), Value::list([]).sum()), (Some(Value::from(12.5)), Some(Value::from(0))));
    assert_eq!(Value::list([]).max(), Some(Value::Null));
    let large = Value::list([Value::from(i64::MAX), Value::from(1)]);
    assert_eq!(large.sum(), Some(Value::number("9223372036854775808")));
    let object = Value::object([("b", Value::from(1)), ("a", Value::Null)]);
    assert_eq!(object.keys(), Some(Value::list([Value::from("a"), Value::from("b")])));
    assert_eq!(object.values(), Some(Value::list([Value::Null, Value::from(1)])));
    assert_eq!(Value::first_not_null([Value::Null, Value::from("")]), Value::from(""));
}

#[test]
fn slices_are_those_of_python() {
    let all = |start, stop, step| slice(0..5, start, stop, step);
    assert_eq!(all(None, None, 1), [0, 1, 2, 3, 4]);
    assert_eq!(all(Some(1), Some(-1), 2), [1, 3]);
    assert_eq!(all(None, None, -1), [4, 3, 2, 1, 0]);
    assert_eq!(all(Some(3), Some(0), -2), [3, 1]);
    assert_eq!(all(Some(-99), Some(99), 1), [0, 1, 2, 3, 4]);
    assert_eq!(all(Some(99), Some(-99), -3), [4, 1]);
    assert_eq!(all(Some(3), Some(1), 1), [0; 0]);
    assert_eq!(all(Some(i64::MIN), Some(i64::MAX), i64::MAX), [0]);
    assert_eq!(all(Some(i64::MAX), Some(i64::MIN), i64::MIN), [4]);
    assert_eq!(slice(0..0, None, None, -1), [0; 0]);
}

#[test]
fn helpers_of_typed_lists_stop_at_errors() {
    let halves = |number: i32| (number % 2 == 0).then_some(number / 2);
    assert_eq!(try_map([2, 4], halves), Some(vec![1, 2]));
    assert_eq!(try_map([2, 3], halves), None);
    assert_eq!(try_filter([1, 2, 3], |number| Some(number > 1)), Some(vec![2, 3]));
    assert_eq!(try_filter([1, 2], |_| None), None);
    assert_eq!(Value::from(&Document::Object(BTreeMap::new())).length(), Some(0));
}
