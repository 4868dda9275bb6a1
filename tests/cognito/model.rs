//! What each operation says of itself, against the model.

use std::collections::BTreeSet;

use cognito_identity_provider as cognito;
use cognito_identity_provider::wire::{Auth, Operation};
use serde_json::Value;

/// The shapes of a file of the model.
fn shapes_of(file: &str) -> Value {
    let path = format!("{}/../models/cognito-identity-provider.{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the model is there");
    let mut model: Value = serde_json::from_str(&text).expect("it is JSON");
    model["shapes"].take()
}

/// The shapes of the model, with what is known of their pages.
fn shapes() -> Value {
    let mut shapes = shapes_of("json");
    for (id, apply) in shapes_of("pages.json").as_object().expect("shapes are an object") {
        shapes[id]["traits"]["smithy.api#paginated"] = apply["traits"]["smithy.api#paginated"].clone();
    }
    shapes
}

fn operation(shapes: &Value, name: &str) -> Value {
    shapes[format!("com.amazonaws.cognitoidentityprovider#{name}")].clone()
}

fn check<O: Operation>(shapes: &Value) {
    let model = operation(shapes, O::NAME);
    assert_eq!(model["type"], "operation", "{}", O::NAME);
    let unsigned = !model["traits"]["smithy.api#optionalAuth"].is_null();
    let expected: &[Auth] = if unsigned { &[] } else { &[Auth::SigV4("cognito-idp")] };
    assert_eq!(O::AUTH, expected, "{}", O::NAME);
    let pages = &model["traits"]["smithy.api#paginated"];
    assert_eq!(O::PAGES.map(|pages| pages.input_token), pages["inputToken"].as_str(), "{}", O::NAME);
    assert_eq!(O::PAGES.and_then(|pages| pages.items), pages["items"].as_str(), "{}", O::NAME);
}

#[test]
fn operations_carry_the_facts_of_the_model() {
    let shapes = shapes();
    check::<cognito::AdminInitiateAuth>(&shapes);
    check::<cognito::InitiateAuth>(&shapes);
    check::<cognito::ListUsers>(&shapes);
    check::<cognito::AdminListGroupsForUser>(&shapes);
    check::<cognito::ListUserSessions>(&shapes);
    check::<cognito::GetUser>(&shapes);
    check::<cognito::AdminSetUserMfaPreference>(&shapes);
}

#[test]
fn every_operation_of_the_model_is_a_module_of_the_crate() {
    let shapes = shapes();
    let model = shapes.as_object().expect("shapes are an object").values();
    let operations = model.filter(|shape| shape["type"] == "operation").count();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated/src/operation");
    let files: BTreeSet<_> = std::fs::read_dir(folder)
        .expect("the crate is there")
        .map(|entry| entry.expect("its files can be read").file_name())
        .filter(|name| name != "mod.rs")
        .collect();
    assert!(operations > 100, "the model is there");
    assert_eq!(operations, files.len());
}

#[test]
fn operations_need_no_credentials_where_the_model_says_so() {
    let shapes = shapes();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated/src/operation");
    let texts: Vec<String> = std::fs::read_dir(folder)
        .expect("the crate is there")
        .map(|entry| {
            std::fs::read_to_string(entry.expect("it can be listed").path()).expect("it can be read")
        })
        .collect();
    let mut counts = [0, 0];
    for (id, shape) in shapes.as_object().expect("shapes are an object") {
        if shape["type"] != "operation" {
            continue;
        }
        let unsigned = shape["traits"].get("smithy.api#optionalAuth").is_some();
        let (_, name) = id.split_once('#').expect("an id has a name");
        let name = format!("const NAME: &'static str = \"{name}\";");
        let text = texts.iter().find(|text| text.contains(&name)).expect("each has a file");
        assert_eq!(text.contains("const AUTH: &'static [wire::Auth] = &[];"), unsigned, "{id}");
        counts[usize::from(unsigned)] += 1;
    }
    assert!(counts.iter().all(|count| *count > 30), "{counts:?}");
}

#[test]
fn a_name_is_the_models_own() {
    assert_eq!(<cognito::AdminSetUserMfaPreference as Operation>::NAME, "AdminSetUserMFAPreference");
}
