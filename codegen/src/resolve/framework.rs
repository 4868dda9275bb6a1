//! The validation error that Smithy publishes in a package of its own, for models that bind it and do not have it
//! at hand ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).

use indexmap::IndexMap;

use super::graph::ShapeId;
use super::raw::{
    Aggregate, Definitions, RawBody, RawMember, RawMembers, RawShape, RawTraits, Reference, implied,
    prelude_id,
};
use crate::diagnostics::Span;
use crate::json::Data;
use crate::load::Version;

const EXCEPTION: &str = "smithy.framework#ValidationException";
const FIELD_LIST: &str = "smithy.framework#ValidationExceptionFieldList";
const FIELD: &str = "smithy.framework#ValidationExceptionField";
const STRING: &str = "smithy.api#String";

/// Adds the error and its shapes if an operation or a service binds it and no file defines it.
pub(super) fn add_if_bound(definitions: &mut Definitions<'_>) {
    let is_exception = |reference: &Reference| reference.id.as_str() == EXCEPTION;
    let binds = |shape: &RawShape<'_>| match &shape.body {
        RawBody::Operation(operation) => operation.errors.iter().any(is_exception),
        RawBody::Service(service) => service.errors.iter().any(is_exception),
        _ => false,
    };
    let is_known = definitions.shapes.contains_key(EXCEPTION) || definitions.broken.contains(EXCEPTION);
    if is_known || !definitions.shapes.values().any(binds) {
        return;
    }
    for shape in [exception(), field_list(), field()] {
        definitions.shapes.entry(shape.id.clone()).or_insert(shape);
    }
}

fn exception<'a>() -> RawShape<'a> {
    let members = [
        member("message", STRING, true, "What is wrong with the input, in one text."),
        member("fieldList", FIELD_LIST, false, "Each field that does not satisfy a constraint."),
    ];
    let mut shape = shape(
        EXCEPTION,
        Aggregate::Structure,
        members.into(),
        "The input does not satisfy the constraints of the model.",
    );
    let fault = implied(Span::PRELUDE, Data::String("client".to_owned()));
    shape.traits.insert(prelude_id("error"), fault);
    shape
}

fn field_list<'a>() -> RawShape<'a> {
    let members = [member("member", FIELD, false, "A field.")];
    shape(FIELD_LIST, Aggregate::List, members.into(), "The fields that do not satisfy a constraint.")
}

fn field<'a>() -> RawShape<'a> {
    let members = [
        member("path", STRING, true, "A JSON pointer to the field."),
        member("message", STRING, true, "Which constraint the field does not satisfy."),
    ];
    shape(FIELD, Aggregate::Structure, members.into(), "A field that does not satisfy a constraint.")
}

fn shape<'a>(id: &str, aggregate: Aggregate, members: RawMembers<'a>, text: &str) -> RawShape<'a> {
    let body = RawBody::Aggregate(aggregate, members);
    let mut shape = RawShape::new(known(id), Span::PRELUDE, Version::V2, body);
    shape.traits = documentation(text);
    shape
}

fn member<'a>(name: &str, target: &str, is_required: bool, text: &str) -> (String, RawMember<'a>) {
    let span = Span::PRELUDE;
    let mut traits = documentation(text);
    if is_required {
        traits.insert(prelude_id("required"), implied(span, Data::Object(Vec::new())));
    }
    (name.to_owned(), RawMember { span, target: Reference { id: known(target), span }, traits })
}

fn documentation<'a>(text: &str) -> RawTraits<'a> {
    let text = implied(Span::PRELUDE, Data::String(text.to_owned()));
    IndexMap::from([(prelude_id("documentation"), text)])
}

fn known(id: &str) -> ShapeId {
    ShapeId::parse(id).expect("the ids above are ids")
}
