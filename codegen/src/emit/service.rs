//! The module of what is known of a service beside its operations.

use super::output::{Module, Visibility};
use super::source::{Import, Source, literal};
use crate::ir::binding::OperationRoute;
use crate::ir::service::{Endpoints, ServiceFacts, VirtualHosts};
use crate::ir::{Crate, Protocol, ServiceFact};

/// The module `service`, if something is known.
pub(crate) fn module(krate: &Crate) -> Option<Module<'_>> {
    let facts = &krate.service;
    (*facts != ServiceFacts::default())
        .then(|| Module::written("service", |src| items(src, facts)).visible(Visibility::Public))
}

fn items(src: &mut Source, facts: &ServiceFacts) {
    src.front("Where the service is reached, and what signatures call it.");
    if let Some(name) = &facts.signing_name {
        constant(
            src,
            "SIGNING_NAME",
            name,
            "The name of the service in signatures (AWS Signature Version 4).",
        );
    }
    if let Some(endpoints) = &facts.endpoints {
        let Endpoints { prefix, domains: _ } = endpoints;
        constant(src, "ENDPOINT_PREFIX", prefix, "What stands before the region in the host of the service.");
        functions(src, endpoints, facts.virtual_hosts.as_ref());
    }
    if let Some(hosts) = &facts.virtual_hosts {
        accelerated(src, hosts);
    }
}

/// The endpoints that all regions share.
fn accelerated(src: &mut Source, VirtualHosts { label, accelerated, .. }: &VirtualHosts) {
    src.separate();
    src.comment("The endpoints of transfer acceleration, which serve all regions: the usual one, and the one for IPv6 too.");
    src.comment(format_args!(
        "They take requests with a `{label}` of lower-case letters, digits and hyphens."
    ));
    let count = accelerated.len();
    src.nest(
        format_args!("pub const ACCELERATED_ENDPOINTS: [&str; {count}] = ["),
        |src| accelerated.iter().for_each(|url| src.line(format_args!("{},", literal(url)))),
        "];",
    );
}

fn constant(src: &mut Source, name: &str, value: &str, docs: &str) {
    src.separate();
    src.comment(docs);
    src.line(format_args!("pub const {name}: &str = {};", literal(value)));
}

fn functions(src: &mut Source, endpoints: &Endpoints, hosts: Option<&VirtualHosts>) {
    let wire = src.name(Import::Wire);
    let result = format!("Result<{wire}::Endpoint, {wire}::InvalidEndpoint>");
    let errors = ["", "# Errors", "", "The name is no name of a region."];
    src.separate();
    src.comment("The endpoint of the service in a region, such as `eu-west-1`.");
    errors.iter().for_each(|line| src.comment(line));
    src.block(format_args!("pub fn endpoint(region: &str) -> {result}"), |src| {
        src.line(format_args!("endpoint_variant(region, {wire}::EndpointVariant::Standard)"));
    });
    src.separate();
    src.comment("One of the endpoints of the service in a region. Not every region has every one of them.");
    errors.iter().for_each(|line| src.comment(line));
    let head = format!("pub fn endpoint_variant(region: &str, variant: {wire}::EndpointVariant) -> {result}");
    src.block(head, |src| {
        let (function, label) = match hosts {
            Some(hosts) => ("labelled_in_region", format!("{}, ", literal(&hosts.dual_stack_label))),
            None => ("in_region", String::new()),
        };
        let arguments = format!("ENDPOINT_PREFIX, {label}region, variant, &DOMAINS");
        src.line(format_args!("{wire}::Endpoint::{function}({arguments})"));
    });
    src.separate();
    src.comment("The domains of regions, by what their names begin with.");
    let count = endpoints.domains.len();
    src.nest(
        format_args!("static DOMAINS: [(&str, [&str; 2]); {count}] = ["),
        |src| {
            for domain in &endpoints.domains {
                let [prefix, suffix, dual_stack] =
                    [&domain.region_prefix, &domain.suffix, &domain.dual_stack_suffix]
                        .map(|text| literal(text));
                src.line(format_args!("({prefix}, [{suffix}, {dual_stack}]),"));
            }
        },
        "];",
    );
}

/// The module of what the runtime's protocol needs to know of the service.
pub(crate) fn protocol_facts(protocol: &Protocol) -> Module<'_> {
    Module::written("protocol_facts", |src| facts(src, protocol))
}

fn route(src: &mut Source, OperationRoute { name, http }: &OperationRoute) {
    let (wire, name) = (src.name(Import::Wire), literal(name));
    let (method, uri) = (literal(&http.method), literal(&http.uri));
    src.line(format_args!("{wire}::Route {{ name: {name}, method: {method}, uri: {uri} }},"));
}

fn facts(src: &mut Source, protocol: &Protocol) {
    src.front("What the protocol needs to know of the service.");
    let service = format!("{}::protocol::own::Service", src.root());
    src.nest(
        format_args!("pub(crate) const SERVICE: {service} = {service} {{"),
        |src| {
            for (name, fact) in &protocol.facts {
                match fact {
                    ServiceFact::Text(text) => src.line(format_args!("{name}: {},", literal(text))),
                    ServiceFact::Flag(holds) => src.line(format_args!("{name}: {holds},")),
                    ServiceFact::Routes(routes) => {
                        let each = |src: &mut Source| routes.iter().for_each(|it| route(src, it));
                        src.nest(format_args!("{name}: &["), each, "],");
                    }
                }
            }
        },
        "};",
    );
}
