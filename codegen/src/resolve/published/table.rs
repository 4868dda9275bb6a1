//! The table of traits.

use super::TraitUse::{self, Ignored, OfProtocols, Read, Unsupported, UnsupportedMember};
use crate::resolve::traits::service::ProtocolTrait;

/// Traits that the tool treats alike, by their names.
type Group = (TraitUse, &'static str);

const AI: TraitUse = Ignored("it is for language models that call a service");
const DEFINITIONS: TraitUse = Ignored("it is about definitions of traits, which give no code");
const DEPLOYMENT: TraitUse =
    Ignored("it is about how a service is deployed, which changes no request and no type");
const INDEXES: TraitUse = Ignored("no binary protocol of numbered members is published yet");
const RESOURCES: TraitUse = Ignored("it describes resources, which give no code of their own");
const TESTS: TraitUse =
    Ignored("it holds tests for generators, which the suite of this tool reads, not the tool");

const HTTP: TraitUse = OfProtocols(
    &[ProtocolTrait::RestJson1, ProtocolTrait::RestXml],
    "protocols that bind members to parts of HTTP messages alone have it",
);
const JSON: TraitUse =
    OfProtocols(&[ProtocolTrait::RestJson1], "awsJson names members in JSON as the model does");
const QUERY: TraitUse = OfProtocols(&[ProtocolTrait::Ec2Query], "ec2Query alone has it");
const XML: TraitUse = OfProtocols(
    &[ProtocolTrait::RestXml, ProtocolTrait::AwsQuery, ProtocolTrait::Ec2Query],
    "protocols that write XML alone have it",
);

const API_KEY: TraitUse = Unsupported("the service wants a header `x-api-key`, which whoever sends must add");
const CHECKSUMS: TraitUse =
    UnsupportedMember("responseAlgorithms", "checksums of responses are not compared with their bodies");
const CHUNKS: TraitUse = Unsupported("bodies are not sent in signed chunks");
const CORS: TraitUse = Unsupported("answers carry no headers for browsers of other origins");
const ENDPOINTS: TraitUse =
    Unsupported("rules for endpoints are not evaluated: hosts are the prefix, the region and its domain");
const MQTT: TraitUse = Unsupported("MQTT is not spoken");
const STREAMS: TraitUse = Unsupported(
    "a blob is held in memory as a whole, and an operation with a stream of events has no request and no reader",
);
const UNSIGNED: TraitUse = Unsupported("requests are not signed here: whoever signs leaves the body out");

/// All namespaces with what is done with each of their traits.
pub(super) const NAMESPACES: &[(&str, &[Group])] = &[
    (
        "aws.api",
        &[
            (Read, "service"),
            (RESOURCES, "arn arnReference controlPlane data dataPlane tagEnabled taggable"),
            (ENDPOINTS, "clientDiscoveredEndpoint clientEndpointDiscovery clientEndpointDiscoveryId"),
            (CHUNKS, "awsChunked"),
        ],
    ),
    (
        "aws.apigateway",
        &[
            (API_KEY, "apiKeyRequired"),
            (
                DEPLOYMENT,
                "apiGatewayConfig apiKeySource apiTlsPolicy authorizer authorizers endpointConfiguration \
                 gatewayResponses integration minimumCompressionSize mockIntegration requestValidator resourcePolicy",
            ),
        ],
    ),
    (
        "aws.auth",
        &[
            (Read, "cognitoUserPools sigv4 sigv4a"),
            (DEPLOYMENT, "cognitoUserPoolsScopes"),
            (UNSIGNED, "unsignedPayload"),
        ],
    ),
    (
        "aws.cloudformation",
        &[(
            DEPLOYMENT,
            "cfnAdditionalIdentifier cfnDefaultValue cfnExcludeProperty cfnMutability cfnName cfnResource",
        )],
    ),
    ("aws.customizations", &[(XML, "s3UnwrappedXmlOutput")]),
    (
        "aws.endpoints",
        &[(
            ENDPOINTS,
            "dualStackOnlyEndpoints endpointsModifier rulesBasedEndpoints standardPartitionalEndpoints \
             standardRegionalEndpoints",
        )],
    ),
    (
        "aws.iam",
        &[(
            DEPLOYMENT,
            "actionName actionPermissionDescription conditionKeyValue conditionKeys defineConditionKeys \
             disableConditionKeyInference iamAction iamResource requiredActions serviceResolvedConditionKeys \
             supportedPrincipalTypes",
        )],
    ),
    (
        "aws.protocols",
        &[
            (
                Read,
                "awsJson1_0 awsJson1_1 awsQuery awsQueryCompatible awsQueryError ec2Query restJson1 restXml",
            ),
            (QUERY, "ec2QueryName"),
            (CHECKSUMS, "httpChecksum"),
        ],
    ),
    ("smithy.ai", &[(AI, "prompts")]),
    ("smithy.api", PRELUDE),
    ("smithy.contracts", &[(Read, "conditions")]),
    ("smithy.mqtt", &[(MQTT, "mqttJson publish subscribe topicLabel")]),
    ("smithy.openapi", &[(Ignored("it is for conversions to OpenAPI"), "specificationExtension")]),
    ("smithy.protocols", &[(Read, "rpcv2Cbor rpcv2Json"), (INDEXES, "idx indexed")]),
    (
        "smithy.rules",
        &[
            (
                ENDPOINTS,
                "clientContextParams contextParam endpointBdd endpointRuleSet operationContextParams \
                 staticContextParams",
            ),
            (TESTS, "endpointTests"),
        ],
    ),
    ("smithy.synthetic", &[(Read, "generated")]),
    (
        "smithy.test",
        &[(
            TESTS,
            "eventStreamTests httpMalformedRequestTests httpRequestTests httpResponseTests smokeTests",
        )],
    ),
    ("smithy.waiters", &[(Ignored("nothing is sent here, so there is nothing to wait for"), "waitable")]),
];

/// Smithy's own traits.
pub(super) const PRELUDE: &[Group] = &[
    (
        Read,
        "auth box clientOptional default deprecated documentation endpoint enum enumValue error examples \
         externalDocumentation hostLabel httpApiKeyAuth httpBasicAuth httpBearerAuth httpChecksumRequired httpDigestAuth httpError idRef idempotencyToken idempotent \
         input internal length longPoll mixin nestedProperties noReplace notProperty optionalAuth output paginated \
         pattern private range readonly recommended required requiresLength retryable sensitive since sparse suppress \
         synthetic tags timestampFormat title trait uniqueItems unstable unstableFeatures",
    ),
    (Ignored("`default` alone decides what a member is"), "addedDefault"),
    (DEFINITIONS, "authDefinition metadata protocolDefinition traitValidators unitType"),
    (RESOURCES, "property references resourceIdentifier"),
    (
        HTTP,
        "http httpHeader httpLabel httpPayload httpPrefixHeaders httpQuery httpQueryParams httpResponseCode mediaType",
    ),
    (JSON, "jsonName"),
    (XML, "xmlAttribute xmlFlattened xmlName xmlNamespace"),
    (Read, "requestCompression"),
    (CORS, "cors"),
    (STREAMS, "eventHeader eventPayload streaming"),
];
