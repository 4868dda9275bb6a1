//! The tables of the codecs: a crate gets one, and of the other what it needs beside.

use super::floors::{ALWAYS, BOUND, Folder, Part, PartText, folder, part, shown};
use crate::emit::output::Visibility;
use crate::ir::{Codec, RuntimeParts};

/// Whether bodies are CBOR.
pub(super) fn is_cbor(parts: RuntimeParts) -> bool {
    parts.codec == Codec::Cbor
}

/// Whether bodies are JSON.
pub(super) fn is_json(parts: RuntimeParts) -> bool {
    parts.codec == Codec::Json
}

/// Whether bodies are XML.
pub(super) fn is_xml(parts: RuntimeParts) -> bool {
    parts.codec == Codec::Xml
}

/// Whether requests are forms, which only clients write.
pub(super) fn sends_forms(parts: RuntimeParts) -> bool {
    parts.request_codec == Codec::Form
}

/// Whether one codec writes and reads all bodies.
pub(super) fn has_one_codec(parts: RuntimeParts) -> bool {
    parts.request_codec == parts.codec
}

/// Whether JSON is read; forms of strings have it as well.
pub(super) fn reads_json(parts: RuntimeParts) -> bool {
    is_json(parts) || parts.forms
}

pub(super) const CODEC: Folder = Folder {
    docs: "The syntax of what travels, without a word on what it means.",
    parts: &[
        folder("codec/cbor", &CBOR, is_cbor)
            .visible(Visibility::Public)
            .shows(&["pub(crate) use self::cbor as body;"]),
        part!("codec/crc", |parts| parts.checksums).visible(Visibility::Crate),
        folder("codec/form", &FORM, sends_forms).visible(Visibility::Crate),
        folder("codec/json", &JSON, reads_json).visible(Visibility::Public),
        shown(is_json, &["pub(crate) use self::json as body;"]),
        part!("codec/limits", ALWAYS, "pub use self::limits::Limits;"),
        part!("codec/md5", |parts| parts.md5).visible(Visibility::Crate),
        part!("codec/percent", |parts| sends_forms(parts) || BOUND(parts)).visible(Visibility::Crate),
        part!("codec/sha", |parts| parts.checksums).visible(Visibility::Crate),
        folder("codec/xml", &XML, is_xml)
            .visible(Visibility::Public)
            .shows(&["pub(crate) use self::xml as body;"]),
    ],
    shown: &[],
};

const CBOR: Folder = Folder {
    docs: "A strict CBOR parser (RFC 8949) that hands out one event at a time and says where each stands.\n\
           \n\
           Lengths may be definite or not, unknown tags are passed over, repeated keys are all reported, and depth is bounded, so\n\
           that any input ends in bounded time and memory. No error holds a piece of the input.",
    parts: &[
        part!("codec/cbor/big", |parts| parts.big_numbers),
        part!("codec/cbor/bignum", ALWAYS),
        part!("codec/cbor/blob", |parts| parts.blob),
        part!("codec/cbor/body", ALWAYS, "pub(crate) use self::body::{Text, document, of_document, text};"),
        part!("codec/cbor/document", ALWAYS, "pub(crate) use self::document::read_document;"),
        part!("codec/cbor/error", ALWAYS, "pub use self::error::{Problem, SyntaxError};"),
        part!("codec/cbor/head", ALWAYS),
        part!("codec/cbor/parser", ALWAYS, "#[doc(hidden)]\npub use self::parser::{Event, Parser};"),
        part!("codec/cbor/scalar", ALWAYS),
        part!("codec/cbor/skip", ALWAYS),
        part!("codec/cbor/strings", ALWAYS),
        part!("codec/cbor/tags", ALWAYS),
        part!("codec/cbor/timestamp", |parts| parts.timestamp),
        part!(
            "codec/cbor/writer",
            ALWAYS,
            "pub(crate) use self::writer::{CborWriter, CborWriter as BodyWriter};"
        ),
    ],
    shown: &[],
};

