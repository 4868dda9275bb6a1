//! Mixins, folded into the shapes that use them ([Smithy 2.0, mixins](https://smithy.io/2.0/spec/mixins.html)).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use indexmap::IndexMap;

use super::graph::ShapeId;
use super::raw::{
    Definitions, RawBody, RawMember, RawMembers, RawOperation, RawResource, RawService, RawShape, RawTraits,
    Reference, ShapeOrMember, prelude_id, prelude_trait,
};
use super::{apply, merge, targets};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Gives every shape what its mixins bring; mixins of mixins come first.
pub(super) fn flatten(errors: &mut Diagnostics, definitions: &mut Definitions<'_>) {
    let mut incomplete = check(errors, definitions);
    for id in order(errors, definitions) {
        let Some(definition) = definitions.shapes.get(&id) else { continue };
        let mixed = mixed(errors, definitions, definition);
        if !is_complete(errors, definitions, &incomplete, definition) {
            incomplete.insert(id.clone());
        }
        definitions.shapes.insert(id, mixed);
    }
}

/// Removes references to mixins that cannot be used, with an error for each; the shapes that miss a mixin.
fn check(errors: &mut Diagnostics, definitions: &mut Definitions<'_>) -> HashSet<ShapeId> {
    let mut usable: HashMap<ShapeId, Vec<Reference>> = HashMap::new();
    let mut incomplete = HashSet::new();
    for definition in definitions.shapes.values().filter(|definition| !definition.mixins.is_empty()) {
        let mixins = definition.mixins.iter();
        let mixins = mixins.filter(|mixin| can_be_mixed(errors, definitions, definition, mixin)).cloned();
        usable.insert(definition.id.clone(), mixins.collect());
        if definition.mixins.iter().any(|mixin| !definitions.shapes.contains_key(&mixin.id)) {
            incomplete.insert(definition.id.clone());
        }
    }
    for (id, mixins) in usable {
        if let Some(definition) = definitions.shapes.get_mut(&id) {
            definition.mixins = mixins;
        }
    }
    incomplete
}

/// Whether all mixins of a shape are complete themselves; an error if one is not.
fn is_complete(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    incomplete: &HashSet<ShapeId>,
    user: &RawShape<'_>,
) -> bool {
    let lacks_member = |shape: &RawShape<'_>| match &shape.body {
        RawBody::Aggregate(aggregate, members) => {
            aggregate.needed_members().iter().any(|name| !members.contains_key(*name))
        }
        _ => false,
    };
    let lacks = |id: &ShapeId| definitions.shapes.get(id).is_some_and(lacks_member);
    let mut mixins = user.mixins.iter();
    let Some(mixin) = mixins.find(|mixin| incomplete.contains(&mixin.id) || lacks(&mixin.id)) else {
        return !incomplete.contains(&user.id);
    };
    let message = format!("the mixin `{}` has faults itself", mixin.id);
    errors.push(Diagnostic::error(message).at(mixin.span).shape(&user.id));
    false
}

/// Whether what a mixin brings can be folded into a shape; an error if it is wrong.
fn can_be_mixed(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    user: &RawShape<'_>,
    mixin: &Reference,
) -> bool {
    let Some(shape) = definitions.shapes.get(&mixin.id) else {
        targets::missing(errors, definitions, ShapeOrMember::shape(&user.id), "the mixin", mixin);
        return false;
    };
    if !shape.has("mixin") {
        let diagnostic = Diagnostic::error(format!("`{}` is used as a mixin and is none", mixin.id));
        let help = "give it the trait `smithy.api#mixin`";
        errors.push(diagnostic.at(mixin.span).shape(&user.id).help(help));
    }
    let (own, other) = (user.body.type_name(), shape.body.type_name());
    if own != other {
        let message = format!("a shape of type `{own}` cannot have a mixin of type `{other}`");
        let help = "a shape and its mixins are of one type";
        errors.push(Diagnostic::error(message).at(mixin.span).shape(&user.id).help(help));
    }
    own == other
}

/// The shapes that have mixins, each after all of its mixins; those in cycles are an error.
fn order(errors: &mut Diagnostics, definitions: &Definitions<'_>) -> Vec<ShapeId> {
    let mut waiting: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut users: HashMap<&ShapeId, Vec<&ShapeId>> = HashMap::new();
    for definition in definitions.shapes.values() {
        waiting.insert(&definition.id, definition.mixins.len());
        for mixin in &definition.mixins {
            users.entry(&mixin.id).or_default().push(&definition.id);
        }
    }
    let order = whole_first(&mut waiting, &users);
    for definition in waiting.keys().filter_map(|&id| definitions.shapes.get(id)) {
        let diagnostic = Diagnostic::error("the mixins of this shape lead in a circle").at(definition.span);
        errors.push(diagnostic.shape(&definition.id).help("remove one mixin of the circle"));
    }
    let has_mixins =
        |id: &&ShapeId| definitions.shapes.get(*id).is_some_and(|shape| !shape.mixins.is_empty());
    order.into_iter().filter(has_mixins).cloned().collect()
}

