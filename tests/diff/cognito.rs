//! The models of Cognito's user pools of four dates, against a comparison of their JSON that knows nothing of ours.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::import::{self, ImportOptions};
use smithygen::report::diff::ModelChange;

use crate::{differences, support, text};

/// A shape, a member of it or nothing, and what there is about it.
type Fact = (String, String, String);

/// Every fact of a model, each with its value.
fn facts(model: &Value) -> BTreeMap<Fact, String> {
    let mut facts = BTreeMap::new();
    for (key, value) in model["metadata"].as_object().into_iter().flatten() {
        facts.insert((String::new(), key.clone(), "metadata".to_owned()), value.to_string());
    }
    for (id, shape) in model["shapes"].as_object().expect("a model has shapes") {
        let mut fact = |member: &str, what: &str, value: String| {
            facts.insert((id.clone(), member.to_owned(), what.to_owned()), value);
        };
        fact("", "shape", String::new());
        fact("", "type", shape["type"].to_string());
        for key in ["version", "input", "output"] {
            if let Some(value) = shape.get(key).filter(|value| value["target"] != "smithy.api#Unit") {
                fact("", key, value.to_string());
            }
        }
        for key in ["operations", "resources", "errors"] {
            for bound in shape[key].as_array().into_iter().flatten() {
                fact("", bound["target"].as_str().expect("a target"), String::new());
            }
        }
        traits(&mut fact, "", shape);
        let fixed = ["member", "key", "value"].map(|key| (key.to_owned(), shape[key].clone()));
        let named = shape["members"].as_object().cloned().unwrap_or_default();
        for (name, member) in fixed.into_iter().chain(named).filter(|(_, member)| !member.is_null()) {
            fact(&name, "member", String::new());
            fact(&name, "target", member["target"].to_string());
            traits(&mut fact, &name, &member);
        }
    }
    facts
}

fn traits(fact: &mut impl FnMut(&str, &str, String), member: &str, value: &Value) {
    for (id, value) in value["traits"].as_object().into_iter().flatten() {
        // The value of an enum's member stands for the member.
        let what = if id == "smithy.api#enumValue" { "member" } else { id };
        fact(member, what, value.to_string());
    }
}

/// What differs; what belongs to something that came or went is not told apart.
fn expected(old: &Value, new: &Value) -> BTreeSet<Fact> {
    let (old, new) = (facts(old), facts(new));
    let differ = old.iter().chain(&new).map(|(fact, _)| fact).filter(|fact| old.get(*fact) != new.get(*fact));
    let is_whole = |fact: &Fact| {
        let is_in_both = |member: &str, what: &str| {
            let whole = (fact.0.clone(), member.to_owned(), what.to_owned());
            fact.0.is_empty() || (old.contains_key(&whole) && new.contains_key(&whole))
        };
        let has_shape = fact.2 == "shape" || is_in_both("", "shape");
        let has_member = fact.1.is_empty() || fact.2 == "member" || is_in_both(&fact.1, "member");
        has_shape && has_member
    };
    differ.filter(|fact| is_whole(fact)).cloned().collect()
}

/// The facts that our differences are about.
fn found(old: &str, new: &str) -> BTreeSet<Fact> {
    let found = differences("json", old, new);
    let (renamed, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|found| found.id == "ChangedEnumTrait.NameChanged");
    let names = |found: &ModelChange| {
        let shape = found.part.shape.clone().unwrap_or_default();
        let names = [found.old.clone(), found.new.clone()].map(Option::unwrap_or_default);
        names.map(|name| (shape.clone(), name, "member".to_owned()))
    };
    let renamed: BTreeSet<Fact> = renamed.iter().flat_map(names).collect();
    // To the other comparison, a value with another name is another member.
    let is_other =
        |(shape, member, _): &Fact| renamed.contains(&(shape.clone(), member.clone(), "member".to_owned()));
    others.iter().filter_map(fact).filter(|fact| !is_other(fact)).chain(renamed.clone()).collect()
}

/// The fact that a difference of ours is about.
fn fact(found: &ModelChange) -> Option<Fact> {
    let what = match (&found.part.trait_id, found.id.as_str()) {
        (Some(id), _) => id.as_str(),
        (None, id) if id.starts_with("Rust.") => return None,
        (None, id) if id.contains("Metadata.") => "metadata",
        (None, "ChangedMemberTarget") => "target",
        (None, "ChangedShapeType") => "type",
        (None, "ChangedServiceVersion") => "version",
        (None, id) if id.ends_with("OperationInput") => "input",
        (None, id) if id.ends_with("OperationOutput") => "output",
        (None, id) if id.contains("Binding.") || id.contains("Error.") => found.part.part.as_deref()?,
        (None, _) if found.part.member.is_some() => "member",
        (None, _) => "shape",
    };
    let shape = found.part.shape.clone().unwrap_or_default();
    Some((shape, found.part.member.clone().unwrap_or_default(), what.to_owned()))
}

fn models() -> Vec<(&'static str, String)> {
    let folder = support::shared().join("models");
    let official =
        |date: &str| text(&folder.join(format!("cognito-identity-provider-2016-04-18.{date}.json")));
    let imported = |name: &str| {
        let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
        let path = folder.join(format!("service-2/{name}/service-2.json.gz"));
        let model = import::import_file(&mut errors, &mut sources, &path, &ImportOptions::default());
        model.expect("the description can be read")
    };
    vec![
        ("april-2025", official("april-2025")),
        ("april-2026", official("april-2026")),
        ("1.44.5", imported("cognito-idp")),
        ("1.44.8", imported("cognito-idp-1.44.8")),
    ]
}

#[shared_data::test]
fn every_difference_of_each_pair_is_found_and_none_more() {
    let models = models();
    for (old_name, old) in &models {
        for (new_name, new) in &models {
            let found = found(old, new);
            let value = |text: &str| serde_json::from_str::<Value>(text).expect("it is JSON");
            let expected = expected(&value(old), &value(new));
            let missing: Vec<_> = expected.difference(&found).take(5).collect();
            let surplus: Vec<_> = found.difference(&expected).take(5).collect();
            assert!(
                missing.is_empty() && surplus.is_empty(),
                "{old_name} to {new_name}: missing {missing:#?}, too many {surplus:#?}"
            );
        }
    }
}
