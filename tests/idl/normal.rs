//! Documents in one form, so that two notations of a model can be compared shape by shape and trait by trait.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use smithygen::json::{Data, Value};
use smithygen::load::Document;
use smithygen::resolve::graph::{OperationShape, ResourceShape, ServiceShape, Shape, ShapeKind};
use smithygen::resolve::traits::Traits;

/// Every shape by its id, `apply` statements folded in, without what is empty.
pub type Shapes = BTreeMap<String, Map<String, Json>>;

/// The parts of a shape that hold its members directly.
const DIRECT: [&str; 3] = ["member", "key", "value"];

/// The shapes of all documents in one form.
pub fn shapes(documents: &[Document]) -> Shapes {
    let mut shapes = Shapes::new();
    let mut applied = Vec::new();
    for entry in documents.iter().flat_map(|document| &document.shapes) {
        let Json::Object(mut shape) = json(&entry.value) else { panic!("{} is no object", entry.key) };
        if shape["type"] == "apply" {
            applied.push((entry.key.clone(), shape.remove("traits")));
        } else {
            gather_members(&mut shape);
            name_as_value(&mut shape);
            shapes.insert(entry.key.clone(), shape);
        }
    }
    for (id, traits) in applied {
        let (root, member) =
            id.split_once('$').map_or((id.as_str(), None), |(root, member)| (root, Some(member)));
        let shape = shapes.get_mut(root).unwrap_or_else(|| panic!("{root} does not exist"));
        let owner = match member {
            Some(member) => child(child(shape, "members"), member),
            None => shape,
        };
        add_traits(owner, traits);
    }
    take_inherited_targets(&mut shapes);
    shapes.values_mut().for_each(remove_empty);
    shapes
}

/// The metadata of all documents.
pub fn metadata(documents: &[Document]) -> BTreeMap<String, Json> {
    let entries = documents.iter().flat_map(|document| &document.metadata);
    entries.map(|entry| (entry.key.clone(), json(&entry.value))).collect()
}

/// Puts the members of lists and maps where those of other shapes are.
fn gather_members(shape: &mut Map<String, Json>) {
    for name in DIRECT {
        if let Some(member) = shape.remove(name) {
            child(shape, "members").insert(name.to_owned(), member);
        }
    }
}

/// The value of an enum's member is its name, whether it is written or not.
fn name_as_value(shape: &mut Map<String, Json>) {
    if shape["type"] == "enum" {
        for (name, member) in child(shape, "members") {
            let member = member.as_object_mut().expect("a member is an object");
            let value = child(member, "traits").entry("smithy.api#enumValue");
            value.or_insert_with(|| name.as_str().into());
        }
    }
}

fn child<'j>(parent: &'j mut Map<String, Json>, key: &str) -> &'j mut Map<String, Json> {
    let value = parent.entry(key).or_insert_with(|| Json::Object(Map::new()));
    value.as_object_mut().expect("it is an object")
}

fn add_traits(owner: &mut Map<String, Json>, traits: Option<Json>) {
    let Some(Json::Object(traits)) = traits else { return };
    for (id, value) in traits {
        match (child(owner, "traits").get_mut(&id), value) {
            (Some(Json::Array(known)), Json::Array(more)) => known.extend(more),
            (_, value) => drop(child(owner, "traits").insert(id, value)),
        }
    }
}

/// Of a member that a mixin has too, the target is written or not: it is left out.
fn take_inherited_targets(shapes: &mut Shapes) {
    let before = shapes.clone();
    for shape in shapes.values_mut() {
        let mixins = shape.get("mixins").cloned().unwrap_or_default();
        for (name, member) in child(shape, "members") {
            let member = member.as_object_mut().expect("a member is an object");
            if let Some(target) = member.get("target")
                && inherits(&before, &mixins, name, target)
            {
                member.remove("target");
            }
        }
    }
}

