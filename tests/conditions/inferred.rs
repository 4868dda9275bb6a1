//! Shapes that JSON values have: structures and lists where they are uniform, documents where they are not.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The shapes so far, by id.
#[derive(Default)]
pub struct Shapes {
    all: Map<String, Value>,
    known: BTreeMap<String, String>,
}

/// The type of a value, and whether it may be null.
#[derive(Clone, Debug, PartialEq)]
struct Type {
    kind: Kind,
    null: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// Of null, or of the elements of an empty list.
    Unknown,
    Bool,
    Long,
    Double,
    Text,
    List(Box<Type>),
    /// Members, null where some values lack them.
    Structure(BTreeMap<String, Type>),
    /// An object whose keys cannot be the names of members.
    Map(Box<Type>),
    Document,
}

impl Shapes {
    /// The shape of a value; equal values have one.
    pub fn of(&mut self, value: &Value) -> String {
        self.target(&infer(value).kind)
    }

    /// All shapes.
    pub fn all(&self) -> &Map<String, Value> {
        &self.all
    }

    fn target(&mut self, kind: &Kind) -> String {
        let shape = match kind {
            Kind::Unknown | Kind::Document => return "smithy.api#Document".to_owned(),
            Kind::Bool => return "smithy.api#Boolean".to_owned(),
            Kind::Long => return "smithy.api#Long".to_owned(),
            Kind::Double => return "smithy.api#Double".to_owned(),
            Kind::Text => return "smithy.api#String".to_owned(),
            Kind::List(element) => {
                let member = json!({ "target": self.target(&element.kind) });
                json!({ "type": "list", "member": member, "traits": sparse(element) })
            }
            Kind::Map(value) => {
                let (key, target) = (json!({ "target": "smithy.api#String" }), self.target(&value.kind));
                json!({ "type": "map", "key": key, "value": { "target": target }, "traits": sparse(value) })
            }
            Kind::Structure(members) => {
                let members: Map<String, Value> = members
                    .iter()
                    .map(|(name, ty)| {
                        let traits = if ty.null { json!({}) } else { json!({ "smithy.api#required": {} }) };
                        (name.clone(), json!({ "target": self.target(&ty.kind), "traits": traits }))
                    })
                    .collect();
                json!({ "type": "structure", "members": members })
            }
        };
        let id = format!("v#S{}", self.known.len());
        let id = self.known.entry(shape.to_string()).or_insert(id).clone();
        self.all.insert(id.clone(), shape);
        id
    }
}

fn sparse(element: &Type) -> Value {
    if element.null { json!({ "smithy.api#sparse": {} }) } else { json!({}) }
}

fn infer(value: &Value) -> Type {
    let kind = match value {
        Value::Null => return Type { kind: Kind::Unknown, null: true },
        Value::Bool(_) => Kind::Bool,
        Value::Number(number) if number.is_i64() => Kind::Long,
        Value::Number(_) => Kind::Double,
        Value::String(_) => Kind::Text,
        Value::Array(elements) => Kind::List(Box::new(merged(elements.iter()))),
        Value::Object(entries) if entries.is_empty() => Kind::Document,
        Value::Object(entries) if are_members(entries) => {
            Kind::Structure(entries.iter().map(|(key, value)| (key.clone(), infer(value))).collect())
        }
        Value::Object(entries) => Kind::Map(Box::new(merged(entries.values()))),
    };
    Type { kind, null: false }
}

fn merged<'v>(values: impl Iterator<Item = &'v Value>) -> Type {
    values.map(infer).reduce(merge).unwrap_or(Type { kind: Kind::Unknown, null: false })
}

fn merge(a: Type, b: Type) -> Type {
    let null = a.null || b.null;
    let kind = match (a.kind, b.kind) {
        (Kind::Unknown, kind) | (kind, Kind::Unknown) => kind,
        (Kind::Long, Kind::Double) | (Kind::Double, Kind::Long) => Kind::Double,
        (Kind::List(a), Kind::List(b)) => Kind::List(Box::new(merge(*a, *b))),
        (Kind::Map(a), Kind::Map(b)) => Kind::Map(Box::new(merge(*a, *b))),
        (Kind::Structure(a), Kind::Structure(b)) => members(a, b),
        (a, b) if a == b => a,
        _ => Kind::Document,
    };
    Type { kind, null }
}

fn members(mut a: BTreeMap<String, Type>, mut b: BTreeMap<String, Type>) -> Kind {
    let names: Vec<String> = a.keys().chain(b.keys()).cloned().collect();
    let member = |name: String| {
        let ty = match (a.remove(&name), b.remove(&name)) {
            (Some(a), Some(b)) => merge(a, b),
            (Some(one), None) | (None, Some(one)) => Type { null: true, ..one },
            (None, None) => return None,
        };
        Some((name, ty))
    };
    Kind::Structure(names.into_iter().filter_map(member).collect())
}

/// Whether keys can be the names of members: identifiers that differ by more than their case.
fn are_members(entries: &Map<String, Value>) -> bool {
    let identifier = |key: &String| {
        key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let mut lower: Vec<String> = entries.keys().map(|key| key.to_lowercase().replace('_', "")).collect();
    lower.sort();
    lower.dedup();
    entries.keys().all(identifier) && lower.len() == entries.len()
}
