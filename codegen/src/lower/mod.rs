//! `lower`: the graph in, the crate in Rust's words out; nothing is left to decide after it.

mod bindings;
pub(crate) mod checks;
mod derivable;
mod directions;
pub(crate) mod docs;
mod errors;
mod forms;
mod item_names;
mod layouts;
mod member_names;
mod operations;
pub(crate) mod pages;
pub(crate) mod presence;
pub(crate) mod protocols;
mod select;
mod service;
pub(crate) mod setup;
mod shapes;
pub(crate) mod types;
mod virtual_hosts;
mod wire;

use std::collections::BTreeMap;

use self::checks::CheckPlan;
use self::docs::Comments;
use self::setup::{Restrictions, Setup};
use crate::diagnostics::Diagnostics;
use crate::ir::checks::{RuleCheck, Step};
use crate::ir::condition::Body;
use crate::ir::operation::Operation;
use crate::ir::tables::SharedChecks;
use crate::ir::{self, Crate, Item, MessageForm, RuntimeParts, SharedItem};
use crate::options::{Layout, Options, Summary};
use crate::parallel;
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};

/// Decides the whole crate, unless the model has no such service.
///
/// # Errors
///
/// A service or an operation that is not there, and names that clash, are pushed to `errors`.
pub(crate) fn lower(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<(Crate, Summary)> {
    let setup = Setup::new(errors, model, options)?;
    let Restrictions { rules, patterns } = setup.restrictions(errors);
    let (types, protocol) = (&setup.types, setup.protocol());
    let docs = Comments::new(types, &patterns, &rules, options.docs, setup.subject());
    let checking = CheckPlan::new(errors, types, &rules, &patterns, setup.validation_roots());
    checks::unchecked(errors, &checking, options);
    let mut items = items(&setup, &checking, &docs);
    let summary = Summary {
        service: setup.package(),
        operations: setup.operations.len(),
        all_operations: setup.all_operations.len(),
        shapes: items.len(),
    };
    let operations = operations::all(&setup, &docs, &mut items);
    wire::check(errors, &setup);
    let shared = shared(&setup, items);
    let own = operations.iter().flat_map(|operation| &operation.own);
    let types_made: Vec<&Item> = own.chain(shared.iter().map(|shared| &shared.item)).collect();
    let checked = checking.checked(errors, types_made.iter().copied());
    let krate = Crate {
        layout: output_form(options.layout),
        model: setup.service.id.to_string(),
        command: setup.command(errors),
        docs: docs.front_page(),
        values: docs.values_page(),
        package: setup.package(),
        runtime: RuntimeParts {
            pages: protocol.is_some() && operations.iter().any(Operation::is_paged),
            ..runtime_parts(&setup, &checked, &types_made)
        },
        service: service::facts(errors, &setup),
        shared,
        operations,
        protocol,
        checked,
    };
    Some((krate, summary))
}

fn output_form(layout: Layout) -> ir::OutputForm {
    match layout {
        Layout::Crate => ir::OutputForm::Crate,
        Layout::Module => ir::OutputForm::Module,
    }
}

/// The types that shapes become. Their comments are nearly all of the work.
fn items<'m>(
    setup: &Setup<'m>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
) -> BTreeMap<&'m ShapeId, Item> {
    let shapes = setup.reachable.iter().map(|id| setup.model.shape(id));
    let shapes: Vec<&Shape> = shapes.filter(|shape| setup.types.is_item(shape)).collect();
    let bindings = setup.bindings();
    let make = |shape: &&Shape| shapes::item(&setup.types, checking, docs, shape, &bindings);
    let made = parallel::map(&shapes, make);
    shapes.into_iter().map(|shape| &shape.id).zip(made).collect()
}

/// What is left when the operations have taken what is theirs, by name.
fn shared(setup: &Setup<'_>, items: BTreeMap<&ShapeId, Item>) -> Vec<SharedItem> {
    let shared = items.into_iter().map(|(id, item)| SharedItem { module: setup.types.module(id), item });
    let mut shared: Vec<SharedItem> = shared.collect();
    shared.sort_by(|a, b| a.item.name().cmp(b.item.name()));
    shared
}

fn runtime_parts(setup: &Setup<'_>, checked: &SharedChecks, items: &[&Item]) -> RuntimeParts {
    let has = |is: &dyn Fn(&Step) -> bool| checked.any_step(is, items);
    let collection = |step: &Step| matches!(step, Step::Each(_) | Step::Keys(_) | Step::Values(_));
    let keys = !checked.tables.is_empty();
    let forms = keys || has(&|step| matches!(step, Step::Format(_)));
    let members = |rule: &RuleCheck| matches!(rule, RuleCheck::Members { .. });
    let form = setup.protocol().map(|protocol| protocol.form);
    let md5 = form.is_some() && setup.operations.iter().any(|operation| operation.requires_checksum());
    let checksums = setup.operations.iter().any(|operation| setup.checksum_header(operation).is_some());
    let header_base64 = setup.bindings().has_base64();
    let mut parts = RuntimeParts {
        aws_json: form == Some(MessageForm::AwsJson),
        rpc_v2: form == Some(MessageForm::RpcV2),
        rest_json: form == Some(MessageForm::RestJson),
        ec2_query: form == Some(MessageForm::Ec2Query),
        rest_xml: form == Some(MessageForm::RestXml),
        header_base64,
        md5,
        checksums,
        blob: header_base64 || md5 || checksums,
        collections: has(&collection) || checked.constrains_collections(items),
        patterns: !checked.patterns.statics.is_empty(),
        conditions: !checked.conditions.is_empty() || SharedChecks::any_rule(&members, items),
        evaluator: checked.conditions.iter().any(|condition| matches!(condition.body, Body::Evaluated(_))),
        timestamp: forms,
        forms,
        keys,
        codec: setup.protocol_row.codec,
        request_codec: setup.protocol_row.request_codec,
        regions: service::has_endpoints(&setup.service) || setup.virtual_hosts.is_some(),
        virtual_hosts: setup.virtual_hosts.is_some(),
        ..RuntimeParts::default()
    };
    add_simple_types(&mut parts, setup);
    parts
}

/// Adds what the simple types of the shapes need.
fn add_simple_types(parts: &mut RuntimeParts, setup: &Setup<'_>) {
    for id in &setup.reachable {
        match setup.model.shape(id).kind {
            ShapeKind::SimpleType(SimpleType::Blob) => parts.blob = true,
            ShapeKind::SimpleType(SimpleType::Timestamp) => parts.timestamp = true,
            ShapeKind::SimpleType(SimpleType::BigInteger | SimpleType::BigDecimal) => {
                parts.big_numbers = true
            }
            _ => {}
        }
    }
}
