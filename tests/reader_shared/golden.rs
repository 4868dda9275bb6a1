//! Valid files resolve to the shapes that Smithy makes of them, as a golden file lists them.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;
use smithygen::json::{Data, Value};
use smithygen::resolve::graph::{Member, Model, ServiceShape, Shape, ShapeId, ShapeKind};

use super::{fatal_in, files, read, support};

#[shared_data::test]
fn valid_files_resolve_as_smithy_resolves_them() {
    let folder = support::shared().join("conformance/loader");
    let golden = fs::read_to_string(folder.join("valid.golden.json")).expect("the golden file can be read");
    let golden: Json = serde_json::from_str(&golden).expect("the golden file is JSON");
    let mut differences = Vec::new();
    let mut compared = BTreeSet::new();
    for (name, case) in golden.as_object().expect("the golden file is an object") {
        let paths: Vec<PathBuf> = name.split('+').map(|file| folder.join(file)).collect();
        // A part of the files is not in every copy of the data.
        if !paths.iter().all(|path| path.exists()) {
            continue;
        }
        let (model, faults) = read(&paths);
        assert!(fatal_in(&faults).is_empty(), "{name}: {:#?}", fatal_in(&faults));
        let wanted = case["resolved"]["shapes"].as_object().expect("a case has shapes");
        compare(&mut differences, name, &model, wanted);
        assert_eq!(
            Json::Object(model.metadata.iter().map(|(k, v)| (k.clone(), json(v))).collect()),
            case["resolved"]["metadata"],
            "{name}"
        );
        compared.extend(paths);
    }
    assert_eq!(differences, Vec::<String>::new());
    let all: BTreeSet<PathBuf> = files(&folder.join("valid"), "json").into_iter().collect();
    assert_eq!(compared, all, "every valid file is in the golden file");
}

/// Compares all shapes of a model with what Smithy makes of them; mixins are not in the model, on purpose.
fn compare(differences: &mut Vec<String>, name: &str, model: &Model, wanted: &serde_json::Map<String, Json>) {
    for (id, wanted) in wanted {
        let is_mixin = wanted["traits"].get("smithy.api#mixin").is_some();
        let shape = ShapeId::parse(id).and_then(|id| model.shapes.get(&id));
        match shape {
            Some(shape) if !is_mixin => {
                let found = described(model, shape);
                let wanted = comparable(wanted);
                if found != wanted {
                    differences.push(format!("{name} {id}:\nwanted {wanted}\nfound  {found}"));
                }
            }
            None if is_mixin => {}
            found => differences.push(format!("{name} {id}: mixin {is_mixin}, found {}", found.is_some())),
        }
    }
    let ids: BTreeSet<&str> = wanted.keys().map(String::as_str).collect();
    for id in model.shapes.keys().filter(|id| !id.is_prelude() && !ids.contains(id.as_str())) {
        differences.push(format!("{name} {id}: not in the golden file"));
    }
}

/// The parts of a golden shape that the graph can say, in one form.
fn comparable(golden: &Json) -> Json {
    let mut shape = golden.clone();
    let object = shape.as_object_mut().expect("a shape is an object");
    object.remove("mixins");
    let resource_only = ["identifiers", "properties", "collectionOperations"];
    let lifecycle = ["create", "put", "read", "update", "delete", "list"];
    if object["type"] == "resource" {
        let mut operations: Vec<Json> = lifecycle.iter().filter_map(|key| object.remove(*key)).collect();
        for key in ["operations", "collectionOperations"] {
            operations.extend(object[key].as_array().expect("bound operations are an array").clone());
        }
        object.insert("operations".to_owned(), Json::Array(operations));
        resource_only.iter().for_each(|key| drop(object.remove(*key)));
    }
    if object["type"] == "set" {
        object["type"] = "list".into();
    }
    for member in object.get_mut("members").and_then(Json::as_array_mut).into_iter().flatten() {
        let member = member.as_object_mut().expect("a member is an object");
        let server = member.remove("nullable").map(|modes| modes["SERVER"].clone());
        member.extend(server.map(|server| ("nullable".to_owned(), server)));
    }
    shape
}

/// A shape of the graph in the form of the golden file.
fn described(model: &Model, shape: &Shape) -> Json {
    let nullable = matches!(shape.kind, ShapeKind::Structure(_));
    // For Smithy, a string with the trait `enum` stays a string without members.
    let members = shape.members().filter(|_| !shape.has_enum_trait());
    let members: Vec<Json> = members.map(|member| described_member(nullable, member)).collect();
    let mut parts = bound(model, shape);
    parts.push(("type", shape.type_name().into()));
    parts.push(("traits", traits(&shape.traits.written)));
    if !members.is_empty() {
        parts.push(("members", members.into()));
    }
    let parts = parts.into_iter().map(|(key, value)| (key.to_owned(), value));
    Json::Object(parts.collect())
}

/// What a shape binds, in the form of the golden file.
fn bound(model: &Model, shape: &Shape) -> Vec<(&'static str, Json)> {
    let ids = |ids: &[ShapeId]| Json::from(ids.iter().map(ShapeId::as_str).collect::<Vec<_>>());
    let unit = |id: &Option<ShapeId>| Json::from(id.as_ref().map_or("smithy.api#Unit", ShapeId::as_str));
    let names =
        |shapes: Vec<&Shape>| Json::from(shapes.iter().map(|shape| shape.id.as_str()).collect::<Vec<_>>());
    match &shape.kind {
        ShapeKind::Operation(it) => {
            vec![("input", unit(&it.input)), ("output", unit(&it.output)), ("errors", ids(&it.errors))]
        }
        ShapeKind::Resource(it) => {
            vec![("operations", ids(&it.operations)), ("resources", ids(&it.resources))]
        }
        ShapeKind::Service(it) => vec![
            ("operations", ids(&it.operations)),
            ("resources", ids(&it.resources)),
            ("version", it.version.as_str().into()),
            ("errors", ids(&it.errors)),
            ("rename", renamed(it)),
            ("allOperations", names(model.operations_of(&shape.id))),
        ],
        _ => Vec::new(),
    }
}

fn renamed(service: &ServiceShape) -> Json {
    let names = service.rename.iter().map(|(id, name)| (id.as_str().to_owned(), name.as_str().into()));
    Json::Object(names.collect())
}

fn described_member(nullable: bool, member: &Member) -> Json {
    let mut object = serde_json::Map::new();
    object.insert("name".to_owned(), member.name.as_str().into());
    object.insert("target".to_owned(), member.target.as_str().into());
    object.insert("traits".to_owned(), traits(&member.traits.written));
    if nullable {
        let is_nullable = !member.traits.required && member.traits.default.is_none();
        object.insert("nullable".to_owned(), is_nullable.into());
    }
    object.into()
}

fn traits(all: &indexmap::IndexMap<ShapeId, Value>) -> Json {
    Json::Object(all.iter().map(|(id, value)| (id.as_str().to_owned(), json(value))).collect())
}

fn json(value: &Value) -> Json {
    match &value.data {
        Data::Null => Json::Null,
        Data::Bool(flag) => (*flag).into(),
        Data::Number(text) => serde_json::from_str(text).expect("a number is JSON"),
        Data::String(text) => text.as_str().into(),
        Data::Array(elements) => elements.iter().map(json).collect(),
        Data::Object(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}
