//! The tables of the runtime: its folders, their parts, and what each shows of them.

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

/// A private module with modules in it.
const fn folder(path: &'static str, folder: &'static Folder, needed: fn(RuntimeParts) -> bool) -> Part {
    let text = PartText::Folder(folder);
    Part { path, visibility: Visibility::Private, attributes: &[], text, needed, shown: &[] }
}

impl Part {
    const fn visible(self, visibility: Visibility) -> Self {
        Self { visibility, ..self }
    }

    const fn attributes(self, attributes: &'static [&'static str]) -> Self {
        Self { attributes, ..self }
    }

    const fn shows(self, shown: &'static [&'static str]) -> Self {
        Self { shown, ..self }
    }

    /// Its own name.
    pub(super) fn name(&self) -> &'static str {
        self.path.rsplit_once('/').map_or(self.path, |(_, name)| name)
    }
}

const ALWAYS: fn(RuntimeParts) -> bool = |_| true;

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

const CALL: Folder = Folder {
    docs: "Calls: operations, their requests and responses, and what they fail with.",
    parts: &[
        part!("call/aws_json", ALWAYS, "pub use self::aws_json::AwsJson;"),
        part!(
            "call/error",
            ALWAYS,
            "pub use self::error::{\n    ErrorChoice, ErrorFacts, ErrorReader, Fault, OperationError, ResponseError, ServiceError, UnmodeledError,\n    display_error, error_body,\n};"
        ),
        part!("call/operation", ALWAYS, "pub use self::operation::{Auth, Operation, Pages};"),
    ],
    shown: &[],
};

const CODEC_JSON: Folder = Folder {
    docs: "A strict JSON parser (RFC 8259) that hands out one event at a time and says where each stands.\n\
           \n\
           Numbers stay raw text, repeated keys are all reported, and depth is bounded, so that any input ends in\n\
           bounded time and memory. No error holds a piece of the input.",
    parts: &[
        part!("codec/json/document", ALWAYS),
        part!("codec/json/error", ALWAYS, "pub use self::error::{Problem, SyntaxError};"),
        part!("codec/json/parser", ALWAYS, "pub use self::parser::{Event, MAX_DEPTH, Parser};"),
        part!("codec/json/plain", ALWAYS),
        part!("codec/json/writer", ALWAYS, "pub(crate) use self::writer::JsonWriter;"),
    ],
    shown: &[],
};

const CODEC: Folder = Folder {
    docs: "The syntax of what travels, without a word on what it means.",
    parts: &[folder("codec/json", &CODEC_JSON, ALWAYS).visible(Visibility::Public)],
    shown: &[],
};

const PROTOCOL: Folder = Folder {
    docs: "Protocols, a file each.",
    parts: &[part!("protocol/aws_json", ALWAYS).visible(Visibility::Crate)],
    shown: &[],
};

