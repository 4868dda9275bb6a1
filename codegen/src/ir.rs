//! The crate in Rust's words: what `lower` decides and `emit` prints.

pub(crate) mod binding;
pub(crate) mod checks;
pub(crate) mod condition;
mod deprecation;
mod docs;
mod errors;
mod layout;
pub(crate) mod operation;
pub(crate) mod pages;
pub(crate) mod patterns;
mod presence;
pub(crate) mod rules;
pub(crate) mod service;
mod shapes;
pub(crate) mod tables;
mod travel;
mod types;
pub(crate) mod value_type;

use self::binding::OperationRoute;
pub(crate) use self::deprecation::{DeprecatedTypes, Deprecation};
pub(crate) use self::docs::{
    Doc, DocLink, ExampleAnswer, ExampleBuilder, ExampleFit, ExampleRequest, ExampleValue, ExampleWrapper,
    FirstRequest, FrontPage, LinkKind,
};
pub(crate) use self::errors::{ErrorFacts, ErrorParty, Retry};
pub(crate) use self::layout::{Namespace, XmlLayout, XmlPlace};
use self::operation::Operation;
pub(crate) use self::presence::{
    DefaultValue, DefaultWriter, DocumentDefault, Presence, TimestampText, TokenDemand,
};
use self::service::ServiceFacts;
pub(crate) use self::shapes::{
    Alias, Build, Derives, Enum, EnumValue, Field, IntEnum, Item, Structure, Union, Variant,
};
use self::tables::SharedChecks;
pub(crate) use self::travel::{Directions, TimestampEncoding};
pub(crate) use self::types::{Density, Type};
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
    /// The page of texts that several members share, if there are any.
    pub(crate) values: Option<Doc>,
    /// Operations, in the order of the names of their types.
    pub(crate) operations: Vec<Operation>,
    /// Types that belong to no single operation, by name.
    pub(crate) shared: Vec<SharedItem>,
    /// Which optional parts of the runtime the crate needs.
    pub(crate) runtime: RuntimeParts,
    /// What messages need; nothing where they are not written.
    pub(crate) protocol: Option<Protocol>,
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

/// What the messages of a service need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Protocol {
    /// The file of the runtime that makes them.
    pub(crate) form: MessageForm,
    /// The name of the service on the wire.
    pub(crate) service: String,
    /// What that file needs to know of the service, by the names that it has there.
    pub(crate) facts: Vec<(&'static str, ServiceFact)>,
}

/// How messages are made: a file of the runtime for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageForm {
    /// Everything in one body, the operation in the header `X-Amz-Target`.
    AwsJson,
    /// Everything in one body, the operation in the path.
    RpcV2,
    /// Members at their places in HTTP messages, the others in a JSON body.
    RestJson,
    /// Requests in a form, the operation a parameter; responses in XML, in an element of their own.
    AwsQuery,
    /// Requests in a form, the operation a parameter; responses in XML.
    Ec2Query,
    /// Each member at its place in the path, the query, headers or the body, which is XML.
    RestXml,
}

/// What messages need to know of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ServiceFact {
    /// A text.
    Text(String),
    /// Whether something holds.
    Flag(bool),
    /// Which requests call which operation.
    Routes(Vec<OperationRoute>),
}

/// What bodies are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Codec {
    /// JSON text.
    #[default]
    Json,
    /// CBOR.
    Cbor,
    /// XML.
    Xml,
    /// A form, as only requests are.
    Form,
}

/// The runtime's modules that only some models need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RuntimeParts {
    /// What bodies are made of, those of requests aside.
    pub(crate) codec: Codec,
    /// What the bodies of requests are made of.
    pub(crate) request_codec: Codec,
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
    /// The messages of the awsJson protocols.
    pub(crate) aws_json: bool,
    /// The messages of the rpcv2 protocols.
    pub(crate) rpc_v2: bool,
    /// The messages of restJson1.
    pub(crate) rest_json: bool,
    /// The messages of ec2Query, and not those of awsQuery, where requests are forms.
    pub(crate) ec2_query: bool,
    /// MD5 of requests.
    pub(crate) md5: bool,
    /// Checksums of requests by an algorithm that the caller chooses.
    pub(crate) checksums: bool,
    /// Members that are part of the host.
    pub(crate) virtual_hosts: bool,
    /// The messages of restXml.
    pub(crate) rest_xml: bool,
    /// Strings of media types in headers.
    pub(crate) header_base64: bool,
}
