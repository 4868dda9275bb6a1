//! The report for programs.

use serde_json::{Value, json};

use crate::support::{Ended, Project};
use crate::{OPERATIONS, drifted, fixture};

fn report(ended: &Ended) -> Value {
    assert!(ended.err.is_empty(), "{}", ended.err);
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {}", ended.out))
}

#[test]
fn of_a_run_and_of_a_check() {
    let project = drifted();
    let checked = project.run(&["--format", "json", "--check", "-q"]).assert_code(1);
    let mut value = report(&checked);
    assert_eq!((&value["outcome"], &value["changed"]), (&json!("drift"), &json!(["src/operation/mod.rs"])));
    assert_eq!(
        (&value["missing"], &value["orphaned"], &value["fix_command"]),
        (&json!([]), &json!([]), &json!("cargo run"))
    );
    project.put("generated/src/notes.txt", "mine\n");
    value = report(&project.run(&["--format=json"]).assert_code(0));
    assert_eq!((&value["outcome"], &value["written"]), (&json!("fine"), &json!(["src/operation/mod.rs"])));
    assert_eq!((&value["foreign"], &value["removed"]), (&json!(["src/notes.txt"]), &json!([])));
    assert_eq!((&value["operations"], &value["all_operations"]), (&json!(3), &json!(3)));
    assert!(value["seconds"].is_f64() && value["left"].as_u64() > Some(10), "{value}");
    value = report(&project.run(&["--check", "--format=json"]).assert_code(0));
    assert_eq!((&value["outcome"], &value["fix_command"]), (&json!("fine"), &Value::Null));
}

#[test]
fn of_faults_with_their_places() {
    let project = Project::new();
    let ran = project.run(&["--format", "json", "--model", &fixture("faulty.json")]).assert_code(2);
    report(&ran);
    project.settings().bind(|| insta::assert_snapshot!(ran.out));
}

#[test]
fn of_faults_without_places_and_of_warnings() {
    let project = Project::generated();
    project.put(OPERATIONS, "mine\n");
    let refused = project.run(&["--format", "json"]).assert_code(2);
    let warned = project.run(&["--format", "json", "--model", &fixture("warned.json"), "--output", "out"]);
    let warning = &report(&warned.assert_code(0))["faults"][0];
    assert_eq!((&warning["severity"], &warning["line"]), (&json!("warning"), &json!(3)));
    project.settings().bind(|| insta::assert_snapshot!(refused.out));
}
