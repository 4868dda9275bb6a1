//! Which differences single edits are: the kind of each, what it is about, and its marks, in both notations alike.

use smithygen::diagnostics::Sources;
use smithygen::report::diff::ModelChange;

use crate::{differences, proof};

/// A model of what the model of the proof has none of.
const MODEL: &str = include_str!("events.smithy");

/// Single edits of that model: a name, what is replaced, and by what.
const EDITS: &[(&str, &str, &str)] = &[
    ("something-inside-what-is-unstable-changed", "size: Integer", "size: Long"),
    (
        "something-shared-with-what-is-stable-changed",
        "list Things {\n    member: String",
        "list Things {\n    member: Integer",
    ),
    ("unstable-operation-went", "operations: [Sell, Preview]", "operations: [Sell]"),
    ("scheme-went", "@httpBasicAuth\n", ""),
    ("schemes-are-chosen", "@httpBasicAuth\n", "@httpBasicAuth\n@auth([sigv4])\n"),
    ("authentication-is-optional", "@readonly", "@readonly\n@optionalAuth"),
    ("operation-went-with-its-resource", "resources: [Shelf]", "resources: []"),
    ("resource-went-from-a-resource", "resources: [Drawer]", "resources: []"),
    ("lifecycle-became-a-list", "read: Look", "operations: [Look]"),
    ("identifier-came", "drawer: String", "drawer: String, box: String"),
    ("service-error-went", "errors: [Closed]", "errors: []"),
    ("header-has-another-name", "X-Kind", "X-Sort"),
    ("path-changed", "\"/sell\"", "\"/sale\""),
    ("code-came", "uri: \"/sell\"", "uri: \"/sell\", code: 202"),
    ("compression-went", "@requestCompression(encodings: [\"gzip\"])\n", ""),
    ("value-of-the-enum-trait-is-deprecated", "value: \"old\"", "value: \"old\", deprecated: true"),
    ("value-of-the-enum-trait-has-tags", "value: \"old\"", "value: \"old\", tags: [\"a\"]"),
    ("value-of-the-enum-trait-is-explained", "value: \"old\"", "value: \"old\", documentation: \"Old.\""),
    (
        "enum-trait-became-an-enum",
        "@enum([{ name: \"OLD\", value: \"old\" }, { name: \"NEW\", value: \"new\" }])\nstring Kind",
        "enum Kind {\n    OLD = \"old\"\n    NEW = \"new\"\n}",
    ),
    ("inline-list-got-a-name", "names: [String]", "names: Things"),
    ("list-became-inline", "things: Things", "things: [String]"),
    ("inline-list-holds-something-else", "names: [String]", "names: [Integer]"),
    ("rule-on-keys-of-a-map", "words: { a: \"1\" }", "words: { b: \"1\" }"),
    ("rule-on-a-member-that-is-absent", "other: \"x\"", "other: \"y\""),
    ("enum-is-the-key-of-no-map", "key: Kind", "key: String"),
    ("elements-need-not-differ", "@uniqueItems\n", ""),
    ("trait-went", "@stamped(words: { a: \"1\" }, other: \"x\")\n", ""),
];

/// The model as JSON AST.
fn ast(model: &str) -> String {
    let mut sources = Sources::default();
    sources.add("model.smithy".to_owned(), model.to_owned());
    smithygen::ast(&sources).expect("the model is right").0.to_string()
}

fn line(found: &ModelChange) -> String {
    let part = found.part.part.as_deref().map(|part| format!(" {part}")).unwrap_or_default();
    let unstable = if found.unstable { ", unstable" } else { "" };
    let (wire, rust) = (found.wire.name(), found.rust.name());
    format!("    {} {}{part}: {wire}, {rust}{unstable}\n", found.id, found.owner())
}

#[test]
fn each_edit_is_these_differences() {
    let mut text = String::new();
    let edits = proof::EDITS.iter().map(|edit| (proof::MODEL, edit));
    for (model, (name, from, to)) in edits.chain(EDITS.iter().map(|edit| (MODEL, edit))) {
        let edited = model.replacen(from, to, 1);
        assert_ne!(model, edited, "{name} edits the model");
        let found: String = differences("smithy", model, &edited).iter().map(line).collect();
        let of_json: String = differences("json", &ast(model), &ast(&edited)).iter().map(line).collect();
        assert_eq!(found, of_json, "{name} in both notations");
        text.push_str(&format!("{name}\n{found}"));
    }
    insta::assert_snapshot!(text);
}
