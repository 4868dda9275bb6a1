//! The graph, built of whole definitions: typed, sorted by id, without mixins.

use std::borrow::Cow;
use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};

use super::graph::{
    Member, Members, Model, OperationShape, ResourceShape, ServiceShape, Shape, ShapeId, ShapeKind,
    SimpleType,
};
use super::raw::{
    Aggregate, Definitions, LIFECYCLE, RawBody, RawMember, RawMembers, RawResource, RawService, RawShape,
    Reference, ShapeOrMember, implied, prelude_id, prelude_trait,
};
use super::{enum_trait, parse_traits};
use crate::diagnostics::{Diagnostics, Span};
use crate::json::{Data, Value};

/// Types every shape; mixins are checked and left out.
pub(super) fn model(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    metadata: IndexMap<String, Value>,
) -> Model {
    let (mixins, others): (Vec<_>, Vec<_>) =
        definitions.shapes.values().partition(|definition| definition.has("mixin"));
    let known = Known(others.iter().map(|definition| definition.id.clone()).collect());
    let (mut shapes, mut of_traits) = (IndexMap::with_capacity(others.len()), IndexMap::new());
    for definition in mixins {
        shape(errors, &known, definition);
    }
    for definition in others {
        let is_hidden =
            definition.span.is_in_prelude() && (definition.has("trait") || definition.has("private"));
        let shapes = if is_hidden { &mut of_traits } else { &mut shapes };
        shapes.insert(definition.id.clone(), shape(errors, &known, definition));
    }
    shapes.sort_unstable_keys();
    Model { metadata, shapes, of_traits, ..Model::default() }
}

/// The ids of all shapes that the graph will have.
struct Known(HashSet<ShapeId>);

impl Known {
    /// The id of a reference, if it exists.
    fn id(&self, reference: &Reference) -> Option<ShapeId> {
        self.0.contains(&reference.id).then(|| reference.id.clone())
    }

    /// The ids of those references that exist, each once.
    fn ids(&self, references: &[Reference]) -> Vec<ShapeId> {
        let ids: IndexSet<ShapeId> = references.iter().filter_map(|reference| self.id(reference)).collect();
        ids.into_iter().collect()
    }

    /// The shape that an operation takes or gives: none for `Unit`.
    fn structure(&self, reference: Option<&Reference>) -> Option<ShapeId> {
        self.id(reference?).filter(|id| !id.is_unit())
    }
}

fn shape(errors: &mut Diagnostics, known: &Known, definition: &RawShape<'_>) -> Shape {
    let RawShape { id, span, body, traits, .. } = definition;
    let traits = parse_traits::parse(errors, ShapeOrMember::shape(id), traits);
    let kind = match kind(errors, known, id, *span, body) {
        ShapeKind::SimpleType(SimpleType::String) if !traits.enum_definitions.is_empty() => {
            ShapeKind::Enum(enum_trait::members(&traits.enum_definitions))
        }
        kind => kind,
    };
    Shape { id: id.clone(), span: *span, kind, traits }
}

fn kind(errors: &mut Diagnostics, known: &Known, id: &ShapeId, span: Span, body: &RawBody<'_>) -> ShapeKind {
    match body {
        RawBody::SimpleType(simple) => ShapeKind::SimpleType(*simple),
        RawBody::Aggregate(aggregate, members) => {
            self::aggregate(errors, known, id, span, *aggregate, members)
        }
        RawBody::Service(service) => ShapeKind::Service(self::service(known, service)),
        RawBody::Operation(operation) => ShapeKind::Operation(OperationShape {
            input: known.structure(operation.input.as_ref()),
            output: known.structure(operation.output.as_ref()),
            errors: known.ids(&operation.errors),
        }),
        RawBody::Resource(resource) => ShapeKind::Resource(self::resource(known, resource)),
    }
}

fn aggregate(
    errors: &mut Diagnostics,
    known: &Known,
    id: &ShapeId,
    span: Span,
    aggregate: Aggregate,
    raw: &RawMembers<'_>,
) -> ShapeKind {
    let mut members = Members::with_capacity(raw.len());
    for (name, raw) in raw {
        let mut raw = Cow::Borrowed(raw);
        if aggregate == Aggregate::Enum {
            name_as_value(name, raw.to_mut());
        }
        let member = member(errors, known, id, name, &raw);
        members.insert(member.name.clone(), member);
    }
    let mut take = |name: &str| members.shift_remove(name).unwrap_or_else(|| absent(name, span));
    match aggregate {
        Aggregate::List | Aggregate::Set => ShapeKind::List(take("member")),
        Aggregate::Map => ShapeKind::Map { key: take("key"), value: take("value") },
        Aggregate::Structure => ShapeKind::Structure(members),
        Aggregate::Union => ShapeKind::Union(members),
        Aggregate::Enum => ShapeKind::Enum(members),
        Aggregate::IntEnum => ShapeKind::IntEnum(members),
    }
}

/// The value of an enum's member that has none is its name.
pub(super) fn name_as_value(name: &str, member: &mut RawMember<'_>) {
    if prelude_trait(&member.traits, "enumValue").is_none() {
        let value = implied(member.span, Data::String(name.to_owned()));
        member.traits.insert(prelude_id("enumValue"), value);
    }
}

fn member(errors: &mut Diagnostics, known: &Known, id: &ShapeId, name: &str, raw: &RawMember<'_>) -> Member {
    let traits = parse_traits::parse(errors, ShapeOrMember::member(id, name), &raw.traits);
    let target = known.id(&raw.target).unwrap_or_else(|| prelude_id("Document"));
    Member { name: name.to_owned(), span: raw.span, target, traits: Box::new(traits) }
}

/// A substitute for the member of a list or map that is missing, which was reported already.
fn absent(name: &str, span: Span) -> Member {
    let target = prelude_id(if name == "key" { "String" } else { "Document" });
    Member { name: name.to_owned(), span, target, traits: Default::default() }
}

fn service(known: &Known, service: &RawService) -> ServiceShape {
    ServiceShape {
        operations: known.ids(&service.operations),
        resources: known.ids(&service.resources),
        errors: known.ids(&service.errors),
        rename: service.rename.iter().filter_map(|(id, name)| Some((known.id(id)?, name.clone()))).collect(),
        version: service.version.clone().unwrap_or_default(),
    }
}

fn resource(known: &Known, resource: &RawResource) -> ResourceShape {
    let roles = LIFECYCLE.into_iter().zip(&resource.lifecycle);
    let named = |references: &IndexMap<String, Reference>| {
        references.iter().filter_map(|(name, reference)| Some((name.clone(), known.id(reference)?))).collect()
    };
    let operations: Vec<Reference> = resource.all_operations().cloned().collect();
    ResourceShape {
        lifecycle: roles.filter_map(|(role, id)| Some((role, known.id(id.as_ref()?)?))).collect(),
        identifiers: named(&resource.identifiers),
        properties: named(&resource.properties),
        operations: known.ids(&operations),
        resources: known.ids(&resource.resources),
    }
}
