//! What messages lack is said: a warning for each kind, and in the list of `coverage`.

use smithygen::diagnostics::{self, Sources};
use smithygen::options::Options;

#[test]
fn a_trait_that_has_no_effect_is_one_warning_and_listed() {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(super::fixtures().join("messages.smithy"));
    sources.add("messages.smithy".to_owned(), text.expect("the fixture is there"));
    let generated = smithygen::generate(&sources, &Options::default()).expect("the model is right");
    let warnings: Vec<String> =
        generated.warnings.iter().map(|warning| diagnostics::render(warning, &sources, false)).collect();
    let coverage = smithygen::coverage(&sources, &Options::default()).expect("the model is right");
    insta::assert_snapshot!(format!("{}\n\n{coverage}", warnings.join("\n\n")));
}

#[test]
fn only_what_is_generated_is_warned_about() {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(super::fixtures().join("messages.smithy"));
    sources.add("messages.smithy".to_owned(), text.expect("the fixture is there"));
    let options = Options { operations: vec!["Listen".to_owned()], ..Options::default() };
    let generated = smithygen::generate(&sources, &options).expect("the model is right");
    let messages: Vec<&str> = generated.warnings.iter().map(|warning| warning.message.as_str()).collect();
    let about = |name: &str| messages.iter().filter(|message| message.contains(name)).count();
    assert_eq!(
        ["streaming", "httpChecksumRequired", "endpoint", "idempotencyToken"].map(about),
        [1, 0, 0, 0]
    );
}

#[test]
fn two_errors_of_one_name_on_the_wire() {
    let model = r#"{
  "smithy": "2.0",
  "shapes": {
    "a#Service": {
      "type": "service",
      "operations": [{ "target": "a#DoIt" }, { "target": "a#Other" }],
      "errors": [{ "target": "b#Bad" }],
      "rename": { "b#Bad": "WorseBad" }
    },
    "a#DoIt": { "type": "operation", "errors": [{ "target": "a#Bad" }] },
    "a#Other": { "type": "operation" },
    "a#Bad": { "type": "structure", "traits": { "smithy.api#error": "client" } },
    "b#Bad": { "type": "structure", "traits": { "smithy.api#error": "server" } }
  }
}"#;
    let faults = super::generate(&[("model.json", model)], &Options::default());
    insta::assert_snapshot!(faults.expect_err("nobody can tell them apart"));
}
