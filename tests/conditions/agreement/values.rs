//! A model of values of every kind, and values of it.

use serde_json::{Map, Value, json};

use super::Dice;

/// The shapes of the model but for its service.
pub fn shapes() -> Map<String, Value> {
    let list = |target: &str| json!({ "type": "list", "member": { "target": target } });
    let mut shapes = Map::new();
    shapes.insert("v#All".to_owned(), structure());
    for (id, target) in [
        ("v#Texts", "smithy.api#String"),
        ("v#Longs", "smithy.api#Long"),
        ("v#Doubles", "smithy.api#Double"),
        ("v#Alls", "v#All"),
        ("v#Rows", "v#Longs"),
        ("v#Kinds", "v#Kind"),
    ] {
        shapes.insert(id.to_owned(), list(target));
    }
    for (id, target) in [("v#Sparse", "smithy.api#String"), ("v#Documents", "smithy.api#Document")] {
        let sparse = json!({ "smithy.api#sparse": {} });
        shapes.insert(
            id.to_owned(),
            json!({ "type": "list", "member": { "target": target }, "traits": sparse }),
        );
    }
    for (id, key, value) in [
        ("v#Counts", "smithy.api#String", "smithy.api#Integer"),
        ("v#ByName", "smithy.api#String", "v#All"),
        ("v#ByKind", "v#Kind", "v#Documents"),
    ] {
        let (key, value) = (json!({ "target": key }), json!({ "target": value }));
        shapes.insert(id.to_owned(), json!({ "type": "map", "key": key, "value": value }));
    }
    let unit = json!({ "target": "smithy.api#Unit" });
    shapes.insert("v#Kind".to_owned(), json!({ "type": "enum", "members": { "a": unit, "s": unit } }));
    let level =
        |value: i32| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    let levels = json!({ "type": "intEnum", "members": { "LOW": level(1), "HIGH": level(2) } });
    shapes.insert("v#Level".to_owned(), levels);
    let either = json!({ "s": { "target": "smithy.api#String" }, "o": { "target": "v#All" }, "u": unit });
    shapes.insert("v#Either".to_owned(), json!({ "type": "union", "members": either }));
    shapes
}

/// The members of the structure: their names, their targets, whether they are required.
const MEMBERS: [(&str, &str, bool); 22] = [
    ("s", "smithy.api#String", true),
    ("t", "smithy.api#String", false),
    ("n", "smithy.api#Integer", true),
    ("m", "smithy.api#Long", false),
    ("d", "smithy.api#Double", false),
    ("f", "smithy.api#Float", true),
    ("b", "smithy.api#Boolean", false),
    ("c", "smithy.api#Boolean", true),
    ("w", "smithy.api#Timestamp", false),
    ("e", "v#Kind", false),
    ("i", "v#Level", true),
    ("l", "v#Texts", true),
    ("k", "v#Longs", false),
    ("g", "v#Doubles", false),
    ("y", "v#Kinds", false),
    ("p", "v#Alls", true),
    ("o", "v#All", false),
    ("h", "v#Counts", false),
    ("q", "v#ByName", false),
    ("z", "v#Sparse", false),
    ("u", "v#Either", false),
    ("x", "smithy.api#Document", false),
];

/// More members, which are evaluated over only.
const MORE: [(&str, &str); 3] = [("r", "v#Rows"), ("v", "v#ByKind"), ("a", "smithy.api#Blob")];

fn structure() -> Value {
    let required = |required: bool| if required { json!({ "smithy.api#required": {} }) } else { json!({}) };
    let more = MORE.into_iter().map(|(name, target)| (name, target, false));
    let members = MEMBERS.into_iter().chain(more).map(|(name, target, is_required)| {
        (name.to_owned(), json!({ "target": target, "traits": required(is_required) }))
    });
    json!({ "type": "structure", "members": members.collect::<Map<String, Value>>() })
}