const FORM: Folder = Folder {
    docs: "Forms (`application/x-www-form-urlencoded`): names and values of parameters.",
    parts: &[
        part!("codec/form/big", |parts| parts.big_numbers),
        part!("codec/form/blob", |parts| parts.blob),
        part!("codec/form/scalar", ALWAYS),
        part!("codec/form/timestamp", |parts| parts.timestamp),
        part!("codec/form/writer", ALWAYS, "pub(crate) use self::writer::FormWriter;"),
    ],
    shown: &[],
};

const JSON: Folder = Folder {
    docs: "A strict JSON parser (RFC 8259) that hands out one event at a time and says where each stands.\n\
           \n\
           Numbers stay raw text, repeated keys are all reported, and depth is bounded, so that any input ends in\n\
           bounded time and memory. No error holds a piece of the input.",
    parts: &[
        part!("codec/json/big", |parts| is_json(parts) && parts.big_numbers),
        part!("codec/json/blob", |parts| is_json(parts) && parts.blob),
        part!("codec/json/body", is_json, "pub(crate) use self::body::{Text, document, of_document, text};"),
        part!("codec/json/document", ALWAYS),
        shown(is_json, &["pub(crate) use self::document::read_document;"]),
        part!("codec/json/document_text", is_json),
        part!("codec/json/error", ALWAYS, "pub use self::error::{Problem, SyntaxError};"),
        part!(
            "codec/json/parser",
            ALWAYS,
            "#[doc(hidden)]\npub use self::parser::{Event, MAX_DEPTH, Parser};"
        ),
        part!("codec/json/plain", ALWAYS),
        part!("codec/json/scalar", is_json),
        part!("codec/json/strings", ALWAYS),
        part!("codec/json/timestamp", |parts| is_json(parts) && parts.timestamp),
        part!(
            "codec/json/writer",
            is_json,
            "pub(crate) use self::writer::{JsonWriter, JsonWriter as BodyWriter};"
        ),
    ],
    shown: &[],
};

const XML: Folder = Folder {
    docs: "A strict XML parser (XML 1.0, UTF-8) that hands out one event at a time and says where each stands.\n\
           \n\
           Names come without their prefix, comments and processing instructions are passed over, document types and the\n\
           entities that they declare are refused, and depth is bounded, so that any input ends in bounded time and memory. No\n\
           error holds a piece of the input.",
    parts: &[
        part!("codec/xml/attributes", ALWAYS),
        part!("codec/xml/big", |parts| parts.big_numbers),
        part!("codec/xml/blob", |parts| parts.blob),
        part!("codec/xml/body", ALWAYS, "pub(crate) use self::body::{document, of_document};"),
        part!("codec/xml/body_text", has_one_codec, "pub(crate) use self::body_text::{Text, text};"),
        part!("codec/xml/document", ALWAYS, "pub(crate) use self::document::read_document;"),
        part!("codec/xml/element", |parts| parts.rest_xml, "pub(crate) use self::element::element;"),
        part!("codec/xml/error", ALWAYS, "pub use self::error::{Problem, SyntaxError};"),
        part!("codec/xml/parser", ALWAYS, "#[doc(hidden)]\npub use self::parser::{Event, Parser};"),
        part!("codec/xml/prolog", ALWAYS),
        part!("codec/xml/scalar", ALWAYS),
        part!("codec/xml/tags", ALWAYS, "pub(crate) use self::tags::local_name;"),
        part!("codec/xml/text", ALWAYS),
        part!("codec/xml/timestamp", |parts| parts.timestamp),
        part!("codec/xml/writer", ALWAYS, "#[doc(hidden)]\npub use self::writer::XmlWriter;"),
        shown(has_one_codec, &["pub(crate) use self::writer::XmlWriter as BodyWriter;"]),
    ],
    shown: &[],
};
