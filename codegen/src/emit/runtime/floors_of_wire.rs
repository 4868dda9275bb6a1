//! The tables of the runtime's floor `wire`: values, and what reads and writes them.

use super::floors::{
    ALWAYS, BOUND, Folder, MESSAGES, Part, PartText, SERVED, WHOLE, WHOLE_MESSAGES, folder, part, shown,
};
use super::floors_of_codec::{has_one_codec, is_cbor, is_json, is_xml, reads_json, sends_forms};
use crate::emit::output::Visibility;
use crate::ir::RuntimeParts;

/// Whether messages of one codec are written.
const MESSAGES_OF_ONE_CODEC: fn(RuntimeParts) -> bool = |parts| MESSAGES(parts) && has_one_codec(parts);

const WIRE_VALUES: Folder = Folder {
    docs: "Values as they stand on the wire, those of each module of types in a file.",
    parts: &[
        part!("wire/values/big", |parts| parts.big_numbers),
        part!("wire/values/blob", |parts| parts.blob),
        part!("wire/values/document", ALWAYS),
        part!("wire/values/std_types", ALWAYS),
        part!("wire/values/timestamp", |parts| parts.timestamp),
        part!("wire/values/unit", has_one_codec),
    ],
    shown: &[],
};

const WIRE_HTTP: Folder = Folder {
    docs: "Messages whose members are bound to parts of HTTP: the path, the query, headers, the status and the body.",
    parts: &[
        part!("wire/http/base64", |parts| parts.header_base64),
        part!(
            "wire/http/elements",
            is_xml,
            "pub(crate) use self::elements::ERROR_MESSAGE;",
            "use self::elements::{Root, error_body};"
        ),
        part!("wire/http/escape", ALWAYS),
        part!(
            "wire/http/keyed",
            |parts| !is_xml(parts),
            "pub(crate) use self::keyed::ERROR_MESSAGE;",
            "use self::keyed::{Root, error_body};"
        ),
        part!("wire/http/list", ALWAYS),
        part!("wire/http/media", ALWAYS),
        part!("wire/http/message", ALWAYS, "pub use self::message::{FromMessage, ToMessage};")
            .visible(Visibility::Public)
            .attributes(&["#[doc(hidden)]"]),
        part!(
            "wire/http/reader",
            ALWAYS,
            "pub use self::reader::MessageReader;",
            "pub(crate) use self::reader::MessageSource;"
        ),
        part!("wire/http/text", ALWAYS, "pub use self::text::TextValue;"),
        part!("wire/http/text_big", |parts| parts.big_numbers),
        part!("wire/http/text_timestamp", |parts| parts.timestamp),
        part!("wire/http/uri", ALWAYS, "pub use self::uri::Route;").visible(Visibility::Crate),
        part!(
            "wire/http/writer",
            ALWAYS,
            "pub(crate) use self::writer::Direction;",
            "pub use self::writer::MessageWriter;"
        ),
    ],
    shown: &[],
};

