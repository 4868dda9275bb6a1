//! Trait values held against the shapes of their traits
//! ([Smithy 2.0, trait node values](https://smithy.io/2.0/spec/model.html#trait-node-values)).

use super::NAMESPACE;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Data, Entry, Value};
use crate::resolve::graph::{Member, Members, Model, Shape, ShapeId, ShapeKind, SimpleType};
use crate::resolve::traits::Traits;

/// Holds every trait of ours on a shape and its members against its form.
pub(super) fn shape(errors: &mut Diagnostics, traits: &Model, model: &Model, shape: &Shape) {
    let mut conform = Conform { errors, traits, owner: shape.id.to_string() };
    conform.all(model, shape, &shape.traits);
    for member in shape.members() {
        conform.owner = format!("{}${}", shape.id, member.name);
        conform.all(model, model.shape(&member.target), &member.traits);
    }
}

/// What a value is held against.
struct Conform<'e> {
    errors: &'e mut Diagnostics,
    traits: &'e Model,
    owner: String,
}

impl Conform<'_> {
    /// `target` is the shape that the traits are about.
    fn all(&mut self, model: &Model, target: &Shape, traits: &Traits) {
        for (id, value) in traits.all.iter().filter(|(id, _)| id.namespace() == NAMESPACE) {
            match self.traits.shapes.get(id.as_str()).filter(|shape| is_trait(shape)) {
                Some(definition) => {
                    self.place(model, definition, target, value);
                    self.value(definition, value);
                }
                None => {
                    let names = self.traits.shapes.values().filter(|shape| is_trait(shape));
                    let names: Vec<&str> = names.map(|shape| shape.id.as_str()).collect();
                    let fault =
                        Diagnostic::error(format!("there is no trait `{id}`")).near(id.as_str(), names);
                    self.push(value, fault);
                }
            }
        }
    }

    /// Whether the trait is on a shape of the kind that it is for.
    fn place(&mut self, _: &Model, definition: &Shape, target: &Shape, value: &Value) {
        let wanted = definition.traits.get("smithy.api#trait").and_then(|selector| selector.get("selector"));
        let wanted = wanted.and_then(Value::as_str).unwrap_or_default();
        let right = match wanted {
            "service" | "structure" | "map" => target.kind.type_name() == wanted,
            ":is(string, member > string)" => target.kind.type_name() == "string",
            _ => !matches!(
                target.kind,
                ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_)
            ),
        };
        if !right {
            let (name, kind) = (definition.id.name(), target.kind.type_name());
            self.push(value, Diagnostic::error(format!("`{name}` has no place on a shape of type `{kind}`")));
        }
    }

    fn value(&mut self, definition: &Shape, value: &Value) {
        match &definition.kind {
            ShapeKind::Structure(members) => self.structure(definition, members, value),
            ShapeKind::Union(members) => self.union(definition, members, value),
            ShapeKind::List(member) => self.list(member, value),
            ShapeKind::Map { value: member, .. } => self.map(member, value),
            ShapeKind::Enum(members) => self.enumeration(members, value),
            ShapeKind::SimpleType(SimpleType::Boolean) => {
                self.expect(value, matches!(value.data, Data::Bool(_)), "`true` or `false`");
            }
            _ => self.string(definition, value),
        }
    }

    fn string(&mut self, definition: &Shape, value: &Value) {
        self.expect(value, value.as_str().is_some(), "a string");
        let is_name = definition.traits.get("smithy.api#idRef").is_some();
        if is_name && value.as_str().is_some_and(|text| ShapeId::parse(text).is_none()) {
            self.push(value, Diagnostic::error("a shape id is expected here: `namespace#Name`"));
        }
        let wants_key = definition.traits.pattern.is_some();
        if wants_key && value.as_str().is_some_and(|text| !text.contains("{key}")) {
            self.push(value, Diagnostic::error("the sentence must have `{key}` where the key goes"));
        }
    }

    fn structure(&mut self, definition: &Shape, members: &Members, value: &Value) {
        let Some(entries) = self.object(value) else { return };
        for entry in entries {
            match members.get(&entry.key) {
                Some(member) => self.member(member, &entry.value),
                None => self.unknown(definition, members, entry),
            }
        }
        let absent =
            members.values().filter(|member| member.traits.required && value.get(&member.name).is_none());
        for member in absent {
            let fault = Diagnostic::error(format!("`{}` needs `{}`", definition.id.name(), member.name));
            self.push(value, described(fault, member));
        }
    }

    fn unknown(&mut self, definition: &Shape, members: &Members, entry: &Entry) {
        let names: Vec<&str> = members.keys().map(String::as_str).collect();
        let fault = Diagnostic::error(format!("`{}` has no `{}`", definition.id.name(), entry.key))
            .near(&entry.key, names.iter().copied())
            .or_help(format!("it has {}", names.join(", ")));
        self.errors.push(fault.at(entry.place).shape(&self.owner));
    }

    fn union(&mut self, definition: &Shape, members: &Members, value: &Value) {
        let Some(entries) = self.object(value) else { return };
        self.expect(value, entries.len() == 1, "an object with exactly one member");
        for entry in entries {
            match members.get(&entry.key) {
                Some(member) => self.member(member, &entry.value),
                None => self.unknown(definition, members, entry),
            }
        }
    }

    fn list(&mut self, member: &Member, value: &Value) {
        let elements = value.as_array();
        self.expect(
            value,
            elements.is_some_and(|elements| !elements.is_empty()),
            "an array that is not empty",
        );
        elements.unwrap_or_default().iter().for_each(|element| self.member(member, element));
    }

    fn map(&mut self, member: &Member, value: &Value) {
        let entries = self.object(value).unwrap_or_default();
        entries.iter().for_each(|entry| self.member(member, &entry.value));
    }

    fn enumeration(&mut self, members: &Members, value: &Value) {
        let values: Vec<&str> =
            members.values().filter_map(|member| member.traits.enum_value.as_deref()).collect();
        let text = value.as_str().unwrap_or_default();
        if !values.contains(&text) {
            let fault = Diagnostic::error(format!("`{text}` is none of {}", values.join(", ")));
            self.push(value, fault.near(text, values));
        }
    }

    fn member(&mut self, member: &Member, value: &Value) {
        let traits = self.traits;
        self.value(traits.shape(&member.target), value);
    }

    fn object<'v>(&mut self, value: &'v Value) -> Option<&'v [Entry]> {
        self.expect(value, value.as_object().is_some(), "an object");
        value.as_object()
    }

    fn expect(&mut self, value: &Value, holds: bool, expected: &str) {
        if !holds {
            let found = value.kind();
            self.push(value, Diagnostic::error(format!("{expected} is expected here, not {found}")));
        }
    }

    fn push(&mut self, value: &Value, fault: Diagnostic) {
        self.errors.push(fault.at(value.place).shape(&self.owner));
    }
}

fn is_trait(shape: &Shape) -> bool {
    shape.traits.get("smithy.api#trait").is_some()
}

/// Says what a member is, from its documentation.
fn described(fault: Diagnostic, member: &Member) -> Diagnostic {
    match &member.traits.documentation {
        Some(text) => fault.help(format!("`{}`: {text}", member.name)),
        None => fault,
    }
}
