//! The rules of published traits, whose definitions no model contains.

use super::Breaking;
use super::rules::{BreakingRule, kinds, path};
use crate::resolve::graph::ShapeId;

/// The rules of one or more traits: the changes, and the part of the value that they are about.
struct PublishedRules {
    /// Their ids.
    traits: &'static [&'static str],
    /// Each with what it says.
    rules: &'static [(&'static str, &'static str, Breaking)],
}

const ANY: &[(&str, &str, Breaking)] = &[("any", "", Breaking::Yes)];
const PRESENCE: &[(&str, &str, Breaking)] = &[("presence", "", Breaking::Yes)];
const REMOVE: &[(&str, &str, Breaking)] = &[("remove", "", Breaking::Yes)];

const PUBLISHED: &[PublishedRules] = &[
    PublishedRules {
        traits: &[
            "aws.cloudformation#cfnName",
            "aws.endpoints#dualStackOnlyEndpoints",
            "aws.endpoints#rulesBasedEndpoints",
            "aws.endpoints#standardPartitionalEndpoints",
            "aws.protocols#awsQueryError",
            "smithy.api#endpoint",
            "smithy.api#error",
            "smithy.api#eventHeader",
            "smithy.api#eventPayload",
            "smithy.api#hostLabel",
            "smithy.api#httpError",
            "smithy.api#httpHeader",
            "smithy.api#httpPrefixHeaders",
            "smithy.api#httpQuery",
            "smithy.api#httpQueryParams",
            "smithy.api#httpResponseCode",
            "smithy.api#jsonName",
            "smithy.api#nestedProperties",
            "smithy.api#streaming",
            "smithy.api#timestampFormat",
            "smithy.api#xmlAttribute",
            "smithy.api#xmlFlattened",
            "smithy.api#xmlName",
            "smithy.api#xmlNamespace",
            "smithy.mqtt#publish",
            "smithy.mqtt#subscribe",
        ],
        rules: ANY,
    },
    PublishedRules {
        traits: &[
            "aws.cloudformation#cfnResource",
            "aws.endpoints#endpointsModifier",
            "smithy.api#authDefinition",
            "smithy.api#enum",
            "smithy.api#httpLabel",
            "smithy.api#httpPayload",
            "smithy.api#input",
            "smithy.api#output",
            "smithy.api#protocolDefinition",
            "smithy.api#requiresLength",
            "smithy.api#sparse",
        ],
        rules: PRESENCE,
    },
    PublishedRules {
        traits: &[
            "aws.api#awsChunked",
            "aws.auth#sigv4",
            "aws.auth#sigv4a",
            "aws.cloudformation#cfnAdditionalIdentifier",
            "aws.endpoints#standardRegionalEndpoints",
            "smithy.api#addedDefault",
            "smithy.api#cors",
            "smithy.api#httpApiKeyAuth",
            "smithy.api#httpBasicAuth",
            "smithy.api#httpBearerAuth",
            "smithy.api#httpDigestAuth",
            "smithy.api#idempotencyToken",
            "smithy.api#idempotent",
            "smithy.api#mediaType",
            "smithy.api#optionalAuth",
            "smithy.api#readonly",
            "smithy.api#resourceIdentifier",
            "smithy.api#retryable",
        ],
        rules: REMOVE,
    },
    PublishedRules { traits: &["smithy.api#internal"], rules: &[("remove", "", Breaking::Warned)] },
    PublishedRules { traits: &["smithy.api#uniqueItems"], rules: &[("presence", "", Breaking::Warned)] },
    PublishedRules {
        traits: &["aws.cloudformation#cfnExcludeProperty", "smithy.api#notProperty"],
        rules: &[("add", "", Breaking::Yes)],
    },
    PublishedRules {
        traits: &["smithy.api#trait"],
        rules: &[
            ("presence", "", Breaking::Yes),
            ("any", "/structurallyExclusive", Breaking::Yes),
            ("update", "/conflicts", Breaking::Warned),
        ],
    },
    PublishedRules {
        traits: &["smithy.openapi#specificationExtension"],
        rules: &[("presence", "", Breaking::Yes), ("any", "/as", Breaking::Yes)],
    },
    PublishedRules {
        traits: &["aws.protocols#httpChecksum"],
        rules: &[
            ("remove", "", Breaking::Yes),
            ("remove", "/requestAlgorithmMember", Breaking::Yes),
            ("remove", "/requestValidationModeMember", Breaking::Yes),
            ("remove", "/responseAlgorithms/member", Breaking::Yes),
        ],
    },
    PublishedRules {
        traits: &["smithy.api#requestCompression"],
        rules: &[
            ("remove", "", Breaking::Yes),
            ("remove", "/encodings", Breaking::Yes),
            ("remove", "/encodings/member", Breaking::Yes),
            ("update", "/encodings/member", Breaking::Yes),
            ("add", "/encodings/member", Breaking::Warned),
        ],
    },
    PublishedRules {
        traits: &["smithy.api#property"],
        rules: &[("remove", "", Breaking::Yes), ("update", "", Breaking::Yes)],
    },
    PublishedRules { traits: &["smithy.protocols#idx"], rules: &[("update", "", Breaking::Yes)] },
    PublishedRules {
        traits: &["smithy.api#pattern"],
        rules: &[("add", "", Breaking::Warned), ("update", "", Breaking::Warned)],
    },
    PublishedRules {
        traits: &["smithy.api#paginated"],
        rules: &[
            ("remove", "", Breaking::Yes),
            ("update", "/inputToken", Breaking::Yes),
            ("update", "/outputToken", Breaking::Yes),
            ("remove", "/items", Breaking::Yes),
            ("add", "/items", Breaking::Warned),
            ("update", "/items", Breaking::Warned),
            ("update", "/pageSize", Breaking::Yes),
            ("remove", "/pageSize", Breaking::Yes),
        ],
    },
    PublishedRules {
        traits: &["smithy.api#http"],
        rules: &[
            ("remove", "", Breaking::Yes),
            ("update", "/method", Breaking::Yes),
            ("update", "/uri", Breaking::Yes),
            ("update", "/code", Breaking::Yes),
            ("presence", "/code", Breaking::Yes),
        ],
    },
];

/// The rules of a published trait.
pub(super) fn of(id: &ShapeId) -> Vec<BreakingRule> {
    let published = PUBLISHED.iter().find(|published| published.traits.contains(&id.as_str()));
    let rules = published.map_or(&[][..], |published| published.rules);
    let rule = |&(change, pointer, breaking): &(&str, &str, Breaking)| BreakingRule {
        kinds: kinds(change),
        path: path(pointer),
        breaking,
        message: None,
    };
    rules.iter().map(rule).collect()
}
