//! Shapes.

use std::collections::HashSet;

use super::traits::Traits;
use super::values::{Data, Entry, Value};
use super::{Assembly, Binding, Elided};
use crate::ast::{
    Body, Data as AstData, KeyValue, Member, MemberKind, Members, Operation, Shape, ShapeId, Structure,
    Value as AstValue,
};
use crate::shape_type::ShapeType;
use crate::span::Span;

/// Keys of services and resources that have one shape.
const ONE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// Keys of services and resources that have an array of shapes.
const MANY: [&str; 4] = ["operations", "collectionOperations", "resources", "errors"];

/// Keys of resources that have shapes by name.
const NAMED: [&str; 2] = ["identifiers", "properties"];

impl<'t> Assembly<'t> {
    pub(super) fn shape(&mut self, namespace: &str, shape: Shape<'t>) {
        let (Some(name), Some(shape_type)) = (shape.name(), shape.shape_type()) else { return };
        let id = format!("{namespace}#{}", name.value);
        let mut entries = vec![Entry::new("type", name.span, Value::string(name.span, shape_type.keyword()))];
        match shape.body() {
            Some(Body::Members(members)) => self.members(&mut entries, &id, shape_type, members),
            Some(Body::Operation(operation)) => self.operation(&mut entries, &id, operation),
            Some(Body::Object(value)) => self.bound(&mut entries, value),
            None => {}
        }
        self.bind(&id, shape.resource());
        self.mixins(&mut entries, name.span, shape.mixins());
        let traits = self.traits(shape.traits(), shape.documentation());
        self.add_traits(&mut entries, &id, name.span, traits);
        self.document.shapes.push(Entry::new(id, name.span, Value::object(name.span, entries)));
    }

    fn mixins(&mut self, entries: &mut Vec<Entry>, span: Span, mixins: impl Iterator<Item = ShapeId<'t>>) {
        let mixins: Vec<Value> = mixins.map(|id| self.reference(id)).collect();
        if !mixins.is_empty() {
            entries.push(Entry::new("mixins", span, Value::new(span, Data::Array(mixins))));
        }
    }

    fn reference(&self, id: ShapeId<'_>) -> Value {
        Value::target(id.span(), self.names.resolve(id.text()))
    }

    fn bind(&mut self, shape: &str, resource: Option<ShapeId<'_>>) {
        if let Some(id) = resource {
            let resource = self.names.resolve(id.text());
            self.document.bindings.push(Binding { shape: shape.to_owned(), resource, span: id.span() });
        }
    }

    fn members(&mut self, entries: &mut Vec<Entry>, id: &str, shape_type: ShapeType, members: Members<'t>) {
        let names: &[&str] = match shape_type {
            ShapeType::List | ShapeType::Set => &["member"],
            ShapeType::Map => &["key", "value"],
            _ => &[],
        };
        // Other members of collections, and all of one name but the first, were reported.
        let mut seen = HashSet::new();
        let is_right = |name: &str| names.is_empty() || names.contains(&name);
        let first = members.iter().filter(|member| {
            member.name().is_some_and(|name| is_right(name.value) && seen.insert(name.value))
        });
        let first: Vec<Member<'t>> = first.collect();
        let converted: Vec<Entry> = first.into_iter().filter_map(|member| self.member(id, member)).collect();
        if !names.is_empty() {
            entries.extend(converted);
        } else {
            entries.push(Entry::new("members", members.span(), Value::object(members.span(), converted)));
        }
    }

