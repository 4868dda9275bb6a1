//! Pairs of models that Smithy's own comparison is tested with.

use std::path::{Path, PathBuf};

use smithygen::report::diff::ModelChange;

use crate::{differences, support, text};

fn folder() -> PathBuf {
    support::shared().join("conformance/diff")
}

/// Every file below a folder whose name ends so.
fn ending(found: &mut Vec<PathBuf>, folder: &Path, end: &str) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            ending(found, &path, end);
        } else if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
}

/// The ids of all differences, each with what it is about.
fn ids(found: &[ModelChange]) -> Vec<(String, String)> {
    let shape = |found: &ModelChange| found.part.shape.clone().unwrap_or_default();
    found.iter().map(|found| (shape(found), found.id.clone())).collect()
}

#[shared_data::test]
fn every_expected_event_is_a_difference() {
    let mut expected = Vec::new();
    ending(&mut expected, &folder().join("diffs"), ".events");
    assert!(!expected.is_empty(), "there are events");
    for path in expected {
        let name = path.to_string_lossy().replace(".events", "");
        for kind in ["smithy", "json"] {
            let pair = ["a", "b"].map(|side| text(Path::new(&format!("{name}.{side}.{kind}"))));
            let found = ids(&differences(kind, &pair[0], &pair[1]));
            let text = text(&path);
            let events = text.lines().filter_map(|line| line.rsplit_once(" | "));
            for (before, id) in events {
                let head = text[..text.find(before).unwrap_or_default() + before.len()].rsplit("\n[").next();
                let head = head.unwrap_or_default().trim_start_matches('[');
                let shape = head.split_once("] ").and_then(|(_, rest)| rest.split_once(": "));
                let shape = shape.map(|(shape, _)| shape).unwrap_or_default();
                let is_found =
                    found.iter().any(|(other, found)| found == id && (other == shape || shape.is_empty()));
                assert!(is_found, "{name}: {shape} {id}, found {found:?}");
            }
        }
    }
}

#[shared_data::test]
fn changed_targets_are_as_compatible_as_their_names_say() {
    let mut pairs = Vec::new();
    for kind in ["smithy", "json"] {
        ending(&mut pairs, &folder().join("evaluators/changed-member-target"), &format!("-a.{kind}"));
    }
    assert!(!pairs.is_empty(), "there are pairs");
    for path in pairs {
        let name = path.to_string_lossy().into_owned();
        let kind = if name.ends_with("json") { "json" } else { "smithy" };
        let new = name.replace(&format!("-a.{kind}"), &format!("-b.{kind}"));
        let found = differences(kind, &text(&path), &text(Path::new(&new)));
        let changed: Vec<&ModelChange> =
            found.iter().filter(|found| found.id == "ChangedMemberTarget").collect();
        let [changed] = changed.as_slice() else { panic!("{name}: {found:?}") };
        // A pattern that came is a warning to Smithy, and refuses what old clients send.
        let has_pattern = name.contains("added-compatible-trait") || name.contains("double-nesting");
        let breaks = name.contains("incompatible") || has_pattern;
        assert_eq!(changed.wire.is_breaking(), breaks, "{name}: {changed:?}");
    }
}

#[shared_data::test]
fn tags_on_the_definition_of_a_trait_say_what_breaks() {
    let folder = folder().join("evaluators");
    let pair = |name: &str| ["a", "b"].map(|side| text(&folder.join(format!("{name}-{side}.smithy"))));
    let [old, new] = pair("trait-modified-contents");
    let found = differences("smithy", &old, &new);
    let parts: Vec<(Option<&str>, bool)> =
        found.iter().map(|found| (found.part.part.as_deref(), found.wire.is_breaking())).collect();
    assert_eq!(parts, [(None, false), (Some("/bar"), false), (Some("/baz/foo"), true)]);
    for name in ["trait-modified-contents-list", "trait-modified-contents-set"] {
        let [old, new] = pair(name);
        let found = differences("smithy", &old, &new);
        let breaking = found.iter().filter(|found| found.wire.is_breaking());
        let breaking: Vec<String> =
            breaking.map(|found| found.owner() + found.part.part.as_deref().unwrap_or_default()).collect();
        assert_eq!(breaking, ["Bam/foo/2", "Bar/foo", "Foo/foo/1"], "{name}");
    }
}

#[shared_data::test]
fn rules_of_the_definition_of_a_trait_say_what_breaks() {
    let folder = folder().join("evaluators/trait-breaking-change");
    for name in ["any", "message", "presence", "severity"] {
        let with = text(&folder.join(format!("trait-{name}.json")));
        let mut without: serde_json::Value = serde_json::from_str(&with).expect("it is JSON");
        without["shapes"]["smithy.example#Example"]["traits"] = serde_json::json!({});
        let found = differences("json", &with, &without.to_string());
        let [removed] = found.as_slice() else { panic!("{name}: {found:?}") };
        assert_eq!(removed.id, "TraitBreakingChange.Remove.smithy.example#exampleTrait");
        assert_eq!(removed.wire.is_breaking(), name != "severity", "{name}");
        assert_eq!(removed.why.contains("This is bad!"), name == "message", "{name}");
    }
}

#[shared_data::test]
fn traits_that_come_or_hold_something_else_break_where_their_definition_says_so() {
    let folder = folder().join("evaluators/trait-breaking-change");
    let cases = [
        ("trait-added", "Add", serde_json::json!({})),
        ("trait-union-members", "Update", serde_json::json!({ "foo": "other" })),
    ];
    for (name, change, value) in cases {
        let old = text(&folder.join(format!("{name}.json")));
        let mut new: serde_json::Value = serde_json::from_str(&old).expect("it is JSON");
        new["shapes"]["smithy.example#Example"]["traits"]["smithy.example#exampleTrait"] = value;
        let found = differences("json", &old, &new.to_string());
        let [changed] = found.as_slice() else { panic!("{name}: {found:?}") };
        assert_eq!(changed.id, format!("TraitBreakingChange.{change}.smithy.example#exampleTrait"));
        assert!(changed.wire.is_breaking(), "{name}: {changed:?}");
    }
}
