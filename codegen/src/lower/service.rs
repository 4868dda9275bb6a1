//! What is known of a service beside its operations: its endpoints, and its name in signatures.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::setup::Setup;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::service::{Domain, Endpoints, ServiceFacts};
use crate::json::{self, Value};
use crate::resolve::graph::{Model, Shape};
use crate::resolve::traits::service::AuthTrait;

/// The metadata key of the table of partitions.
const PARTITIONS: &str = "smithygen.partitions";

/// The tables for models that have none.
const DEFAULT_TABLES: &str = include_str!("../../../models/partitions.json");

/// What a model says of a service; a table of partitions or a prefix that cannot be used is pushed to `errors`.
pub(super) fn facts(errors: &mut Diagnostics, setup: &Setup<'_>) -> ServiceFacts {
    let (model, service) = (setup.model, &*setup.service);
    let signing_name = service.traits.auth_schemes.iter().find_map(|scheme| match scheme {
        AuthTrait::SigV4(name) | AuthTrait::SigV4A(name) => name.clone(),
        _ => None,
    });
    let virtual_hosts = setup.virtual_hosts.clone();
    ServiceFacts { signing_name, endpoints: endpoints(errors, model, service), virtual_hosts }
}

/// Whether the service has endpoints in the regions of AWS.
pub(super) fn has_endpoints(service: &Shape) -> bool {
    service.traits.aws_service.as_ref().is_some_and(|service| service.endpoint_prefix.is_some())
}

/// The endpoints, where the service has a prefix.
fn endpoints(errors: &mut Diagnostics, model: &Model, service: &Shape) -> Option<Endpoints> {
    let prefix = service.traits.aws_service.as_ref()?.endpoint_prefix.clone()?;
    if !is_domain(&prefix) {
        let message = format!("`endpointPrefix` must be the beginning of a host, and `{prefix}` is none");
        errors.push(Diagnostic::error(message).at(service.span).shape(&service.id));
        return None;
    }
    let table = table(model, PARTITIONS);
    let Some(domains) = domains(&table) else {
        let message = format!(
            "`{PARTITIONS}` must be a list of objects, each with `regions` and the domains `dnsSuffix` and \
             `dualStackDnsSuffix`"
        );
        errors.push(Diagnostic::error(message).at(table.span));
        return None;
    };
    Some(Endpoints { prefix, domains })
}

/// A table of the metadata; ours, where the model has none.
pub(super) fn table<'m>(model: &'m Model, key: &str) -> Cow<'m, Value> {
    model.metadata.get(key).map(Cow::Borrowed).unwrap_or_else(|| {
        let default = json::parse(DEFAULT_TABLES, 0).expect("our own tables are JSON");
        let metadata = default.get("metadata").and_then(|metadata| metadata.get(key));
        Cow::Owned(metadata.expect("our own table is under its key").clone())
    })
}

/// The domains of a table of partitions, if it has the form of one: the more of a region's name fits, the earlier.
fn domains(table: &Value) -> Option<Vec<Domain>> {
    let mut domains = Vec::new();
    for partition in table.as_array()? {
        let domain = |key| partition.get(key)?.as_str().filter(|domain| is_domain(domain));
        let (suffix, dual_stack_suffix) = (domain("dnsSuffix")?, domain("dualStackDnsSuffix")?);
        for region in partition.get("regions")?.as_array()? {
            domains.push(Domain {
                region_prefix: region.as_str()?.to_owned(),
                suffix: suffix.to_owned(),
                dual_stack_suffix: dual_stack_suffix.to_owned(),
            });
        }
    }
    domains.sort_by_key(|domain| Reverse(domain.region_prefix.len()));
    Some(domains)
}

/// Whether a text is labels of a host name with dots between them.
pub(super) fn is_domain(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split('.').all(|label| (1..=63).contains(&label.len()) && label.chars().all(is_letter))
}
