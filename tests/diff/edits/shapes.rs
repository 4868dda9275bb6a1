//! Edits of enums, collections and simple shapes.

use serde_json::{Value, json};

use super::{Edits, has, set, unset};
use crate::slices::Slice;

/// What can be done to a shape: what it is called, to which types, and how.
type Change = (&'static str, &'static [&'static str], fn(&Value) -> bool, fn(&mut Value));

const SIMPLE: &[&str] = &["string", "blob", "integer", "long", "float", "boolean", "timestamp"];
const SIZED: &[&str] = &["string", "blob", "list", "map"];

/// Changes of whole shapes.
const CHANGES: &[Change] = &[
    ("is longer", SIZED, |shape| has(shape, "length"), |shape| bound(shape, "length", 1)),
    ("is shorter", SIZED, |shape| has(shape, "length"), |shape| bound(shape, "length", -1)),
    ("has any length", SIZED, |shape| has(shape, "length"), |shape| unset(shape, "length")),
    (
        "got a length",
        SIZED,
        |shape| !has(shape, "length"),
        |shape| set(shape, "length", json!({ "min": 2, "max": 3 })),
    ),
    ("has more numbers", &["integer"], |shape| has(shape, "range"), |shape| bound(shape, "range", 1)),
    ("has fewer numbers", &["integer"], |shape| has(shape, "range"), |shape| bound(shape, "range", -1)),
    ("has any number", &["integer"], |shape| has(shape, "range"), |shape| unset(shape, "range")),
    (
        "got a range",
        &["integer", "long"],
        |shape| !has(shape, "range"),
        |shape| set(shape, "range", json!({ "min": 2, "max": 3 })),
    ),
    ("has any form", &["string"], |shape| has(shape, "pattern"), |shape| unset(shape, "pattern")),
    (
        "has another form",
        &["string"],
        |shape| has(shape, "pattern"),
        |shape| set(shape, "pattern", json!("^[a-c]+$")),
    ),
    (
        "got a form",
        &["string"],
        |shape| !has(shape, "pattern"),
        |shape| set(shape, "pattern", json!("^[a-c]+$")),
    ),
    (
        "is sensitive",
        &["string", "blob", "structure", "list", "map", "enum", "union"],
        |shape| !has(shape, "sensitive"),
        |shape| set(shape, "sensitive", json!({})),
    ),
    (
        "is no longer sensitive",
        &["string", "blob"],
        |shape| has(shape, "sensitive"),
        |shape| unset(shape, "sensitive"),
    ),
    (
        "got a media type",
        &["string"],
        |shape| !has(shape, "mediaType"),
        |shape| set(shape, "mediaType", json!("text/plain")),
    ),
    ("is sparse", &["list", "map"], |shape| !has(shape, "sparse"), |shape| set(shape, "sparse", json!({}))),
    (
        "has unique elements",
        &["list"],
        |shape| !has(shape, "uniqueItems"),
        |shape| set(shape, "uniqueItems", json!({})),
    ),
    (
        "is deprecated",
        &["string", "structure", "enum", "list", "union"],
        |_| true,
        |shape| set(shape, "deprecated", json!({})),
    ),
    (
        "has other documentation",
        &["structure", "enum", "union", "string"],
        |_| true,
        |shape| set(shape, "documentation", json!("Other.")),
    ),
    ("became a blob", &["string"], |shape| !has(shape, "pattern"), |shape| shape["type"] = json!("blob")),
    ("became a long", &["integer"], |_| true, |shape| shape["type"] = json!("long")),
    (
        "became a double",
        &["float", "integer"],
        |shape| !has(shape, "default"),
        |shape| shape["type"] = json!("double"),
    ),
    ("became an integer", &["long"], |_| true, |shape| shape["type"] = json!("integer")),
    ("became a string", &["timestamp"], |_| true, |shape| shape["type"] = json!("string")),
    ("became a union", &["structure"], |shape| is_plain(shape), |shape| shape["type"] = json!("union")),
    ("became a structure", &["union"], |_| true, |shape| shape["type"] = json!("structure")),
    (
        "holds numbers",
        &["list"],
        |_| true,
        |shape| shape["member"] = json!({ "target": "smithy.api#Integer" }),
    ),
    ("holds floats", &["list"], |_| true, |shape| shape["member"] = json!({ "target": "smithy.api#Double" })),
    ("holds enums", &["list"], |_| true, |shape| shape["member"] = json!({ "target": "edit#Sort" })),
    (
        "has values of another type",
        &["map"],
        |_| true,
        |shape| shape["value"] = json!({ "target": "smithy.api#Integer" }),
    ),
    ("has keys of an enum", &["map"], |_| true, |shape| shape["key"] = json!({ "target": "edit#Sort" })),
    ("got a value", &["enum"], |_| true, |shape| shape["members"]["EDITED"] = value("edited")),
    ("lost a value", &["enum"], |shape| names(shape).len() > 1, |shape| rename(shape, None)),
    ("has a value of another name", &["enum"], |_| true, |shape| rename(shape, Some("EDITED"))),
    (
        "has another value of the same name",
        &["enum"],
        |_| true,
        |shape| {
            let first = names(shape).remove(0);
            set(&mut shape["members"][&first], "enumValue", json!("edited"));
        },
    ),
    (
        "has a deprecated value",
        &["enum"],
        |_| true,
        |shape| {
            let first = names(shape).remove(0);
            set(&mut shape["members"][&first], "deprecated", json!({}));
        },
    ),
    (
        "became any string",
        &["enum"],
        |_| true,
        |shape| {
            shape["type"] = json!("string");
            shape.as_object_mut().expect("an object").remove("members");
        },
    ),
    (
        "became an enum",
        &["string"],
        |shape| is_free(shape),
        |shape| {
            shape["type"] = json!("enum");
            shape["members"] = json!({ "GREEN": value("green") });
            shape["traits"] = json!({});
        },
    ),
    (
        "has its members in another order",
        &["structure", "union", "enum"],
        |shape| names(shape).len() > 1,
        |shape| {
            let members = shape["members"].as_object().cloned().expect("an object");
            shape["members"] = Value::Object(members.into_iter().rev().collect());
        },
    ),
];

/// All edits of shapes of a slice.
pub(super) fn all(edits: &mut Edits, number: usize, slice: &Slice) {
    for (id, shape) in slice.model["shapes"].as_object().expect("a model has shapes") {
        let of = shape["type"].as_str().unwrap_or_default();
        let is_sent = if matches!(slice.roles[id], "request" | "nested in requests" | "shared") {
            "sent"
        } else {
            "received"
        };
        for (change, _, _, edit) in
            CHANGES.iter().filter(|(_, types, applies, _)| types.contains(&of) && applies(shape))
        {
            let sort = if SIMPLE.contains(&of) { "simple" } else { of };
            let sort = if change.contains("length") { of } else { sort };
            edits
                .add(format!("a {sort} {change} ({is_sent})"), number, slice, |shapes| edit(&mut shapes[id]));
        }
    }
}

/// Moves the upper bound of a length or a range, or sets one.
fn bound(shape: &mut Value, name: &str, by: i64) {
    let bound = &mut shape["traits"][format!("smithy.api#{name}")];
    let max = bound["max"].as_i64().unwrap_or(100);
    let min = bound["min"].as_i64().unwrap_or_default();
    bound["max"] = json!((max + by).max(min));
    if max + by < min {
        bound["min"] = json!(min - 1);
    }
}

fn value(text: &str) -> Value {
    json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": text } })
}

/// The names of the members.
fn names(shape: &Value) -> Vec<String> {
    shape["members"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// Takes the first member, or gives it another name.
fn rename(shape: &mut Value, name: Option<&str>) {
    let first = names(shape).remove(0);
    let members = shape["members"].as_object_mut().expect("an object");
    let mut member = members.remove(&first).expect("it was there");
    if let Some(name) = name {
        if !has(&member, "enumValue") {
            set(&mut member, "enumValue", json!(first));
        }
        members.insert(name.to_owned(), member);
    }
}

/// Whether a structure can be a union.
fn is_plain(shape: &Value) -> bool {
    let traits = ["error", "input", "output"];
    let has_members = names(shape).len() > 1;
    let is_bare = |member: &Value| !has(member, "required") && !has(member, "default");
    has_members
        && !traits.iter().any(|name| has(shape, name))
        && shape["members"].as_object().into_iter().flatten().all(|(_, member)| is_bare(member))
}

/// Whether a string has no constraints.
fn is_free(shape: &Value) -> bool {
    !["length", "pattern"].iter().any(|name| has(shape, name))
}
