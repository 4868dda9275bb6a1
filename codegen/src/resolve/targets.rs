//! Whether every reference leads to a shape that exists and is of the right type
//! ([Smithy 2.0, shape validity](https://smithy.io/2.0/spec/model.html)).

use super::graph::{ShapeId, SimpleType};
use super::raw::{
    Aggregate, Definitions, LIFECYCLE, RawBody, RawMember, RawOperation, RawResource, RawService, RawShape,
    Reference, ShapeOrMember,
};
use crate::diagnostics::{Diagnostic, Diagnostics, nearest};

/// How many diagnostics there may be before near names are no longer looked for, so that a run ends in bounded time.
const MAX_NEAR: usize = 100;

/// Checks every reference of every shape.
pub(super) fn check(errors: &mut Diagnostics, definitions: &Definitions<'_>) {
    for definition in definitions.shapes.values() {
        match &definition.body {
            RawBody::SimpleType(_) => {}
            RawBody::Aggregate(aggregate, _) => {
                has_members(errors, definition, *aggregate);
                for (name, member) in definition.members() {
                    self::member(
                        errors,
                        definitions,
                        ShapeOrMember::member(&definition.id, name),
                        *aggregate,
                        member,
                    );
                }
            }
            RawBody::Service(body) => service(errors, definitions, definition, body),
            RawBody::Operation(body) => operation(errors, definitions, definition, body),
            RawBody::Resource(body) => resource(errors, definitions, definition, body),
        }
    }
}

/// Reports a reference to a shape that does not exist, unless that shape was reported itself.
pub(super) fn missing(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    owner: ShapeOrMember<'_>,
    what: &str,
    target: &Reference,
) {
    if !definitions.broken.contains(&target.id) {
        let diagnostic = Diagnostic::error(format!("{what} `{}` does not exist", target.id));
        let diagnostic = near(errors, definitions, &target.id, diagnostic);
        errors.push(diagnostic.at(target.span).shape(owner));
    }
}

/// Adds the id that was most likely meant: the name in another namespace, or a near one in the same.
pub(super) fn near(
    errors: &Diagnostics,
    definitions: &Definitions<'_>,
    id: &ShapeId,
    diagnostic: Diagnostic,
) -> Diagnostic {
    if errors.count() >= MAX_NEAR {
        return diagnostic;
    }
    let ids = || definitions.shapes.keys();
    let namesake = ids().filter(|other| other.name() == id.name()).min();
    let siblings = || ids().filter(|other| other.namespace() == id.namespace()).map(ShapeId::name);
    match (namesake, nearest(id.name(), siblings())) {
        (Some(namesake), _) => diagnostic.help(format!("did you mean `{namesake}`?")),
        (None, Some(name)) => diagnostic.help(format!("did you mean `{}#{name}`?", id.namespace())),
        (None, None) => diagnostic,
    }
}

/// The shape that a reference leads to, if it exists and is not a mixin.
fn target<'d, 'a>(
    errors: &mut Diagnostics,
    definitions: &'d Definitions<'a>,
    owner: ShapeOrMember<'_>,
    what: &str,
    reference: &Reference,
) -> Option<&'d RawShape<'a>> {
    let shape = definitions.shapes.get(&reference.id);
    match shape {
        None => missing(errors, definitions, owner, what, reference),
        Some(shape) if shape.has("mixin") => {
            let diagnostic = Diagnostic::error(format!(
                "{what} `{}` is a mixin, which only `mixins` may name",
                reference.id
            ));
            errors.push(diagnostic.at(reference.span).shape(owner));
        }
        Some(shape) if shape.has("trait") => {
            let message =
                format!("{what} `{}` is the definition of a trait, which shapes only have", reference.id);
            errors.push(Diagnostic::error(message).at(reference.span).shape(owner));
        }
        Some(_) => {}
    }
    shape
}

/// Checks that a reference leads to a shape of one type.
fn of_type<'d, 'a>(
    errors: &mut Diagnostics,
    definitions: &'d Definitions<'a>,
    owner: ShapeOrMember<'_>,
    (what, wanted): (&str, &str),
    reference: &Reference,
) -> Option<&'d RawShape<'a>> {
    let shape = target(errors, definitions, owner, what, reference)?;
    if shape.body.type_name() == wanted {
        return Some(shape);
    }
    let found = shape.body.type_name();
    let diagnostic =
        Diagnostic::error(format!("{what} `{}` must be of type `{wanted}`, not `{found}`", reference.id));
    errors.push(diagnostic.at(reference.span).shape(owner));
    None
}

/// Checks the members that a list or map needs, and that an enum has one.
fn has_members(errors: &mut Diagnostics, definition: &RawShape<'_>, aggregate: Aggregate) {
    let is_enum = matches!(aggregate, Aggregate::Enum | Aggregate::IntEnum);
    if is_enum && definition.members().next().is_none() && !definition.has("mixin") {
        let message = format!("a shape of type `{}` needs at least one member", aggregate.type_name());
        let diagnostic = Diagnostic::error(message).at(definition.span).shape(&definition.id);
        errors.push(diagnostic.event("Model"));
    }
    for name in aggregate.needed_members() {
        if !definition.members().any(|(member, _)| member == name) {
            let message = format!("a shape of type `{}` needs a `{name}`", aggregate.type_name());
            let diagnostic =
                Diagnostic::error(message).at(definition.span).shape(&definition.id).event("Model");
            errors.push(diagnostic.help(format!("write `\"{name}\": {{ \"target\": \"namespace#Name\" }}`")));
        }
    }
}

