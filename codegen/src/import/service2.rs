//! From a `service-2.json` to a Smithy model: the whole of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::ImportOptions;
use super::service2_names::{WireNames, identifier, renamed};
use super::service2_service::{self, Service2Protocol};
use super::{service2_members, service2_operations, tree};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};

/// What every part of the conversion needs to know.
pub(crate) struct Context<'d> {
    pub(crate) namespace: String,
    pub(crate) protocols: Vec<Service2Protocol>,
    /// The ids of the schemes by which the service knows its callers.
    pub(crate) auth: Vec<String>,
    pub(crate) with_documentation: bool,
    pub(crate) shapes: &'d [Entry],
    by_name: HashMap<&'d str, &'d Value>,
    /// The shapes that have another name in the model.
    renamed: BTreeMap<&'d str, String>,
    /// The shapes that operations end in.
    pub(crate) error_shapes: BTreeSet<&'d str>,
    /// The shapes that members call streams.
    pub(crate) streams: BTreeSet<&'d str>,
    /// How often each shape is referred to.
    pub(crate) references: BTreeMap<&'d str, ReferenceCounts>,
}

/// How often a shape is referred to, by kind of reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReferenceCounts {
    pub(crate) input: usize,
    pub(crate) output: usize,
    pub(crate) member: usize,
}

impl<'d> Context<'d> {
    /// The absolute id of a shape of this service.
    pub(crate) fn id(&self, name: &str) -> String {
        self.operation_id(self.renamed.get(name).map_or(name, String::as_str))
    }

    /// The absolute id of an operation, or of any other name that is not one of a shape.
    pub(crate) fn operation_id(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// The definition of a shape.
    pub(crate) fn shape(&self, name: &str) -> Option<&'d Value> {
        self.by_name.get(name).copied()
    }

    /// Whether methods, paths and headers carry members.
    pub(crate) fn is_rest(&self) -> bool {
        self.protocols.iter().any(|protocol| protocol.is_rest())
    }

    /// Whether members with another name keep theirs on the wire.
    pub(crate) fn wire_names(&self) -> WireNames {
        let keeps =
            |protocol: &Service2Protocol| protocol.is_xml() || *protocol == Service2Protocol::RestJson;
        if self.protocols.iter().all(keeps) { WireNames::Kept } else { WireNames::Lost }
    }

    /// Whether a shape is an error.
    pub(crate) fn is_error(&self, name: &str, shape: &Value) -> bool {
        self.error_shapes.contains(name) || shape.get("exception").is_some() || shape.get("error").is_some()
    }
}

/// The whole model.
pub(crate) fn model(
    errors: &mut Diagnostics,
    document: &Value,
    paginators: Option<&Value>,
    options: &ImportOptions,
) -> Value {
    let entries = |key: &str| document.get(key).and_then(Value::as_object).unwrap_or_default();
    let metadata = document.get("metadata").unwrap_or(document);
    let operations = entries("operations");
    let protocols = service2_service::protocols(errors, metadata);
    if operations.is_empty() {
        errors.push(Diagnostic::error("the service has no operations").at(document.span));
    }
    let shapes = entries("shapes");
    let name = service_name(metadata, options);
    let error_shapes = error_shapes(operations);
    let taken = operations.iter().map(|operation| operation.key.as_str()).chain([name.as_str()]);
    let renamed = renamed(errors, taken, shapes, &error_shapes);
    let context = Context {
        namespace: options.namespace.clone().unwrap_or_else(|| namespace(metadata)),
        protocols,
        auth: service2_service::auth_schemes(errors, metadata),
        with_documentation: options.with_documentation,
        shapes,
        by_name: shapes.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect(),
        renamed,
        error_shapes,
        streams: streams(shapes),
        references: references(operations, shapes),
    };
    let mut model = vec![service(&context, document, metadata, operations, &name)];
    let operation = |entry| service2_operations::operation(errors, &context, entry, paginators);
    model.extend(operations.iter().map(operation).collect::<Vec<_>>());
    model.extend(context.shapes.iter().flat_map(|entry| service2_members::shapes(errors, &context, entry)));
    tree::model("2.0", model)
}

/// The name of the service, which travels: the one asked for, or what stands behind the last dot of the `targetPrefix`.
fn service_name(metadata: &Value, options: &ImportOptions) -> String {
    let prefix = metadata.get("targetPrefix").and_then(Value::as_str);
    let name = prefix.and_then(|prefix| prefix.rsplit('.').next()).map(identifier);
    options.service.clone().or(name).unwrap_or_else(|| identifier(&service_id(metadata)))
}

/// The shapes that operations end in.
fn error_shapes(operations: &[Entry]) -> BTreeSet<&str> {
    let errors = operations.iter().filter_map(|operation| operation.value.get("errors")?.as_array());
    errors.flatten().filter_map(shape_name).collect()
}

/// The shapes that a member calls a stream.
fn streams(shapes: &[Entry]) -> BTreeSet<&str> {
    let members = shapes.iter().filter_map(|shape| shape.value.get("members")?.as_object());
    let streams = members.flatten().filter(|member| member.value.get("streaming").is_some());
    streams.filter_map(|member| shape_name(&member.value)).collect()
}

/// `com.amazonaws.` and the `serviceId`, its letters and digits in lower case.
fn namespace(metadata: &Value) -> String {
    format!("com.amazonaws.{}", identifier(&service_id(metadata).to_lowercase()))
}

/// The `serviceId` without what is no letter or digit.
pub(crate) fn service_id(metadata: &Value) -> String {
    let id = metadata.get("serviceId").or_else(|| metadata.get("endpointPrefix")).and_then(Value::as_str);
    id.unwrap_or("service").chars().filter(char::is_ascii_alphanumeric).collect()
}

fn references<'d>(operations: &'d [Entry], shapes: &'d [Entry]) -> BTreeMap<&'d str, ReferenceCounts> {
    let mut references: BTreeMap<&str, ReferenceCounts> = BTreeMap::new();
    for operation in operations {
        let io = |key: &str| operation.value.get(key).and_then(shape_name);
        io("input").into_iter().for_each(|name| references.entry(name).or_default().input += 1);
        io("output").into_iter().for_each(|name| references.entry(name).or_default().output += 1);
    }
    for shape in shapes {
        let members = shape.value.get("members").and_then(Value::as_object).unwrap_or_default();
        let elements = ["member", "key", "value"].into_iter().filter_map(|key| shape.value.get(key));
        for name in members.iter().map(|member| &member.value).chain(elements).filter_map(shape_name) {
            references.entry(name).or_default().member += 1;
        }
    }
    references
}

/// The name under `shape` of a reference.
pub(crate) fn shape_name(reference: &Value) -> Option<&str> {
    reference.get("shape").and_then(Value::as_str)
}

fn service(
    context: &Context<'_>,
    document: &Value,
    metadata: &Value,
    operations: &[Entry],
    name: &str,
) -> Entry {
    let version = metadata.get("apiVersion").and_then(Value::as_str).unwrap_or_default();
    let mut names: Vec<&str> = operations.iter().map(|entry| entry.key.as_str()).collect();
    names.sort_unstable();
    let targets = names.iter().map(|name| tree::target(context.operation_id(name))).collect();
    let mut entries = vec![
        tree::entry("type", tree::string("service")),
        tree::entry("version", tree::string(version)),
        tree::entry("operations", tree::array(targets)),
    ];
    entries.extend(tree::traits(service2_service::service_traits(context, document, metadata)));
    tree::entry(context.operation_id(name), tree::object(entries))
}