/// Takes those out of `waiting` that wait for nothing any more, in that order; what is part of a cycle remains.
fn whole_first<'a>(
    waiting: &mut BTreeMap<&'a ShapeId, usize>,
    users: &HashMap<&'a ShapeId, Vec<&'a ShapeId>>,
) -> Vec<&'a ShapeId> {
    let free = waiting.iter().filter(|&(_, &count)| count == 0);
    let mut ready: BTreeSet<&ShapeId> = free.map(|(&id, _)| id).collect();
    let mut order = Vec::new();
    while let Some(id) = ready.pop_first() {
        waiting.remove(id);
        order.push(id);
        for &user in users.get(id).into_iter().flatten() {
            let Some(count) = waiting.get_mut(user) else {
                continue;
            };
            *count -= 1;
            if *count == 0 {
                ready.insert(user);
            }
        }
    }
    order
}

/// A shape with what its mixins, which are whole already, bring.
fn mixed<'a>(errors: &mut Diagnostics, definitions: &Definitions<'a>, own: &RawShape<'a>) -> RawShape<'a> {
    let mut result = RawShape { inherited: IndexMap::new(), ..own.clone() };
    result.traits = RawTraits::new();
    let mixins = own.mixins.iter().filter_map(|mixin| definitions.shapes.get(&mixin.id));
    for mixin in mixins.clone() {
        merge::supersede(&mut result.traits, &mixin.traits, &local_traits(mixin));
    }
    merge::supersede(&mut result.traits, &own.traits, &[]);
    let bodies: Vec<&RawBody<'a>> = mixins.map(|mixin| &mixin.body).chain([&own.body]).collect();
    result.body = body(errors, &own.id, &bodies);
    for (name, (span, traits)) in &own.inherited {
        match result.members_mut().and_then(|members| members.get_mut(name)) {
            Some(member) => merge::supersede(&mut member.traits, traits, &[]),
            None => errors.push(apply::unknown_member(&result, name, *span)),
        }
    }
    result
}

/// The traits that a mixin keeps to itself.
fn local_traits(mixin: &RawShape<'_>) -> Vec<ShapeId> {
    let value = prelude_trait(&mixin.traits, "mixin");
    let named = value.and_then(|value| value.get("localTraits")?.as_array()).unwrap_or_default();
    let named = named.iter().filter_map(|id| ShapeId::parse(id.as_str()?));
    named.chain([prelude_id("mixin")]).collect()
}

/// The bodies of all mixins and, last, of the shape itself, as one.
fn body<'a>(errors: &mut Diagnostics, id: &ShapeId, bodies: &[&RawBody<'a>]) -> RawBody<'a> {
    let mut bodies = bodies.iter().copied();
    let mut result = bodies.next().cloned().expect("the shape's own body is among them");
    for body in bodies {
        match (&mut result, body) {
            (RawBody::Aggregate(_, members), RawBody::Aggregate(_, more)) => {
                add_members(errors, id, members, more)
            }
            (RawBody::Service(service), RawBody::Service(more)) => add_service(service, more),
            (RawBody::Operation(operation), RawBody::Operation(more)) => add_operation(operation, more),
            (RawBody::Resource(resource), RawBody::Resource(more)) => add_resource(resource, more),
            _ => {}
        }
    }
    result
}

fn add_members<'a>(
    errors: &mut Diagnostics,
    id: &ShapeId,
    members: &mut RawMembers<'a>,
    more: &RawMembers<'a>,
) {
    for (name, member) in more {
        match members.get_mut(name) {
            None => {
                members.insert(name.clone(), member.clone());
            }
            Some(inherited) if inherited.target == member.target => redefine(inherited, member),
            Some(inherited) => {
                let (old, new) = (&inherited.target.id, &member.target.id);
                let diagnostic = Diagnostic::error(format!(
                    "this member targets `{new}`, and a mixin's of the same name `{old}`"
                ));
                let diagnostic = diagnostic.help("a member that is redefined keeps its target");
                errors.push(diagnostic.at(member.target.span).shape(ShapeOrMember::member(id, name)));
            }
        }
    }
}

fn redefine<'a>(inherited: &mut RawMember<'a>, member: &RawMember<'a>) {
    inherited.span = member.span;
    merge::supersede(&mut inherited.traits, &member.traits, &[]);
}

fn add_references(references: &mut Vec<Reference>, more: &[Reference]) {
    for reference in more {
        if !references.contains(reference) {
            references.push(reference.clone());
        }
    }
}

fn add_service(service: &mut RawService, more: &RawService) {
    if more.version.is_some() {
        service.version.clone_from(&more.version);
    }
    add_references(&mut service.operations, &more.operations);
    add_references(&mut service.resources, &more.resources);
    add_references(&mut service.errors, &more.errors);
    for (id, name) in &more.rename {
        service.rename.retain(|(other, _)| other != id);
        service.rename.push((id.clone(), name.clone()));
    }
}

fn add_operation(operation: &mut RawOperation, more: &RawOperation) {
    replace(&mut operation.input, &more.input);
    replace(&mut operation.output, &more.output);
    add_references(&mut operation.errors, &more.errors);
}

fn add_resource(resource: &mut RawResource, more: &RawResource) {
    for (own, other) in resource.lifecycle.iter_mut().zip(&more.lifecycle) {
        replace(own, other);
    }
    add_references(&mut resource.operations, &more.operations);
    add_references(&mut resource.collection_operations, &more.collection_operations);
    add_references(&mut resource.resources, &more.resources);
    resource.identifiers.extend(more.identifiers.clone());
    resource.properties.extend(more.properties.clone());
}

fn replace(own: &mut Option<Reference>, other: &Option<Reference>) {
    if other.is_some() {
        own.clone_from(other);
    }
}
