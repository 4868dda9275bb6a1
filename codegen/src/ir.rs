//! The crate in Rust's words: what `lower` decides and `emit` prints.

pub(crate) mod checks;
pub(crate) mod condition;
mod deprecation;
mod docs;
pub(crate) mod operation;
pub(crate) mod pages;
pub(crate) mod patterns;
mod presence;
pub(crate) mod rules;
pub(crate) mod service;
mod shapes;
pub(crate) mod tables;
pub(crate) mod value_type;

pub(crate) use self::deprecation::{DeprecatedTypes, Deprecation};
pub(crate) use self::docs::{
    Doc, DocLink, ExampleArguments, ExampleBuilder, ExampleValue, FirstRequest, FrontPage, LinkKind,
};
use self::operation::Operation;
pub(crate) use self::presence::{DefaultValue, DefaultWriter, DocumentDefault, Presence, TimestampText};
use self::service::ServiceFacts;
pub(crate) use self::shapes::{
    Alias, Build, Density, Derives, Enum, EnumValue, ErrorFacts, ErrorParty, Field, IntEnum, Item, Structure,
    TimestampEncoding, Type, Union, Variant,
};
use self::tables::SharedChecks;
use crate::names::FieldName;

/// A whole crate.
#[derive(Clone, Debug)]
pub(crate) struct Crate {
    /// The form of the output.
    pub(crate) layout: OutputForm,
    /// The package's name.
    pub(crate) package: String,
    /// The service's shape id.
    pub(crate) model: String,
    /// The command that writes the output anew: one line for a comment.
    pub(crate) command: String,
    /// What is known of the service beside its operations.
    pub(crate) service: ServiceFacts,
    /// The front page.
    pub(crate) docs: FrontPage,
    /// Operations by name.
    pub(crate) operations: Vec<Operation>,
    /// Types that belong to no single operation, by name.
    pub(crate) shared: Vec<SharedItem>,
    /// Which optional parts of the runtime the crate needs.
    pub(crate) runtime: RuntimeParts,
    /// What the protocol fixes.
    pub(crate) protocol: Protocol,
    /// What checks share: functions, patterns, rules, key tables.
    pub(crate) checked: SharedChecks,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutputForm {
    /// A crate: a manifest and a tree of files.
    Crate,
    /// One file for `include!` inside a module of another crate.
    Module,
}

/// A type that belongs to no single operation.
#[derive(Clone, Debug)]
pub(crate) struct SharedItem {
    /// The module that holds it.
    pub(crate) module: FieldName,
    /// The type.
    pub(crate) item: Item,
}

/// How requests travel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    /// `aws.protocols#awsJson1_0` or `awsJson1_1`: everything in one JSON body, the operation in a header.
    AwsJson {
        /// What stands before the operation's name in `X-Amz-Target`.
        target_prefix: String,
        /// `application/x-amz-json-1.1` or `1.0`.
        content_type: &'static str,
    },
    /// `smithy.protocols#rpcv2Json`: everything in one JSON body, the operation in the path.
    RpcV2Json {
        /// The service's name in the path.
        service: String,
    },
    /// Another one: types and their JSON are generated, requests are not.
    Other,
}

/// What bodies are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Codec {
    /// JSON text.
    #[default]
    Json,
    /// CBOR.
    Cbor,
}

/// The runtime's modules that only some models need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuntimeParts {
    /// The codec.
    pub(crate) codec: Codec,
    /// `Blob` and base64.
    pub(crate) blob: bool,
    /// `Timestamp`.
    pub(crate) timestamp: bool,
    /// `BigInteger` and `BigDecimal`.
    pub(crate) big_numbers: bool,
    /// Constraints that walk lists and maps.
    pub(crate) collections: bool,
    /// Patterns.
    pub(crate) patterns: bool,
    /// Conditions, and rules on members.
    pub(crate) conditions: bool,
    /// The evaluator of JMESPath.
    pub(crate) evaluator: bool,
    /// Forms of strings.
    pub(crate) forms: bool,
    /// Keys by cases.
    pub(crate) keys: bool,
    /// Listings in pages.
    pub(crate) pages: bool,
    /// Endpoints by region.
    pub(crate) regions: bool,
    /// The awsJson protocols.
    pub(crate) aws_json: bool,
    /// rpcv2Json.
    pub(crate) rpc_v2_json: bool,
}
