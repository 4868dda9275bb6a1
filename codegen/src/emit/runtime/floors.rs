//! The tables of the runtime: its folders, their parts, and what each shows of them.

use super::floors_of_codec::{CODEC, has_one_codec, is_cbor, is_xml, reads_json, sends_forms};
use super::floors_of_validation::VALIDATION;
use super::floors_of_wire::WIRE;
use crate::emit::output::Visibility;
use crate::ir::RuntimeParts;

/// A folder at the root of generated crates.
pub(super) struct Floor {
    pub(super) name: &'static str,
    pub(super) visibility: Visibility,
    pub(super) folder: &'static Folder,
}

/// A folder of the runtime.
pub(super) struct Folder {
    /// What its module file says of itself.
    pub(super) docs: &'static str,
    /// Its modules, in the order of their declarations.
    pub(super) parts: &'static [Part],
    /// Lines that show what stands elsewhere.
    pub(super) shown: &'static [&'static str],
}

/// A module of the runtime.
pub(super) struct Part {
    /// Its path below the runtime.
    pub(super) path: &'static str,
    pub(super) visibility: Visibility,
    pub(super) attributes: &'static [&'static str],
    pub(super) text: PartText,
    pub(super) needed: fn(RuntimeParts) -> bool,
    /// Lines of the folder's module file that show what stands in it.
    pub(super) shown: &'static [&'static str],
}

/// What stands in a module.
pub(super) enum PartText {
    /// The text of its file.
    File(&'static str),
    /// More modules.
    Folder(&'static Folder),
    /// Nothing: only what stands elsewhere is shown.
    Elsewhere,
}

/// A private [`Part`] with the text of its file, the lines that show what stands in it last.
macro_rules! part {
    ($path:literal, $needed:expr $(, $shown:literal)*) => {
        Part {
            path: $path,
            visibility: Visibility::Private,
            attributes: &[],
            text: PartText::File(include_str!(concat!("../../../runtime/", $path, ".rs"))),
            needed: $needed,
            shown: &[$($shown),*],
        }
    };
}

pub(super) use part;

/// A private module with modules in it.
pub(super) const fn folder(
    path: &'static str,
    folder: &'static Folder,
    needed: fn(RuntimeParts) -> bool,
) -> Part {
    let text = PartText::Folder(folder);
    Part { path, visibility: Visibility::Private, attributes: &[], text, needed, shown: &[] }
}

/// Lines that show what stands elsewhere.
pub(super) const fn shown(needed: fn(RuntimeParts) -> bool, lines: &'static [&'static str]) -> Part {
    let text = PartText::Elsewhere;
    Part { path: "", visibility: Visibility::Private, attributes: &[], text, needed, shown: lines }
}

impl Part {
    pub(super) const fn visible(self, visibility: Visibility) -> Self {
        Self { visibility, ..self }
    }

    pub(super) const fn attributes(self, attributes: &'static [&'static str]) -> Self {
        Self { attributes, ..self }
    }

    pub(super) const fn shows(self, shown: &'static [&'static str]) -> Self {
        Self { shown, ..self }
    }

    /// Its own name.
    pub(super) fn name(&self) -> &'static str {
        self.path.rsplit_once('/').map_or(self.path, |(_, name)| name)
    }
}

pub(super) const ALWAYS: fn(RuntimeParts) -> bool = |_| true;

/// The folders at the root.
pub(super) const FLOORS: &[Floor] = &[
    Floor { name: "call", visibility: Visibility::Private, folder: &CALL },
    Floor { name: "codec", visibility: Visibility::Private, folder: &CODEC },
    Floor { name: "protocol", visibility: Visibility::Private, folder: &PROTOCOL },
    Floor { name: "report", visibility: Visibility::Private, folder: &REPORT },
    Floor { name: "smithy", visibility: Visibility::Public, folder: &SMITHY },
    Floor { name: "validation", visibility: Visibility::Public, folder: &VALIDATION },
    Floor { name: "wire", visibility: Visibility::Public, folder: &WIRE },
];

/// Whether the messages of some protocol are written.
pub(super) const MESSAGES: fn(RuntimeParts) -> bool =
    |parts| parts.aws_json || parts.rpc_v2 || BOUND(parts) || sends_forms(parts);

