//! `refresh`: a newer description, the crate, and what is left to do; all of it or nothing.

use serde_json::Value;

use crate::support::{Ended, Project, fixtures};

const FACTS: &str = "models/shop.json";
const DOCS: &str = "models/shop.docs.json";

/// Statements on a book shop whose facts are those of the fixture.
const DOCUMENTATION: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "books#Shop": { "type": "apply", "traits": { "smithy.api#documentation": "Sells books." } },
    "books#BuyMap": { "type": "apply", "traits": { "smithy.api#documentation": "Buys a map." } },
    "books#BuyMapInput$scale": {
      "type": "apply",
      "traits": { "smithy.api#documentation": "How much of the world is on it." }
    }
  }
}
"#;

/// The fixture without documentation.
fn facts() -> String {
    let text = std::fs::read_to_string(fixtures().join("shop.json")).expect("the fixture is there");
    let mut model: Value = serde_json::from_str(&text).expect("it is JSON");
    for id in ["books#Shop", "books#BuyBook"] {
        model["shapes"][id]["traits"].as_object_mut().expect("an object").remove("smithy.api#documentation");
    }
    model.to_string()
}

/// A shop that was imported, documented and generated, and a newer model of it in `new.json`.
fn shop() -> Project {
    let project = Project::new();
    project.put("facts.json", facts());
    project.run(&["import", "facts.json", "-o", FACTS]).assert_code(0);
    project.put(DOCS, DOCUMENTATION);
    project.run(&[]).assert_code(0);
    let new = facts()
        .replace(
            r#""scale":{"target":"books#Scale"}"#,
            r#""scale":{"target":"books#Scale"},"folded":{"target":"smithy.api#Boolean"}"#,
        )
        .replace(
            r#""books#Titles":"#,
            r#""books#Lend": { "type": "operation", "input": { "target": "books#LendInput" } },
               "books#LendInput": { "type": "structure", "members": {} },
               "books#Titles":"#,
        )
        .replace(r#"{"target":"books#BuyBook"}"#, r#"{"target":"books#BuyBook"},{"target":"books#Lend"}"#);
    project.put("new.json", new);
    project
}

fn show(project: &Project, name: &str, ended: &Ended) {
    project.settings().bind(|| insta::assert_snapshot!(name, ended.text()));
}

#[test]
fn a_newer_model_and_its_crate_are_written_and_reported() {
    let project = shop();
    let ran = project.run(&["refresh", "new.json", "--report", "pull-request.md"]).assert_code(1);
    show(&project, "refresh_text", &ran);
    insta::assert_snapshot!("refresh_markdown", project.get("pull-request.md"));
    assert!(project.get(FACTS).contains("books#Lend") && project.has("generated/src/operation/lend.rs"));
    project.run(&["--check"]).assert_code(0);
    let before = project.state();
    let printed = project.run(&["refresh", "new.json", "--report", "-"]).assert_code(1);
    assert!(printed.out.contains("The models do not differ.\n"), "{}", printed.text());
    let again = project.run(&["refresh", "new.json"]).assert_code(1);
    assert!(again.out.ends_with("the model and the crate are up to date\n"), "{}", again.text());
    assert_eq!(project.state(), before);
}

#[test]
fn the_same_for_programs() {
    let ran = shop().run(&["refresh", "new.json", "--format", "json"]).assert_code(1);
    let report: Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!((&report["outcome"], &report["facts"]), (&Value::from("findings"), &Value::from(FACTS)));
    assert_eq!(report["are_facts_new"], true);
    let length = |key: &str| report[key].as_array().map(Vec::len);
    assert_eq!((length("differences"), length("stale"), length("faults")), (Some(4), Some(0), Some(0)));
    assert!(length("findings") > Some(0) && report["written"].as_u64() > Some(0), "{report}");
}

#[test]
fn statements_on_what_is_gone_stop_it_unless_they_may_stay() {
    let project = shop();
    let without = facts().replace(r#"{"scale":{"target":"books#Scale"}}"#, "{}");
    project.put("new.json", without);
    let before = project.state();
    let ran = project.run(&["refresh", "new.json"]).assert_code(2);
    assert_eq!(project.state(), before, "nothing is written");
    show(&project, "refresh_stale", &ran);
    let ran = project.run(&["refresh", "new.json", "--stale", "warn"]).assert_code(1);
    assert!(ran.out.contains("traits are applied to the member `scale`"), "{}", ran.text());
    assert!(!project.get(FACTS).contains("scale"));
}

#[test]
fn nothing_is_written_where_something_is_in_the_way_or_only_asked_for() {
    let project = shop();
    project.put("generated/src/operation/lend.rs", "// mine\n");
    let before = project.state();
    let ran = project.run(&["refresh", "new.json", "--report", "pull-request.md"]).assert_code(2);
    assert!(ran.err.contains("in the place of a generated file"), "{}", ran.text());
    assert_eq!(project.state(), before);
    let project = shop();
    let before = project.state();
    let ran = project.run(&["refresh", "new.json", "--report", "new.json/report.md"]).assert_code(2);
    assert!(ran.err.ends_with("1 error; nothing was written\n"), "{}", ran.text());
    assert_eq!(project.state(), before);
    let ran = project.run(&["refresh", "new.json", "--check"]).assert_code(1);
    assert!(ran.out.contains("would change"), "{}", ran.text());
    assert_eq!(project.state(), before);
}

#[test]
fn a_description_is_a_file_or_a_folder_in_any_notation() {
    let project = shop();
    let new = project.get("new.json");
    project.put("folder/2020/service.json", &new);
    project.put("project/smithy-build.json", r#"{ "version": "1.0", "sources": ["../new.json"] }"#);
    project
        .put("shop/main.smithy", "$version: \"2\"\nnamespace books\nservice Shop { operations: [Lend] }\n");
    project.put("shop/lend.smithy", "$version: \"2\"\nnamespace books\noperation Lend {}\n");
    let args = |source| ["refresh", source, "--stale", "warn", "--check"];
    let first = project.run(&args("new.json")).assert_code(1);
    for source in ["folder", "project"] {
        assert_eq!(project.run(&args(source)).assert_code(1).out, first.out, "{source}");
    }
    let ran = project.run(&args("shop")).assert_code(1);
    assert!(ran.out.contains("3 removed operations"), "{}", ran.text());
    project.put("other/main.smithy", "$version: \"2\"\nnamespace books\nservice Bar {}\n");
    let ran = project.run(&args("other")).assert_code(2);
    assert!(ran.err.contains("defines `books#Bar`, and the model `books#Shop`"), "{}", ran.text());
    let ran = project.run(&args("nothing")).assert_code(2);
    assert!(ran.err.contains("nothing") && ran.out.is_empty(), "{}", ran.text());
}

#[test]
fn folders_of_botocore_are_named_by_dates() {
    let service = |uid: &str, id: &str| {
        format!(
            r#"{{ "metadata": {{ "apiVersion": "{uid}", "serviceId": "{id}", "protocol": "json", "jsonVersion": "1.1",
                 "targetPrefix": "Tea", "serviceFullName": "{id}", "endpointPrefix": "tea" }},
               "operations": {{ "Brew{uid}": {{ "name": "Brew{uid}" }} }}, "shapes": {{}} }}"#
        )
    };
    let project = Project::new();
    project.put("tea/2020/service-2.json", service("2020", "Tea"));
    project.run(&["import", "tea/2020/service-2.json", "-o", FACTS]).assert_code(0);
    project.put("tea/2021/service-2.json", service("2021", "Tea"));
    let ran = project.run(&["refresh", "tea"]).assert_code(1);
    assert!(ran.out.contains("Brew2021") && project.get(FACTS).contains("Brew2021"), "{}", ran.text());
    project.put("pot/2021/service-2.json", service("2021", "Pot"));
    let ran = project.run(&["refresh", "pot"]).assert_code(2);
    assert!(ran.err.contains("of the service `Pot`, and the model of `Tea`"), "{}", ran.text());
}
