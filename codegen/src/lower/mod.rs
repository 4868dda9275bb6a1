//! `lower`: the graph in, the crate in Rust's words out; nothing is left to decide after it.

mod checks;
pub(crate) mod condition;
pub(crate) mod coverage;
pub(crate) mod docs;
pub(crate) mod lint;
mod operations;
mod select;
mod shapes;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use self::checks::{Checking, Patterns};
use self::select::Chosen;
use self::types::Types;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::checks::{RuleCheck, Step};
use crate::ir::tables::Checked;
use crate::ir::{Crate, Item, Protocol, RuntimeParts};
use crate::names;
use crate::options::{Options, Summary};
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};
use crate::rules;

/// Decides the whole crate, unless the model has no such service.
///
/// # Errors
///
/// A service or an operation that is not there, and names that clash, are pushed to `errors`.
pub(crate) fn lower(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<(Crate, Summary)> {
    let Chosen { service, all, kept, reachable } = select::chosen(errors, model, options)?;
    let (service, bindings) = (&*service, select::bindings(&service));
    let types = Types::new(errors, model, bindings, &reachable);
    let owners = operations::owners(model, &kept, &reachable);
    let rules = rules::read(errors, model);
    let patterns = Patterns::new(errors, model, &reachable, options);
    let package = package(service, options);
    let protocol = protocol(service);
    let subject = docs::Subject {
        service,
        operations: &kept,
        reachable: &reachable,
        owners: &owners,
        protocol: protocol.clone(),
        package: package.clone(),
    };
    let docs = docs::Docs::new(&types, &patterns, &rules, options.docs, subject);
    let inputs = checks::inputs(model, &kept, &reachable, options);
    let checking = Checking::new(errors, &types, &rules, &patterns, inputs);
    let mut items = BTreeMap::new();
    for shape in reachable.iter().map(|id| model.shape(id)).filter(|shape| types.is_item(shape)) {
        items.insert(&shape.id, shapes::item(errors, &types, &checking, &docs, shape, protocol_id(service)));
    }
    let summary = Summary {
        service: package.clone(),
        operations: kept.len(),
        all_operations: all.len(),
        shapes: items.len(),
    };
    let operations = operations::all(errors, &types, &docs, bindings, &kept, &owners, &mut items);
    if protocol == Protocol::Other {
        errors.push(unwritten_protocol(service));
    }
    let shared = shared(items);
    let types_made: Vec<&Item> =
        operations.iter().flat_map(|operation| &operation.own).chain(&shared).collect();
    let checked = checking.checked(errors, types_made.iter().copied());
    let runtime = runtime_parts(model, &reachable, &checked, &types_made);
    let krate = Crate {
        model: service.id.to_string(),
        docs: docs.front_page(),
        package,
        operations,
        shared,
        runtime,
        protocol,
        checked,
    };
    Some((krate, summary))
}

/// The functions of all conditions of the service, unless the model has no such service.
///
/// # Errors
///
/// A service or an operation that is not there, and wrong conditions, are pushed to `errors`.
pub(crate) fn conditions(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<String> {
    let Chosen { service, reachable, .. } = select::chosen(errors, model, options)?;
    let types = Types::new(errors, model, select::bindings(&service), &reachable);
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
fn unwritten_protocol(service: &Shape) -> Diagnostic {
    Diagnostic::warning("the service speaks no awsJson protocol: types and their JSON are written, requests are not")
        .at(service.place)
        .shape(&service.id)
        .help("`aws.protocols#awsJson1_1` and `aws.protocols#awsJson1_0` are the protocols whose requests are written")
}

fn runtime_parts(
    model: &Model,
    reachable: &BTreeSet<&ShapeId>,
    checked: &Checked,
    items: &[&Item],
) -> RuntimeParts {
    let has = |is: &dyn Fn(&Step) -> bool| checked.any_step(is, items);
    let collection =
        |step: &Step| matches!(step, Step::Each(_) | Step::Keys(_) | Step::Values(_) | Step::Unique);
    let keys = !checked.tables.is_empty();
    let forms = keys || has(&|step| matches!(step, Step::Form(_)));
    let members = |rule: &RuleCheck| matches!(rule, RuleCheck::Members { .. });
    let mut parts = RuntimeParts {
        collections: has(&collection),
        ranges: has(&|step| matches!(step, Step::Range(_))),
        patterns: checked.patterns.is_some(),
        conditions: !checked.conditions.is_empty() || Checked::any_rule(&members, items),
        queries: checked
            .conditions
            .iter()
            .any(|function| function.body.iter().any(|line| line.contains("query::"))),
        timestamp: forms,
        forms,
        keys,
        ..RuntimeParts::default()
    };
    for id in reachable {
        match model.shape(id).kind {
            ShapeKind::SimpleType(SimpleType::Blob) => parts.blob = true,
            ShapeKind::SimpleType(SimpleType::Timestamp) => parts.timestamp = true,
            ShapeKind::SimpleType(SimpleType::BigInteger | SimpleType::BigDecimal) => {
                parts.big_numbers = true
            }
            _ => {}
        }
    }
    parts
}
