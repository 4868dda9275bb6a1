//! The types that conditions are evaluated over: each becomes a value of JMESPath.

use std::collections::BTreeSet;

use crate::ir::value_type::{Conversion, Payload, ValueType};
use crate::lower::types::Types;
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Members, Shape, ShapeId, ShapeKind};

/// The types of these shapes and of all that they lead to, by name.
pub(super) fn value_types<'m>(
    types: &Types<'m>,
    shapes: impl Iterator<Item = &'m ShapeId>,
) -> Vec<ValueType> {
    let mut todo: Vec<&ShapeId> = shapes.collect();
    let mut reached: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(id) = todo.pop() {
        let shape = types.model.shape(id);
        if reached.insert(&shape.id) {
            todo.extend(shape.value_members().map(|member| &member.target));
            found.extend(conversion(types, shape).map(|conversion| ValueType {
                name: types.name(id),
                conversion,
                deprecated: shape.traits.deprecated.is_some()
                    || shape.value_members().any(|member| member.traits.deprecated.is_some()),
            }));
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn conversion(types: &Types<'_>, shape: &Shape) -> Option<Conversion> {
    match &shape.kind {
        ShapeKind::Structure(_) if shape.id.is_unit() => None,
        ShapeKind::Structure(members) => {
            let fields = FieldName::of_members(members.keys().map(String::as_str));
            Some(Conversion::Structure(members.keys().cloned().zip(fields).collect()))
        }
        ShapeKind::Union(members) => Some(Conversion::Union(variants(types, members))),
        ShapeKind::Enum(_) => Some(Conversion::Enum),
        ShapeKind::IntEnum(_) => Some(Conversion::IntEnum),
        ShapeKind::SimpleType(_) | ShapeKind::List(_) | ShapeKind::Map { .. } => None,
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => None,
    }
}

fn variants(types: &Types<'_>, members: &Members) -> Vec<(String, TypeName, Payload)> {
    let names = TypeName::of_variants(members.keys().map(String::as_str));
    let variant = |(member, name): (&crate::resolve::graph::Member, TypeName)| {
        let payload = if types.of_variant(member).is_some() { Payload::Value } else { Payload::Nothing };
        (member.name.clone(), name, payload)
    };
    members.values().zip(names).map(variant).collect()
}
