//! JMESPath's own cases in the evaluator: documents in, documents out.

use serde_json::{Value as Json, json};
use smithygen::conditions::evaluated;
use smithygen::runtime::smithy::Document;
use smithygen::runtime::validation::jmespath::{ToValue, Value};

use super::vectors::{Case, Outcome, cases};

/// What the evaluator gives, or nothing where the expression is wrong or a function fails.
fn evaluate(text: &str, given: &Json) -> Option<Json> {
    let tree = jmespath::parse(text).ok()?;
    let given = Document::parse(&given.to_string()).expect("a case has JSON");
    evaluated(&tree, &given.to_value()).map(|value| to_json(&value))
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) => serde_json::from_str(&number.text()).expect("a number is JSON"),
        Value::String(text) => Json::String(text.to_string()),
        Value::List(elements) => elements.iter().map(to_json).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.to_string(), to_json(value))).collect()
        }
    }
}

/// Whether two results are the same: numbers by value.
fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[shared_data::test]
fn all_cases_are_right() {
    let mut wrong = Vec::new();
    for Case { id, given, expression, outcome } in cases() {
        let found = evaluate(&expression, &given);
        let right = match (&outcome, &found) {
            (Outcome::Result(wanted), Some(found)) => same(wanted, found),
            (Outcome::SyntaxError, _) => jmespath::parse(&expression).is_err(),
            (Outcome::RuntimeError, found) => found.is_none() && jmespath::parse(&expression).is_ok(),
            (Outcome::Nothing, found) => found.is_some(),
            (Outcome::Result(_), None) => false,
        };
        if !right {
            wrong.push(format!("{id}: {expression} gives {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn results_of_any_size_come_to_an_end() {
    let text = Json::String("a\"".repeat(100_000));
    let again = |step: &str, count: usize| format!("{}@", step.repeat(count));
    // A list of lists that share their elements is small, however often it is doubled.
    assert_eq!(evaluate(&format!("type({})", again("[@, @] | ", 100)), &text), Some(json!("array")));
    for expression in [
        format!("({0}) == ({0})", again("[@, @] | ", 60)),
        format!("contains([{0}], {0})", again("[@, @] | ", 60)),
        format!("length(to_string({}))", again("[@, @] | ", 60)),
        format!("length({})", again("[@, @][] | ", 60)),
        format!("length(sort({}))", again("[@, @][] | ", 60)),
        format!("length(join(@, {}))", again("[@, @][] | ", 30)),
        format!("length({}@{})", "to_string([".repeat(60), "])".repeat(60)),
    ] {
        assert_eq!(evaluate(&expression, &text), None, "{expression}");
    }
}
