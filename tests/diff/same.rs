//! A model does not differ from itself, however it is written.

use std::path::PathBuf;

use serde_json::{Map, Value, json};
use smithygen::diagnostics::{Diagnostic, Diagnostics, Sources};
use smithygen::import::{self, ImportOptions};

use crate::{support, text};

/// The same value with the keys of all objects in the other order.
fn shuffled(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            entries.iter().rev().map(|(key, value)| (key.clone(), shuffled(value))).collect()
        }
        Value::Array(elements) => elements.iter().map(shuffled).collect(),
        other => other.clone(),
    }
}

/// Takes the traits of a shape or member, and states them in `applies` instead.
fn take_traits(applies: &mut [Map<String, Value>; 2], id: &str, value: &mut Value, keep: &[&str]) {
    let Some(Value::Object(traits)) = value.as_object_mut().and_then(|value| value.remove("traits")) else {
        return;
    };
    let (kept, moved): (Map<_, _>, Map<_, _>) =
        traits.into_iter().partition(|(name, _)| keep.contains(&name.as_str()));
    value["traits"] = Value::Object(kept);
    // Every other trait goes to the other file.
    for (index, (name, trait_value)) in moved.into_iter().enumerate() {
        let statement =
            applies[index % 2].entry(id).or_insert_with(|| json!({ "type": "apply", "traits": {} }));
        statement["traits"][name] = trait_value;
    }
}

/// Whether the members of a shape can come from a mixin.
fn folds(shape: &Value) -> bool {
    let is_mixin = shape["traits"].get("smithy.api#mixin").is_some();
    shape["type"] == "structure" && shape.get("mixins").is_none() && !is_mixin
}

/// The model in three files: shapes, and two with `apply` statements; the members of structures come from mixins.
fn spread(model: &Value) -> [Value; 3] {
    let mut shapes = Map::new();
    let mut applies = [Map::new(), Map::new()];
    for (id, shape) in model["shapes"].as_object().expect("a model has shapes") {
        let mut shape = shape.clone();
        if shape["type"] == "apply" {
            shapes.insert(id.clone(), shape);
            continue;
        }
        // What tells a trait from other shapes, or an enum's value, is needed where the shape is.
        take_traits(
            &mut applies,
            id,
            &mut shape,
            &["smithy.api#trait", "smithy.api#mixin", "smithy.api#enum"],
        );
        if folds(&shape) {
            let members = shape.as_object_mut().expect("an object").insert("members".to_owned(), json!({}));
            let namespace = id.split('#').next().unwrap_or_default().replace('.', "_");
            let mixin = format!("{id}FoldedInOf{namespace}");
            let traits = json!({ "smithy.api#mixin": {} });
            shapes
                .insert(mixin.clone(), json!({ "type": "structure", "members": members, "traits": traits }));
            shape["mixins"] = json!([{ "target": mixin }]);
        } else {
            let members = shape.get_mut("members").and_then(Value::as_object_mut);
            for (name, member) in members.into_iter().flatten() {
                take_traits(&mut applies, &format!("{id}${name}"), member, &["smithy.api#enumValue"]);
            }
        }
        shapes.insert(id.clone(), shape);
    }
    let file = |shapes: Map<String, Value>| json!({ "smithy": model["smithy"], "shapes": shapes });
    let [first, second] = applies;
    let mut whole = file(shapes);
    whole["metadata"] = model.get("metadata").cloned().unwrap_or_else(|| json!({}));
    [whole, file(first), file(second)]
}

fn sources(texts: &[&Value]) -> Sources {
    let mut sources = Sources::default();
    for (index, value) in texts.iter().enumerate() {
        sources.add(format!("{index}.json"), value.to_string());
    }
    sources
}

/// Every shared model: those of services, of protocols, and odd ones; descriptions are imported.
fn models() -> Vec<(PathBuf, Value)> {
    let below = |folder: &str| {
        let found = std::fs::read_dir(support::shared().join(folder)).expect("the folder can be read");
        found.flatten().map(|entry| entry.path())
    };
    let models = ["models", "conformance/models", "conformance/protocols"].into_iter().flat_map(below);
    let models = models.filter(|path| {
        path.extension().is_some_and(|end| end == "json") && !path.ends_with("partitions.json")
    });
    let imported = below("models/service-2").map(|folder| {
        let path = folder.join("service-2.json.gz");
        let (mut errors, mut sources) = (Diagnostics::default(), Sources::default());
        let model = import::import_file(&mut errors, &mut sources, &path, &ImportOptions::default());
        (path, model.expect("the description can be read"))
    });
    let texts = models.map(|path| (path.clone(), text(&path))).chain(imported);
    texts.map(|(path, text)| (path, serde_json::from_str(&text).expect("it is JSON"))).collect()
}

/// How many of the shared models are right; the others are there to be refused.
const RIGHT: usize = 36;

#[shared_data::test]
fn the_order_of_keys_mixins_and_applied_traits_are_no_difference() {
    let mut compared = 0;
    for (path, model) in models() {
        let shuffled = shuffled(&model);
        // Mixins are of 2.0.
        let files = match model["smithy"].as_str() {
            Some("1.0" | "1") => vec![shuffled],
            _ => spread(&shuffled).to_vec(),
        };
        let found = smithygen::diff(&sources(&[&model]), &sources(&files.iter().collect::<Vec<_>>()), None);
        match found {
            Ok(found) => {
                compared += 1;
                assert!(found.is_empty(), "{}: {:#?}", path.display(), &found[..found.len().min(3)]);
            }
            Err([old, new]) => {
                let is_refused = old.iter().any(Diagnostic::is_fatal);
                assert!(is_refused, "{}: {:?}", path.display(), new.iter().find(|fault| fault.is_fatal()));
            }
        }
    }
    assert!(compared >= RIGHT, "{compared} models were compared");
}
