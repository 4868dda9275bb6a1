//! Operations in Rust's words.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bindings;
use super::docs::Comments;
use super::item_names::OperationNames;
use super::pages;
use super::setup::Setup;
use super::shapes::deprecation;
use super::types::Types;
use crate::ir::operation::{AuthScheme, ErrorEnum, ErrorVariant, HostPart, Messages, Operation};
use crate::ir::{Codec, Doc, Item};
use crate::names::{FieldName, TypeName};
use crate::parallel;
use crate::resolve::graph::{Member, Model, OperationShape, Shape, ShapeId};
use crate::resolve::queries::operations;
use crate::resolve::traits::service::AuthTrait;

/// All operations by name; each takes what it owns out of `items`.
pub(crate) fn all<'m>(
    setup: &Setup<'m>,
    docs: &Comments<'_>,
    items: &mut BTreeMap<&'m ShapeId, Item>,
) -> Vec<Operation> {
    let mut operations = Vec::new();
    let variants = error_variants(setup, docs);
    let pages = parallel::map(&setup.operations, |shape| docs.operation(shape));
    for (shape, page) in setup.operations.iter().zip(pages) {
        let own = setup.sole_operations.iter().filter(|(_, sole)| **sole == &shape.id).map(|(id, _)| *id);
        let own: Vec<Item> = own.filter_map(|id| items.remove(id)).collect();
        let own = ordered(own, &setup.types, shape.operation_io());
        operations.push(operation(setup, &variants, shape, page, own));
    }
    operations.sort_by(|a, b| a.name.cmp(&b.name));
    operations
}

/// The request before the response.
fn ordered(mut own: Vec<Item>, types: &Types<'_>, io: &OperationShape) -> Vec<Item> {
    let input = io.input.as_ref().map(|id| types.name(id));
    own.sort_by_key(|item| Some(item.name()) != input.as_ref());
    own
}

fn operation(
    setup: &Setup<'_>,
    variants: &BTreeMap<&ShapeId, Arc<ErrorVariant>>,
    shape: &Shape,
    docs: Doc,
    own: Vec<Item>,
) -> Operation {
    let Setup { model, types, service, .. } = setup;
    let OperationShape { input, output, .. } = shape.operation_io();
    let OperationNames { name, module, error } = types.operation(&shape.id).clone();
    let traits = &shape.traits;
    Operation {
        module,
        wire: shape.id.name().to_owned(),
        docs,
        deprecated: deprecation(traits),
        input: input.as_ref().map(|id| types.name(id)),
        output: output.as_ref().map(|id| types.name(id)),
        names_deprecated: input.iter().chain(output).any(|id| types.names_deprecated(id)),
        error: error_enum(variants, error, &model.errors(service, shape)),
        auth: model.effective_auth(service, shape).schemes().iter().map(auth_scheme).collect(),
        host_prefix: model.host_prefix(shape).into_iter().map(|part| host_part(model, part)).collect(),
        messages: messages(setup, shape),
        http: bindings::http(setup.protocol_row, shape),
        bodies: setup.bindings().bodies(shape),
        host_label: setup.host_label(shape).map(|member| host_label(model, member)),
        compresses: shape.is_compressed(),
        serves: setup.protocol_row.request_codec != Codec::Form,
        has_checksum: shape.requires_checksum(),
        checksum_header: setup.checksum_header(shape),
        readonly: traits.readonly,
        idempotent: traits.idempotent.is_some(),
        pages: model.pagination(service, shape).map(|pages| pages::pages(types, shape, pages)),
        own,
        name,
    }
}

/// What the messages of an operation are.
fn messages(setup: &Setup<'_>, shape: &Shape) -> Messages {
    if setup.model.has_event_stream(shape) {
        Messages::EventStream
    } else if setup.protocol_row.has_bindings() && shape.traits.http.is_none() {
        Messages::Unbound
    } else {
        Messages::Whole
    }
}

fn host_part(model: &Model, part: operations::HostPrefixPart<'_>) -> HostPart {
    match part {
        operations::HostPrefixPart::Text(text) => HostPart::Text(text.to_owned()),
        operations::HostPrefixPart::Label(member) => host_label(model, member),
    }
}

fn host_label(model: &Model, member: &Member) -> HostPart {
    HostPart::Label {
        member: member.name.clone(),
        field: FieldName::of_member(&member.name),
        is_option: model.is_nullable(member),
    }
}

/// Every error of the operations, as a variant of their enums.
fn error_variants<'m>(setup: &Setup<'m>, docs: &Comments<'_>) -> BTreeMap<&'m ShapeId, Arc<ErrorVariant>> {
    let operations = setup.operations.iter();
    let errors = operations.flat_map(|operation| setup.model.errors(&setup.service, operation));
    let errors: BTreeMap<&ShapeId, &Shape> = errors.map(|error| (&error.id, error)).collect();
    let types: Vec<TypeName> = errors.keys().map(|id| setup.types.name(id)).collect();
    let names = TypeName::of_errors(&types);
    let variants = errors.into_iter().zip(types).zip(names);
    variants
        .map(|(((id, error), ty), name)| (id, Arc::new(error_variant(setup, docs, error, ty, name))))
        .collect()
}

fn error_enum(known: &BTreeMap<&ShapeId, Arc<ErrorVariant>>, name: TypeName, errors: &[&Shape]) -> ErrorEnum {
    let mut variants: Vec<Arc<ErrorVariant>> =
        errors.iter().filter_map(|error| known.get(&error.id).cloned()).collect();
    variants.sort_by(|a, b| a.name.cmp(&b.name));
    ErrorEnum { name, variants }
}

fn error_variant(
    setup: &Setup<'_>,
    docs: &Comments<'_>,
    error: &Shape,
    ty: TypeName,
    name: TypeName,
) -> ErrorVariant {
    ErrorVariant {
        name,
        ty,
        docs: docs.error(error),
        code: setup.protocol_row.error_code(error).to_owned(),
        deprecated: error.traits.deprecated.is_some(),
    }
}

fn auth_scheme(scheme: &AuthTrait) -> AuthScheme {
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    match scheme {
        AuthTrait::SigV4(service) => AuthScheme::SigV4(name(service)),
        AuthTrait::SigV4A(service) => AuthScheme::SigV4A(name(service)),
        AuthTrait::HttpBearer => AuthScheme::HttpBearer,
        AuthTrait::HttpBasic => AuthScheme::HttpBasic,
        AuthTrait::HttpDigest => AuthScheme::HttpDigest,
        AuthTrait::HttpApiKey(key) => AuthScheme::HttpApiKey(name(key)),
        AuthTrait::Other(id) => AuthScheme::Other(id.to_string()),
    }
}
