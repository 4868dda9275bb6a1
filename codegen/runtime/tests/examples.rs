//! Types as the generator writes them.

use std::collections::BTreeMap;
use std::fmt;

use crate::runtime::smithy::{
    BigDecimal, BigInteger, Blob, Document, Redacted, Timestamp, TimestampFormat, Unit,
};
use crate::runtime::{validation, wire};

/// A structure with one member of each kind.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Kinds {
    pub(super) boolean: Option<bool>,
    pub(super) byte: Option<i8>,
    pub(super) short: Option<i16>,
    pub(super) integer: Option<i32>,
    pub(super) long: Option<i64>,
    pub(super) float: Option<f32>,
    pub(super) double: Option<f64>,
    pub(super) text: Option<String>,
    pub(super) blob: Option<Blob>,
    pub(super) created: Option<Timestamp>,
    pub(super) changed: Option<Timestamp>,
    pub(super) visits: Option<Vec<Timestamp>>,
    pub(super) big: Option<BigInteger>,
    pub(super) precise: Option<BigDecimal>,
    pub(super) document: Option<Document>,
    pub(super) flavor: Option<Flavor>,
    pub(super) level: Option<Level>,
    pub(super) choice: Option<Choice>,
    pub(super) sparse: Option<Vec<Option<String>>>,
    pub(super) counts: Option<BTreeMap<Flavor, i64>>,
    pub(super) secrets: Option<BTreeMap<String, Login>>,
    pub(super) inner: Option<Box<Kinds>>,
}

impl wire::Structure for Kinds {
    fn write_members(&self, out: &mut wire::ObjectWriter<'_>) {
        out.optional("Boolean", &self.boolean);
        out.optional("Byte", &self.byte);
        out.optional("Short", &self.short);
        out.optional("Integer", &self.integer);
        out.optional("Long", &self.long);
        out.optional("Float", &self.float);
        out.optional("Double", &self.double);
        out.optional("Text", &self.text);
        out.optional("Blob", &self.blob);
        out.optional("Created", &self.created);
        out.timestamps(TimestampFormat::DateTime).optional("Changed", &self.changed);
        out.timestamps(TimestampFormat::HttpDate).optional("Visits", &self.visits);
        out.optional("Big", &self.big);
        out.optional("Precise", &self.precise);
        out.optional("Document", &self.document);
        out.optional("Flavor", &self.flavor);
        out.optional("Level", &self.level);
        out.optional("Choice", &self.choice);
        out.optional("Sparse", &self.sparse);
        out.optional("Counts", &self.counts);
        out.optional("Secrets", &self.secrets);
        out.optional("Inner", &self.inner);
    }

    fn read_members(object: &mut wire::ObjectReader<'_, '_>) -> Self {
        let mut boolean = None;
        let mut byte = None;
        let mut short = None;
        let mut integer = None;
        let mut long = None;
        let mut float = None;
        let mut double = None;
        let mut text = None;
        let mut blob = None;
        let mut created = None;
        let mut changed = None;
        let mut visits = None;
        let mut big = None;
        let mut precise = None;
        let mut document = None;
        let mut flavor = None;
        let mut level = None;
        let mut choice = None;
        let mut sparse = None;
        let mut counts = None;
        let mut secrets = None;
        let mut inner = None;
        while let Some(member) = object.next_member() {
            match &*member {
                "Boolean" => boolean = object.value("Boolean"),
                "Byte" => byte = object.value("Byte"),
                "Short" => short = object.value("Short"),
                "Integer" => integer = object.value("Integer"),
                "Long" => long = object.value("Long"),
                "Float" => float = object.value("Float"),
                "Double" => double = object.value("Double"),
                "Text" => text = object.value("Text"),
                "Blob" => blob = object.value("Blob"),
                "Created" => created = object.value("Created"),
                "Changed" => changed = object.timestamps(TimestampFormat::DateTime).value("Changed"),
                "Visits" => visits = object.timestamps(TimestampFormat::HttpDate).value("Visits"),
                "Big" => big = object.value("Big"),
                "Precise" => precise = object.value("Precise"),
                "Document" => document = object.value("Document"),
                "Flavor" => flavor = object.value("Flavor"),
                "Level" => level = object.value("Level"),
                "Choice" => choice = object.value("Choice"),
                "Sparse" => sparse = object.value("Sparse"),
                "Counts" => counts = object.value("Counts"),
                "Secrets" => secrets = object.sensitive_value("Secrets"),
                "Inner" => inner = object.value("Inner"),
                _ => object.skip(),
            }
        }
        Self {
            boolean,
            byte,
            short,
            integer,
            long,
            float,
            double,
            text,
            blob,
            created,
            changed,
            visits,
            big,
            precise,
            document,
            flavor,
            level,
            choice,
            sparse,
            counts,
            secrets,
            inner,
        }
    }
}

impl fmt::Debug for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secrets = Redacted::option(&self.secrets);
        f.debug_struct("Kinds").field("secrets", &secrets).finish_non_exhaustive()
    }
}

/// A structure with required members.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Login {
    pub(super) name: String,
    pub(super) attempts: i32,
    pub(super) since: Timestamp,
    pub(super) roles: Vec<Login>,
    pub(super) notes: BTreeMap<String, String>,
    pub(super) choice: Choice,
    pub(super) hint: Option<Box<Login>>,
}