/// Whether messages are written, and read too: by clients and servers.
pub(super) const SERVED: fn(RuntimeParts) -> bool = |parts| MESSAGES(parts) && !sends_forms(parts);

/// Whether the members of messages are bound to parts of HTTP.
pub(super) const BOUND: fn(RuntimeParts) -> bool = |parts| parts.rest_json || parts.rest_xml;

/// Whether a message is one value as a whole. Only the runtime of the tool itself has both.
pub(super) const WHOLE: fn(RuntimeParts) -> bool =
    |parts| (!BOUND(parts) || parts.aws_json) && !sends_forms(parts);

/// Whether a message is one value as a whole, and messages are written.
pub(super) const WHOLE_MESSAGES: fn(RuntimeParts) -> bool = |parts| WHOLE(parts) && MESSAGES(parts);

/// Whether those of none are.
const UNWRITTEN: fn(RuntimeParts) -> bool = |parts| !MESSAGES(parts);

const CALL: Folder = Folder {
    docs: "Calls: operations, their requests and responses, and what they fail with.",
    parts: &[
        part!("call/auth", MESSAGES, "pub use self::auth::Auth;"),
        part!("call/checksum", |parts| parts.md5, "#[doc(hidden)]\npub use self::checksum::content_md5;"),
        part!(
            "call/chosen_checksum",
            |parts| parts.checksums,
            "#[doc(hidden)]\npub use self::chosen_checksum::chosen_checksum;"
        ),
        part!("call/context", MESSAGES, "pub use self::context::{Context, RequestError};"),
        part!("call/endpoint", ALWAYS, "pub use self::endpoint::{Endpoint, InvalidEndpoint};"),
        part!(
            "call/error",
            ALWAYS,
            "pub use self::error::{ErrorFacts, Fault, OperationError, Retry, ServiceError, display_error};"
        ),
        part!("call/host_prefix", MESSAGES, "pub use self::host_prefix::host_prefix;"),
        part!("call/http_date", MESSAGES),
        part!("call/operation", SERVED, "pub use self::operation::Operation;"),
        part!("call/query/operation", sends_forms, "pub use self::operation::Operation;"),
        part!("call/pages", MESSAGES, "pub use self::pages::Pages;"),
        part!(
            "call/paginator",
            |parts| parts.pages,
            "pub use self::paginator::{PageToken, Paged, Paginator, RepeatedToken};"
        ),
        part!("call/read_error", ALWAYS, "pub use self::read_error::{ErrorChoice, ErrorReader};"),
        part!("call/refusal", |parts| !sends_forms(parts)),
        part!("call/region", |parts| parts.regions, "pub use self::region::EndpointVariant;"),
        part!(
            "call/response_error",
            MESSAGES,
            "pub use self::response_error::{ResponseError, ResponseMetadata};"
        ),
        part!("call/rest", BOUND).visible(Visibility::Public),
        shown(|parts| BOUND(parts) && !WHOLE(parts), &["use self::rest as messages;"]),
        part!("call/router", SERVED, "pub use self::router::{Router, UnknownOperation, operation_name};"),
        part!("call/rpc", WHOLE_MESSAGES, "use self::rpc as messages;"),
        part!("call/unexpected_body", ALWAYS, "pub use self::unexpected_body::UnexpectedBody;"),
        part!("call/unmodeled", ALWAYS, "pub use self::unmodeled::UnmodeledError;"),
        part!(
            "call/virtual_host",
            |parts| parts.virtual_hosts,
            "#[doc(hidden)]\npub use self::virtual_host::virtual_host;"
        ),
    ],
    shown: &[],
};

