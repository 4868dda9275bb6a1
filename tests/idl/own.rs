//! Own models and texts: the same crate from either notation, the JSON AST of every production, and faults.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value as Json, json};
use smithygen::diagnostics::{Diagnostics, Severity, Sources, render};
use smithygen::load::{self, Input};
use smithygen::options::Options;
use smithygen::resolve::resolve;

use crate::normal;

const TEA: &str = include_str!("tea/tea.smithy");
const TEA_JSON: &str = include_str!("tea/tea.json");
const MONEY: &str = include_str!("tea/money.json");
const EVERYTHING: &str = include_str!("../../codegen/idl/tests/everything.smithy");

/// A file of JSON AST whose shapes [`EVERYTHING`] uses.
const SHARED: &str = r##"{
    "smithy": "2.0",
    "shapes": {
        "com.example.shared#Money": { "type": "bigDecimal" },
        "com.example.shared#audited": { "type": "list", "member": { "target": "smithy.api#String" } }
    }
}"##;

fn sources(files: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add((*name).to_owned(), (*text).to_owned());
    }
    sources
}

/// The faults of texts as they are shown.
fn faults(files: &[(&str, &str)]) -> String {
    let sources = sources(files);
    let mut errors = Diagnostics::default();
    let documents = load::documents(&mut errors, &sources);
    if !errors.is_fatal() {
        resolve(&mut errors, &documents);
    }
    let faults = errors.sorted();
    faults.iter().map(|fault| render(fault, &sources, false)).collect::<Vec<_>>().join("\n\n")
}

fn generated(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let generated = smithygen::generate(&sources(files), &Options::default());
    generated.unwrap_or_else(|faults| panic!("{faults:#?}")).files.into_iter().collect()
}

#[test]
fn a_crate_is_the_same_from_either_notation() {
    let from_idl = generated(&[("tea.smithy", TEA), ("money.json", MONEY)]);
    let from_json = generated(&[("tea.json", TEA_JSON), ("money.json", MONEY)]);
    for (path, text) in &from_json {
        assert_eq!(from_idl.get(path), Some(text), "{path}");
    }
    assert_eq!(from_idl.len(), from_json.len());
}

#[test]
fn a_folder_may_hold_both_notations() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/idl/tea");
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, &[Input::Path(folder)]);
    let documents = load::documents(&mut errors, &sources);
    resolve(&mut errors, &documents);
    let faults = errors.sorted();
    let differ: Vec<_> = faults.iter().filter(|fault| fault.severity > Severity::Note).collect();
    assert!(differ.is_empty(), "definitions of the same shapes in two notations are equal: {differ:#?}");
    assert_eq!(documents.len(), 3);
}

#[test]
fn texts_without_an_ending_are_known_by_their_beginning() {
    for text in ["// tea\n$version: \"2\"\nnamespace tea\n", "namespace tea", "metadata a = 1"] {
        assert_eq!(faults(&[("<stdin>", text)]), "", "{text}");
    }
}

#[test]
fn every_production_in_json_ast() {
    let sources = sources(&[("everything.smithy", EVERYTHING), ("shared.json", SHARED)]);
    let mut errors = Diagnostics::default();
    let documents = load::documents(&mut errors, &sources);
    let document = &documents[0];
    let object = |entries: &[smithygen::json::Entry]| -> Vec<Json> {
        entries.iter().map(|entry| json!({ &entry.key: normal::json(&entry.value) })).collect()
    };
    let found = json!({ "metadata": object(&document.metadata), "shapes": object(&document.shapes) });
    insta::assert_snapshot!(serde_json::to_string_pretty(&found).expect("it is JSON"));
    assert!(!errors.is_fatal(), "{:#?}", errors.sorted());
}

#[test]
fn faults_that_need_all_files() {
    let first = "$version: \"2.0\"\nnamespace a\nuse b#Pot\nstructure S for Pot with [M] {\n    $potId\n    $sugar\n    $none\n}\nstructure T for S {}\nstructure U for Missing {}\n@error(client)\nstructure E {}\nmetadata x = 1\n";
    let second = "$version: \"2.0\"\nnamespace b\nresource Pot { identifiers: { potId: String } }\n";
    let third = "$version: \"2.0\"\nnamespace a\n@mixin structure M with [N] {}\n@mixin structure N { sugar: Integer }\n";
    let files = [("a.smithy", first), ("b.smithy", second), ("c.smithy", third)];
    insta::assert_snapshot!(faults(&files));
}

#[test]
fn old_versions_have_fewer_notations() {
    let body = "namespace a\n@mixin structure M {}\nenum E { A }\nstructure S with [M] { a: String = \"\"\n b: [String] }\n@pattern(#re \"\\d\") string P\noperation O { input := {} }\nresource R { properties: {} }\n";
    insta::assert_snapshot!(faults(&[("old.smithy", body)]));
    let second = format!("$version: \"2\"\n{body}");
    insta::assert_snapshot!(faults(&[("second.smithy", &second)]));
}

#[test]
fn the_validation_error_of_smithy_is_known() {
    let text = "$version: \"2.0\"\nnamespace a\nuse smithy.framework#ValidationException\n\
                operation O { errors: [ValidationException] }\n";
    let sources = sources(&[("a.smithy", text)]);
    let mut errors = Diagnostics::default();
    let documents = load::documents(&mut errors, &sources);
    let model = resolve(&mut errors, &documents);
    assert_eq!(errors.sorted(), []);
    let members: Vec<String> = model
        .shapes
        .values()
        .filter(|shape| shape.id.namespace() == "smithy.framework")
        .flat_map(|shape| shape.members().map(|member| format!("{}${}", shape.id.name(), member.name)))
        .collect();
    assert_eq!(
        members,
        [
            "ValidationException$message",
            "ValidationException$fieldList",
            "ValidationExceptionField$path",
            "ValidationExceptionField$message",
            "ValidationExceptionFieldList$member",
        ]
    );
}

/// Files that end too early have faults and do not stop the reader.
#[test]
fn every_beginning_of_a_file_is_read() {
    for end in (0..TEA.len()).step_by(3).filter(|&end| TEA.is_char_boundary(end)) {
        let sources = sources(&[("tea.smithy", &TEA[..end]), ("money.json", MONEY)]);
        let mut errors = Diagnostics::default();
        let documents = load::documents(&mut errors, &sources);
        assert_eq!(documents.len(), 2);
        resolve(&mut errors, &documents);
    }
}