fn member(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    owner: ShapeOrMember<'_>,
    aggregate: Aggregate,
    member: &RawMember<'_>,
) {
    let Some(shape) = target(errors, definitions, owner, "the target", &member.target) else {
        return;
    };
    let id = &member.target.id;
    let diagnostic = match (&shape.body, aggregate) {
        (RawBody::Service(_) | RawBody::Operation(_) | RawBody::Resource(_), _) => {
            let message =
                format!("a member cannot target `{id}`, which is of type `{}`", shape.body.type_name());
            Diagnostic::error(message)
        }
        (_, Aggregate::Enum | Aggregate::IntEnum) if !id.is_unit() => {
            Diagnostic::error(format!("the members of an enum target `smithy.api#Unit`, not `{id}`"))
        }
        (body, Aggregate::Map) if owner.member == Some("key") && !is_string(body) => {
            let found = body.type_name();
            Diagnostic::error(format!(
                "the key of a map must be a string or an enum, and `{id}` is of type `{found}`"
            ))
        }
        _ => return,
    };
    errors.push(diagnostic.at(member.target.span).shape(owner));
}

fn is_string(body: &RawBody<'_>) -> bool {
    matches!(body, RawBody::SimpleType(SimpleType::String) | RawBody::Aggregate(Aggregate::Enum, _))
}

fn service(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    definition: &RawShape<'_>,
    service: &RawService,
) {
    let owner = ShapeOrMember::shape(&definition.id);
    for operation in &service.operations {
        of_type(errors, definitions, owner, ("the operation", "operation"), operation);
    }
    for resource in &service.resources {
        of_type(errors, definitions, owner, ("the resource", "resource"), resource);
    }
    errors_of(errors, definitions, owner, &service.errors);
}

fn errors_of(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    owner: ShapeOrMember<'_>,
    references: &[Reference],
) {
    for reference in references {
        let shape = of_type(errors, definitions, owner, ("the error", "structure"), reference);
        if shape.is_some_and(|shape| !shape.has("error")) {
            let diagnostic =
                Diagnostic::error(format!("`{}` is bound as an error and is none", reference.id));
            let help = "give it the trait `smithy.api#error`: `\"client\"` or `\"server\"`";
            errors.push(diagnostic.at(reference.span).shape(owner).help(help));
        }
    }
}

fn operation(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    definition: &RawShape<'_>,
    operation: &RawOperation,
) {
    let owner = ShapeOrMember::shape(&definition.id);
    for (what, reference) in [("the input", &operation.input), ("the output", &operation.output)] {
        let Some(reference) = reference else { continue };
        let shape = of_type(errors, definitions, owner, (what, "structure"), reference);
        if shape.is_some_and(|shape| shape.has("error")) {
            let diagnostic =
                Diagnostic::error(format!("{what} cannot be an error, and `{}` is one", reference.id));
            errors.push(diagnostic.at(reference.span).shape(owner).help("name it under `errors`"));
        }
    }
    errors_of(errors, definitions, owner, &operation.errors);
}

fn resource(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    definition: &RawShape<'_>,
    resource: &RawResource,
) {
    let owner = ShapeOrMember::shape(&definition.id);
    for (name, operation) in LIFECYCLE.iter().zip(&resource.lifecycle) {
        let what = format!("the `{name}` operation");
        if let Some(operation) = operation {
            of_type(errors, definitions, owner, (&what, "operation"), operation);
        }
    }
    let what = ("the operation", "operation");
    for operation in resource.operations.iter().chain(&resource.collection_operations) {
        of_type(errors, definitions, owner, what, operation);
    }
    for child in &resource.resources {
        of_type(errors, definitions, owner, ("the resource", "resource"), child);
    }
    properties(errors, definitions, owner, resource);
}

/// Checks the identifiers and properties of a resource.
fn properties(
    errors: &mut Diagnostics,
    definitions: &Definitions<'_>,
    owner: ShapeOrMember<'_>,
    resource: &RawResource,
) {
    for (name, identifier) in &resource.identifiers {
        let what = format!("the identifier `{name}`");
        let shape = target(errors, definitions, owner, &what, identifier);
        if let Some(shape) = shape.filter(|shape| !is_string(&shape.body)) {
            let found = shape.body.type_name();
            let message = format!("{what} must be a string, and `{}` is of type `{found}`", identifier.id);
            errors.push(Diagnostic::error(message).at(identifier.span).shape(owner));
        }
    }
    for (name, property) in &resource.properties {
        let what = format!("the property `{name}`");
        target(errors, definitions, owner, &what, property);
    }
}
