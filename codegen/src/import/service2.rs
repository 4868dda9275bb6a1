//! From a `service-2.json` to a Smithy model: the service and its operations.

use std::collections::BTreeMap;

use super::ImportOptions;
use super::service2_traits::{documentation, warn_of_unknown_keys};
use super::{service2_members, tree};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};

/// What every part of the conversion needs to know.
pub(crate) struct Context<'d> {
    pub(crate) namespace: String,
    pub(crate) protocol: Service2Protocol,
    pub(crate) with_documentation: bool,
    pub(crate) shapes: &'d [Entry],
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

/// The protocols of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service2Protocol {
    Json10,
    Json11,
    RestJson,
    RestXml,
    Query,
    Ec2,
}

impl Service2Protocol {
    fn of(metadata: &Value) -> Option<Self> {
        let text = |key: &str| metadata.get(key).and_then(Value::as_str);
        Some(match (text("protocol")?, text("jsonVersion")) {
            ("json", Some("1.0")) => Self::Json10,
            ("json", _) => Self::Json11,
            ("rest-json", _) => Self::RestJson,
            ("rest-xml", _) => Self::RestXml,
            ("query", _) => Self::Query,
            ("ec2", _) => Self::Ec2,
            _ => return None,
        })
    }

    fn trait_id(self) -> &'static str {
        match self {
            Self::Json10 => "aws.protocols#awsJson1_0",
            Self::Json11 => "aws.protocols#awsJson1_1",
            Self::RestJson => "aws.protocols#restJson1",
            Self::RestXml => "aws.protocols#restXml",
            Self::Query => "aws.protocols#awsQuery",
            Self::Ec2 => "aws.protocols#ec2Query",
        }
    }

    /// Whether methods, paths and headers carry members.
    pub(crate) fn is_rest(self) -> bool {
        matches!(self, Self::RestJson | Self::RestXml)
    }
}

