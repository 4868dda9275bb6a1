//! Smithy's own models of conditions.

use std::fs;

fn model(name: &str) -> String {
    let path = super::support::shared().join("conformance/models").join(name);
    fs::read_to_string(path).expect("the model can be read")
}

/// A service that reaches a shape which no operation of `test.json` does.
const NAMES: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "smithy.example#SetName": { "type": "operation", "input": { "target": "smithy.example#SetNameInput" } },
    "smithy.example#SetNameInput": {
      "type": "structure",
      "members": { "name": { "target": "smithy.example#Name" } }
    },
    "smithy.example#NameKeeper": {
      "type": "service",
      "operations": [{ "target": "smithy.example#SetName" }, { "target": "smithy.example#FetchLogs" }]
    }
  }
}"#;

/// A service that reaches the structure of `invalid-expressions.json`.
const BAD: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "smithy.example#Try": { "type": "operation", "input": { "target": "smithy.example#BadConditions" } },
    "smithy.example#Tried": { "type": "service", "operations": [{ "target": "smithy.example#Try" }] }
  }
}"#;

#[shared_data::test]
fn conditions_of_smithy_are_enforced() {
    let model = model("test.json");
    // One service at a time: the other becomes a resource, which may have operations too.
    let only = model.replace("\"type\": \"service\"", "\"type\": \"resource\"");
    let texts = [("test.json", only.as_str()), ("names.json", NAMES)];
    let program = r#"
use smithy_conditions::conditions::{fetch_logs_input_start_before_end, name_no_keywords};
use smithy_conditions::{FetchLogsInput, smithy::Timestamp};

fn main() {
    let logs = |start, end| FetchLogsInput { start: Timestamp::from_secs(start), end: Timestamp::from_secs(end) };
    println!("{}", fetch_logs_input_start_before_end(&logs(1, 2)));
    println!("{}", fetch_logs_input_start_before_end(&logs(2, 2)));
    println!("{} {} {}", name_no_keywords("ann"), name_no_keywords("a name"), name_no_keywords("an id"));
}
"#;
    assert_eq!(super::run("smithy-conditions", &texts, program), "true\nfalse\ntrue false false\n");
    let (functions, warnings) = super::functions(&texts).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(warnings, "");
    insta::assert_snapshot!(functions);
}

/// Smithy's validator says DANGER of three of the four: two do not give a boolean (`WrongType`, `WrongType2`) and
/// one names a member that the structure lacks (`MissingField`). `Good` passes. Here the three are errors.
#[shared_data::test]
fn invalid_expressions_of_smithy_are_refused() {
    let model = model("invalid-expressions.json");
    let faults = super::functions(&[("invalid-expressions.json", &model), ("bad.json", BAD)]);
    insta::assert_snapshot!(faults.expect_err("three conditions are wrong"));
}
