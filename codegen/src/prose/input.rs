//! What the comparison needs to know of the rules: tables of keys, and the members that they are about.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::{Entry, Value};
use crate::resolve::graph::{Model, Shape, ShapeId};

/// The rules of a model, as far as prose can speak of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Input {
    /// The tables by the map shapes that have them.
    pub(super) tables: BTreeMap<ShapeId, Table>,
    /// Which member governs which map, structure by structure.
    pub(super) bonds: Vec<Bond>,
    /// Members of responses that name a case of some table.
    pub(super) asks: Vec<Ask>,
    /// All members that some rule is about, structure by structure.
    pub(super) governed: BTreeSet<(ShapeId, String)>,
}

/// A table of keys.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What the ids of its rules begin with.
    pub(super) id: String,
    /// The enum whose values are the cases.
    pub(super) governor: ShapeId,
    /// The keys of each case.
    pub(super) cases: BTreeMap<String, Keys>,
    /// Members beside the map that the cases speak of.
    pub(super) members: BTreeSet<String>,
}

/// The keys of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    /// Those that must be there whatever else is.
    pub(super) required: BTreeSet<String>,
    /// All that the rules name, families (which end in `.`) and mistakes among them.
    pub(super) known: BTreeSet<String>,
    /// Those that the service sends along; they are no keys of the map.
    pub(super) parameters: BTreeSet<String>,
}

/// A map, the member that governs it, and what the operation does not take.
#[derive(Clone, Debug)]
pub(super) struct Bond {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member that is the map.
    pub(super) map: String,
    /// The member that governs it.
    pub(super) by: String,
    /// The map shape, which has a table.
    pub(super) table: ShapeId,
    /// Cases that the operation does not take.
    pub(super) refuses: BTreeSet<String>,
}

/// A member of a response that names a case.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member.
    pub(super) by: String,
    /// The map shape that the answer is.
    pub(super) table: ShapeId,
}

/// Reads the rules of a model.
pub(super) fn read(model: &Model) -> Input {
    let mut input = Input::default();
    for shape in model.shapes.values() {
        if let Some(value) = shape.traits.get("codegen.rules#keyTable") {
            input.tables.extend(table(value).map(|table| (shape.id.clone(), table)));
        }
    }
    for shape in model.shapes.values() {
        bond(&mut input, shape);
        ask(&mut input, shape);
        members(&mut input, shape);
    }
    input
}

fn table(value: &Value) -> Option<Table> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let all = entries(value, "all");
    let mistakes = names(value, "mistakes");
    let cases = entries(value, "byCase").iter().map(|entry| {
        let mut keys = keys(all, &entry.value);
        keys.known.extend(mistakes.iter().cloned());
        (entry.key.clone(), keys)
    });
    let cases = cases.collect();
    let members = entries(value, "byCase").iter().flat_map(|entry| names(&entry.value, "members")).collect();
    Some(Table { id: text("id")?.to_owned(), governor: ShapeId::parse(text("cases")?)?, cases, members })
}

/// The keys of a case: its own replace those of all cases.
fn keys(all: &[Entry], case: &Value) -> Keys {
    let own = entries(case, "keys");
    let inherited = all.iter().filter(|entry| own.iter().all(|own| own.key != entry.key));
    let mut keys = Keys { parameters: names(case, "parameters"), ..Keys::default() };
    for entry in own.iter().chain(inherited) {
        keys.known.insert(entry.key.clone());
        if is_required(&entry.value) {
            keys.required.insert(entry.key.clone());
        }
    }
    keys
}

/// Whether a key must be there without any condition.
fn is_required(key: &Value) -> bool {
    let need = key.get("need").and_then(Value::as_str).unwrap_or("required");
    need == "required" && ["when", "with", "without"].iter().all(|condition| key.get(condition).is_none())
}

fn bond(input: &mut Input, shape: &Shape) {
    let Some(value) = shape.traits.get("codegen.rules#keyedBy") else { return };
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let (Some(map), Some(by)) = (text("map"), text("by")) else { return };
    let target = shape.members().find(|member| member.name == map).map(|member| &member.target);
    let Some((target, table)) = target.and_then(|target| input.tables.get_key_value(target)) else { return };
    let named = table.members.iter().map(String::as_str).chain([map, by]);
    input.governed.extend(named.map(|name| (shape.id.clone(), name.to_owned())));
    input.bonds.push(Bond {
        structure: shape.id.clone(),
        map: map.to_owned(),
        by: by.to_owned(),
        table: target.clone(),
        refuses: names(value, "refuses"),
    });
}

fn ask(input: &mut Input, shape: &Shape) {
    let Some(value) = shape.traits.get("codegen.rules#asks") else { return };
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let (Some(by), Some(table)) = (text("by"), text("table").and_then(ShapeId::parse)) else { return };
    let carried = value.get("carries").and_then(Value::as_array).unwrap_or_default();
    let named = carried.iter().filter_map(Value::as_str).chain([by]);
    input.governed.extend(named.map(|name| (shape.id.clone(), name.to_owned())));
    input.asks.push(Ask { structure: shape.id.clone(), by: by.to_owned(), table });
}

/// The members that rules on combinations and conditions are about.
fn members(input: &mut Input, shape: &Shape) {
    for id in ["codegen.rules#members", "codegen.rules#conditions"] {
        let rules = shape.traits.get(id).and_then(Value::as_object).unwrap_or_default();
        let named = rules.iter().flat_map(|rule| rule.value.get("members").and_then(Value::as_array));
        let named = named.flatten().filter_map(Value::as_str);
        input.governed.extend(named.map(|name| (shape.id.clone(), name.to_owned())));
    }
}

fn entries<'v>(value: &'v Value, key: &str) -> &'v [Entry] {
    value.get(key).and_then(Value::as_object).unwrap_or_default()
}

fn names(value: &Value, key: &str) -> BTreeSet<String> {
    entries(value, key).iter().map(|entry| entry.key.clone()).collect()
}
