//! Smithy's published cases of constraint violations, against the crate of their own model: each request goes through
//! strict reading and a strict policy, and the answer is compared byte for byte.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use smithygen::options::Options;

use super::scratch::{cargo, workspace};
use super::{files, put_harness, run, support};

/// What the harness reads: an operation and a body, a line each.
const MAIN: &str = r#"//! Answers each request as a server does.

use std::io::BufRead;

use rest_json_validation::validation::{self, Policy};
use rest_json_validation::wire::ReadError;

fn answer<T: rest_json_validation::wire::FromWire + validation::Validate>(body: &str) -> String {
    match validation::from_bytes::<T>(body.as_bytes(), &Policy::new().strict()) {
        Ok(_) => "accepted".to_owned(),
        Err(ReadError::Violations(violations)) => violations.validation_exception(),
        Err(other) => format!("{other:?}"),
    }
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let (operation, body) = line.split_once('\t').expect("an operation and a body");
        let answer = match operation {
ARMS
            _ => panic!("{operation}"),
        };
        println!("{answer}");
    }
}
"#;

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("the shared data is whole");
    serde_json::from_str(&text).expect("the shared data is JSON")
}

/// The body of a request, with what lives in the query or in headers put where the model's members are.
fn bound(model: &Value, case: &Value) -> Value {
    let operation = &model["shapes"][case["operation"].as_str().expect("a case names its operation")];
    let input = operation["input"]["target"].as_str().expect("the operations have inputs");
    let request = &case["request"];
    let body = request["body"].as_str().unwrap_or("{}");
    let mut body: Map<String, Value> = serde_json::from_str(body).expect("the bodies are objects");
    let members = model["shapes"][input]["members"].as_object().expect("an input has members");
    for (name, member) in members {
        let header = member["traits"]["smithy.api#httpHeader"].as_str();
        let query = member["traits"]["smithy.api#httpQuery"].as_str();
        let value = header.and_then(|header| in_headers(request, header));
        let value = value.or_else(|| query.and_then(|query| in_query(request, query)));
        body.extend(value.map(|value| (name.clone(), Value::String(value))));
    }
    Value::Object(body)
}

fn in_headers(request: &Value, name: &str) -> Option<String> {
    let headers = request["headers"].as_object()?;
    let (_, value) = headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name))?;
    value.as_str().map(str::to_owned)
}

fn in_query(request: &Value, name: &str) -> Option<String> {
    let parameters = request["queryParams"].as_array()?.iter().filter_map(Value::as_str);
    let mut pairs = parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// The published answer, with the one mistake in it mended.
fn expected(quirks: &Value, case: &Value) -> Value {
    let contents = case["response"]["contentsJson"].to_string();
    let quirk = &quirks[case["id"].as_str().expect("a case has an id")]["replaceInResponse"];
    let contents = match (quirk[0].as_str(), quirk[1].as_str()) {
        (Some(from), Some(to)) => contents.replace(from, to),
        _ => contents,
    };
    serde_json::from_str(&contents).expect("the answer is JSON")
}

#[shared_data::test]
fn published_cases_are_refused_byte_for_byte() {
    let shared = support::shared();
    let conformance = shared.join("conformance");
    let path = conformance.join("models/aws.protocoltests.restjson.validation.RestJsonValidation.json");
    let model_text = fs::read_to_string(&path).expect("the model is there");
    let model: Value = serde_json::from_str(&model_text).expect("the model is JSON");
    let cases = read(&conformance.join("vectors/validation.json"));
    let quirks = read(&conformance.join("vectors/quirks.json"));
    let cases = cases.as_array().expect("the cases are a list");

    let folder = workspace("vectors");
    let options = Options { crate_name: Some("rest-json-validation".to_owned()), ..Options::default() };
    let main = MAIN.replace("ARMS", &arms(&model));
    put_harness(&folder, "rest-json-validation", &files(&[&model_text], &options), &main);
    cargo(&folder, &["clippy", "--quiet", "--workspace", "--", "-D", "warnings", "-D", "missing_docs"]);

    let mut input = String::new();
    for case in cases {
        let operation = case["operation"].as_str().and_then(|id| id.split_once('#')).expect("an id").1;
        let _ = writeln!(input, "{operation}\t{}", bound(&model, case));
    }
    let output = run(&folder, &input);
    let answers: Vec<&str> = output.lines().collect();
    assert_eq!(answers.len(), cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .zip(answers)
        .filter_map(|(case, answer)| {
            let given: Value = serde_json::from_str(answer).unwrap_or_else(|_| json!(answer));
            let expected = expected(&quirks, case);
            (given != expected).then(|| format!("{}:\n  {given}\n  {expected}", case["id"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// An arm for each operation.
fn arms(model: &Value) -> String {
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let operations = shapes.iter().filter(|(_, shape)| shape["type"] == "operation");
    operations
        .map(|(id, shape)| {
            let name = |id: &str| id.split_once('#').expect("an id").1.to_owned();
            let input = name(shape["input"]["target"].as_str().expect("the operations have inputs"));
            format!("            \"{}\" => answer::<rest_json_validation::{input}>(body),\n", name(id))
        })
        .collect()
}
