//! The forms of the report, accepted differences, and exit codes.

use serde_json::Value;

use crate::support::{Ended, Project};

const OLD: &str = include_str!("../diff/old.smithy");
const NEW: &str = include_str!("../diff/new.smithy");

/// A project with two versions of the model of a tea room.
fn tea() -> Project {
    let project = Project::new();
    project.put("old.smithy", OLD);
    project.put("new.smithy", NEW);
    project
}

fn run(project: &Project, args: &[&str]) -> Ended {
    project.run(&[&["diff", "old.smithy", "new.smithy"], args].concat())
}

fn json(ended: &Ended) -> Value {
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {}", ended.out))
}

#[test]
fn every_form_of_the_report() {
    let project = tea();
    project.settings().bind(|| {
        for format in ["text", "json", "markdown", "sarif", "github"] {
            let ran = run(&project, &["--format", format]).assert_code(1);
            insta::assert_snapshot!(format!("diff_{format}"), ran.text());
        }
    });
}

#[test]
fn sarif_has_what_its_schema_demands() {
    let report = json(&run(&tea(), &["--format", "sarif"]));
    assert_eq!(report["version"], "2.1.0");
    let runs = report["runs"].as_array().expect("`runs` is an array");
    let driver = &runs[0]["tool"]["driver"];
    assert!(driver["name"].is_string());
    let rules: Vec<&str> =
        driver["rules"].as_array().expect("an array").iter().filter_map(|rule| rule["id"].as_str()).collect();
    let mut unique = rules.clone();
    unique.dedup();
    assert_eq!(rules, unique, "rules are unique");
    assert!(["utf16CodeUnits", "unicodeCodePoints"].iter().any(|kind| runs[0]["columnKind"] == *kind));
    for result in runs[0]["results"].as_array().expect("an array") {
        assert!(rules.contains(&result["ruleId"].as_str().expect("a string")));
        assert!(["none", "note", "warning", "error"].iter().any(|level| result["level"] == *level));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        assert!(result["partialFingerprints"].as_object().expect("an object").values().all(Value::is_string));
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        for location in result["locations"].as_array().expect("an array").iter().chain(related) {
            let physical = &location["physicalLocation"];
            assert!(physical["artifactLocation"]["uri"].as_str().is_some_and(|uri| !uri.contains(' ')));
            for number in ["startLine", "startColumn"] {
                assert!(physical["region"][number].as_u64().is_some_and(|number| number >= 1));
            }
        }
    }
}

#[test]
fn what_two_long_texts_share_is_not_shown() {
    let project = tea();
    let long = "It says what everybody knows of tea, and then what nobody does: it is ";
    let documented = |end: &str| OLD.replace("/// Fills the pot again.", &format!("/// {long}{end}."));
    project.put("old.smithy", documented("black"));
    project.put("new.smithy", documented("green"));
    let ran = run(&project, &[]).assert_code(1);
    assert!(
        ran.out.contains("… nobody does: it is black.\" -> … nobody does: it is green.\""),
        "{}",
        ran.text()
    );
}

#[test]
fn fail_on_decides_the_exit_code() {
    let project = tea();
    for (fail_on, code) in [("wire", 1), ("clients", 1), ("servers", 1), ("rust", 1), ("any", 1), ("none", 0)]
    {
        run(&project, &["--fail-on", fail_on]).assert_code(code);
    }
    project.put("new.smithy", OLD.replace("version: \"2025-01-01\"", "version: \"2026-01-01\""));
    for (fail_on, code) in [("wire", 0), ("clients", 0), ("servers", 0), ("rust", 0), ("any", 1), ("none", 0)]
    {
        run(&project, &["--fail-on", fail_on]).assert_code(code);
    }
    project.put("new.smithy", OLD.replace("foam: String", "foam: Integer"));
    run(&project, &["--fail-on", "wire"]).assert_code(0);
    run(&project, &["--fail-on", "rust"]).assert_code(0);
    project.put("new.smithy", OLD);
    let ran = run(&project, &[]).assert_code(0);
    assert_eq!(ran.out, "the models do not differ\n");
}

/// Every fingerprint of a report.
fn fingerprints(ended: &Ended) -> Vec<String> {
    let report = json(ended);
    let found = report["differences"].as_array().expect("an array").iter();
    found.map(|found| found["fingerprint"].as_str().expect("a string").to_owned()).collect()
}

#[test]
fn accepted_differences_do_not_count() {
    let project = tea();
    let entries: Vec<Value> = fingerprints(&run(&project, &["--format", "json"]))
        .into_iter()
        .map(|fingerprint| serde_json::json!({ "fingerprint": fingerprint, "reason": "agreed" }))
        .collect();
    project.put("accepted.json", serde_json::json!({ "accepted": entries }).to_string());
    let ran = run(&project, &["--accepted", "accepted.json"]).assert_code(0);
    assert!(ran.out.contains("accepted: agreed") && ran.err.is_empty(), "{}", ran.text());
    let sarif = json(&run(&project, &["--accepted", "accepted.json", "--format", "sarif"]));
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"][0]["justification"], "agreed");
    project.put("new.smithy", OLD);
    let ran = run(&project, &["--accepted", "accepted.json"]).assert_code(0);
    assert!(ran.err.contains("no difference has the fingerprint"), "{}", ran.text());
}

#[test]
fn fingerprints_survive_other_edits() {
    let project = tea();
    let before = fingerprints(&run(&project, &["--format", "json"]));
    project.put("old.smithy", OLD.replace("@awsJson1_1\n", "/// A cup.\nstring Cup\n\n@awsJson1_1\n"));
    project.put("new.smithy", NEW.replace("@awsJson1_1\n", "\nstring Plate\n\nstring Cup\n\n@awsJson1_1\n"));
    let after = fingerprints(&run(&project, &["--format", "json"]));
    let lost: Vec<&String> = before.iter().filter(|fingerprint| !after.contains(fingerprint)).collect();
    assert!(lost.is_empty() && after.len() == before.len() + 2, "{lost:?}");
}

#[test]
fn a_list_of_accepted_differences_has_reasons() {
    let project = tea();
    let short = r#"{ "accepted": [{ "fingerprint": "0123456789abcde", "reason": "why" }] }"#;
    for list in ["{", "[]", r#"{ "accepted": [{ "fingerprint": "0" }, { "reason": "why" }, 1] }"#, short] {
        project.put("accepted.json", list);
        let ran = run(&project, &["--accepted", "accepted.json"]).assert_code(2);
        assert!(ran.err.contains("accepted.json:1") && ran.out.is_empty(), "{}", ran.text());
    }
    run(&project, &["--accepted", "none.json"]).assert_code(2);
}
