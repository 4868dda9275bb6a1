//! `diff`: every difference between two models, its marks, its forms, and what it is an exit code for.

mod support;

#[path = "diff/cognito.rs"]
mod cognito;
#[path = "diff/compiled.rs"]
mod compiled;
#[path = "diff/edits.rs"]
mod edits;
#[path = "diff/events.rs"]
mod events;
#[path = "diff/proof.rs"]
mod proof;
#[path = "diff/published.rs"]
mod published;
#[path = "diff/real.rs"]
mod real;
#[path = "diff/same.rs"]
mod same;
#[path = "support/scratch.rs"]
mod scratch;
#[path = "diff/slices.rs"]
mod slices;
#[path = "diff/uses.rs"]
mod uses;
#[path = "diff/values.rs"]
mod values;

use std::path::Path;

use smithygen::diagnostics::Sources;
use smithygen::report::diff::ModelChange;

/// The differences between two texts, whose names end as IDL or JSON does.
#[track_caller]
fn differences(ending: &str, old: &str, new: &str) -> Vec<ModelChange> {
    let sources = |text: &str| {
        let mut sources = Sources::default();
        sources.add(format!("model.{ending}"), text.to_owned());
        sources
    };
    smithygen::diff(&sources(old), &sources(new), None).expect("both models are right")
}

/// The text of a file.
#[track_caller]
fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A name in JSON is one of restJson1, and nothing for awsJson.
#[test]
fn one_protocol_of_a_service_can_be_compared() {
    let model = |name: &str| {
        format!(
            "$version: \"2.0\"\nnamespace a\nuse aws.protocols#awsJson1_1\nuse aws.protocols#restJson1\n\
             @awsJson1_1\n@restJson1\nservice S {{ operations: [O] }}\n\
             @http(method: \"POST\", uri: \"/\")\noperation O {{ input := {{ @jsonName(\"{name}\") b: String }} }}\n"
        )
    };
    let sources = |name: &str| {
        let mut sources = Sources::default();
        sources.add("model.smithy".to_owned(), model(name));
        sources
    };
    let compare = |protocol| smithygen::diff(&sources("c"), &sources("d"), protocol);
    let breaks = |protocol| {
        let found = compare(protocol).expect("the models are right");
        assert_eq!(found.len(), 1);
        found[0].breaks_wire()
    };
    assert!(breaks(None) && breaks(Some("restJson1")));
    assert!(!breaks(Some("awsJson1_1")) && !breaks(Some("aws.protocols#awsJson1_1")));
    let [_, faults] = compare(Some("restXml")).expect_err("the service does not speak it");
    assert_eq!(faults[0].message, "`a#S` does not speak the protocol `restXml`");
}
