//! Single edits of slices, of as many kinds as possible.

#[path = "edits/entities.rs"]
mod entities;
#[path = "edits/members.rs"]
mod members;
#[path = "edits/shapes.rs"]
mod shapes;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::slices::Slice;

/// A model in which one thing is another.
pub struct Edit {
    /// What was done, and to what sort of thing.
    pub kind: String,
    /// The number of the slice that was edited.
    pub slice: usize,
    /// The edited model.
    pub model: Value,
}

/// The shapes of a model.
type Shapes = Map<String, Value>;

/// Collects edits, one of each kind.
#[derive(Default)]
pub struct Edits {
    kinds: BTreeSet<String>,
    all: Vec<Edit>,
}

/// One edit of each kind, on the first slice that has a place for it.
pub fn edits(slices: &[Slice]) -> Vec<Edit> {
    let mut edits = Edits::default();
    for (number, slice) in slices.iter().enumerate() {
        edits.add("nothing".to_owned(), number, slice, |_| ());
        members::all(&mut edits, number, slice);
        shapes::all(&mut edits, number, slice);
        entities::all(&mut edits, number, slice);
    }
    edits.all
}

impl Edits {
    fn add(&mut self, kind: String, number: usize, slice: &Slice, edit: impl FnOnce(&mut Shapes)) {
        if self.kinds.insert(kind.clone()) {
            let mut model = slice.model.clone();
            let shapes = model["shapes"].as_object_mut().expect("a model has shapes");
            shapes.extend(helpers());
            edit(shapes);
            self.all.push(Edit { kind, slice: number, model });
        }
    }
}

/// Shapes that edits may lead members to; no operation uses them by itself.
fn helpers() -> Shapes {
    let string = json!({ "target": "smithy.api#String" });
    let unit =
        |value: Value| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    let helpers = json!({
        "edit#Text": { "type": "string" },
        "edit#Number": { "type": "integer" },
        "edit#Texts": { "type": "list", "member": string },
        "edit#TextsByText": { "type": "map", "key": string, "value": string },
        "edit#Sort": { "type": "enum", "members": { "GREEN": unit(json!("green")) } },
        "edit#Size": { "type": "intEnum", "members": { "SMALL": unit(json!(1)) } },
        "edit#Pot": { "type": "structure", "members": { "lid": string } },
        "edit#Measured": { "type": "structure", "members": { "size": { "target": "smithy.api#Double" } } },
        "edit#Choice": { "type": "union", "members": { "lid": string } },
        "edit#Failure": { "type": "structure", "members": { "why": string }, "traits": { "smithy.api#error": "client" } },
        "edit#Brew": { "type": "operation" },
    });
    helpers.as_object().cloned().expect("an object")
}

/// A slice without edits, but with the shapes that edits may lead to.
pub fn unedited(slice: &Slice) -> Value {
    let mut model = slice.model.clone();
    model["shapes"].as_object_mut().expect("a model has shapes").extend(helpers());
    model
}

/// Whether a shape or member has a trait of the prelude.
fn has(value: &Value, name: &str) -> bool {
    value["traits"].get(format!("smithy.api#{name}")).is_some()
}

/// Gives a shape or member a trait of the prelude.
fn set(value: &mut Value, name: &str, of: Value) {
    value["traits"][format!("smithy.api#{name}")] = of;
}

/// Takes a trait of the prelude from a shape or member.
fn unset(value: &mut Value, name: &str) {
    if let Some(traits) = value.get_mut("traits").and_then(Value::as_object_mut) {
        traits.remove(&format!("smithy.api#{name}"));
    }
}

/// The type of what a member holds.
fn type_of<'v>(shapes: &'v Shapes, target: &'v str) -> &'v str {
    match (target.strip_prefix("smithy.api#"), shapes.get(target)) {
        (Some("Boolean" | "PrimitiveBoolean"), _) => "boolean",
        (Some("Integer" | "PrimitiveInteger"), _) => "integer",
        (Some("Long" | "PrimitiveLong"), _) => "long",
        (Some("String"), _) => "string",
        (Some("Timestamp"), _) => "timestamp",
        (_, Some(shape)) => shape["type"].as_str().unwrap_or_default(),
        (_, None) => "other",
    }
}
