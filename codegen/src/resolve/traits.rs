//! Traits, typed: each that some stage uses is a field, parsed once; a value of the wrong form is an error.

pub mod documentation;
pub mod http;
pub mod service;

use indexmap::IndexMap;

use self::documentation::{
    Deprecated, Example, ExternalPage, Recommended, SpannedText, Unstable, UnstableFeature,
};
use self::http::{Http, HttpBinding, Xml};
use self::service::{AuthTrait, AwsService, ProtocolTrait};
use super::enum_trait::EnumDefinition;
use super::graph::ShapeId;
use super::raw::PRELUDE;
use crate::diagnostics::Span;
use crate::json::Value;

/// The traits of one shape or member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// Every trait as it is written, by id: for listings of all of them.
    pub written: IndexMap<ShapeId, Value>,
    /// `documentation`.
    pub documentation: Option<SpannedText>,
    /// Where documentation stands that is still to be written, which is none.
    pub documentation_stub: Option<Span>,
    /// `deprecated`.
    pub deprecated: Option<Deprecated>,
    /// `recommended`.
    pub recommended: Option<Recommended>,
    /// `externalDocumentation`, in order.
    pub external_documentation: Vec<ExternalPage>,
    /// `examples`.
    pub examples: Vec<Example>,
    /// `title`.
    pub title: Option<String>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `since`.
    pub since: Option<String>,
    /// `unstable`.
    pub unstable: Option<Unstable>,
    /// `unstableFeatures`.
    pub unstable_features: Vec<UnstableFeature>,
    /// `internal`.
    pub internal: bool,
    /// `suppress`: the ids of validation events.
    pub suppress: Vec<String>,
    /// `required`.
    pub required: bool,
    /// `default`, unless it is `null`.
    pub default: Option<Value>,
    /// `clientOptional`.
    pub client_optional: bool,
    /// `length`.
    pub length: Option<Length>,
    /// `range`.
    pub range: Option<Range>,
    /// `pattern`, as it is written.
    pub pattern: Option<SpannedText>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `smithy.contracts#conditions`.
    pub conditions: Vec<Condition>,
    /// `sparse`.
    pub sparse: bool,
    /// `sensitive`.
    pub sensitive: bool,
    /// `streaming`.
    pub streaming: bool,
    /// `input`.
    pub input: bool,
    /// `output`.
    pub output: bool,
    /// `idempotencyToken`.
    pub idempotency_token: bool,
    /// `enumValue` of an enum's member, or the name of the member where it has none.
    pub enum_value: Option<String>,
    /// `enumValue` of an intEnum's member.
    pub int_enum_value: Option<i32>,
    /// `enum` of Smithy 1.0, whose values the members of an enum hold.
    pub(super) enum_definitions: Vec<EnumDefinition>,
    /// `error`.
    pub error: Option<ErrorFault>,
    /// `httpError`.
    pub http_error: Option<u16>,
    /// `retryable`.
    pub retryable: Option<Retryable>,
    /// `timestampFormat`.
    pub timestamp_format: Option<TimestampFormat>,
    /// `jsonName`.
    pub json_name: Option<String>,
    /// `mediaType`.
    pub media_type: Option<String>,
    /// `aws.protocols#ec2QueryName`.
    pub ec2_query_name: Option<String>,
    /// `xmlName` and the other traits of XML.
    pub xml: Xml,
    /// `http`.
    pub http: Option<Http>,
    /// The part of an HTTP message that a member is bound to: `httpLabel`, `httpQuery` and so on.
    pub http_binding: Option<HttpBinding>,
    /// `hostLabel`.
    pub host_label: bool,
    /// The `hostPrefix` of `endpoint`.
    pub host_prefix: Option<String>,
    /// `auth`, in order; an empty list means none is needed.
    pub auth: Option<Vec<ShapeId>>,
    /// `optionalAuth`.
    pub optional_auth: bool,
    /// The authentication schemes that a service supports, by the ids of their traits.
    pub auth_schemes: Vec<AuthTrait>,
    /// `aws.protocols#awsQueryCompatible`.
    pub aws_query_compatible: bool,
    /// The `code` of `aws.protocols#awsQueryError`.
    pub aws_query_error: Option<String>,
    /// Its `httpResponseCode`.
    pub aws_query_status: Option<u16>,
    /// The `noErrorWrapping` of `aws.protocols#restXml`.
    pub no_error_wrapping: bool,
    /// `aws.customizations#s3UnwrappedXmlOutput`.
    pub unwrapped_xml_output: bool,
    /// The protocols that a service speaks, by the ids of their traits.
    pub protocols: Vec<ProtocolTrait>,
    /// `aws.api#service`.
    pub aws_service: Option<AwsService>,
    /// `readonly`.
    pub readonly: bool,
    /// `idempotent`.
    pub idempotent: Option<Idempotent>,
    /// `paginated`, with what the service's own `paginated` gives already folded in.
    pub paginated: Option<Paginated>,
    /// `trait`.
    pub trait_definition: Option<TraitDefinition>,
    /// `idRef`.
    pub id_ref: Option<IdRef>,
}

