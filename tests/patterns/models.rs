//! The patterns of the shared models: which are not checked, and what the tables of Cognito take.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pattern::{Caps, Check, ClassMap, compile};
use serde_json::Value;

use super::corpus::cases;
use super::leaked::compiled;
use super::support::shared;

/// The patterns of each model, by the model's file.
pub fn patterns(shared: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(shared.join("models")).expect("the models are there").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).expect("a model can be read");
            let model: Value = serde_json::from_str(&text).expect("a model is JSON");
            let mut found = BTreeSet::new();
            gather(&model["shapes"], &mut found);
            all.insert(entry.file_name().to_string_lossy().into_owned(), found);
        }
    }
    all
}

fn gather(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            found.extend(entries.get("smithy.api#pattern").and_then(Value::as_str).map(str::to_owned));
            entries.values().for_each(|value| gather(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The patterns of Cognito's latest model.
pub fn of_cognito(shared: &Path) -> BTreeSet<String> {
    let file = "cognito-identity-provider-2016-04-18.april-2026.json";
    patterns(shared).remove(file).expect("the model is there")
}

/// How many patterns are checked, and which are not and why.
fn summary(patterns: BTreeSet<String>) -> String {
    let mut unchecked = Vec::new();
    let mut checked = 0;
    for pattern in patterns {
        match compile(&pattern, &Caps::default()) {
            Ok(_) => checked += 1,
            Err(reason) => unchecked.push(format!("{pattern}\n    {reason}\n")),
        }
    }
    format!("{checked} are checked, {} are not\n{}", unchecked.len(), unchecked.concat())
}

#[shared_data::test]
fn which_patterns_are_not_checked_and_why() {
    let folder = shared();
    let models = summary(patterns(&folder).into_values().flatten().collect());
    let corpus =
        summary(cases(&folder, "corpus.json", "node_u").into_iter().map(|case| case.pattern).collect());
    insta::assert_snapshot!(format!("Of the models, {models}Of the corpus, {corpus}"));
}

#[shared_data::test]
fn all_patterns_of_cognito_are_checked_in_less_than_64_kilobytes() {
    let folder = shared();
    let checks: Vec<Check> = of_cognito(&folder).iter().map(|text| compiled(text).check).collect();
    let own: usize = checks.iter().map(|check| check.bytes()).sum();
    let maps: BTreeSet<Vec<u32>> = checks.iter().flat_map(map).map(|map| map.beyond).collect();
    let shared: usize = maps.iter().map(|map| 4 * map.len()).sum();
    assert_eq!(checks.len(), 37);
    assert!(own + shared < 64 << 10, "{own} bytes of their own and {shared} of {} maps", maps.len());
    insta::assert_snapshot!(format!("{own} bytes of their own, {shared} bytes of {} maps", maps.len()));
}

fn map(check: &Check) -> Option<ClassMap> {
    match check {
        Check::Always => None,
        Check::Class { class, .. } => Some(ClassMap::of(&[class.complement(), class.clone()])),
        Check::Table(table) => Some(table.map()),
    }
}
