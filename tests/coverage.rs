//! What becomes of every constraint and rule: of the shipped model, and of the official ones with the same rules; and
//! what the documentation of each says of the rules.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::load::{self, Input};
use smithygen::options::{Options, Stale};
use smithygen::report::coverage::Coverage;

fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../models")
}

fn coverage(paths: &[PathBuf], stale: Stale) -> Coverage {
    let mut errors = Diagnostics::default();
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::Path).collect();
    let sources: Sources = load::read(&mut errors, &inputs);
    assert!(!errors.is_fatal(), "{:?}", errors.sorted());
    let options = Options { stale, ..Options::default() };
    smithygen::coverage(&sources, &options).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn the_shipped_model() {
    let coverage = coverage(&[models()], Stale::Deny);
    assert!(coverage.is_complete(), "every constraint of the shipped model can be checked");
    assert!(coverage.to_string().contains("enforced by validate()"));
    assert_eq!(coverage.without_example, Vec::<String>::new());
}

#[shared_data::test]
fn the_official_models() {
    let shared = support::shared();
    for year in ["2025", "2026"] {
        let name = format!("models/cognito-identity-provider-2016-04-18.april-{year}.json");
        let paths = [shared.join(name), models().join("cognito-identity-provider.rules.json")];
        let coverage = coverage(&paths, Stale::Warn);
        assert!(coverage.is_complete(), "every constraint of {year} can be checked");
        insta::assert_snapshot!(format!("official_{year}"), coverage.to_string());
    }
}

/// The report of `rules` on a model, without the folder that it is in, and the exit code.
fn rules(model: &Path) -> String {
    let rules = models();
    let output = Command::new(env!("CARGO_BIN_EXE_smithygen"))
        .arg("rules")
        .arg(model)
        .arg("--rules")
        .arg(&rules)
        // Bounds change with each refresh of the model.
        .args(["--only", "case,key,prose,member,value"])
        .output()
        .expect("the tool can be run");
    let folder = model.parent().expect("a model is in a folder").display().to_string();
    let text = String::from_utf8_lossy(&output.stdout).replace(&folder, "");
    format!("{text}\nexit code {:?}", output.status.code())
}

/// The shipped model has no documentation, and the report says so.
#[test]
fn the_rules_and_the_shipped_model() {
    insta::assert_snapshot!("rules_shipped", rules(&models().join("cognito-identity-provider.json")));
}

#[shared_data::test]
fn the_rules_and_the_official_documentation() {
    let shared = support::shared();
    for year in ["2025", "2026"] {
        let name = format!("models/cognito-identity-provider-2016-04-18.april-{year}.json");
        insta::assert_snapshot!(format!("rules_{year}"), rules(&shared.join(name)));
    }
}

/// A model whose input has one member, of this target.
fn model_of(target: &str, shapes: &str) -> Sources {
    let mut sources = Sources::default();
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Op"}}],
                "traits": {{"aws.protocols#awsJson1_1": {{}}}}}},
            "a#Op": {{"type": "operation", "input": {{"target": "a#In"}}, "output": {{"target": "a#Out"}}}},
            "a#In": {{"type": "structure", "members": {{"m": {{"target": "{target}"}}}}}},
            "a#Out": {{"type": "structure", "members": {{"again": {{"target": "a#Again"}}}}}},
            "a#Again": {{"type": "string",
                "traits": {{"smithy.api#pattern": "^(b+)c\\1d\\1$"}}}}{shapes}}}}}"#
    );
    sources.add("model.json".to_owned(), text);
    sources
}

/// Whoever refuses what is not checked gets one answer from both commands. What is in responses alone is never checked.
#[test]
fn what_is_unchecked_is_refused_by_both_commands() {
    let references = r#", "a#Twice": {"type": "string", "traits": {"smithy.api#pattern": "^(a+)b\\1c\\1$"}}"#;
    for (target, shapes, checked) in [("smithy.api#String", "", true), ("a#Twice", references, false)] {
        let sources = model_of(target, shapes);
        let coverage = smithygen::coverage(&sources, &Options::default()).expect("the model is right");
        assert_eq!(coverage.is_complete(), checked, "{target}: {coverage}");
        let options = Options { deny_unchecked: true, ..Options::default() };
        assert_eq!(smithygen::generate(&sources, &options).is_ok(), checked, "{target}");
        let generated = smithygen::generate(&sources, &Options::default()).expect("the model is right");
        assert_eq!(generated.warnings.is_empty(), checked, "{target}: {:?}", generated.warnings);
    }
}

/// Where no value is found that satisfies all constraints, the example on the page does not claim it.
#[test]
fn constraints_that_contradict_each_other() {
    let sources = |constraint: &str| {
        let mut sources = Sources::default();
        let text = format!(
            "$version: \"2.0\"\nnamespace a\n@aws.protocols#awsJson1_1\nservice S {{ version: \"1\", operations: [Op] }}\n\
             operation Op {{ input := {{ @required code: Code }} }}\n{constraint}\n@pattern(\"^[A-Z]{{2}}-[0-9]{{4}}$\")\nstring Code\n"
        );
        sources.add("model.smithy".to_owned(), text);
        sources
    };
    for (constraint, without, shown) in [
        ("@length(min: 3)", "", r#".code("AA-0000")"#),
        ("@length(min: 30)", "Op", "// Placeholders: these values may not satisfy all constraints."),
    ] {
        let coverage =
            smithygen::coverage(&sources(constraint), &Options::default()).expect("the model is right");
        assert_eq!(coverage.without_example.join(","), without, "{constraint}");
        let generated =
            smithygen::generate(&sources(constraint), &Options::default()).expect("the model is right");
        let page = &generated.files["src/operation/op.rs"];
        assert!(page.contains(shown), "{page}");
        assert_eq!(page.contains("request.validate()?"), without.is_empty(), "{page}");
    }
}
