//! Edits of members of structures and unions.

use serde_json::{Value, json};

use super::{Edits, Shapes, has, set, type_of, unset};
use crate::slices::Slice;

/// What can be done to a member: what it is called, to which members, and how.
type Change = (&'static str, fn(&Value, &str) -> bool, fn(&mut Value));

/// Changes of the traits of a member, by the type that it holds.
const TRAITS: &[Change] = &[
    (
        "became required",
        |member, _| !has(member, "required") && !has(member, "default"),
        |member| {
            set(member, "required", json!({}));
        },
    ),
    ("is no longer required", |member, _| has(member, "required"), |member| unset(member, "required")),
    (
        "became clientOptional",
        |member, _| has(member, "required"),
        |member| {
            set(member, "clientOptional", json!({}));
        },
    ),
    (
        "became required and clientOptional",
        |member, _| !has(member, "required"),
        |member| {
            set(member, "required", json!({}));
            set(member, "clientOptional", json!({}));
        },
    ),
    (
        "got the default null",
        |member, _| !has(member, "required") && !has(member, "default"),
        |member| {
            set(member, "default", Value::Null);
        },
    ),
    ("became deprecated", |_, _| true, |member| set(member, "deprecated", json!({}))),
    ("got other documentation", |_, _| true, |member| set(member, "documentation", json!("Other."))),
    ("got a name in JSON", |_, _| true, |member| set(member, "jsonName", json!("other"))),
    ("got tags", |_, _| true, |member| set(member, "tags", json!(["other"]))),
    ("became unstable", |_, _| true, |member| set(member, "unstable", json!({}))),
    (
        "got a format of timestamps",
        |_, of| of == "timestamp",
        |member| {
            set(member, "timestampFormat", json!("date-time"));
        },
    ),
    ("got a length", |_, of| of == "string", |member| set(member, "length", json!({ "min": 2, "max": 3 }))),
    ("got a range", |_, of| of == "integer", |member| set(member, "range", json!({ "min": 2, "max": 3 }))),
    ("got a pattern", |_, of| of == "string", |member| set(member, "pattern", json!("^[a-c]+$"))),
];

/// Types and what may stand in their place.
const TARGETS: &[(&str, &[&str])] = &[
    (
        "string",
        &[
            "edit#Text",
            "edit#Sort",
            "smithy.api#Integer",
            "smithy.api#Blob",
            "smithy.api#Timestamp",
            "edit#Texts",
        ],
    ),
    (
        "integer",
        &[
            "edit#Number",
            "edit#Size",
            "smithy.api#Long",
            "smithy.api#Short",
            "smithy.api#Double",
            "smithy.api#String",
        ],
    ),
    ("long", &["smithy.api#Integer", "smithy.api#BigInteger", "smithy.api#Float"]),
    ("boolean", &["smithy.api#String", "smithy.api#Integer"]),
    ("timestamp", &["smithy.api#String", "smithy.api#Double"]),
    ("blob", &["smithy.api#String", "edit#Texts"]),
    ("float", &["smithy.api#Double", "smithy.api#Integer", "smithy.api#BigDecimal"]),
    ("enum", &["smithy.api#String", "edit#Sort"]),
    ("list", &["edit#Texts", "edit#TextsByText", "smithy.api#String"]),
    ("map", &["edit#TextsByText", "edit#Texts", "edit#Pot"]),
    ("structure", &["edit#Pot", "edit#Measured", "edit#Choice", "smithy.api#Document"]),
    ("document", &["smithy.api#String", "edit#Pot"]),
    ("union", &["edit#Choice", "edit#Pot"]),
];

/// Members that come, by what they hold and how.
const ADDED: &[(&str, &str, &str)] = &[
    ("an optional member", "smithy.api#String", ""),
    ("a required member", "smithy.api#String", "required"),
    ("a member with a default", "smithy.api#Integer", "default"),
    ("a structure with a float", "edit#Measured", ""),
];

/// All edits of members of a slice.
pub(super) fn all(edits: &mut Edits, number: usize, slice: &Slice) {
    let shapes = slice.model["shapes"].as_object().expect("a model has shapes");
    for (id, shape) in shapes {
        let (of, role) = (shape["type"].as_str().unwrap_or_default(), slice.roles[id]);
        if !matches!(of, "structure" | "union") {
            continue;
        }
        let what = format!("{of}, {role}");
        added(edits, number, slice, id, &what);
        for (name, member) in shape["members"].as_object().into_iter().flatten() {
            whole(edits, number, slice, (id, name), &what);
            let target = type_of(shapes, member["target"].as_str().unwrap_or_default());
            for (change, applies, edit) in TRAITS {
                let is_of_structure = !change.contains("required") && !change.contains("null");
                if applies(member, target) && (of == "structure" || is_of_structure) {
                    let kind = format!("a member {change} ({what})");
                    edits.add(kind, number, slice, |shapes| edit(&mut shapes[id]["members"][name]));
                }
            }
            retargeted(edits, number, slice, (id, name), (of, role, target));
        }
    }
}

fn added(edits: &mut Edits, number: usize, slice: &Slice, id: &str, what: &str) {
    for (added, target, with) in ADDED {
        if what.starts_with("union") && !with.is_empty() {
            continue;
        }
        edits.add(format!("{added} came ({what})"), number, slice, |shapes| {
            let mut member = json!({ "target": target });
            if !with.is_empty() {
                set(&mut member, with, if *with == "default" { json!(1) } else { json!({}) });
            }
            shapes[id]["members"]["edited"] = member;
        });
    }
    edits.add(format!("a cycle came ({what})"), number, slice, |shapes| {
        shapes[id]["members"]["edited"] = json!({ "target": id });
    });
}

/// A member that goes, or changes its name.
fn whole(edits: &mut Edits, number: usize, slice: &Slice, (id, name): (&str, &str), what: &str) {
    let members = |shapes: &mut Shapes| shapes[id]["members"].as_object_mut().cloned().expect("an object");
    let is_required = has(&slice.model["shapes"][id]["members"][name], "required");
    let sort = if is_required { "a required" } else { "an optional" };
    let is_last = slice.model["shapes"][id]["members"].as_object().is_some_and(|members| members.len() < 2);
    // A union has members, and pages name theirs.
    if is_last || is_of_pages(slice, name) {
        return;
    }
    edits.add(format!("{sort} member went ({what})"), number, slice, |shapes| {
        let mut left = members(shapes);
        left.remove(name);
        shapes[id]["members"] = Value::Object(left);
    });
    edits.add(format!("{sort} member has another name ({what})"), number, slice, |shapes| {
        let mut left = members(shapes);
        let member = left.remove(name).expect("it was there");
        left.insert("edited".to_owned(), member);
        shapes[id]["members"] = Value::Object(left);
    });
}

/// Whether an operation finds its pages by a member.
fn is_of_pages(slice: &Slice, name: &str) -> bool {
    let shapes = slice.model["shapes"].as_object().expect("a model has shapes").values();
    let pages = shapes.filter_map(|shape| shape["traits"].get("smithy.api#paginated")?.as_object());
    pages.flat_map(|pages| pages.values()).any(|member| member == name)
}

/// A member that holds something else.
fn retargeted(
    edits: &mut Edits,
    number: usize,
    slice: &Slice,
    (id, name): (&str, &str),
    (of, role, target): (&str, &str, &str),
) {
    let others = TARGETS.iter().filter(|(from, _)| *from == target).flat_map(|(_, others)| *others);
    let is_sent = if role.contains("re") && role.contains("quest") { "sent" } else { "received" };
    for other in others {
        let kind = format!("{target} became {other} ({of}, {is_sent})");
        edits.add(kind, number, slice, |shapes| {
            shapes[id]["members"][name]["target"] = json!(other);
            unset(&mut shapes[id]["members"][name], "default");
        });
    }
}
