//! `lower`: the graph in, the crate in Rust's words out; nothing is left to decide after it.

mod condition;
pub(crate) mod docs;
pub(crate) mod krate;
mod operations;
mod select;
mod shapes;
mod text;
mod types;

use std::collections::BTreeMap;

use self::krate::{Item, Krate, Protocol, RuntimeParts};
use self::types::Types;
use crate::fault::{Errors, Fault};
use crate::names;
use crate::options::{Options, Summary};
use crate::resolve::graph::{Kind, Model, Shape, ShapeId, Simple};

/// Decides the whole crate, unless the model has no such service.
///
/// # Errors
///
/// A service or an operation that is not there, and names that clash, are pushed to `errors`.
pub(crate) fn krate(errors: &mut Errors, model: &Model, options: &Options) -> Option<(Krate, Summary)> {
    let service = select::service(errors, model, options)?;
    let bindings = select::bindings(service);
    let all = model.operations_of(&service.id);
    let kept = select::operations(errors, &all, &options.operations);
    let reachable = select::reachable(model, bindings, &kept);
    let types = Types::new(errors, model, bindings, &reachable);
    let owners = operations::owners(model, &kept, &reachable);
    let docs = docs::Docs::new(&types, options.docs, &owners);
    let mut items = BTreeMap::new();
    for shape in reachable.iter().map(|id| model.shape(id)).filter(|shape| types.is_item(shape)) {
        items.insert(&shape.id, shapes::item(errors, &types, &docs, shape, protocol_id(service)));
    }
    let package = package(service, options);
    let summary = Summary {
        service: package.clone(),
        operations: kept.len(),
        all_operations: all.len(),
        shapes: items.len(),
    };
    let operations = operations::all(errors, &types, &docs, bindings, &kept, &owners, &mut items);
    let protocol = protocol(service);
    if protocol == Protocol::Other {
        errors.push(unwritten_protocol(service));
    }
    let krate = Krate {
        model: service.id.to_string(),
        docs: docs.front_page(service),
        package,
        operations,
        shared: shared(items),
        runtime: runtime_parts(model, &reachable.iter().copied().collect::<Vec<_>>()),
        protocol,
    };
    Some((krate, summary))
}

/// The functions of all conditions of the service, unless the model has no such service.
///
/// # Errors
///
/// A service or an operation that is not there, and wrong conditions, are pushed to `errors`.
pub(crate) fn conditions(errors: &mut Errors, model: &Model, options: &Options) -> Option<String> {
    let service = select::service(errors, model, options)?;
    let bindings = select::bindings(service);
    let kept = select::operations(errors, &model.operations_of(&service.id), &options.operations);
    let reachable = select::reachable(model, bindings, &kept);
    let types = Types::new(errors, model, bindings, &reachable);
    let shapes = reachable.iter().map(|id| model.shape(id));
    Some(condition::module(errors, &types, shapes))
}

/// What is left when the operations have taken what is theirs, by name.
fn shared(items: BTreeMap<&ShapeId, Item>) -> Vec<Item> {
    let mut shared: Vec<Item> = items.into_values().collect();
    shared.sort_by(|a, b| a.name().cmp(b.name()));
    shared
}

/// The package's name: as asked for, or from the `sdkId` of `aws.api#service`, or from the shape's name.
fn package(service: &Shape, options: &Options) -> String {
    let sdk_id = service.traits.get("aws.api#service").and_then(|value| value.get("sdkId"));
    let name = sdk_id.and_then(|value| value.as_str()).unwrap_or_else(|| service.id.name());
    options.crate_name.clone().unwrap_or_else(|| names::package(name))
}

/// The id of the service's first protocol that is known here, or of its first.
fn protocol_id(service: &Shape) -> &str {
    let known = ["aws.protocols#awsJson1_1", "aws.protocols#awsJson1_0", "aws.protocols#restJson1"];
    known.into_iter().find(|id| service.traits.get(id).is_some()).unwrap_or_default()
}

fn protocol(service: &Shape) -> Protocol {
    let target_prefix = service.id.name().to_owned();
    match protocol_id(service) {
        "aws.protocols#awsJson1_1" => {
            Protocol::AwsJson { target_prefix, content_type: "application/x-amz-json-1.1" }
        }
        "aws.protocols#awsJson1_0" => {
            Protocol::AwsJson { target_prefix, content_type: "application/x-amz-json-1.0" }
        }
        _ => Protocol::Other,
    }
}

/// Says what the crate will lack when the service speaks none of the awsJson protocols.
fn unwritten_protocol(service: &Shape) -> Fault {
    Fault::warning("the service speaks no awsJson protocol: types and their JSON are written, requests are not")
        .at(service.place)
        .shape(&service.id)
        .help("`aws.protocols#awsJson1_1` and `aws.protocols#awsJson1_0` are the protocols whose requests are written")
}

fn runtime_parts(model: &Model, reachable: &[&ShapeId]) -> RuntimeParts {
    let mut parts = RuntimeParts::default();
    for id in reachable {
        let shape = model.shape(id);
        parts.query |= condition::has_conditions(&shape.traits)
            || shape.members().any(|member| condition::has_conditions(&member.traits));
        match shape.kind {
            Kind::Simple(Simple::Blob) => parts.blob = true,
            Kind::Simple(Simple::Timestamp) => parts.timestamp = true,
            Kind::Simple(Simple::BigInteger | Simple::BigDecimal) => parts.big_numbers = true,
            _ => {}
        }
    }
    parts
}