impl Context<'_> {
    /// The absolute id of a shape of this service.
    pub(crate) fn id(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// The definition of a shape.
    pub(crate) fn shape(&self, name: &str) -> Option<&Value> {
        self.shapes.iter().find(|entry| entry.key == name).map(|entry| &entry.value)
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
    let Some(protocol) = Service2Protocol::of(metadata) else {
        errors.push(
            Diagnostic::error("`metadata` names no protocol that is known")
                .at(metadata.span)
                .help("`protocol` is one of json, rest-json, rest-xml, query and ec2"),
        );
        return tree::empty();
    };
    if operations.is_empty() {
        errors.push(Diagnostic::error("the service has no operations").at(document.span));
    }
    let context = Context {
        namespace: options.namespace.clone().unwrap_or_else(|| namespace(metadata)),
        protocol,
        with_documentation: options.with_documentation,
        shapes: entries("shapes"),
        references: references(operations, entries("shapes")),
    };
    let mut shapes = vec![service(&context, document, metadata, operations, options)];
    shapes.extend(operations.iter().map(|entry| operation(errors, &context, entry, paginators)));
    shapes.extend(context.shapes.iter().flat_map(|entry| service2_members::shapes(errors, &context, entry)));
    tree::model(shapes)
}

/// `com.amazonaws.` and the `serviceId`, its letters and digits in lower case.
fn namespace(metadata: &Value) -> String {
    format!("com.amazonaws.{}", service_id(metadata).to_lowercase())
}

/// The `serviceId` without what is no letter or digit.
fn service_id(metadata: &Value) -> String {
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
    options: &ImportOptions,
) -> Entry {
    let text = |key: &str| metadata.get(key).and_then(Value::as_str);
    let name = options.service.clone().or_else(|| text("targetPrefix").map(str::to_owned));
    let mut names: Vec<&str> = operations.iter().map(|entry| entry.key.as_str()).collect();
    names.sort_unstable();
    let targets = names.iter().map(|name| tree::target(context.id(name))).collect();
    let mut entries = vec![
        tree::entry("type", tree::string("service")),
        tree::entry("version", tree::string(text("apiVersion").unwrap_or_default())),
        tree::entry("operations", tree::array(targets)),
    ];
    entries.extend(tree::traits(service_traits(context, document, metadata)));
    tree::entry(context.id(&name.unwrap_or_else(|| service_id(metadata))), tree::object(entries))
}

fn service_traits(context: &Context<'_>, document: &Value, metadata: &Value) -> Vec<Entry> {
    let text = |key: &str| metadata.get(key).and_then(Value::as_str);
    let named = |key: &str, name: &str| text(name).map(|value| tree::entry(key, tree::string(value)));
    let api: Vec<Entry> = [named("sdkId", "serviceId"), named("endpointPrefix", "endpointPrefix")]
        .into_iter()
        .flatten()
        .collect();
    let mut traits = vec![
        tree::entry("aws.api#service", tree::object(api)),
        tree::entry(context.protocol.trait_id(), tree::empty()),
    ];
    if text("signatureVersion").is_some_and(|version| version.contains("v4")) {
        let name = text("signingName").or_else(|| text("endpointPrefix")).unwrap_or_default();
        traits
            .push(tree::entry("aws.auth#sigv4", tree::object(vec![tree::entry("name", tree::string(name))])));
    }
    traits.extend(text("serviceFullName").map(|title| tree::entry("smithy.api#title", tree::string(title))));
    traits.extend(text("xmlNamespace").map(|uri| {
        tree::entry("smithy.api#xmlNamespace", tree::object(vec![tree::entry("uri", tree::string(uri))]))
    }));
    traits.extend(documentation(context, document));
    traits
}

fn operation(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    entry: &Entry,
    paginators: Option<&Value>,
) -> Entry {
    let value = &entry.value;
    let io = |key: &str| {
        let name = value.get(key).and_then(shape_name);
        tree::entry(key, tree::target(name.map_or("smithy.api#Unit".to_owned(), |name| context.id(name))))
    };
    let mut entries = vec![tree::entry("type", tree::string("operation")), io("input"), io("output")];
    let errors_of_operation = value.get("errors").and_then(Value::as_array).unwrap_or_default();
    if !errors_of_operation.is_empty() {
        // AWS's models list them by name, whatever its case.
        let mut names: Vec<&str> = errors_of_operation.iter().filter_map(shape_name).collect();
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup();
        let targets = names.into_iter().map(|name| tree::target(context.id(name))).collect();
        entries.push(tree::entry("errors", tree::array(targets)));
    }
    let mut traits = operation_traits(context, value);
    traits.extend(paginated(paginators, &entry.key));
    entries.extend(tree::traits(traits));
    warn_of_unknown_keys(errors, value, OPERATION_KEYS, &entry.key);
    tree::entry(context.id(&entry.key), tree::object(entries))
}

/// The keys of an operation that are used, or left out on purpose: routing, tests and other protocols' details.
const OPERATION_KEYS: &[&str] = &[
    "name",
    "http",
    "input",
    "output",
    "errors",
    "documentation",
    "documentationUrl",
    "authtype",
    "auth",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "idempotent",
    "readonly",
    "endpoint",
    "httpChecksumRequired",
    "httpChecksum",
    "unsignedPayload",
    "endpointdiscovery",
    "endpointoperation",
    "staticContextParams",
    "operationContextParams",
    "requestcompression",
    "alias",
    "internal",
];

fn operation_traits(context: &Context<'_>, value: &Value) -> Vec<Entry> {
    let mut traits = super::service2_traits::common_traits(context, value);
    let unsigned = value.get("authtype").and_then(Value::as_str);
    match unsigned {
        Some("none") => {
            traits.push(tree::entry("smithy.api#auth", tree::array(Vec::new())));
            traits.push(tree::entry("smithy.api#optionalAuth", tree::empty()));
        }
        Some("v4-unsigned-body") => traits.push(tree::entry("aws.auth#unsignedPayload", tree::empty())),
        _ => {}
    }
    if context.protocol.is_rest() {
        traits.extend(value.get("http").map(|http| tree::entry("smithy.api#http", http_binding(http))));
    }
    let flags = [("idempotent", "smithy.api#idempotent"), ("readonly", "smithy.api#readonly")];
    for (key, id) in flags {
        traits.extend(value.get(key).map(|_| tree::entry(id, tree::empty())));
    }
    let prefix = value.get("endpoint").and_then(|endpoint| endpoint.get("hostPrefix"));
    traits.extend(prefix.map(|prefix| {
        tree::entry("smithy.api#endpoint", tree::object(vec![tree::entry("hostPrefix", prefix.clone())]))
    }));
    traits
}

fn http_binding(http: &Value) -> Value {
    let mut entries = Vec::new();
    entries.extend(http.get("method").map(|method| tree::entry("method", method.clone())));
    entries.extend(http.get("requestUri").map(|uri| tree::entry("uri", uri.clone())));
    entries.push(tree::entry("code", http.get("responseCode").cloned().unwrap_or_else(|| tree::number(200))));
    tree::object(entries)
}

/// `paginated`, from the file that lies beside.
fn paginated(paginators: Option<&Value>, operation: &str) -> Option<Entry> {
    let pages = paginators?.get("pagination")?.get(operation)?;
    let keys = [
        ("inputToken", "input_token"),
        ("outputToken", "output_token"),
        ("items", "result_key"),
        ("pageSize", "limit_key"),
    ];
    // Lists of tokens or items have no form in Smithy.
    let entries: Vec<Entry> = keys
        .into_iter()
        .filter_map(|(ours, theirs)| Some(tree::entry(ours, tree::string(pages.get(theirs)?.as_str()?))))
        .collect();
    (!entries.is_empty()).then(|| tree::entry("smithy.api#paginated", tree::object(entries)))
}
