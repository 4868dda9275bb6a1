//! Numbers and values as JMESPath's evaluator sees them. Its operators and functions have the cases of JMESPath itself.

use crate::runtime::smithy::{Document, Timestamp};
use crate::runtime::validation::jmespath::{Comparison, Expression, Number, ToValue, Value, evaluate, holds};

static FIRST: Expression = Expression::Index(&Expression::Current, 0);
static SECOND: Expression = Expression::Index(&Expression::Current, 1);
static COMPARISONS: [Expression; 3] = [
    Expression::Compare(Comparison::Less, &FIRST, &SECOND),
    Expression::Compare(Comparison::Equal, &FIRST, &SECOND),
    Expression::Compare(Comparison::Greater, &FIRST, &SECOND),
];
const LESS: [bool; 3] = [true, false, false];
const EQUAL: [bool; 3] = [false, true, false];
const GREATER: [bool; 3] = [false, false, true];
const UNORDERED: [bool; 3] = [false; 3];

/// Whether `[0] < [1]`, `[0] == [1]` and `[0] > [1]` hold for two numbers.
fn order(a: Number, b: Number) -> [bool; 3] {
    let both = Value::list([Value::Number(a), Value::Number(b)]);
    COMPARISONS.each_ref().map(|comparison| matches!(evaluate(comparison, &both), Some(Value::Bool(true))))
}

#[test]
fn numbers_are_compared_without_losing_a_digit() {
    for (a, b, wanted) in [
        ("9007199254740993", "9007199254740992.5", GREATER),
        ("1.0", "1", EQUAL),
        ("-0", "0.00", EQUAL),
        ("1e2", "100.0", EQUAL),
        ("-1e400", "-1e399", LESS),
        ("0.1", "0.10000000000000000001", LESS),
        ("-1", "0", LESS),
        ("2", "10", LESS),
        ("0e99999999999999999999", "1e-99999999999999999999", LESS),
        ("170141183460469231731687303715884105728", "170141183460469231731687303715884105727", GREATER),
    ] {
        assert_eq!(order(Number::from_text(a), Number::from_text(b)), wanted, "{a} and {b}");
    }
}

#[test]
fn numbers_of_rust_and_of_json_meet() {
    let number = |value: Value| match value {
        Value::Number(number) => number,
        other => panic!("{other:?} is no number"),
    };
    assert_eq!(order(number(0.1f32.to_value()), Number::from_text("0.1")), EQUAL);
    assert_eq!(order(number(0.1f64.to_value()), Number::from_text("1e-1")), EQUAL);
    assert_eq!(order(number(i64::MAX.to_value()), Number::Float(9_223_372_036_854_775_807f64)), LESS);
    let early = Timestamp::from_secs_and_nanos(-1, 500_000_000);
    assert_eq!(order(number(early.to_value()), Number::from_text("-0.5")), EQUAL);
    assert_eq!(order(Number::Float(f64::INFINITY), Number::from_text("1e300")), GREATER);
    assert_eq!(order(Number::Float(f64::NEG_INFINITY), Number::from_text("-1e300")), LESS);
    for other in [Number::Float(f64::NAN), Number::Integer(1), Number::from_text("1e400")] {
        assert_eq!(order(Number::Float(f64::NAN), other), UNORDERED);
    }
}

#[test]
fn whole_numbers_are_calculated_exactly() {
    let text = |number: Number| number.text();
    let number = Number::from_text;
    assert_eq!(text(number("9223372036854775807").plus(&number("1"))), "9223372036854775808");
    assert_eq!(text(number("-9223372036854775808").abs()), "9223372036854775808");
    let large = "170141183460469231731687303715884105727000";
    assert_eq!(text(number(&format!("-{large}")).abs()), large);
    assert_eq!(text(number(large).floor()), large);
    assert_eq!(text(number("-1.5").floor()), "-2.0");
    assert_eq!(text(number("-1.5").ceil()), "-1.0");
    assert_eq!(text(number("3").divided_by(2)), "1.5");
}

#[test]
fn objects_have_no_order_and_structures_no_null() {
    static SAME: Expression =
        Expression::Compare(Comparison::Equal, &Expression::Field("a"), &Expression::Field("b"));
    let document = |text: &str| Document::parse(text).expect("the test writes JSON");
    let is_same = |a, b| holds(&SAME, &document(&format!(r#"{{"a": {a}, "b": {b}}}"#)));
    assert!(is_same(r#"{"x": [1, null], "y": {}}"#, r#"{"y": {}, "x": [1.0, null]}"#));
    assert!(!is_same("[]", "{}") && !is_same("\"1\"", "1") && !is_same("null", "false"));
    assert!(!is_same(r#"{"kept": null}"#, "{}"));
    let there = document(r#"{"there": true}"#).to_value();
    let structure = Value::structure([("gone", Value::Null), ("there", Value::Bool(true))]);
    assert_eq!(format!("{structure:?}"), format!("{there:?}"));
}

#[test]
fn the_deepest_expression_has_a_value() {
    let mut expression = &Expression::Current;
    for _ in 0..128 {
        expression = Box::leak(Box::new(Expression::List(std::slice::from_ref(expression))));
    }
    let value = evaluate(expression, &Value::Bool(true)).expect("no function can fail");
    let mut inner = value;
    for _ in 0..128 {
        inner = inner.index(0);
    }
    assert!(matches!(inner, Value::Bool(true)));
}
