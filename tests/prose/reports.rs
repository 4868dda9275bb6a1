//! Small models: both forms of prose, what appears and disappears, what cannot be read, and the reports on all of it.

use serde_json::{Value, json};

use crate::command::{Ended, Project};
use crate::{fixture, held, news, reading, table, text};

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
fn definition_lists_with_examples() {
    let held = held(&text("facts.json"), &text("terms.json"));
    assert_eq!(news(&held), Vec::<&str>::new());
    insta::assert_snapshot!(table(reading(&held, "AnswerRequest$Answers")));
    let said = reading(&held, "AnswerRequest$Answers");
    assert_eq!(said, reading(&held, "AnswerFromDeskRequest$Answers"));
    assert!(!said.cases["TYPE_CODE"].keys().contains(&"TICKET".to_owned()), "it stands outside of the map");
    assert!(!said.cases["CHOOSE"].keys().contains(&"SECRET".to_owned()), "it is an example of a response");
}

#[test]
fn lists_with_remarks() {
    let held = held(&text("facts.json"), &text("lists.json"));
    assert_eq!(news(&held), Vec::<&str>::new());
    insta::assert_snapshot!(
        table(reading(&held, "OpenRequest$Inputs")) + &table(reading(&held, "AnswerRequest$Answers"))
    );
}

#[test]
fn what_agrees_is_no_news() {
    let (_, ended) = run(&["terms", "lists"], &[]);
    insta::assert_snapshot!(ended.assert_code(0).text());
}

#[test]
fn what_appeared_disappeared_or_changed() {
    let (_, ended) = run(&["changed"], &[]);
    insta::assert_snapshot!(ended.assert_code(1).text());
}

#[test]
fn what_cannot_be_read_is_loud() {
    let (_, ended) = run(&["broken"], &["--quiet"]);
    insta::assert_snapshot!(ended.assert_code(1).text());
}

#[test]
fn constraints_that_drifted() {
    let facts = text("facts.json")
        .replace("\"max\": 50", "\"max\": 40")
        .replace("^[a-z]+$", "^[a-z0-9]+$")
        .replace(
            "\"NIGHT\": { \"target\": \"smithy.api#Unit\" }",
            "\"NOON\": { \"target\": \"smithy.api#Unit\" }",
        )
        .replace(
            "\"Branch\": { \"target\": \"vault#Branch\" }",
            "\"Branch\": { \"target\": \"vault#Branch\", \"traits\": { \"smithy.api#required\": {} } }",
        );
    let held = held(&facts, &text("terms.json"));
    let sentences: Vec<String> = held.news.values().map(|found| found.finding.sentence()).collect();
    assert_eq!(
        sentences,
        [
            "`Branch` pattern: `^[a-z]+$` here, `^[a-z0-9]+$` there",
            "`Mode` values: with `NIGHT` here, without `NIGHT` there",
            "`Mode` values: without `NOON` here, with `NOON` there",
            "`OpenRequest$Branch` required: optional here, required there",
            "`Ticket` length: 5..50 here, 5..40 there",
        ]
    );
    let ticket = &held.news["constraint/Ticket/length/5..40"];
    assert_eq!(
        ticket.members.iter().collect::<Vec<_>>(),
        ["AnswerFromDeskRequest$Ticket", "AnswerRequest$Ticket", "OpenResponse$Ticket"]
    );
}

#[test]
fn members_and_values_that_are_not_there() {
    let facts = text("facts.json")
        .replace("\"DESK_ONLY\": {", "\"NEW_STEP\": {")
        .replace(",\n        \"Mode\": { \"target\": \"vault#Mode\" }", "");
    let held = held(&facts, &text("terms.json"));
    assert_eq!(
        news(&held),
        [
            "case/answers/DESK_ONLY/not-in-model",
            "case/answers/NEW_STEP/not-in-rules",
            "member/OpenRequest$Mode/missing"
        ]
    );
}

#[test]
fn a_model_without_prose() {
    let project = project();
    let ran = project.run(&["rules", "vault/facts.json", "--rules", "vault"]).assert_code(1);
    insta::assert_snapshot!(ran.text());
}

#[test]
fn a_map_without_documentation_where_others_have_some() {
    let (all, map) = (text("terms.json"), "\"vault#OpenRequest$Inputs\"");
    let held = held(&text("facts.json"), &all.replace(map, "\"vault#Inputs$key\""));
    assert_eq!(news(&held), ["prose/inputs/any/no-table"]);
}

#[test]
fn for_programs() {
    let (_, ended) = run(&["changed", "terms"], &["--format", "json"]);
    let report: Value = serde_json::from_str(&ended.assert_code(1).out).expect("it is JSON");
    assert_eq!((&report["outcome"], &report["faults"]), (&json!("drift"), &json!([])));
    let [changed, terms] = report["models"].as_array().expect("a list").as_slice() else {
        panic!("{report}")
    };
    assert_eq!((&changed["model"], &terms["news"]), (&json!("changed"), &json!([])));
    assert_eq!(
        changed["news"][0],
        json!({
            "id": "case/answers/SCAN_EYE/appeared",
            "weight": "notice",
            "sentence": "the prose names `SCAN_EYE`, which neither the rules nor the model's enum have",
            "case": "SCAN_EYE",
            "operations": ["Answer", "AnswerFromDesk"],
            "members": ["AnswerFromDeskRequest$Answers", "AnswerRequest$Answers"],
        })
    );
    assert_eq!(terms["known"][0]["reason"], json!("The desk has a manual of its own."));
    assert_eq!(terms["absent"], json!(["key/answers/TYPE_CODE/OLD_KEY/unknown"]));
}

#[test]
fn wrong_input() {
    let project = project();
    project.put("wrong/facts.json", text("facts.json"));
    let list =
        r#"[{ "finding": "x" }, 7, { "finding": "y", "reason": "z" }, { "finding": "y", "reason": "z" }]"#;
    let metadata = |value: &str| {
        format!(r#"{{ "smithy": "2.0", "metadata": {{ "codegen.rules.knownDifferences": {value} }} }}"#)
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
    std::fs::remove_dir_all(project.path("models")).expect("it is there");
    std::fs::rename(project.path("vault"), project.path("models")).expect("it can be moved");
    project.put("terms.json", std::fs::read(fixture("terms.json")).expect("it is there"));
    project.put("there/facts.json", text("facts.json"));
    project.put("there/docs.json", text("terms.json"));
    let ran = project.run(&["rules", "there"]).assert_code(0);
    assert!(ran.out.starts_with("there: no new differences\n"), "{}", ran.out);
}