const PROTOCOL: Folder = Folder {
    docs: "Protocols, a file each.",
    parts: &[
        part!("protocol/aws_json", |parts| parts.aws_json).visible(Visibility::Public),
        part!(
            "protocol/aws_query",
            |parts| sends_forms(parts) && !parts.ec2_query,
            "pub(crate) use self::aws_query as own;"
        )
        .visible(Visibility::Public),
        part!("protocol/ec2_query", |parts| parts.ec2_query, "pub(crate) use self::ec2_query as own;")
            .visible(Visibility::Public),
        part!("protocol/error", |parts| !is_xml(parts)).visible(Visibility::Crate),
        part!("protocol/xml/error", is_xml).visible(Visibility::Crate),
        part!("protocol/error_message", ALWAYS),
        part!("protocol/media_type", WHOLE_MESSAGES),
        part!("protocol/request_id", |parts| MESSAGES(parts) && !is_xml(parts)),
        part!("protocol/rest_json", |parts| parts.rest_json).visible(Visibility::Public),
        part!("protocol/rest_xml", |parts| parts.rest_xml).visible(Visibility::Public),
        part!("protocol/routes", BOUND),
        part!("protocol/rpc_v2", |parts| parts.rpc_v2).visible(Visibility::Public),
        part!("protocol/unwritten", UNWRITTEN, "pub(crate) use self::unwritten as own;")
            .visible(Visibility::Crate),
        shown(|parts| parts.aws_json, &["pub(crate) use self::aws_json as own;"]),
        shown(|parts| MESSAGES(parts) && !is_xml(parts), &["pub(crate) use self::request_id::request_id;"]),
        shown(|parts| parts.rest_xml, &["pub(crate) use self::error::request_id;"]),
        shown(|parts| parts.rest_json && !WHOLE(parts), &["pub(crate) use self::rest_json as own;"]),
        shown(|parts| parts.rest_json, &["pub(crate) use self::rest_json as rest;"]),
        shown(
            |parts| parts.rest_xml,
            &["pub(crate) use self::rest_xml as own;", "pub(crate) use self::rest_xml as rest;"],
        ),
        shown(|parts| parts.rpc_v2 && !parts.aws_json, &["pub(crate) use self::rpc_v2 as own;"]),
    ],
    shown: &[],
};

const REPORT: Folder = Folder {
    docs: "What is wrong with a value, and where: violations and how they read.",
    parts: &[
        part!("report/append", has_one_codec),
        part!("report/dotted", has_one_codec),
        part!("report/findings", ALWAYS, "pub use self::findings::Report;"),
        part!("report/kind", ALWAYS, "pub use self::kind::Kind;"),
        part!("report/path", ALWAYS, "pub use self::path::{Path, Segment};"),
        part!("report/rule", ALWAYS, "pub use self::rule::{Count, Rule};"),
        part!("report/severity", ALWAYS, "pub use self::severity::Severity;"),
        part!("report/violation", ALWAYS, "pub use self::violation::{Hint, Violation};"),
        part!("report/violations", ALWAYS, "pub use self::violations::Violations;"),
    ],
    shown: &[],
};

const SMITHY: Folder = Folder {
    docs: "Smithy's simple types that Rust has no type for: blobs, timestamps, documents, big numbers.",
    parts: &[
        part!("smithy/base64", |parts| parts.blob || is_cbor(parts), "pub use self::base64::InvalidBase64;"),
        part!("smithy/big", |parts| parts.big_numbers, "pub use self::big::{BigDecimal, BigInteger};"),
        part!("smithy/blob", |parts| parts.blob || is_cbor(parts), "pub use self::blob::Blob;"),
        part!("smithy/decimal", |parts| parts.big_numbers || parts.evaluator).visible(Visibility::Crate),
        part!("smithy/digits", |parts| !is_cbor(parts) || parts.timestamp),
        shown(|parts| !is_cbor(parts), &["pub(crate) use self::digits::push_integer;"]),
        part!("smithy/document", ALWAYS, "pub use self::document::Document;"),
        shown(|parts| !is_cbor(parts), &["pub(crate) use self::number::non_finite;"]),
        shown(reads_json, &["pub(crate) use self::number::number_length;"]),
        part!("smithy/number", ALWAYS, "pub use self::number::{InvalidNumber, Number};"),
        part!("smithy/redacted", ALWAYS, "#[doc(hidden)]\npub use self::redacted::{Redacted, debug_fields};"),
        part!(
            "smithy/timestamp",
            |parts| parts.timestamp,
            "pub use self::timestamp::{InvalidTimestamp, Timestamp};"
        ),
        part!("smithy/timestamp_format", ALWAYS, "pub use self::timestamp_format::TimestampFormat;"),
        part!("smithy/timestamp_text", |parts| parts.timestamp),
        part!("smithy/unit", ALWAYS, "pub use self::unit::Unit;"),
    ],
    shown: &[],
};
