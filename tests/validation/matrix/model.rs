//! A model with every constraint trait on every place.

use serde_json::{Map, Value, json};

/// A constraint: the name of the case, the shape without traits, the trait and its value, and whether the shape can be
/// the key of a map.
struct Case {
    name: &'static str,
    shape: Value,
    constraint: &'static str,
    value: Value,
    key: bool,
}

fn case(name: &'static str, shape: Value, constraint: &'static str, value: Value) -> Case {
    let key = shape["type"] == "string" || shape["type"] == "enum";
    Case { name, shape, constraint, value, key }
}

fn simple(kind: &str) -> Value {
    json!({ "type": kind })
}

fn list() -> Value {
    json!({ "type": "list", "member": { "target": "smithy.api#String" } })
}

fn map() -> Value {
    json!({
        "type": "map",
        "key": { "target": "smithy.api#String" },
        "value": { "target": "smithy.api#String" }
    })
}

fn enumeration(kind: &str, values: [Value; 2]) -> Value {
    let member =
        |value: &Value| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    json!({ "type": kind, "members": { "ONE": member(&values[0]), "TWO": member(&values[1]) } })
}

fn texts() -> Value {
    enumeration("enum", [json!("a"), json!("abcd")])
}

fn numbers() -> Value {
    enumeration("intEnum", [json!(1), json!(20)])
}

fn cases() -> Vec<Case> {
    let (length, range) = (json!({ "min": 1, "max": 3 }), json!({ "min": 1, "max": 10 }));
    let old = json!({ "type": "string", "traits": { "smithy.api#enum": [{ "value": "a", "name": "A" }] } });
    let mut cases = vec![
        case("StringLength", simple("string"), "length", length.clone()),
        case("StringPattern", simple("string"), "pattern", json!("^[a-c]+$")),
        case("BlobLength", simple("blob"), "length", length.clone()),
        case("ListLength", list(), "length", length.clone()),
        case("ListMinimum", list(), "length", json!({ "min": 2 })),
        case("MapLength", map(), "length", length.clone()),
        case("EnumLength", texts(), "length", length),
        case("EnumPattern", texts(), "pattern", json!("^a$")),
        case("OldEnumPattern", old, "pattern", json!("^b$")),
        case("IntEnumRange", numbers(), "range", range.clone()),
        case("Unique", list(), "uniqueItems", json!({})),
    ];
    for (name, kind) in [
        ("ByteRange", "byte"),
        ("ShortRange", "short"),
        ("IntegerRange", "integer"),
        ("LongRange", "long"),
        ("FloatRange", "float"),
        ("DoubleRange", "double"),
        ("BigIntegerRange", "bigInteger"),
        ("BigDecimalRange", "bigDecimal"),
    ] {
        cases.push(case(name, simple(kind), "range", range.clone()));
    }
    cases.push(case("ByteBeyond", simple("byte"), "range", json!({ "min": 2, "max": 1000 })));
    cases.push(case("ByteImpossible", simple("byte"), "range", json!({ "min": 1000 })));
    cases
}

/// Adds a shape and gives its id.
fn add(shapes: &mut Map<String, Value>, name: &str, shape: Value) -> String {
    let id = format!("example.matrix#{name}");
    shapes.insert(id.clone(), shape);
    id
}

/// Adds the shapes of a case, and members of a structure that lead to each place of it.
fn add_case(shapes: &mut Map<String, Value>, members: &mut Map<String, Value>, case: &Case) {
    let Case { name, shape, constraint, value, key } = case;
    let key_of_trait = format!("smithy.api#{constraint}");
    let mut constrained = shape.clone();
    constrained["traits"][&key_of_trait] = value.clone();
    let own = json!({ "target": add(shapes, name, constrained) });
    add_places(shapes, members, name, &own, *key);
    // The value of a trait on a member stands in the place of the shape's.
    if *constraint != "uniqueItems" {
        let plain = add(shapes, &format!("{name}Plain"), shape.clone());
        let overriding = json!({ "target": plain, "traits": { key_of_trait.as_str(): value } });
        add_places(shapes, members, &format!("{name}OnMember"), &overriding, *key);
        let wide = match *constraint {
            "pattern" => json!("^.*$"),
            _ => json!({ "max": 100 }),
        };
        let mut widened = shape.clone();
        widened["traits"][&key_of_trait] = wide;
        let widened = add(shapes, &format!("{name}Wide"), widened);
        let narrowed = json!({ "target": widened, "traits": { key_of_trait.as_str(): value } });
        add_places(shapes, members, &format!("{name}Narrowed"), &narrowed, *key);
    }
}

/// Adds what leads to a member on every place: a member, an element, a key, a value, a union's member.
fn add_places(
    shapes: &mut Map<String, Value>,
    members: &mut Map<String, Value>,
    name: &str,
    member: &Value,
    key: bool,
) {
    let text = json!({ "target": "smithy.api#String" });
    let mut places = vec![
        ("List", json!({ "type": "list", "member": member })),
        ("SparseList", json!({ "type": "list", "member": member, "traits": { "smithy.api#sparse": {} } })),
        ("Map", json!({ "type": "map", "key": text, "value": member })),
        (
            "SparseMap",
            json!({ "type": "map", "key": text, "value": member, "traits": { "smithy.api#sparse": {} } }),
        ),
        ("Union", json!({ "type": "union", "members": { "own": member, "other": text } })),
        ("Inner", json!({ "type": "structure", "members": { "own": member } })),
    ];
    if key {
        places.push(("Keyed", json!({ "type": "map", "key": member, "value": text })));
    }
    for (place, shape) in places {
        let id = add(shapes, &format!("{name}{place}"), shape);
        members.insert(format!("{}{place}", lower(name)), json!({ "target": id }));
    }
    members.insert(lower(name), member.clone());
}

fn lower(name: &str) -> String {
    name[..1].to_lowercase() + &name[1..]
}

/// The model.
pub fn model() -> Value {
    let (mut shapes, mut members) = (Map::new(), Map::new());
    cases().iter().for_each(|case| add_case(&mut shapes, &mut members, case));
    let required = |more: &str| json!({ "target": "smithy.api#String", "traits": { "smithy.api#required": {}, more: {} } });
    let needs =
        json!({ "plain": required("smithy.api#required"), "later": required("smithy.api#clientOptional") });
    let needs = add(&mut shapes, "Needs", json!({ "type": "structure", "members": needs }));
    let needy = add(&mut shapes, "Needy", json!({ "type": "list", "member": { "target": needs } }));
    members.insert("needy".to_owned(), json!({ "target": needy }));
    members.insert("required".to_owned(), required("smithy.api#required"));
    let structure = |traits: Value| json!({ "type": "structure", "members": members, "traits": traits });
    let input = add(&mut shapes, "CheckInput", structure(json!({ "smithy.api#input": {} })));
    let output = add(&mut shapes, "CheckOutput", structure(json!({ "smithy.api#output": {} })));
    let error = add(&mut shapes, "Refused", structure(json!({ "smithy.api#error": "client" })));
    let operation = json!({
        "type": "operation",
        "input": { "target": input },
        "output": { "target": output },
        "errors": [{ "target": error }]
    });
    let operation = add(&mut shapes, "Check", operation);
    let service = json!({
        "type": "service",
        "version": "1",
        "operations": [{ "target": operation }],
        "traits": { "aws.protocols#awsJson1_1": {} }
    });
    add(&mut shapes, "Matrix", service);
    json!({ "smithy": "2.0", "shapes": shapes })
}
