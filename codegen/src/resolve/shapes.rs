//! The entries of `shapes`, read into definitions and `apply` statements
//! ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)).

use super::ast::{self, is_absent};
use super::graph::{ShapeId, SimpleType, is_identifier};
use super::members::{known_keys, members, operation, resource, service};
use super::merge;
use super::raw::{Aggregate, Apply, Definitions, RawBody, RawShape, ShapeOrMember};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};
use crate::load::{Document, Version};

/// Adds every shape and `apply` statement of a document.
pub(super) fn collect<'a>(
    errors: &mut Diagnostics,
    definitions: &mut Definitions<'a>,
    document: &'a Document,
) {
    for entry in &document.shapes {
        match statement(errors, document.version, entry) {
            Some(Statement::Shape(definition)) => merge::definition(errors, definitions, *definition),
            Some(Statement::Apply(apply)) => definitions.applies.push(apply),
            None => definitions.broken.extend(ShapeId::parse(&entry.key)),
        }
    }
}

/// One entry of `shapes`.
enum Statement<'a> {
    Shape(Box<RawShape<'a>>),
    Apply(Apply<'a>),
}

fn statement<'a>(errors: &mut Diagnostics, version: Version, entry: &'a Entry) -> Option<Statement<'a>> {
    let (id, member) = statement_id(errors, entry)?;
    let owner = ShapeOrMember { shape: &id, member };
    ast::object(errors, owner, "a shape", &entry.value)?;
    let type_name = type_name(errors, owner, entry)?;
    if type_name == "apply" {
        known_keys(errors, owner, "apply", &[], &entry.value);
        let traits = ast::traits(errors, owner, version, &entry.value);
        let span = entry.span;
        return Some(Statement::Apply(Apply { span, shape: id, member, traits }));
    }
    if member.is_some() {
        let message = format!("the id of a shape of type `{type_name}` cannot name a member");
        let diagnostic = Diagnostic::error(message).at(entry.span).shape(owner);
        errors.push(diagnostic.help("only `apply` statements name a member"));
        return None;
    }
    shape_of(errors, version, entry, id.clone(), type_name).map(|shape| Statement::Shape(Box::new(shape)))
}

/// The shape that an entry is about, and the member if it names one.
fn statement_id<'a>(errors: &mut Diagnostics, entry: &'a Entry) -> Option<(ShapeId, Option<&'a str>)> {
    let (shape, member) = match entry.key.split_once('$') {
        Some((shape, member)) => (shape, Some(member)),
        None => (entry.key.as_str(), None),
    };
    let id = ShapeId::parse(shape).filter(|_| member.is_none_or(is_identifier));
    if id.is_none() {
        let message = format!("`{}` is not the id of a shape", entry.key);
        let diagnostic = Diagnostic::error(message).at(entry.span);
        errors.push(diagnostic.help("an id is written `namespace#Name`"));
    }
    id.map(|id| (id, member))
}

fn type_name<'a>(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, entry: &'a Entry) -> Option<&'a str> {
    let value = entry.value.get("type");
    let name = value.and_then(Value::as_str);
    if name.is_none() {
        let span = value.map_or(entry.span, |value| value.span);
        let message = match value {
            Some(value) => format!("`type` must be a string, not {}", value.kind()),
            None => "this shape has no `type`".to_owned(),
        };
        errors.push(Diagnostic::error(message).at(span).shape(owner));
    }
    name
}

fn shape_of<'a>(
    errors: &mut Diagnostics,
    version: Version,
    entry: &'a Entry,
    id: ShapeId,
    type_name: &str,
) -> Option<RawShape<'a>> {
    let owner = ShapeOrMember::shape(&id);
    let body = body(errors, owner, version, type_name, &entry.value);
    let Some(body) = body else {
        let span = entry.value.get("type").map_or(entry.span, |value| value.span);
        let diagnostic = Diagnostic::error(format!("Smithy has no shape type `{type_name}`"));
        errors.push(diagnostic.at(span).shape(owner).near(type_name, TYPES.iter().copied()));
        return None;
    };
    only_in_one_version(errors, owner, version, &body, &entry.value);
    let traits = ast::traits(errors, owner, version, &entry.value);
    let mixins = ast::references(errors, owner, "mixins", &entry.value);
    let span = entry.span;
    Some(RawShape { traits, mixins, ..RawShape::new(id.clone(), span, version, body) })
}

/// Every type, for near names.
const TYPES: [&str; 24] = [
    "apply",
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "operation",
    "resource",
    "service",
    "set",
    "short",
    "string",
    "structure",
    "timestamp",
    "union",
];

fn body<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    type_name: &str,
    value: &'a Value,
) -> Option<RawBody<'a>> {
    let aggregate = |errors: &mut Diagnostics, aggregate: Aggregate, keys: &[&str]| {
        known_keys(errors, owner, type_name, keys, value);
        RawBody::Aggregate(aggregate, members(errors, owner, version, aggregate, value))
    };
    Some(match type_name {
        "list" => aggregate(errors, Aggregate::List, &["member"]),
        "set" => aggregate(errors, Aggregate::Set, &["member"]),
        "map" => aggregate(errors, Aggregate::Map, &["key", "value"]),
        "structure" => aggregate(errors, Aggregate::Structure, &["members"]),
        "union" => aggregate(errors, Aggregate::Union, &["members"]),
        "enum" => aggregate(errors, Aggregate::Enum, &["members"]),
        "intEnum" => aggregate(errors, Aggregate::IntEnum, &["members"]),
        "service" => RawBody::Service(service(errors, owner, value)),
        "operation" => RawBody::Operation(operation(errors, owner, value)),
        "resource" => RawBody::Resource(Box::new(resource(errors, owner, value))),
        simple => {
            let simple = SimpleType::of_type(simple)?;
            known_keys(errors, owner, type_name, &[], value);
            RawBody::SimpleType(simple)
        }
    })
}

/// Refuses what the version of the file does not have.
fn only_in_one_version(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    version: Version,
    body: &RawBody<'_>,
    value: &Value,
) {
    let span = value.span;
    let diagnostic = match (version, body) {
        (Version::V2, RawBody::Aggregate(Aggregate::Set, _)) => Diagnostic::error("Smithy 2.0 has no `set`")
            .help("write a `list` with the trait `smithy.api#uniqueItems`"),
        (Version::V1, RawBody::Aggregate(Aggregate::Enum | Aggregate::IntEnum, _)) => {
            Diagnostic::error(format!("Smithy 1.0 has no `{}`", body.type_name()))
                .help("write `\"smithy\": \"2.0\"`")
        }
        (Version::V1, _) if !is_absent(value, "mixins") => {
            Diagnostic::error("Smithy 1.0 has no mixins").help("write `\"smithy\": \"2.0\"`")
        }
        (Version::V1, RawBody::Resource(_)) if !is_absent(value, "properties") => {
            Diagnostic::error("Smithy 1.0 has no `properties` of resources")
                .help("write `\"smithy\": \"2.0\"`")
        }
        _ => return,
    };
    errors.push(diagnostic.at(span).shape(owner));
}
