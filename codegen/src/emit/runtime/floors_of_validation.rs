//! The tables of the runtime's top floor.

use super::floors::{ALWAYS, Folder, Part, PartText, SERVED, folder, part};
use super::floors_of_codec::has_one_codec;
use crate::emit::output::Visibility;

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
        part!("validation/keys/answer", ALWAYS, "pub use self::answer::{Keys, entries, keep};"),
        part!("validation/keys/check", ALWAYS),
        part!(
            "validation/keys/sent",
            ALWAYS,
            "pub use self::sent::{MissingParameters, Sent, listed, object};"
        ),
        part!(
            "validation/keys/table",
            ALWAYS,
            "pub use self::table::{Case, Key, KeyValue, Member, Mistake, Presence};",
            "pub use self::table::{RelatedKeys, Requirement, Table, family};"
        ),
    ],
    shown: &[],
};

pub(super) const VALIDATION: Folder = Folder {
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
        part!("validation/json", has_one_codec),
        folder("validation/keys", &VALIDATION_KEYS, |parts| parts.keys).shows(&[
            "pub use self::keys::{Case, MissingParameters};",
            "#[doc(hidden)]\npub use self::keys::{\n    Key, KeyValue, Keys, Member, Mistake, Presence, RelatedKeys, Requirement, Sent, Table, entries, family,\n    keep, listed, object,\n};",
        ]),
        part!("validation/length", ALWAYS),
        part!("validation/matching", |parts| parts.patterns),
        part!("validation/missing", ALWAYS, "#[doc(hidden)]\npub use self::missing::Missing;"),
        part!("validation/pattern", |parts| parts.patterns)
            .visible(Visibility::Public)
            .attributes(&["#[doc(hidden)]"]),
        part!("validation/policy", ALWAYS, "pub use self::policy::Policy;", "#[doc(hidden)]\npub use self::policy::Switch;"),
        part!("validation/range", ALWAYS, "#[doc(hidden)]\npub use self::range::Range;"),
        part!("validation/request", SERVED, "pub use self::request::read_request;"),
        part!("validation/spelling", |parts| parts.keys),
        part!("validation/strict", has_one_codec, "pub use self::strict::from_bytes;"),
        part!("validation/string_format", |parts| parts.forms, "#[doc(hidden)]\npub use self::string_format::{Comparison, StringFormat};"),
        part!("validation/timestamp", |parts| parts.timestamp),
    ],
    shown: &[
        "pub use super::report::{Count, Hint, Kind, Path, Report, Rule, Segment, Severity, Violation, Violations};",
    ],
};