fn inherits(shapes: &Shapes, mixins: &Json, name: &str, target: &Json) -> bool {
    let mixins = mixins.as_array().into_iter().flatten();
    mixins.filter_map(|mixin| shapes.get(mixin["target"].as_str()?)).any(|mixin| {
        let own = mixin.get("members").and_then(|members| members.get(name)?.get("target"));
        own == Some(target) || inherits(shapes, mixin.get("mixins").unwrap_or(&Json::Null), name, target)
    })
}

/// Removes what is the same whether it is written or not, such as `Unit` as input, and the order of what is bound.
fn remove_empty(shape: &mut Map<String, Json>) {
    for key in ["input", "output"] {
        if shape.get(key).is_some_and(|value| value["target"] == "smithy.api#Unit") {
            shape.remove(key);
        }
    }
    for key in ["operations", "collectionOperations", "resources", "errors"] {
        let bound = shape.get_mut(key).and_then(Json::as_array_mut);
        bound.into_iter().for_each(|bound| bound.sort_by_key(|id| id["target"].to_string()));
    }
    let mixed = shape.contains_key("mixins");
    if let Some(Json::Object(members)) = shape.get_mut("members") {
        members.retain(|_, member| !mixed || member.as_object().is_some_and(|member| !member.is_empty()));
    }
    let is_empty = |value: &Json| {
        value.as_object().is_some_and(Map::is_empty) || value.as_array().is_some_and(Vec::is_empty)
    };
    shape.retain(|_, value| !is_empty(value));
}

/// A value, with numbers in one form.
pub fn json(value: &Value) -> Json {
    match &value.data {
        Data::Null => Json::Null,
        Data::Bool(flag) => (*flag).into(),
        Data::Number(text) => format!("number {}", number(text)).into(),
        Data::String(text) => text.as_str().into(),
        Data::Array(elements) => elements.iter().map(json).collect(),
        Data::Object(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}

/// The significant digits of a number and the power of ten that they are multiplied with.
fn number(text: &str) -> String {
    let lower = text.to_lowercase();
    let (mantissa, exponent) = lower.split_once('e').unwrap_or((&lower, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i64 = exponent.parse().expect("an exponent is a number");
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let digits = format!("{}{fraction}", whole.trim_start_matches('-'));
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if significant.is_empty() {
        return "0".to_owned();
    }
    let power = exponent - i64::try_from(fraction.len()).expect("it is short")
        + i64::try_from(zeros).expect("it is short");
    format!("{sign}{significant}e{power}")
}

/// A value in one line, its keys in order.
pub fn sorted_json(value: &Value) -> String {
    let mut value = json(value);
    value.sort_all_objects();
    value.to_string()
}

/// A shape of a model in one line, with all traits but some.
pub fn described(shape: &Shape, without: &[&str]) -> String {
    let traits = |traits: &Traits| -> Vec<String> {
        let kept = traits.written.iter().filter(|(id, _)| !without.contains(&id.as_str()));
        let mut traits: Vec<String> =
            kept.map(|(id, value)| format!("{id}={}", sorted_json(value))).collect();
        traits.sort();
        traits
    };
    let members: Vec<String> = shape
        .members()
        .map(|member| format!("{}: {} {:?}", member.name, member.target, traits(&member.traits)))
        .collect();
    let sorted = |mut ids: Vec<_>| {
        ids.sort();
        ids
    };
    let bound = match shape.kind.clone() {
        ShapeKind::Service(ServiceShape { version, operations, resources, errors, rename }) => {
            let [operations, resources, errors] = [operations, resources, errors].map(sorted);
            format!("{version} {operations:?} {resources:?} {errors:?} {rename:?}")
        }
        ShapeKind::Operation(OperationShape { input, output, errors }) => {
            format!("{input:?} {output:?} {:?}", sorted(errors))
        }
        ShapeKind::Resource(ResourceShape { operations, resources, lifecycle, identifiers, properties }) => {
            let [operations, resources] = [operations, resources].map(sorted);
            format!("{operations:?} {resources:?} {lifecycle:?} {identifiers:?} {properties:?}")
        }
        _ => String::new(),
    };
    format!("{} {} {members:?} {:?} {bound}", shape.id, shape.kind.type_name(), traits(&shape.traits))
}