    fn member(&mut self, shape: &str, member: Member<'t>) -> Option<Entry> {
        let name = member.name()?;
        let id = format!("{shape}${}", name.value);
        let mut entries = Vec::new();
        match member.kind() {
            MemberKind::Enum => entries.extend(target_entry(name.span, "smithy.api#Unit".to_owned())),
            MemberKind::Explicit => {
                let target = self.target(member.target()?)?;
                entries.extend(target_entry(target.span, target.value));
            }
            MemberKind::Elided => self.document.elided.push(Elided {
                shape: shape.to_owned(),
                member: name.value.to_owned(),
                span: name.span,
            }),
        }
        let mut traits = self.traits(member.traits(), member.documentation());
        if let Some((span, Some(value))) = member.assignment() {
            let key =
                if member.kind() == MemberKind::Enum { "smithy.api#enumValue" } else { "smithy.api#default" };
            traits.push(Entry::new(key, span, self.value(value)));
        }
        if let Some(index) = member.index() {
            let number = Value::new(index.span, Data::Number(index.value.to_owned()));
            traits.push(Entry::new("smithy.protocols#idx", index.span, number));
        }
        self.add_traits(&mut entries, &id, name.span, traits);
        Some(Entry::new(name.value, name.span, Value::object(name.span, entries)))
    }

    fn operation(&mut self, entries: &mut Vec<Entry>, id: &str, operation: Operation<'t>) {
        for property in operation.iter() {
            let Some(name) = property.name() else { continue };
            let value = if let Some(structure) = property.structure() {
                let inline = format!("{id}{}", self.file.suffix(name.value));
                self.structure(&inline, name.value, name.span, structure);
                Some(Value::target(name.span, inline))
            } else if name.value == "errors" {
                let errors = property.ids().map(|id| self.reference(id)).collect();
                Some(Value::new(property.span(), Data::Array(errors)))
            } else {
                property.ids().next().map(|id| self.reference(id))
            };
            entries.extend(value.map(|value| Entry::new(name.value, name.span, value)));
        }
    }

    /// The structure of an inline input or output, which is marked as such.
    fn structure(&mut self, id: &str, property: &str, span: Span, structure: Structure<'t>) {
        let mut entries = vec![Entry::new("type", span, Value::string(span, "structure"))];
        if let Some(members) = structure.members() {
            self.members(&mut entries, id, ShapeType::Structure, members);
        }
        self.bind(id, structure.resource());
        self.mixins(&mut entries, span, structure.mixins());
        let mut traits: Traits = self.traits(structure.traits(), structure.documentation());
        traits.push_new(&format!("smithy.api#{property}"), span, Data::Object(Vec::new()));
        self.add_traits(&mut entries, id, span, traits);
        self.document.shapes.push(Entry::new(id, span, Value::object(span, entries)));
    }

    /// What a service or a resource binds.
    fn bound(&mut self, entries: &mut Vec<Entry>, value: AstValue<'t>) {
        let AstData::Object(properties) = value.data() else { return };
        for property in properties {
            let (Some(key), Some(value)) = (property.key(), property.value()) else { continue };
            let name = key.text();
            let value = match value.data() {
                AstData::String(_) | AstData::ShapeId(_) if ONE.contains(&name.as_ref()) => {
                    self.bound_shape(value)
                }
                AstData::Array(elements) if MANY.contains(&name.as_ref()) => {
                    let elements = elements.into_iter().map(|element| self.bound_shape(element));
                    Value::new(value.span(), Data::Array(elements.collect()))
                }
                AstData::Object(named) if NAMED.contains(&name.as_ref()) => {
                    let named = named.into_iter().filter_map(|entry| self.named_shape(entry));
                    Value::object(value.span(), named.collect())
                }
                _ => self.value(value),
            };
            entries.push(Entry::new(name, key.span(), value));
        }
    }

    /// A shape that is bound, with or without quotes; anything else stays what it is.
    fn bound_shape(&mut self, value: AstValue<'t>) -> Value {
        match value.data() {
            AstData::ShapeId(id) => self.reference(id),
            AstData::String(text) => Value::target(value.span(), self.names.resolve(&text)),
            _ => self.value(value),
        }
    }

    fn named_shape(&mut self, entry: KeyValue<'t>) -> Option<Entry> {
        let (key, value) = (entry.key()?, entry.value()?);
        Some(Entry::new(key.text(), key.span(), self.bound_shape(value)))
    }
}

fn target_entry(span: Span, id: String) -> Option<Entry> {
    Some(Entry::new("target", span, Value::string(span, id)))
}
