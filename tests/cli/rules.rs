//! `rules`: its reports on small models, which the tests of reading prose share.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Ended, Project};

/// The text of a fixture.
fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/doc_drift");
    fs::read_to_string(folder.join(name)).expect("the fixture is there")
}

/// Runs `rules` in a project that has the rules of the vault, against models of facts and documentation.
fn run(documentations: &[&str], args: &[&str]) -> (Project, Ended) {
    let project = project();
    let mut all = vec!["rules", "--rules", "vault", "--"];
    for name in documentations {
        project.put(&format!("{name}/facts.json"), text("facts.json"));
        project.put(&format!("{name}/docs.json"), text(&format!("{name}.json")));
        all.push(name);
    }
    all.splice(1..1, args.iter().copied());
    let ended = project.run(&all);
    (project, ended)
}

fn project() -> Project {
    let project = Project::new();
    project.put("vault/facts.json", text("facts.json"));
    project.put("vault/rules.json", text("rules.json"));
    project
}

#[test]
fn what_agrees_is_not_new() {
    let (_, ended) = run(&["terms", "lists"], &[]);
    insta::assert_snapshot!(ended.assert_code(0).text());
}

#[test]
fn what_appeared_disappeared_or_changed() {
    let (_, ended) = run(&["changed"], &[]);
    insta::assert_snapshot!(ended.assert_code(1).text());
}

#[test]
fn kinds_can_be_chosen_and_structures_have_a_line() {
    let (_, ended) = run(&["changed"], &["--brief"]);
    insta::assert_snapshot!(ended.assert_code(1).text());
    let (_, ended) = run(&["changed"], &["--only", "constraint,value", "--format", "json"]);
    let report: Value = serde_json::from_str(&ended.out).expect("it is JSON");
    for found in report["models"][0]["new"].as_array().expect("a list") {
        let id = found["id"].as_str().unwrap_or_default();
        assert!(id.starts_with("constraint/") || id.starts_with("value/"), "{id}");
    }
    let (_, ended) = run(&["changed"], &["--only", "prose"]);
    ended.assert_code(0);
}

#[test]
fn what_cannot_be_read_is_loud() {
    let (_, ended) = run(&["broken"], &["--quiet"]);
    insta::assert_snapshot!(ended.assert_code(1).text());
}

#[test]
fn a_model_without_documentation() {
    let project = project();
    let ran = project.run(&["rules", "vault/facts.json", "--rules", "vault"]).assert_code(1);
    insta::assert_snapshot!(ran.text());
}

#[test]
fn for_programs() {
    let (_, ended) = run(&["changed", "terms"], &["--format", "json"]);
    let report: Value = serde_json::from_str(&ended.assert_code(1).out).expect("it is JSON");
    assert_eq!((&report["outcome"], &report["faults"]), (&json!("findings"), &json!([])));
    let [changed, terms] = report["models"].as_array().expect("a list").as_slice() else {
        panic!("{report}")
    };
    assert_eq!((&changed["model"], &terms["new"]), (&json!("changed"), &json!([])));
    assert_eq!(
        changed["new"][1],
        json!({
            "id": "case/answers/SCAN_EYE/appeared",
            "severity": "notice",
            "sentence": "the documentation names `SCAN_EYE`, which neither the rules nor the model's enum have",
            "case": "SCAN_EYE",
            "operations": ["Answer", "AnswerFromDesk"],
            "members": ["AnswerFromDeskRequest$Answers", "AnswerRequest$Answers"],
        })
    );
    assert_eq!(terms["known"][0]["reason"], json!("The desk has a manual of its own."));
    assert_eq!(report["unneeded"], json!([]), "each is needed by one of the models");
}

#[test]
fn wrong_input() {
    let project = project();
    project.put("wrong/facts.json", text("facts.json"));
    let list =
        r#"[{ "finding": "x" }, 7, { "finding": "y", "reason": "z" }, { "finding": "y", "reason": "z" }]"#;
    let metadata = |value: &str| {
        format!(r#"{{ "smithy": "2.0", "metadata": {{ "smithygen.rules.knownDifferences": {value} }} }}"#)
    };
    project.put("wrong/known.json", metadata(list));
    project.put("none/facts.json", text("facts.json"));
    project.put("none/known.json", metadata("{}"));
    let runs = [
        project.run(&["rules", "none.json", "vault", "--rules", "vault"]),
        project.run(&["rules", "vault", "--rules", "wrong"]),
        project.run(&["rules", "vault", "--rules", "none"]),
        project.run(&["rules", "vault", "--format", "json"]),
    ];
    let texts: Vec<String> = runs.into_iter().map(|ended| ended.assert_code(2).text()).collect();
    project.settings().bind(|| insta::assert_snapshot!(texts.join("\n")));
}

#[test]
fn the_rules_are_those_of_the_project_unless_named() {
    let project = project();
    fs::remove_dir_all(project.path("models")).expect("it is there");
    fs::rename(project.path("vault"), project.path("models")).expect("it can be moved");
    project.put("there/facts.json", text("facts.json"));
    project.put("there/docs.json", text("terms.json"));
    let ran = project.run(&["rules", "there"]).assert_code(0);
    assert!(ran.out.starts_with("there: no new differences\n"), "{}", ran.out);
}
