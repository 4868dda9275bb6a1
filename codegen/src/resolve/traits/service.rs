//! Traits of services: protocols, authentication, and those of AWS.

use crate::json::Value;
use crate::resolve::graph::ShapeId;

/// A protocol that the tool knows by its trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtocolTrait {
    /// `aws.protocols#awsJson1_0`.
    AwsJson10,
    /// `aws.protocols#awsJson1_1`.
    AwsJson11,
    /// `aws.protocols#restJson1`.
    RestJson1,
    /// `aws.protocols#restXml`.
    RestXml,
    /// `aws.protocols#awsQuery`.
    AwsQuery,
    /// `aws.protocols#ec2Query`.
    Ec2Query,
    /// `smithy.protocols#rpcv2Cbor`.
    Rpcv2Cbor,
    /// `smithy.protocols#rpcv2Json`.
    Rpcv2Json,
}

/// Every protocol with the id of its trait.
const PROTOCOLS: [(ProtocolTrait, &str); 8] = [
    (ProtocolTrait::AwsJson10, "aws.protocols#awsJson1_0"),
    (ProtocolTrait::AwsJson11, "aws.protocols#awsJson1_1"),
    (ProtocolTrait::RestJson1, "aws.protocols#restJson1"),
    (ProtocolTrait::RestXml, "aws.protocols#restXml"),
    (ProtocolTrait::AwsQuery, "aws.protocols#awsQuery"),
    (ProtocolTrait::Ec2Query, "aws.protocols#ec2Query"),
    (ProtocolTrait::Rpcv2Cbor, "smithy.protocols#rpcv2Cbor"),
    (ProtocolTrait::Rpcv2Json, "smithy.protocols#rpcv2Json"),
];

impl ProtocolTrait {
    /// The protocol whose trait has this id.
    pub(in crate::resolve) fn of_trait(id: &str) -> Option<Self> {
        PROTOCOLS.iter().find(|(_, known)| *known == id).map(|&(protocol, _)| protocol)
    }

    /// The id of its trait.
    pub fn id(self) -> &'static str {
        PROTOCOLS.iter().find(|(protocol, _)| *protocol == self).map_or("", |&(_, id)| id)
    }

    /// Its name: the id of its trait without the namespace.
    pub fn name(self) -> &'static str {
        self.id().rsplit('#').next().unwrap_or_default()
    }
}

/// How a request shows who sends it
/// ([Smithy 2.0, authentication traits](https://smithy.io/2.0/spec/authentication-traits.html)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthTrait {
    /// `aws.auth#sigv4`, with the name of the service that goes into the signature.
    SigV4(Option<String>),
    /// `aws.auth#sigv4a`, likewise.
    SigV4A(Option<String>),
    /// `httpBearerAuth`.
    HttpBearer,
    /// `httpBasicAuth`.
    HttpBasic,
    /// `httpDigestAuth`.
    HttpDigest,
    /// `httpApiKeyAuth`, with the name of the header or parameter that holds the key.
    HttpApiKey(Option<String>),
    /// Any other, by the id of its trait.
    Other(ShapeId),
}

/// What stands among schemes where none is needed.
const NO_AUTH: &str = "smithy.api#noAuth";

/// Schemes of AWS that the tool knows by their ids alone.
const OTHER_SCHEMES: [&str; 1] = ["aws.auth#cognitoUserPools"];

impl AuthTrait {
    /// Whether it is known to be a scheme without the definition of its trait.
    pub(in crate::resolve) fn is_known(&self) -> bool {
        match self {
            Self::Other(id) => OTHER_SCHEMES.contains(&id.as_str()),
            _ => true,
        }
    }

    /// Whether it says that none is needed.
    pub(in crate::resolve) fn is_none(&self) -> bool {
        matches!(self, Self::Other(id) if id.as_str() == NO_AUTH)
    }

    /// The scheme of a trait, with its value where a service has it.
    pub(in crate::resolve) fn of_trait(id: &ShapeId, value: Option<&Value>) -> Self {
        let name = || Some(value?.get("name")?.as_str()?.to_owned());
        match id.as_str() {
            "aws.auth#sigv4" => Self::SigV4(name()),
            "aws.auth#sigv4a" => Self::SigV4A(name()),
            "smithy.api#httpBearerAuth" => Self::HttpBearer,
            "smithy.api#httpBasicAuth" => Self::HttpBasic,
            "smithy.api#httpDigestAuth" => Self::HttpDigest,
            "smithy.api#httpApiKeyAuth" => Self::HttpApiKey(name()),
            _ => Self::Other(id.clone()),
        }
    }
}

/// `aws.api#service`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwsService {
    /// `sdkId`.
    pub sdk_id: Option<String>,
    /// `endpointPrefix`.
    pub endpoint_prefix: Option<String>,
    /// `arnNamespace`.
    pub arn_namespace: Option<String>,
    /// `cloudFormationName`.
    pub cloud_formation_name: Option<String>,
    /// `docId`.
    pub doc_id: Option<String>,
}
