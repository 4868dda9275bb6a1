//! What shapes of each type hold, as JSON AST.

use indexmap::IndexMap;

use super::{entry, in_order, is_inherited, object, string, target, traits};
use crate::diagnostics::Span;
use crate::json::{Data, Entry, Value};
use crate::resolve::build;
use crate::resolve::raw::{
    Aggregate, Definitions, LIFECYCLE, RawBody, RawMember, RawOperation, RawResource, RawService, RawShape,
    Reference, prelude_id,
};

/// A shape with its type, mixins, members and traits.
pub(super) fn shape(definitions: &Definitions<'_>, shape: &RawShape<'_>) -> Value {
    let type_name = match &shape.body {
        // `upgrade` has given it the trait that makes the difference.
        RawBody::Aggregate(Aggregate::Set, _) => Aggregate::List.type_name(),
        body => body.type_name(),
    };
    let mut parts = vec![entry("type", string(type_name))];
    let mixins = shape.mixins.iter().map(|mixin| target(&mixin.id));
    parts.extend(some_array("mixins", mixins.collect()));
    match &shape.body {
        RawBody::SimpleType(_) => {}
        RawBody::Aggregate(aggregate, _) => parts.extend(members(definitions, shape, *aggregate)),
        RawBody::Service(body) => parts.extend(service(body)),
        RawBody::Operation(body) => parts.extend(operation(body, shape.mixins.is_empty())),
        RawBody::Resource(body) => parts.extend(resource(body)),
    }
    parts.extend(traits(&shape.traits));
    object(parts)
}

/// The members that no mixin brings: of lists and maps each under its own key.
fn members(definitions: &Definitions<'_>, shape: &RawShape<'_>, aggregate: Aggregate) -> Vec<Entry> {
    let own = shape.members().filter(|(name, _)| !is_inherited(definitions, shape, name));
    let members = own.map(|(name, member)| entry(name, self::member(aggregate, name, member))).collect();
    match aggregate {
        Aggregate::List | Aggregate::Set | Aggregate::Map => members,
        Aggregate::Structure | Aggregate::Union | Aggregate::Enum | Aggregate::IntEnum => {
            vec![entry("members", object(members))]
        }
    }
}

fn member(aggregate: Aggregate, name: &str, member: &RawMember<'_>) -> Value {
    let mut member = member.clone();
    if aggregate == Aggregate::Enum {
        build::name_as_value(name, &mut member);
    }
    let mut parts = vec![entry("target", string(member.target.id.as_str()))];
    parts.extend(traits(&member.traits));
    object(parts)
}

fn service(service: &RawService) -> Vec<Entry> {
    let mut parts = Vec::new();
    let version = service.version.as_deref().filter(|version| !version.is_empty());
    parts.extend(version.map(|version| entry("version", string(version))));
    parts.extend(bound("operations", &service.operations));
    parts.extend(bound("resources", &service.resources));
    parts.extend(bound("errors", &service.errors));
    if !service.rename.is_empty() {
        let mut renames: Vec<Entry> =
            service.rename.iter().map(|(id, name)| entry(id.id.as_str(), string(name))).collect();
        renames.sort_by_cached_key(|rename| in_order(&rename.key));
        parts.push(entry("rename", object(renames)));
    }
    parts
}

/// An operation without mixins always says what it takes and gives.
fn operation(operation: &RawOperation, implies_unit: bool) -> Vec<Entry> {
    let unit = Reference { id: prelude_id("Unit"), span: Span::PRELUDE };
    let io = |key, reference: &Option<Reference>| {
        let reference = reference.as_ref().or(implies_unit.then_some(&unit));
        reference.map(|reference| entry(key, target(&reference.id)))
    };
    let parts = [io("input", &operation.input), io("output", &operation.output)];
    parts.into_iter().flatten().chain(bound("errors", &operation.errors)).collect()
}

fn resource(resource: &RawResource) -> Vec<Entry> {
    let mut parts = Vec::new();
    for (key, properties) in [("identifiers", &resource.identifiers), ("properties", &resource.properties)] {
        parts.extend(named(key, properties));
    }
    for (key, operation) in LIFECYCLE.into_iter().zip(&resource.lifecycle) {
        parts.extend(operation.as_ref().map(|operation| entry(key, target(&operation.id))));
    }
    parts.extend(bound("operations", &resource.operations));
    parts.extend(bound("collectionOperations", &resource.collection_operations));
    parts.extend(bound("resources", &resource.resources));
    parts
}

fn named(key: &str, references: &IndexMap<String, Reference>) -> Option<Entry> {
    let entries = references.iter().map(|(name, reference)| entry(name, target(&reference.id)));
    (!references.is_empty()).then(|| entry(key, object(entries.collect())))
}

/// References whose order means nothing, each once, by id.
fn bound(key: &str, references: &[Reference]) -> Option<Entry> {
    let mut references = references.to_vec();
    references.sort_by_cached_key(|reference| in_order(reference.id.as_str()));
    references.dedup();
    some_array(key, references.iter().map(|reference| target(&reference.id)).collect())
}

fn some_array(key: &str, elements: Vec<Value>) -> Option<Entry> {
    let array = |elements| Value { span: Span::PRELUDE, data: Data::Array(elements) };
    (!elements.is_empty()).then(|| entry(key, array(elements)))
}
