//! What each trait is about, as far as those who know another version of a model depend on it.

use crate::resolve::graph::ShapeId;
use crate::resolve::traits::service::ProtocolTrait;

/// What a trait is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TraitEffect {
    /// Whether a member must be there.
    Required,
    /// What stands for a member that is not there.
    Default,
    /// Whether clients must know that a member is there.
    ClientOptional,
    /// A default that a later version added.
    AddedDefault,
    /// The bounds of a length.
    Length,
    /// The bounds of a number.
    Range,
    /// The form of a text.
    Pattern,
    /// Whether the elements of a list differ.
    UniqueItems,
    /// The values of an enum.
    EnumValues,
    /// Whether a collection may hold nothing for an element.
    Sparse,
    /// How messages are written, in any protocol.
    WireForm,
    /// How JSON is written.
    JsonForm,
    /// How XML is written.
    XmlForm,
    /// Which part of an HTTP message holds what.
    HttpForm,
    /// A protocol.
    Protocol,
    /// A scheme by which requests are authenticated.
    AuthScheme,
    /// Which schemes of the service an operation accepts.
    AuthChoice,
    /// Whether a request may come without authentication.
    OptionalAuth,
    /// Where listings have their pages.
    Pages,
    /// Whether a request may be repeated, and what an error says about it.
    Repetition,
    /// Whether a structure is an error, and whose fault it is.
    Error,
    /// What must not be shown.
    Sensitive,
    /// What should no longer be used.
    Deprecation,
    /// Rules over several members.
    Rules,
    /// What people read.
    Documentation,
    /// Whether a structure is the input or output of one operation.
    Dedicated,
    /// Anything else.
    Other,
}

/// Every trait that is about something, by its id.
const EFFECTS: &[(TraitEffect, &[&str])] = &[
    (TraitEffect::Required, &["smithy.api#required"]),
    (TraitEffect::Default, &["smithy.api#default"]),
    (TraitEffect::ClientOptional, &["smithy.api#clientOptional"]),
    (TraitEffect::AddedDefault, &["smithy.api#addedDefault", "smithy.api#box"]),
    (TraitEffect::Length, &["smithy.api#length"]),
    (TraitEffect::Range, &["smithy.api#range"]),
    (TraitEffect::Pattern, &["smithy.api#pattern"]),
    (TraitEffect::UniqueItems, &["smithy.api#uniqueItems"]),
    (TraitEffect::EnumValues, &["smithy.api#enum", "smithy.api#enumValue"]),
    (TraitEffect::Sparse, &["smithy.api#sparse"]),
    (
        TraitEffect::WireForm,
        &[
            "smithy.api#endpoint",
            "smithy.api#eventHeader",
            "smithy.api#eventPayload",
            "smithy.api#hostLabel",
            "smithy.api#streaming",
            "smithy.api#timestampFormat",
            "smithy.protocols#idx",
            "smithy.protocols#indexed",
        ],
    ),
    (TraitEffect::JsonForm, &["smithy.api#jsonName"]),
    (
        TraitEffect::XmlForm,
        &[
            "aws.protocols#awsQueryError",
            "aws.protocols#ec2QueryName",
            "smithy.api#xmlAttribute",
            "smithy.api#xmlFlattened",
            "smithy.api#xmlName",
            "smithy.api#xmlNamespace",
        ],
    ),
    (
        TraitEffect::HttpForm,
        &[
            "smithy.api#http",
            "smithy.api#httpError",
            "smithy.api#httpHeader",
            "smithy.api#httpLabel",
            "smithy.api#httpPayload",
            "smithy.api#httpPrefixHeaders",
            "smithy.api#httpQuery",
            "smithy.api#httpQueryParams",
            "smithy.api#httpResponseCode",
        ],
    ),
    (
        TraitEffect::Protocol,
        &[
            "aws.protocols#awsJson1_0",
            "aws.protocols#awsJson1_1",
            "aws.protocols#awsQuery",
            "aws.protocols#ec2Query",
            "aws.protocols#restJson1",
            "aws.protocols#restXml",
            "smithy.protocols#rpcv2Cbor",
            "smithy.protocols#rpcv2Json",
        ],
    ),
    (
        TraitEffect::AuthScheme,
        &[
            "aws.auth#sigv4",
            "aws.auth#sigv4a",
            "smithy.api#httpApiKeyAuth",
            "smithy.api#httpBasicAuth",
            "smithy.api#httpBearerAuth",
            "smithy.api#httpDigestAuth",
        ],
    ),
    (TraitEffect::AuthChoice, &["smithy.api#auth"]),
    (TraitEffect::OptionalAuth, &["smithy.api#optionalAuth"]),
    (TraitEffect::Pages, &["smithy.api#paginated"]),
    (
        TraitEffect::Repetition,
        &[
            "smithy.api#idempotencyToken",
            "smithy.api#idempotent",
            "smithy.api#readonly",
            "smithy.api#retryable",
        ],
    ),
    (TraitEffect::Error, &["smithy.api#error"]),
    (TraitEffect::Sensitive, &["smithy.api#sensitive"]),
    (TraitEffect::Deprecation, &["smithy.api#deprecated"]),
    (TraitEffect::Rules, &["smithy.contracts#conditions"]),
    (
        TraitEffect::Documentation,
        &[
            "smithy.api#documentation",
            "smithy.api#examples",
            "smithy.api#externalDocumentation",
            "smithy.api#recommended",
            "smithy.api#since",
            "smithy.api#suppress",
            "smithy.api#tags",
            "smithy.api#title",
            "smithy.api#unstable",
            "smithy.api#unstableFeatures",
        ],
    ),
    (TraitEffect::Dedicated, &["smithy.api#input", "smithy.api#output"]),
];

/// The namespace of the rules of this tool.
const RULES: &str = "smithygen.rules";

impl TraitEffect {
    /// What the trait of an id is about.
    pub(super) fn of(id: &ShapeId) -> Self {
        let known = EFFECTS.iter().find(|(_, ids)| ids.contains(&id.as_str()));
        match known {
            Some((effect, _)) => *effect,
            None if id.namespace() == RULES => Self::Rules,
            None => Self::Other,
        }
    }

    /// Whether messages of a protocol depend on what is about the form of messages.
    pub fn is_respected_by(self, protocol: ProtocolTrait) -> bool {
        use ProtocolTrait::{AwsQuery, Ec2Query, RestJson1, RestXml};
        match self {
            Self::JsonForm => protocol == RestJson1,
            Self::XmlForm => matches!(protocol, AwsQuery | Ec2Query | RestXml),
            Self::HttpForm => matches!(protocol, RestJson1 | RestXml),
            _ => true,
        }
    }
}