impl Login {
    pub(super) fn builder() -> LoginBuilder {
        LoginBuilder::default()
    }
}

impl wire::Structure for Login {
    fn write_members(&self, out: &mut wire::ObjectWriter<'_>) {
        out.field("Name", &self.name);
        out.field("Attempts", &self.attempts);
        out.timestamps(TimestampFormat::DateTime).field("Since", &self.since);
        out.field("Roles", &self.roles);
        out.field("Notes", &self.notes);
        out.field("Choice", &self.choice);
        out.optional("Hint", &self.hint);
    }

    fn read_members(object: &mut wire::ObjectReader<'_, '_>) -> Self {
        let mut name = None;
        let mut attempts = None;
        let mut since = None;
        let mut roles = None;
        let mut notes = None;
        let mut choice = None;
        let mut hint = None;
        while let Some(member) = object.next_member() {
            match &*member {
                "Name" => name = object.value("Name"),
                "Attempts" => attempts = object.value("Attempts"),
                "Since" => since = object.timestamps(TimestampFormat::DateTime).value("Since"),
                "Roles" => roles = object.value("Roles"),
                "Notes" => notes = object.value("Notes"),
                "Choice" => choice = object.value("Choice"),
                "Hint" => hint = object.value("Hint"),
                _ => object.skip(),
            }
        }
        Self {
            name: object.required(name, "Name", "name"),
            attempts: object.required(attempts, "Attempts", "attempts"),
            since: object.required(since, "Since", "since"),
            roles: object.required(roles, "Roles", "roles"),
            notes: object.required(notes, "Notes", "notes"),
            choice: object.required(choice, "Choice", "choice"),
            hint,
        }
    }
}

/// The builder of a [`Login`], with the members that tests set.
#[derive(Clone, Debug, Default)]
pub(super) struct LoginBuilder {
    pub(super) name: Option<String>,
    pub(super) attempts: Option<i32>,
    pub(super) since: Option<Timestamp>,
    pub(super) roles: Option<Vec<Login>>,
    pub(super) notes: Option<BTreeMap<String, String>>,
    pub(super) choice: Option<Choice>,
}

impl LoginBuilder {
    pub(super) fn build(self) -> Result<Login, validation::Violations> {
        let mut missing = validation::Missing::default();
        let built = Login {
            name: missing.required("Name", "name", self.name),
            attempts: missing.required("Attempts", "attempts", self.attempts),
            since: missing.required("Since", "since", self.since),
            roles: missing.required("Roles", "roles", self.roles),
            notes: missing.required("Notes", "notes", self.notes),
            choice: missing.required("Choice", "choice", self.choice),
            hint: None,
        };
        missing.finish(built)
    }
}

/// An enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Flavor {
    Sweet,
    Unknown(String),
}

impl wire::ToWire for Flavor {
    fn write(&self, out: &mut wire::Writer) {
        out.string(wire::MapKey::as_key(self));
    }
}

impl wire::FromWire for Flavor {
    fn read(reader: &mut wire::Reader<'_>) -> Self {
        wire::MapKey::from_key(reader.text().into_owned())
    }

    fn error_corrected_default() -> Self {
        Self::Unknown(String::new())
    }
}

impl wire::MapKey for Flavor {
    fn as_key(&self) -> &str {
        match self {
            Self::Sweet => "SWEET",
            Self::Unknown(value) => value,
        }
    }

    fn from_key(key: String) -> Self {
        if key == "SWEET" { Self::Sweet } else { Self::Unknown(key) }
    }
}

/// An enum of integers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Level(pub(super) i32);

impl wire::ToWire for Level {
    fn write(&self, out: &mut wire::Writer) {
        self.0.write(out);
    }
}

impl wire::FromWire for Level {
    fn read(reader: &mut wire::Reader<'_>) -> Self {
        Self(reader.integer())
    }

    fn error_corrected_default() -> Self {
        Self(0)
    }
}

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    Sms(String),
    Secret(Vec<String>),
    Deep(Box<Kinds>),
    When(Timestamp),
    Nothing,
    Unknown(String, Document),
}

impl wire::ToWire for Choice {
    fn write(&self, out: &mut wire::Writer) {
        out.object(|out| match self {
            Self::Sms(value) => out.field("sms", value),
            Self::Secret(value) => out.field("secret", value),
            Self::Deep(value) => out.field("deep", value),
            Self::When(value) => out.timestamps(TimestampFormat::HttpDate).field("when", value),
            Self::Nothing => out.field("nothing", &Unit),
            Self::Unknown(member, value) => out.unknown_member(member, value),
        });
    }
}

impl wire::FromWire for Choice {
    fn read(reader: &mut wire::Reader<'_>) -> Self {
        reader.union(|reader, member| match member {
            "sms" => Self::Sms(reader.member("sms")),
            "secret" => Self::Secret(reader.sensitive_member("secret")),
            "deep" => Self::Deep(reader.member("deep")),
            "when" => Self::When(reader.timestamps(TimestampFormat::HttpDate).member("when")),
            "nothing" => reader.unit_member(Self::Nothing),
            _ => {
                let (member, value) = reader.unknown_member(member);
                Self::Unknown(member, value)
            }
        })
    }

    fn error_corrected_default() -> Self {
        Self::Unknown(String::new(), Document::Null)
    }
}
