//! From a `service-2.json` to a Smithy model: protocols, and what else a service says of itself.

use super::service2::{Context, service_id};
use super::service2_traits::documentation;
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};

/// The protocols of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service2Protocol {
    Json10,
    Json11,
    RestJson,
    RestXml,
    Query,
    Ec2,
    Rpcv2Cbor,
    Rpcv2Json,
}

impl Service2Protocol {
    fn of(name: &str, metadata: &Value) -> Option<Self> {
        let version = metadata.get("jsonVersion").and_then(Value::as_str);
        Some(match name {
            "json" if version == Some("1.0") => Self::Json10,
            "json" => Self::Json11,
            "rest-json" => Self::RestJson,
            "rest-xml" => Self::RestXml,
            "query" => Self::Query,
            "ec2" => Self::Ec2,
            "smithy-rpc-v2-cbor" => Self::Rpcv2Cbor,
            "smithy-rpc-v2-json" => Self::Rpcv2Json,
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
            Self::Rpcv2Cbor => "smithy.protocols#rpcv2Cbor",
            Self::Rpcv2Json => "smithy.protocols#rpcv2Json",
        }
    }

    /// Whether methods, paths and headers carry members.
    pub(crate) fn is_rest(self) -> bool {
        matches!(self, Self::RestJson | Self::RestXml)
    }

    /// Whether members have names in XML or in forms.
    pub(crate) fn is_xml(self) -> bool {
        matches!(self, Self::RestXml | Self::Query | Self::Ec2)
    }
}

/// The protocols that a service speaks; those that are not known are named in an error, or in a warning where others
/// are known.
pub(crate) fn protocols(errors: &mut Diagnostics, metadata: &Value) -> Vec<Service2Protocol> {
    let listed = metadata.get("protocols").and_then(Value::as_array).unwrap_or_default();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for value in metadata.get("protocol").into_iter().chain(listed) {
        let name = value.as_str().unwrap_or_default();
        match Service2Protocol::of(name, metadata) {
            Some(protocol) if !known.contains(&protocol) => known.push(protocol),
            Some(_) => {}
            None => unknown.push((name, value.span)),
        }
    }
    if known.is_empty() && unknown.is_empty() {
        errors.push(Diagnostic::error("`metadata` names no protocol").at(metadata.span).help(HELP));
    }
    for (name, span) in unknown {
        let message = format!("the protocol `{name}` is not known");
        let diagnostic = match known.is_empty() {
            true => Diagnostic::error(message).help(HELP),
            false => Diagnostic::warning(message + ", and is left out"),
        };
        errors.push(diagnostic.at(span));
    }
    known
}

const HELP: &str =
    "known are json, rest-json, rest-xml, query, ec2, smithy-rpc-v2-cbor and smithy-rpc-v2-json";

/// The schemes by which a service knows its callers, the first before the others.
pub(crate) fn auth_schemes(errors: &mut Diagnostics, metadata: &Value) -> Vec<String> {
    let listed = metadata.get("auth").and_then(Value::as_array).unwrap_or_default();
    let listed: Vec<String> = listed.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let Some(signature) = metadata.get("signatureVersion").filter(|_| listed.is_empty()) else {
        return listed;
    };
    match signature.as_str().unwrap_or_default() {
        version if version.contains("v4") || version == "s3" => vec![SIGV4.to_owned()],
        "bearer" => vec![BEARER.to_owned()],
        "none" => vec![NO_AUTH.to_owned()],
        version => {
            let message =
                format!("the signature version `{version}` has no trait in Smithy, and is left out");
            errors.push(Diagnostic::warning(message).at(signature.span));
            Vec::new()
        }
    }
}

const SIGV4: &str = "aws.auth#sigv4";
const BEARER: &str = "smithy.api#httpBearerAuth";
pub(crate) const NO_AUTH: &str = "smithy.api#noAuth";

/// The traits of the service.
pub(crate) fn service_traits(context: &Context<'_>, document: &Value, metadata: &Value) -> Vec<Entry> {
    let text = |key: &str| metadata.get(key).and_then(Value::as_str);
    let named = |key: &str, name: &str| text(name).map(|value| tree::entry(key, tree::string(value)));
    let api = [named("sdkId", "serviceId"), named("endpointPrefix", "endpointPrefix")];
    let mut traits = vec![tree::entry("aws.api#service", tree::object(api.into_iter().flatten().collect()))];
    let protocol = |protocol: &Service2Protocol| tree::entry(protocol.trait_id(), http_versions(metadata));
    traits.extend(context.protocols.iter().map(protocol));
    if metadata.get("awsQueryCompatible").is_some() {
        traits.push(tree::entry("aws.protocols#awsQueryCompatible", tree::empty()));
    }
    traits.extend(auth_traits(context, metadata));
    traits.extend(text("serviceFullName").map(|title| tree::entry("smithy.api#title", tree::string(title))));
    traits.extend(super::service2_traits::xml_namespace(metadata));
    traits.extend(documentation(context, document));
    traits
}

/// The value of a protocol's trait: the versions of HTTP that streams of events need.
fn http_versions(metadata: &Value) -> Value {
    let h2 = metadata.get("protocolSettings").and_then(|settings| settings.get("h2")).is_some();
    let list = |names: &[&str]| tree::array(names.iter().copied().map(tree::string).collect());
    let entries = || {
        vec![tree::entry("http", list(&["h2", "http/1.1"])), tree::entry("eventStreamHttp", list(&["h2"]))]
    };
    if h2 { tree::object(entries()) } else { tree::empty() }
}

fn auth_traits(context: &Context<'_>, metadata: &Value) -> Vec<Entry> {
    let text = |key: &str| metadata.get(key).and_then(Value::as_str).map(str::to_owned);
    let name =
        || text("signingName").or_else(|| text("endpointPrefix")).unwrap_or_else(|| service_id(metadata));
    let schemes = context.auth.iter().filter(|scheme| *scheme != NO_AUTH);
    let value = |id: &str| match id.starts_with("aws.auth#sigv4") {
        true => tree::object(vec![tree::entry("name", tree::string(name()))]),
        false => tree::empty(),
    };
    let mut traits: Vec<Entry> = schemes.clone().map(|id| tree::entry(id.as_str(), value(id))).collect();
    if schemes.clone().count() != 1 && !context.auth.is_empty() {
        let order = schemes.map(tree::string).collect();
        traits.push(tree::entry("smithy.api#auth", tree::array(order)));
    }
    traits
}