/// `length`: bounds in characters (strings), bytes (blobs) or elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least, if bounded.
    pub min: Option<u64>,
    /// The greatest, if bounded.
    pub max: Option<u64>,
}

/// `range`: bounds as they are written, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least, if bounded.
    pub min: Option<String>,
    /// The greatest, if bounded.
    pub max: Option<String>,
}

/// A condition that values must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its name.
    pub name: String,
    /// The JMESPath expression that must give `true`.
    pub expression: String,
    /// What it is for.
    pub documentation: String,
    /// Where the expression is written.
    pub span: Span,
}

/// `error`: who is at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorFault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// `retryable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retryable {
    /// Whether there were too many requests.
    pub throttling: bool,
}

/// How a timestamp is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number.
    EpochSeconds,
    /// RFC 3339, UTC.
    DateTime,
    /// IMF-fixdate of RFC 9110.
    HttpDate,
}

/// `paginated`; paths of members, separated by dots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paginated {
    /// The input member that takes the token.
    pub input_token: Option<String>,
    /// Where the output holds the next token.
    pub output_token: Option<String>,
    /// Where the output holds the page's items.
    pub items: Option<String>,
    /// The input member that bounds a page.
    pub page_size: Option<String>,
}

/// `idempotent`: the errors that say that the work was done already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Idempotent {
    /// Those of `exists`, then those of `notFound`, each with the place of its list.
    pub errors: Vec<(ShapeId, Span)>,
}

/// `trait`: what makes a shape the definition of a trait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TraitDefinition {
    /// The selector of the shapes that may have the trait.
    pub selector: Option<String>,
}

/// The traits that mark the shape of an inline collection, which has no name of its own: of Smithy 1.75 and before.
const INLINE_COLLECTION: [&str; 2] = ["smithy.api#synthetic", "smithy.synthetic#generated"];

/// Whether a trait marks the shape of an inline collection.
pub(super) fn marks_inline_collection(id: &ShapeId) -> bool {
    INLINE_COLLECTION.contains(&id.as_str())
}

/// `idRef`: the text is the id of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdRef {
    /// What the shape matches.
    pub selector: String,
    /// Whether the shape must exist.
    pub fail_when_missing: bool,
    /// What is said if it does not.
    pub error_message: Option<String>,
}

impl Traits {
    /// Whether the shape stands for an inline collection, `[String]` or `{String: String}`, and was named by a tool.
    pub fn is_inline_collection(&self) -> bool {
        self.written.keys().any(marks_inline_collection)
    }

    /// The traits of a namespace as they are written, by id: for namespaces whose traits are not typed here.
    pub fn in_namespace(&self, namespace: &str) -> impl Iterator<Item = (&ShapeId, &Value)> {
        self.written.iter().filter(move |(id, _)| id.namespace() == namespace)
    }

    /// A trait of the prelude as it is written.
    pub(super) fn prelude(&self, name: &str) -> Option<&Value> {
        self.written.get(format!("{PRELUDE}{name}").as_str())
    }
}
