//! `ast` and `validate`: the model alone, without a crate.

use crate::run_with_input;
use crate::support::Project;

const BROKEN: &str = "$version: \"2\"\n\nnamespace tea\n\nlist Cups {\n    member: Cupp\n}\n\n/// 50% of %0A\nset Old {\n    member: String\n}\n";

#[test]
fn validate_reports_in_every_format() {
    let project = Project::new();
    project.put("tea, 1:2/ä.smithy", BROKEN);
    project.settings().bind(|| {
        for format in ["text", "json", "sarif", "github"] {
            let ran = project.run(&["validate", "tea, 1:2", "--format", format]).assert_code(2);
            insta::assert_snapshot!(format!("validate_{format}"), ran.text());
        }
    });
}

#[test]
fn validate_is_quiet_about_a_valid_model() {
    let project = Project::new();
    let ran = project.run(&["validate"]).assert_code(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("the model is valid\n", ""));
    assert_eq!(project.run(&["validate", "--format", "github"]).assert_code(0).out, "");
    assert!(!project.has("generated"));
}

#[test]
fn severities_below_the_least_are_left_out_and_count_all_the_same() {
    let project = Project::new();
    project.put("old.smithy", "$version: \"1\"\nnamespace old\nset Words { member: String }\n");
    let shown = project.run(&["validate", "old.smithy"]).assert_code(0);
    assert!(shown.err.contains("`set` is read as a list"), "{}", shown.text());
    let hidden = project.run(&["validate", "old.smithy", "--severity", "danger"]).assert_code(0);
    assert_eq!(hidden.err, "");
    project.put("broken.smithy", BROKEN);
    project.run(&["validate", "broken.smithy", "--severity", "error"]).assert_code(2);
}

#[test]
fn ast_prints_or_writes_one_document() {
    let project = Project::new();
    project.put("a/tea.smithy", "$version: \"2\"\nnamespace tea\nstring Sort\n");
    project.put("a/cup.json", r#"{ "smithy": "2.0", "shapes": { "cup#Size": { "type": "integer" } } }"#);
    let printed = project.run(&["ast", "a"]).assert_code(0);
    project.settings().bind(|| insta::assert_snapshot!("ast_of_a_folder", printed.text()));
    project.run(&["ast", "a", "-o", "out.json"]).assert_code(0);
    assert_eq!(project.get("out.json"), printed.out);
    assert_eq!(run_with_input(&project, &["ast", "-"], &printed.out).assert_code(0).out, printed.out);
}

#[test]
fn ast_of_a_broken_model_is_nothing() {
    let project = Project::new();
    project.put("broken.smithy", BROKEN);
    let ran = project.run(&["ast", "broken.smithy", "-o", "out.json"]).assert_code(2);
    assert!(ran.out.is_empty() && ran.err.contains("nothing was written") && !project.has("out.json"));
}

/// Patterns without anchors, of which one is suppressed.
const SUPPRESSED: &str = r#"$version: "2"
namespace e

service Shop {}

@pattern("a") @suppress(["PatternTrait"])
string Quiet

@pattern("a")
string A
@pattern("a")
string B
@pattern("a")
string C
@pattern("a")
string D
"#;

#[test]
fn what_the_model_suppresses_is_shown_on_request_alone() {
    let project = Project::new();
    project.put("models/shop.smithy", SUPPRESSED);
    for command in [&["coverage"][..], &["lint"], &["ast", "models"]] {
        assert!(!project.run(command).err.contains("e#Quiet"), "{command:?}");
    }
    let generated = project.run(&["--format", "json"]).out;
    assert!(!generated.contains("e#Quiet") && generated.contains("e#D"), "{generated}");
    let validated = |severity: &[&str]| project.run(&[&["validate", "models"], severity].concat()).err;
    assert!(!validated(&[]).contains("e#Quiet"));
    assert!(validated(&["--severity", "suppressed"]).contains("e#Quiet"));
}

#[test]
fn of_one_validator_the_first_findings_are_shown() {
    let project = Project::new();
    project.put("models/shop.smithy", SUPPRESSED);
    let shown = project.run(&[]).err;
    let of = |name: &str| shown.contains(&format!("[e#{name}]"));
    assert_eq!(["A", "B", "C", "D"].map(of), [true, true, true, false], "{shown}");
    assert!(shown.contains("note: 1 more of `PatternTrait`; `smithygen validate` shows all"), "{shown}");
    assert!(project.run(&["validate", "models"]).err.contains("[e#D]"));
}
