//! Every trait that Smithy publishes, and whether the tool reads it; what is ignored is so on purpose.

use super::graph::ShapeId;

/// The traits of one namespace.
struct Namespace {
    name: &'static str,
    /// Those that the tool reads.
    read: &'static [&'static str],
    /// Those that it ignores, each group with the reason.
    ignored: &'static [(&'static str, &'static [&'static str])],
}

/// What the tool does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraitUse {
    /// It reads it.
    Read,
    /// It ignores it, for this reason.
    Ignored(&'static str),
}

/// What the tool does with a trait that Smithy publishes, up to version 1.75.
pub fn trait_use(id: &ShapeId) -> Option<TraitUse> {
    let namespace = NAMESPACES.iter().find(|namespace| namespace.name == id.namespace())?;
    if namespace.read.contains(&id.name()) {
        return Some(TraitUse::Read);
    }
    let group = namespace.ignored.iter().find(|(_, names)| names.contains(&id.name()))?;
    Some(TraitUse::Ignored(group.0))
}

/// The names of the prelude's traits, for near names.
pub(super) fn prelude_names() -> impl Iterator<Item = &'static str> {
    let prelude = NAMESPACES.iter().filter(|namespace| namespace.name == "smithy.api");
    prelude.flat_map(|Namespace { read, ignored, .. }| {
        read.iter().chain(ignored.iter().flat_map(|(_, names)| *names)).copied()
    })
}

const DEPLOYMENT: &str = "it is about how a service is deployed, which changes no request and no type";
const DEFINITIONS: &str = "it is about definitions of traits, which give no code";
const HOSTS: &str = "rules for endpoints are not evaluated: who calls gives the endpoint";
const RESOURCES: &str = "it describes resources, which give no code of their own";
const TESTS: &str = "it holds tests for generators, which the suite of this tool reads, not the tool";
const TRANSPORT: &str = "it is about how messages are sent, which HTTP clients do";

/// All namespaces, by name.
const NAMESPACES: &[Namespace] = &[
    Namespace {
        name: "aws.api",
        read: &["service"],
        ignored: &[
            (
                RESOURCES,
                &["arn", "arnReference", "controlPlane", "data", "dataPlane", "tagEnabled", "taggable"],
            ),
            (HOSTS, &["clientDiscoveredEndpoint", "clientEndpointDiscovery", "clientEndpointDiscoveryId"]),
            (TRANSPORT, &["awsChunked"]),
        ],
    },
    Namespace {
        name: "aws.apigateway",
        read: &[],
        ignored: &[(
            DEPLOYMENT,
            &[
                "apiGatewayConfig",
                "apiKeyRequired",
                "apiKeySource",
                "apiTlsPolicy",
                "authorizer",
                "authorizers",
                "endpointConfiguration",
                "gatewayResponses",
                "integration",
                "minimumCompressionSize",
                "mockIntegration",
                "requestValidator",
                "resourcePolicy",
            ],
        )],
    },
    Namespace {
        name: "aws.auth",
        read: &["sigv4", "sigv4a"],
        ignored: &[
            (DEPLOYMENT, &["cognitoUserPools", "cognitoUserPoolsScopes"]),
            ("requests are not signed here", &["unsignedPayload"]),
        ],
    },
    Namespace {
        name: "aws.cloudformation",
        read: &[],
        ignored: &[(
            DEPLOYMENT,
            &[
                "cfnAdditionalIdentifier",
                "cfnDefaultValue",
                "cfnExcludeProperty",
                "cfnMutability",
                "cfnName",
                "cfnResource",
            ],
        )],
    },
    Namespace {
        name: "aws.customizations",
        read: &[],
        ignored: &[("only one operation of Amazon S3 has it", &["s3UnwrappedXmlOutput"])],
    },
    Namespace {
        name: "aws.endpoints",
        read: &[],
        ignored: &[(
            HOSTS,
            &[
                "dualStackOnlyEndpoints",
                "endpointsModifier",
                "rulesBasedEndpoints",
                "standardPartitionalEndpoints",
                "standardRegionalEndpoints",
            ],
        )],
    },
    Namespace {
        name: "aws.iam",
        read: &[],
        ignored: &[(
            DEPLOYMENT,
            &[
                "actionName",
                "actionPermissionDescription",
                "conditionKeyValue",
                "conditionKeys",
                "defineConditionKeys",
                "disableConditionKeyInference",
                "iamAction",
                "iamResource",
                "requiredActions",
                "serviceResolvedConditionKeys",
                "supportedPrincipalTypes",
            ],
        )],
    },
    Namespace {
        name: "aws.protocols",
        read: &["awsJson1_0", "awsJson1_1", "awsQuery", "ec2Query", "restJson1", "restXml"],
        ignored: &[
            ("requests are not written in AWS's query protocols", &["awsQueryError", "ec2QueryName"]),
            ("errors are told apart by their types", &["awsQueryCompatible"]),
            (TRANSPORT, &["httpChecksum"]),
        ],
    },
    Namespace {
        name: "smithy.ai",
        read: &[],
        ignored: &[("it is for language models that call a service", &["prompts"])],
    },
    PRELUDE,
    Namespace { name: "smithy.contracts", read: &["conditions"], ignored: &[] },
    Namespace {
        name: "smithy.mqtt",
        read: &[],
        ignored: &[("MQTT is not spoken", &["mqttJson", "publish", "subscribe", "topicLabel"])],
    },
    Namespace {
        name: "smithy.openapi",
        read: &[],
        ignored: &[("it is for conversions to OpenAPI", &["specificationExtension"])],
    },
    Namespace {
        name: "smithy.protocols",
        read: &["rpcv2Cbor"],
        ignored: &[
            ("no binary protocol of numbered members is published yet", &["idx", "indexed"]),
            ("requests are not written in this protocol", &["rpcv2Json"]),
        ],
    },
    Namespace {
        name: "smithy.rules",
        read: &[],
        ignored: &[(
            HOSTS,
            &[
                "clientContextParams",
                "contextParam",
                "endpointBdd",
                "endpointRuleSet",
                "endpointTests",
                "operationContextParams",
                "staticContextParams",
            ],
        )],
    },
    Namespace { name: "smithy.synthetic", read: &["generated"], ignored: &[] },
    Namespace {
        name: "smithy.test",
        read: &[],
        ignored: &[(
            TESTS,
            &[
                "eventStreamTests",
                "httpMalformedRequestTests",
                "httpRequestTests",
                "httpResponseTests",
                "smokeTests",
            ],
        )],
    },
    Namespace {
        name: "smithy.waiters",
        read: &[],
        ignored: &[("nothing is sent here, so there is nothing to wait for", &["waitable"])],
    },
];