pub(super) const WIRE: Folder = Folder {
    docs: "Reading and writing what travels, by the rules of the protocol.",
    parts: &[
        part!("wire/body_type", MESSAGES, "#[doc(hidden)]\npub use self::body_type::BodyType;"),
        part!("wire/collections", ALWAYS),
        part!("wire/defaults", ALWAYS, "pub use self::defaults::Defaults;"),
        shown(MESSAGES, &["pub(crate) use self::defaults::Tokens;"]),
        part!("wire/elements", is_xml, "#[doc(hidden)]\npub use self::elements::Flattened;"),
        part!("wire/elements_write", |parts| is_xml(parts) && has_one_codec(parts)),
        part!("wire/error", ALWAYS, "pub use self::error::{Mismatch, Mismatches, ReadError};"),
        part!("wire/gather", has_one_codec, "pub(super) use self::gather::gather;"),
        part!("wire/headers", ALWAYS, "pub use self::headers::Headers;"),
        folder("wire/http", &WIRE_HTTP, BOUND).visible(Visibility::Public).attributes(&["#[doc(hidden)]"]),
        shown(
            |parts| BOUND(parts) && !WHOLE(parts),
            &[
                "pub(crate) use self::http::message::{read_error, read_error_document};",
                "#[doc(hidden)]\npub use self::http::{FromMessage, MessageReader, MessageWriter, Route, TextValue, ToMessage};",
            ],
        ),
        part!(
            "wire/form/inside",
            sends_forms,
            "pub(crate) use self::inside::{FromMessage, ToMessage, read_error, read_error_document, read_output};"
        ),
        part!("wire/form/hints", sends_forms, "use self::hints::{Hints, held};"),
        part!("wire/hints", |parts| is_xml(parts) && has_one_codec(parts), "use self::hints::{Hints, held};"),
        part!("wire/json_text", is_json, "pub use self::json_text::{from_json, to_json};"),
        part!("wire/keyed", |parts| !is_xml(parts), "use self::keyed::{Hints, held};"),
        part!("wire/layout", is_xml, "#[doc(hidden)]\npub use self::layout::{Layout, Place};"),
        part!("wire/map_key", ALWAYS, "#[doc(hidden)]\npub use self::map_key::MapKey;"),
        part!("wire/message", ALWAYS, "pub use self::message::{Request, Response};"),
        part!(
            "wire/message_body",
            |parts| WHOLE_MESSAGES(parts) && has_one_codec(parts),
            "pub(crate) use self::message_body::to_body;"
        ),
        part!("wire/numbers", has_one_codec, "#[doc(hidden)]\npub use self::numbers::{NUMBER_MARK, marked};"),
        part!("wire/object", ALWAYS, "#[doc(hidden)]\npub use self::object::{ObjectReader, Slot};"),
        part!("wire/options", has_one_codec),
        shown(MESSAGES_OF_ONE_CODEC, &["pub(crate) use self::options::WriteOptions;"]),
        part!("wire/form/options", sends_forms, "pub(crate) use self::options::{Lists, WriteOptions};"),
        part!("wire/pull", ALWAYS),
        part!(
            "wire/read",
            ALWAYS,
            "#[doc(hidden)]\npub use self::read::Reader;",
            "pub use self::read::{FromWire, Mode, from_bytes, from_bytes_within, from_document};"
        ),
        part!("wire/steps", ALWAYS),
        part!("wire/structure", has_one_codec, "#[doc(hidden)]\npub use self::structure::Structure;"),
        part!(
            "wire/form/structure",
            sends_forms,
            "#[doc(hidden)]\npub use self::structure::{ReadMembers, WriteMembers};"
        ),
        folder("wire/values", &WIRE_VALUES, ALWAYS),
        part!(
            "wire/whole",
            WHOLE,
            "pub(crate) use self::whole::{FromMessage, ToMessage, read_error, read_error_document};"
        ),
        part!(
            "wire/write",
            has_one_codec,
            "#[doc(hidden)]\npub use self::write::{ArrayWriter, ObjectWriter, Writer, to_marked_document};",
            "pub use self::write::{ToWire, to_bytes, to_document};"
        ),
        part!(
            "wire/form/write",
            sends_forms,
            "#[doc(hidden)]\npub use self::write::{ArrayWriter, ObjectWriter, Writer};",
            "pub use self::write::ToWire;"
        ),
        shown(|parts| parts.regions, &["pub use super::call::EndpointVariant;"]),
        shown(|parts| parts.checksums, &["#[doc(hidden)]\npub use super::call::chosen_checksum;"]),
        shown(|parts| parts.md5, &["#[doc(hidden)]\npub use super::call::content_md5;"]),
        shown(MESSAGES, &["#[doc(hidden)]\npub use super::call::host_prefix;"]),
        shown(|parts| parts.virtual_hosts, &["#[doc(hidden)]\npub use super::call::virtual_host;"]),
        shown(MESSAGES, &["pub use super::call::{Auth, Context, Operation, Pages, RequestError};"]),
        shown(
            ALWAYS,
            &[
                "pub use super::call::{\n    Endpoint, Fault, InvalidEndpoint, OperationError, Retry, ServiceError, UnexpectedBody, UnmodeledError,\n};",
                "#[doc(hidden)]\npub use super::call::{ErrorChoice, ErrorFacts, ErrorReader, display_error};",
            ],
        ),
        shown(|parts| parts.pages, &["pub use super::call::{PageToken, Paged, Paginator, RepeatedToken};"]),
        shown(
            SERVED,
            &[
                "pub use super::call::{ResponseError, ResponseMetadata, Router, UnknownOperation, operation_name};",
            ],
        ),
        shown(sends_forms, &["pub use super::call::{ResponseError, ResponseMetadata};"]),
        shown(ALWAYS, &["pub use super::codec::Limits;"]),
        shown(is_cbor, &["pub use super::codec::cbor;"]),
        shown(reads_json, &["pub use super::codec::json;"]),
        shown(is_xml, &["pub use super::codec::xml;"]),
    ],
    shown: &[],
};
