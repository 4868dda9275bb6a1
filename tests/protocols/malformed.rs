//! Cases of malformed requests: one definition stands for as many cases as its parameters have values.

use serde_json::{Map, Value};

/// The cases of a definition. Without parameters it is a case itself, and nothing in it is replaced.
pub fn expanded(test: &Value) -> Vec<Value> {
    let Some(parameters) = test["testParameters"].as_object() else { return vec![test.clone()] };
    let count = parameters.values().filter_map(|values| values.as_array().map(Vec::len)).max().unwrap_or(0);
    let case = |number: usize| {
        let mut case = replaced(test, parameters, number);
        let id = test["id"].as_str().expect("a case has an id");
        case["id"] = Value::String(format!("{id}_case{number}"));
        case
    };
    (0..count).map(case).collect()
}

/// A value whose texts have the values of one case in the places of the parameters.
fn replaced(value: &Value, parameters: &Map<String, Value>, number: usize) -> Value {
    match value {
        Value::String(text) => Value::String(fill(text, parameters, number)),
        Value::Array(elements) => {
            elements.iter().map(|element| replaced(element, parameters, number)).collect()
        }
        Value::Object(members) => {
            let members = members.iter().filter(|(name, _)| *name != "testParameters");
            members.map(|(name, value)| (name.clone(), replaced(value, parameters, number))).collect()
        }
        _ => value.clone(),
    }
}

/// A text in which `$name:L` is the value of a parameter, `$name:S` the value as a string of JSON, and `$$` a dollar.
fn fill(text: &str, parameters: &Map<String, Value>, number: usize) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('$') {
        filled.push_str(before);
        rest = if let Some(after) = after.strip_prefix('$') {
            filled.push('$');
            after
        } else {
            let (name, after) = after.split_once(':').expect("the name of a parameter ends with a colon");
            let value = parameters[name][number].as_str().expect("there is a value for each case");
            match after.split_at(1) {
                ("L", after) => {
                    filled.push_str(value);
                    after
                }
                (_, after) => {
                    filled.push_str(&Value::String(value.to_owned()).to_string());
                    after
                }
            }
        };
    }
    filled + rest
}

/// The answer of a case, in the form that responses of other cases have.
pub fn answer(test: &Value) -> Value {
    let mut answer = test["response"].clone();
    let body = answer["body"].take();
    let members = answer.as_object_mut().expect("a case has a response");
    members.remove("body");
    members.insert("protocol".to_owned(), test["protocol"].clone());
    for (name, value) in [
        ("body", &body["assertion"]["contents"]),
        ("messageRegex", &body["assertion"]["messageRegex"]),
        ("bodyMediaType", &body["mediaType"]),
    ] {
        members.insert(name.to_owned(), value.clone());
    }
    answer
}

#[test]
fn parameters_are_replaced() {
    let text = r#"{"id": "A", "request": {"body": "{$v:S: $n:L$$}"}, "testParameters": {"v": ["a\"", "$$"],
        "n": ["1", "2"]}}"#;
    let bodies: Vec<Value> = expanded(&serde_json::from_str(text).expect("it is JSON"))
        .iter()
        .map(|case| serde_json::json!([case["id"], case["request"]["body"]]))
        .collect();
    let expected = serde_json::json!([["A_case0", r#"{"a\"": 1$}"#], ["A_case1", r#"{"$$": 2$}"#]]);
    assert_eq!(Value::Array(bodies), expected);
    let plain = serde_json::json!({"id": "B", "request": {"body": "$$"}});
    assert_eq!(expanded(&plain), [plain]);
}
