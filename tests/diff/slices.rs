//! Slices of AWS's models: a few operations of a service with the shapes that they use.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{support, text};

/// How many shapes a slice has at most.
const MAX_SHAPES: usize = 30;

/// How many errors of an operation a slice keeps.
const ERRORS: usize = 2;

/// Members that lead to many shapes.
const LEFT_OUT: [&str; 2] = ["ConsumedCapacity", "ReturnConsumedCapacity"];

/// Models and operations that together have every type of shape.
const SLICES: &[(&str, &[&str])] = &[
    ("cognito-identity-provider-2016-04-18.april-2026", &["CreateManagedLoginBranding"]),
    ("dynamodb-2012-08-10", &["GetItem"]),
    ("sfn-2016-11-23", &["DescribeMapRun", "StopExecution"]),
    ("kms-2014-11-01", &["ListGrants"]),
    ("eventbridge-2015-10-07", &["ListArchives", "DescribeArchive"]),
    ("secrets-manager-2017-10-17", &["ReplicateSecretToRegions", "GetSecretValue"]),
];

/// A small model that is a part of a large one.
pub struct Slice {
    /// The model.
    pub model: Value,
    /// What each shape is used for.
    pub roles: BTreeMap<String, &'static str>,
}

/// All slices.
pub fn slices() -> Vec<Slice> {
    SLICES.iter().map(|(name, operations)| slice(name, operations)).collect()
}

fn slice(name: &'static str, operations: &[&str]) -> Slice {
    let model: Value = serde_json::from_str(&text(&support::shared().join(format!("models/{name}.json"))))
        .expect("a model is JSON");
    let all = model["shapes"].as_object().expect("a model has shapes");
    let (service, shape) = all.iter().find(|(_, shape)| shape["type"] == "service").expect("there is one");
    let namespace = service.split('#').next().unwrap_or_default();
    let ids: Vec<String> = operations.iter().map(|name| format!("{namespace}#{name}")).collect();
    let mut shape = shape.clone();
    shape["operations"] = ids.iter().map(|id| json!({ "target": id })).collect();
    shape["resources"] = json!([]);
    let traits = shape["traits"].as_object_mut().expect("a service has traits");
    traits.retain(|id, _| !id.starts_with("smithy.rules#") && !id.starts_with("smithy.waiters#"));
    let mut shapes = BTreeMap::from([(service.clone(), shape)]);
    for id in &ids {
        let mut operation = all[id].clone();
        if let Some(errors) = operation.get_mut("errors").and_then(Value::as_array_mut) {
            errors.truncate(ERRORS);
        }
        let traits = operation["traits"].as_object_mut().expect("an operation has traits");
        traits.retain(|id, _| !["examples", "smithy.rules#", "waiters"].iter().any(|part| id.contains(part)));
        shapes.insert(id.clone(), operation);
    }
    let mut open: Vec<String> = ids.iter().flat_map(|id| targets(&shapes[id])).collect();
    while let Some(id) = open.pop() {
        if !shapes.contains_key(&id) && !id.starts_with("smithy.api#") {
            let mut shape = all[&id].clone();
            if let Some(members) = shape.get_mut("members").and_then(Value::as_object_mut) {
                members.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
            }
            open.extend(targets(&shape));
            shapes.insert(id, shape);
        }
    }
    assert!(shapes.len() <= MAX_SHAPES, "{name}: {}", shapes.len());
    let roles = roles(&shapes, &ids);
    Slice { model: json!({ "smithy": "2.0", "shapes": shapes }), roles }
}

/// The shapes that a shape names.
fn targets(shape: &Value) -> Vec<String> {
    let target = |value: &Value| value["target"].as_str().map(str::to_owned);
    let fixed = ["input", "output", "member", "key", "value"].iter().filter_map(|key| target(&shape[*key]));
    let errors = shape["errors"].as_array().into_iter().flatten().filter_map(target);
    let members = shape["members"].as_object().into_iter().flatten();
    fixed.chain(errors).chain(members.filter_map(|(_, member)| target(member))).collect()
}

/// Everything that is reached from some shapes, and they themselves.
fn reached(shapes: &BTreeMap<String, Value>, from: &[String]) -> BTreeSet<String> {
    let (mut reached, mut open) = (BTreeSet::new(), from.to_vec());
    while let Some(id) = open.pop() {
        if let Some(shape) = shapes.get(&id).filter(|_| reached.insert(id.clone())) {
            open.extend(targets(shape));
        }
    }
    reached
}

fn roles(shapes: &BTreeMap<String, Value>, operations: &[String]) -> BTreeMap<String, &'static str> {
    let of = |key: &str| -> Vec<String> {
        operations.iter().filter_map(|id| shapes[id][key]["target"].as_str().map(str::to_owned)).collect()
    };
    let (inputs, mut outputs) = (of("input"), of("output"));
    let is_error = |id: &String| shapes[id]["traits"].get("smithy.api#error").is_some();
    let responses = outputs.clone();
    outputs.extend(shapes.keys().filter(|id| is_error(id)).cloned());
    let (in_requests, in_responses) = (reached(shapes, &inputs), reached(shapes, &outputs));
    let role = |id: &String| match (in_requests.contains(id), in_responses.contains(id)) {
        (true, true) => "shared",
        (true, false) if inputs.contains(id) => "request",
        (true, false) => "nested in requests",
        (false, true) if responses.contains(id) => "response",
        (false, true) if is_error(id) => "error",
        (false, true) => "nested in responses",
        (false, false) => "none",
    };
    shapes.keys().map(|id| (id.clone(), role(id))).collect()
}