/// A value of a shape in the form of the wire, with so many levels of structures.
pub fn value(dice: &mut Dice, target: &str, depth: usize) -> Value {
    match target {
        "smithy.api#String" => json!(dice.one_of(&["", "a", "ab", "b", "é", "s"])),
        "smithy.api#Integer" => json!([-1, 0, 1, 2, 3, i32::MAX][dice.below(6)]),
        "smithy.api#Long" => json!([-1, 0, 1, 2, 3, 9_007_199_254_740_993_i64][dice.below(6)]),
        "smithy.api#Double" | "smithy.api#Float" => {
            [json!(0.5), json!(1.0), json!(2), json!(-1.5), json!("NaN"), json!("Infinity"), json!(0.1)]
                [if dice.below(4) == 0 { dice.below(7) } else { dice.below(4) }]
            .clone()
        }
        "smithy.api#Boolean" => json!(dice.below(2) == 0),
        "smithy.api#Timestamp" => [json!(0), json!(1), json!(2.5), json!(-0.25)][dice.below(4)].clone(),
        "smithy.api#Blob" => json!(dice.one_of(&["", "aGk=", "YQ=="])),
        "smithy.api#Document" => document(dice, 2),
        "v#Kind" => json!(dice.one_of(&["a", "s", "new"])),
        "v#Level" => json!(1 + dice.below(3)),
        "v#Texts" | "v#Sparse" => list(dice, "smithy.api#String", depth, target == "v#Sparse"),
        "v#Longs" => list(dice, "smithy.api#Long", depth, false),
        "v#Doubles" => list(dice, "smithy.api#Double", depth, false),
        "v#Rows" => list(dice, "v#Longs", depth, false),
        "v#Kinds" => list(dice, "v#Kind", depth, false),
        "v#Documents" => list(dice, "smithy.api#Document", depth, true),
        "v#Alls" => list(dice, "v#All", depth, false),
        "v#Counts" => map(dice, &["a", "b", "s"], "smithy.api#Integer", depth),
        "v#ByName" => map(dice, &["a", "s"], "v#All", depth),
        "v#ByKind" => map(dice, &["a", "s", "new"], "v#Documents", depth),
        "v#Either" => {
            let (name, target) = [("s", "smithy.api#String"), ("o", "v#All"), ("u", "")][dice.below(3)];
            json!({ name: if target.is_empty() { json!({}) } else { value(dice, target, depth - 1) } })
        }
        _ => all(dice, depth),
    }
}

fn all(dice: &mut Dice, depth: usize) -> Value {
    let mut members = Map::new();
    let more = MORE.into_iter().map(|(name, target)| (name, target, false));
    for (name, target, required) in MEMBERS.into_iter().chain(more) {
        let inner = ["v#All", "v#Either", "v#ByName", "v#Alls"].contains(&target);
        let present = dice.below(3) > 0 && (!inner || depth > 1);
        if required || present {
            let depth = if inner { depth.saturating_sub(1) } else { depth };
            members.insert(name.to_owned(), value(dice, target, depth));
        }
    }
    Value::Object(members)
}

fn list(dice: &mut Dice, target: &str, depth: usize, sparse: bool) -> Value {
    // What is required may have no elements, so that values end.
    let count = if target == "v#All" && depth == 0 { 0 } else { dice.below(4) };
    let element = |dice: &mut Dice| {
        if sparse && dice.below(4) == 0 { Value::Null } else { value(dice, target, depth) }
    };
    (0..count).map(|_| element(dice)).collect()
}

fn map(dice: &mut Dice, keys: &[&str], target: &str, depth: usize) -> Value {
    let kept: Vec<&&str> = keys.iter().filter(|_| dice.below(2) == 0).collect();
    kept.into_iter().map(|key| ((*key).to_owned(), value(dice, target, depth))).collect::<Map<_, _>>().into()
}

/// Any JSON value.
fn document(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 5 } else { 7 }) {
        0 => Value::Null,
        1 => json!(dice.below(2) == 0),
        2 => [json!(0), json!(1.0), json!(-2.5)][dice.below(3)].clone(),
        3 | 4 => json!(dice.one_of(&["", "a", "s"])),
        5 => (0..dice.below(3)).map(|_| document(dice, depth - 1)).collect(),
        _ => json!({ dice.one_of(&["a", "s", "n"]): document(dice, depth - 1) }),
    }
}