const REPORT: Folder = Folder {
    docs: "What is wrong with a value, and where: violations and how they read.",
    parts: &[
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
        part!("smithy/base64", |parts| parts.blob, "pub use self::base64::InvalidBase64;"),
        part!("smithy/big", |parts| parts.big_numbers, "pub use self::big::{BigDecimal, BigInteger};"),
        part!("smithy/blob", |parts| parts.blob, "pub use self::blob::Blob;"),
        part!("smithy/decimal", |parts| parts.big_numbers || parts.evaluator).visible(Visibility::Crate),
        part!("smithy/document", ALWAYS, "pub use self::document::Document;"),
        part!(
            "smithy/number",
            ALWAYS,
            "pub use self::number::{InvalidNumber, Number};",
            "pub(crate) use self::number::{non_finite, number_length};"
        ),
        part!("smithy/redacted", ALWAYS, "pub use self::redacted::{Redacted, debug_fields};"),
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

const VALIDATION_JMESPATH: Folder = Folder {
    docs: "JMESPath over values: the conditions that are not plain Rust\n\
           ([specification](https://jmespath.org/specification.html)).\n\
           \n\
           An [`Expression`] is a tree of constants. It is evaluated over a [`Value`], which [`ToValue`] makes of what the\n\
           condition is about.",
    parts: &[
        part!("validation/jmespath/arguments", ALWAYS),
        part!("validation/jmespath/big", |parts| parts.big_numbers),
        part!("validation/jmespath/blob", |parts| parts.blob),
        part!("validation/jmespath/convert", ALWAYS, "pub use self::convert::ToValue;"),
        part!("validation/jmespath/evaluate", ALWAYS, "pub use self::evaluate::evaluate;"),
        part!(
            "validation/jmespath/expression",
            ALWAYS,
            "pub use self::expression::{Comparison, Expression, Literal, Selection, holds};"
        ),
        part!("validation/jmespath/functions", ALWAYS).visible(Visibility::Public),
        part!("validation/jmespath/number", ALWAYS, "pub use self::number::Number;"),
        part!("validation/jmespath/project", ALWAYS),
        part!("validation/jmespath/timestamp", |parts| parts.timestamp),
        part!("validation/jmespath/value", ALWAYS, "pub use self::value::Value;"),
        part!("validation/jmespath/walk", ALWAYS),
    ],
    shown: &[],
};

const VALIDATION_KEYS: Folder = Folder {
    docs: "Keys that a map needs, by the case that a request is about.",
    parts: &[
        part!("validation/keys/answer", ALWAYS, "pub use self::answer::{Keys, entries};"),
        part!("validation/keys/check", ALWAYS),
        part!(
            "validation/keys/table",
            ALWAYS,
            "pub use self::table::{Case, Key, KeyValue, Member, Mistake, Presence};",
            "pub use self::table::{RelatedKeys, Requirement, Table, family, listed};"
        ),
    ],
    shown: &[],
};

const VALIDATION: Folder = Folder {
    docs: "Checking values before they are sent, and requests before they are served.\n\
           \n\
           [`Validate::validate`] reports what the service is known to refuse. [`Validate::check`] gives the whole report,\n\
           warnings among it, and [`Validate::validate_with`] fails on what a [`Policy`] asks for. Every violation comes with\n\
           its path, what would be right, the rule behind it and a severity; none holds anything of a value.",
    parts: &[
        part!("validation/big", |parts| parts.big_numbers),
        part!("validation/blob", |parts| parts.blob),
        part!("validation/check", ALWAYS, "#[doc(hidden)]\npub use self::check::Checker;", "pub use self::check::{MAX_DEPTH, Validate};"),
        part!("validation/collections", |parts| parts.collections, "#[doc(hidden)]\npub use self::collections::Distinct;"),
        part!("validation/condition", |parts| parts.conditions, "#[doc(hidden)]\npub use self::condition::{MemberRule, is_truthy};"),
        part!("validation/constraint", ALWAYS, "#[doc(hidden)]\npub use self::constraint::{Constrained, Constraint, OWN};"),
        part!("validation/cursor", ALWAYS, "#[doc(hidden)]\npub use self::cursor::Cursor;"),
        part!("validation/date", |parts| parts.forms, "pub use self::date::DatePattern;"),
        folder("validation/jmespath", &VALIDATION_JMESPATH, |parts| parts.evaluator)
            .visible(Visibility::Public)
            .attributes(&["#[doc(hidden)]"]),
        part!("validation/json", ALWAYS),
        folder("validation/keys", &VALIDATION_KEYS, |parts| parts.keys).shows(&[
            "pub use self::keys::Case;",
            "#[doc(hidden)]\npub use self::keys::{\n    Key, KeyValue, Keys, Member, Mistake, Presence, RelatedKeys, Requirement, Table, entries, family, listed,\n};",
        ]),
        part!("validation/length", ALWAYS),
        part!("validation/matching", |parts| parts.patterns),
        part!("validation/missing", ALWAYS, "#[doc(hidden)]\npub use self::missing::Missing;"),
        part!("validation/pattern", |parts| parts.patterns)
            .visible(Visibility::Public)
            .attributes(&["#[doc(hidden)]"]),
        part!("validation/policy", ALWAYS, "pub use self::policy::Policy;", "#[doc(hidden)]\npub use self::policy::Switch;"),
        part!("validation/range", ALWAYS, "#[doc(hidden)]\npub use self::range::Range;"),
        part!("validation/spelling", |parts| parts.keys),
        part!("validation/strict", ALWAYS, "pub use self::strict::from_bytes;"),
        part!("validation/string_format", |parts| parts.forms, "#[doc(hidden)]\npub use self::string_format::StringFormat;"),
        part!("validation/timestamp", |parts| parts.timestamp),
        part!("validation/validation_error_response", ALWAYS),
    ],
    shown: &[
        "pub use super::report::{Count, Hint, Kind, Path, Report, Rule, Segment, Severity, Violation, Violations};",
    ],
};

const WIRE_VALUES: Folder = Folder {
    docs: "Values as they stand on the wire, those of each module of types in a file.",
    parts: &[
        part!("wire/values/big", |parts| parts.big_numbers),
        part!("wire/values/blob", |parts| parts.blob),
        part!("wire/values/document", ALWAYS),
        part!("wire/values/std_types", ALWAYS),
        part!("wire/values/timestamp", |parts| parts.timestamp),
        part!("wire/values/unit", ALWAYS),
    ],
    shown: &[],
};

const WIRE: Folder = Folder {
    docs: "Reading and writing what travels: JSON by the rules of the awsJson protocols.",
    parts: &[
        part!("wire/error", ALWAYS, "pub use self::error::{Mismatch, Mismatches, ReadError};"),
        part!("wire/object", ALWAYS, "pub use self::object::{ObjectReader, Structure};"),
        part!(
            "wire/read",
            ALWAYS,
            "pub(super) use self::read::gather;",
            "pub use self::read::{FromWire, MapKey, Mode, Reader, from_bytes, from_document, from_json};"
        ),
        part!("wire/request", ALWAYS, "pub use self::request::Request;"),
        part!("wire/steps", ALWAYS),
        folder("wire/values", &WIRE_VALUES, ALWAYS),
        part!(
            "wire/write",
            ALWAYS,
            "pub(super) use self::write::to_document_with_defaults;",
            "pub use self::write::{\n    ArrayWriter, Defaults, ObjectWriter, ToWire, Writer, to_document, to_json, to_json_with_defaults,\n};"
        ),
    ],
    shown: &[
        "pub use super::call::{\n    Auth, AwsJson, ErrorChoice, ErrorFacts, ErrorReader, Fault, Operation, OperationError, Pages,\n    ResponseError, ServiceError, UnmodeledError, display_error, error_body,\n};",
        "pub use super::codec::json;",
    ],
};