/// Smithy's own traits.
const PRELUDE: Namespace = Namespace {
    name: "smithy.api",
    read: &[
        "auth",
        "box",
        "clientOptional",
        "default",
        "deprecated",
        "documentation",
        "endpoint",
        "enum",
        "enumValue",
        "error",
        "eventHeader",
        "eventPayload",
        "examples",
        "externalDocumentation",
        "hostLabel",
        "http",
        "httpApiKeyAuth",
        "httpBasicAuth",
        "httpBearerAuth",
        "httpChecksumRequired",
        "httpDigestAuth",
        "httpError",
        "httpHeader",
        "httpLabel",
        "httpPayload",
        "httpPrefixHeaders",
        "httpQuery",
        "httpQueryParams",
        "httpResponseCode",
        "idRef",
        "idempotencyToken",
        "idempotent",
        "input",
        "internal",
        "jsonName",
        "length",
        "longPoll",
        "mediaType",
        "mixin",
        "nestedProperties",
        "noReplace",
        "notProperty",
        "optionalAuth",
        "output",
        "paginated",
        "pattern",
        "private",
        "range",
        "readonly",
        "recommended",
        "required",
        "requiresLength",
        "retryable",
        "sensitive",
        "since",
        "sparse",
        "streaming",
        "suppress",
        "synthetic",
        "tags",
        "timestampFormat",
        "title",
        "trait",
        "uniqueItems",
        "unitType",
        "unstable",
        "unstableFeatures",
        "xmlAttribute",
        "xmlFlattened",
        "xmlName",
        "xmlNamespace",
    ],
    ignored: &[
        ("`default` alone decides what a member is", &["addedDefault"]),
        (DEFINITIONS, &["authDefinition", "metadata", "protocolDefinition", "traitValidators"]),
        (RESOURCES, &["property", "references", "resourceIdentifier"]),
        (TRANSPORT, &["cors", "requestCompression"]),
    ],
};
