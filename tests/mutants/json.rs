//! Mutations of JSON AST: of the tree, so that most mutants are still JSON.

use serde_json::{Map, Value};

use crate::random::Random;
use crate::words::{NAMES, NUMBERS, TEXTS, TRAITS, TYPES};

/// The model with some mutations.
pub fn mutated(random: &mut Random, text: &str, count: usize) -> String {
    let mut root: Value = serde_json::from_str(text).expect("a model is JSON");
    let ids: Vec<String> = root["shapes"].as_object().expect("it has shapes").keys().cloned().collect();
    for _ in 0..count {
        let other = pick(random, &mut root).clone();
        let node = pick(random, &mut root);
        mutate(random, node, &ids, other);
    }
    root.to_string()
}

/// Some value of a tree, mostly in a shape.
fn pick<'v>(random: &mut Random, root: &'v mut Value) -> &'v mut Value {
    if random.below(20) == 0 {
        return below(random, root, &mut 0);
    }
    let has_shapes = root.get("shapes").is_some_and(Value::is_object);
    if has_shapes { below(random, &mut root["shapes"], &mut 1) } else { below(random, root, &mut 0) }
}

/// Goes down a random way, seldom ending near the root or at a type, behind which little is left to go wrong.
fn below<'v>(random: &mut Random, value: &'v mut Value, depth: &mut usize) -> &'v mut Value {
    *depth += 1;
    let skips_type = random.below(8) > 0;
    let is_way = |key: &str| !(skips_type && key == "type");
    let count = match value {
        Value::Array(elements) => elements.len(),
        Value::Object(entries) => entries.keys().filter(|key| is_way(key)).count(),
        _ => 0,
    };
    if count == 0 || (*depth > 2 && random.below(5) == 0) {
        return value;
    }
    let index = random.below(count);
    match value {
        Value::Array(elements) => below(random, &mut elements[index], depth),
        Value::Object(entries) => {
            let mut ways = entries.iter_mut().filter(|(key, _)| is_way(key));
            let (_, inner) = ways.nth(index).expect("the index is below the count");
            below(random, inner, depth)
        }
        leaf => leaf,
    }
}

fn mutate(random: &mut Random, node: &mut Value, ids: &[String], other: Value) {
    match node {
        Value::Object(entries) if !entries.is_empty() && random.below(3) > 0 => {
            in_object(random, entries, ids, other)
        }
        Value::Array(elements) if !elements.is_empty() && random.below(3) > 0 => {
            let at = random.below(elements.len());
            match random.below(4) {
                0 => drop(elements.remove(at)),
                1 => elements.insert(at, elements[at].clone()),
                2 => elements[at] = other,
                _ => elements.reverse(),
            }
        }
        Value::String(text) if random.below(3) > 0 => *text = string(random, text, ids),
        _ => *node = replacement(random, node, other),
    }
}

fn in_object(random: &mut Random, entries: &mut Map<String, Value>, ids: &[String], other: Value) {
    let key = entries.keys().nth(random.below(entries.len())).expect("it has entries").clone();
    match random.below(7) {
        0 => drop(entries.shift_remove(&key)),
        1 => {
            let value = entries[&key].clone();
            entries.insert(random.of(NAMES).to_owned(), value);
        }
        2 => {
            let value = entries.shift_remove(&key).expect("it is there");
            let id = ids[random.below(ids.len())].clone();
            let name = [random.of(NAMES).to_owned(), id, random.of(TRAITS).to_owned()];
            entries.insert(name[random.below(3)].clone(), value);
        }
        3 => drop(entries.insert(key, other)),
        4 => {
            let value = [trait_value(random), other];
            let traits = entries.entry("traits").or_insert_with(|| Value::Object(Map::new()));
            if let Some(traits) = traits.as_object_mut() {
                traits.insert(random.of(TRAITS).to_owned(), value[random.below(2)].clone());
            }
        }
        5 => drop(entries.insert("type".to_owned(), random.of(TYPES).into())),
        _ => {
            let target = serde_json::json!({ "target": ids[random.below(ids.len())] });
            entries.insert(key, target);
        }
    }
}

fn trait_value(random: &mut Random) -> Value {
    match random.below(6) {
        0 => serde_json::json!({ "min": number(random), "max": number(random) }),
        1 => random.of(TEXTS).into(),
        2 => number(random),
        3 => serde_json::json!([random.of(TEXTS), random.of(NAMES)]),
        _ => Value::Object(Map::new()),
    }
}

/// A number; those that are too large for a `Value` are texts.
fn number(random: &mut Random) -> Value {
    let text = random.of(NUMBERS);
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

fn string(random: &mut Random, text: &str, ids: &[String]) -> String {
    // Most ids become others, so that the model stays whole.
    if text.contains('#') && random.below(6) > 0 {
        return ids[random.below(ids.len())].clone();
    }
    match random.below(6) {
        0 => random.of(NAMES).to_owned(),
        1 | 2 => random.of(TEXTS).to_owned(),
        3 => ids[random.below(ids.len())].clone(),
        4 => format!("{text}{}", random.of(TEXTS)),
        _ => random.of(TRAITS).to_owned(),
    }
}

fn replacement(random: &mut Random, node: &Value, other: Value) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => Value::Bool(random.below(2) == 0),
        2 => number(random),
        3 => random.of(TEXTS).into(),
        4 => Value::Array(vec![node.clone(), node.clone()]),
        5 => (0..random.below(600)).fold(node.clone(), |inner, _| Value::Array(vec![inner])),
        6 => serde_json::json!({ random.of(NAMES): node }),
        _ => other,
    }
}
