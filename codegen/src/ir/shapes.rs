//! The types that shapes become.

use crate::names::{FieldName, TypeName};

use super::binding::{MemberBinding, MessageUse, XmlRoot};
use super::checks::{Checks, EnumChecks};
use super::travel::{Directions, TimestampEncoding};
use super::{
    DeprecatedTypes, Deprecation, Doc, ErrorFacts, ExampleRequest, Presence, Type, XmlLayout, XmlPlace,
};

/// A type that a shape becomes.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// A structure.
    Structure(Structure),
    /// A union.
    Union(Union),
    /// An enum, or a string with the `enum` trait.
    Enum(Enum),
    /// An intEnum.
    IntEnum(IntEnum),
    /// A list or map inside so many others that its type needs a name.
    Alias(Alias),
}

/// A name for a type.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    /// The name.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// The type.
    pub(crate) ty: Type,
    /// Whether the type names a deprecated item.
    pub(crate) names_deprecated: bool,
}

impl Item {
    /// Whether it is a type of its own, and not a name for another.
    pub(crate) fn has_impls(&self) -> bool {
        !matches!(self, Self::Alias(_))
    }

    /// The type's name.
    pub(crate) fn name(&self) -> &TypeName {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
            Self::Enum(item) => &item.name,
            Self::IntEnum(item) => &item.name,
            Self::Alias(alias) => &alias.name,
        }
    }

    /// Its deprecation note.
    pub(crate) fn deprecated(&self) -> Option<&Deprecation> {
        match self {
            Self::Structure(structure) => structure.deprecated.as_ref(),
            Self::Union(union) => union.deprecated.as_ref(),
            Self::Enum(item) => item.deprecated.as_ref(),
            Self::IntEnum(item) => item.deprecated.as_ref(),
            Self::Alias(_) => None,
        }
    }
}

/// Which traits a type can derive beyond `Clone` and `PartialEq`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Derives {
    /// `Eq`: nothing inside is a float.
    pub(crate) eq: bool,
    /// `Hash`: the crate itself hashes its values.
    pub(crate) hash: bool,
    /// `Default`: nothing inside is required.
    pub(crate) default: bool,
    /// `Debug`: nothing inside is sensitive.
    pub(crate) debug: bool,
}

/// A structure.
#[derive(Clone, Debug)]
pub(crate) struct Structure {
    /// Its name.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// The example on its page, if it is the input of an operation.
    pub(crate) example: Option<Box<ExampleRequest>>,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Its members, in the order of the model.
    pub(crate) fields: Vec<Field>,
    /// What it derives.
    pub(crate) derives: Derives,
    /// Whether all of it is sensitive.
    pub(crate) sensitive: bool,
    /// Its builder.
    pub(crate) builder: TypeName,
    /// How its builder ends.
    pub(crate) build: Build,
    /// What makes it an error.
    pub(crate) error: Option<ErrorFacts>,
    /// What it is at the top of messages whose members are bound to parts of HTTP.
    pub(crate) message: MessageUse,
    /// Its members with their places in responses, where those are not the same as in requests.
    pub(crate) answer_fields: Option<Vec<Field>>,
    /// The element that its members in the body stand in, where bodies are XML.
    pub(crate) root: Option<Box<XmlRoot>>,
    /// What checking it does, if it is ever checked.
    pub(crate) checks: Option<Checks>,
    /// In which directions it travels.
    pub(crate) directions: Directions,
}

/// How a builder ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// `build()` gives the structure.
    Plain,
    /// `build()` gives a `Result`: members may be missing, or a refresh of the model may require some.
    Fallible,
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: FieldName,
    /// The builder's setter of one value, element or entry, and that of the whole.
    pub(crate) setters: (FieldName, FieldName),
    /// Its name on the wire.
    pub(crate) wire: String,
    /// That name as a reader sees it: without the prefix that XML may have.
    pub(crate) key: String,
    /// Its name in the model.
    pub(crate) member: String,
    /// The type of its value.
    pub(crate) ty: Type,
    /// Whether it must be there.
    pub(crate) presence: Presence,
    /// Its comment.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Whether `Debug` and paths hide what it holds.
    pub(crate) redacted: bool,
    /// The format of the timestamps in it, unless that is the protocol's own.
    pub(crate) timestamps: Option<TimestampEncoding>,
    /// Its name in requests, where that is another.
    pub(crate) sent_as: Option<String>,
    /// How it looks, where collections name what they hold and that is not as usual.
    pub(crate) layout: Option<XmlLayout>,
    /// The deprecated items that its type names.
    pub(crate) deprecated_types: DeprecatedTypes,
    /// The part of a message that it is bound to, if it is not in the body.
    pub(crate) binding: Option<MemberBinding>,
}

impl Field {
    /// Where its value stands.
    pub(crate) fn place(&self) -> XmlPlace {
        self.layout.as_ref().map(|layout| layout.place).unwrap_or_default()
    }
}

/// A union.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    /// Its name.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Its members.
    pub(crate) variants: Vec<Variant>,
    /// What it derives.
    pub(crate) derives: Derives,
    /// Whether all of it is sensitive.
    pub(crate) sensitive: bool,
    /// What checking it does, if it is ever checked.
    pub(crate) checks: Option<Checks>,
    /// In which directions it travels.
    pub(crate) directions: Directions,
    /// The methods that ask for each of its members, and those that give their values.
    pub(crate) methods: Vec<(FieldName, FieldName)>,
}

/// A member of a union.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// Its name.
    pub(crate) name: TypeName,
    /// Its name on the wire.
    pub(crate) wire: String,
    /// That name as a reader sees it: without the prefix that XML may have.
    pub(crate) key: String,
    /// What it holds; `None` for a member that targets the unit structure.
    pub(crate) ty: Option<Type>,
    /// Its comment.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Whether `Debug` hides what it holds.
    pub(crate) redacted: bool,
    /// The format of the timestamps in it, unless that is the protocol's own.
    pub(crate) timestamps: Option<TimestampEncoding>,
    /// Its name in requests, where that is another.
    pub(crate) sent_as: Option<String>,
    /// How it looks, where collections name what they hold and that is not as usual.
    pub(crate) layout: Option<XmlLayout>,
    /// The deprecated items that its type names.
    pub(crate) deprecated_types: DeprecatedTypes,
}

impl Variant {
    /// Where its value stands.
    pub(crate) fn place(&self) -> XmlPlace {
        self.layout.as_ref().map(|layout| layout.place).unwrap_or_default()
    }
}

/// An enum of strings.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    /// Its name.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Its values, in the order of the model.
    pub(crate) values: Vec<EnumValue<String>>,
    /// Whether `Debug` hides the value.
    pub(crate) sensitive: bool,
    /// Whether it is the key of a map.
    pub(crate) map_key: bool,
    /// Whether it stands in headers, paths or queries.
    pub(crate) text: bool,
    /// The values that a violation shows.
    pub(crate) shown: Vec<String>,
    /// What checking it does, if it is ever checked.
    pub(crate) checks: Option<EnumChecks>,
    /// In which directions it travels.
    pub(crate) directions: Directions,
}

/// An enum of integers.
#[derive(Clone, Debug)]
pub(crate) struct IntEnum {
    /// Its name.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// Its values, in the order of the model.
    pub(crate) values: Vec<EnumValue<i32>>,
    /// Whether `Debug` hides the value.
    pub(crate) sensitive: bool,
    /// Whether it stands in headers, paths or queries.
    pub(crate) text: bool,
    /// What checking it does, if it is ever checked.
    pub(crate) checks: Option<EnumChecks>,
    /// In which directions it travels.
    pub(crate) directions: Directions,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub(crate) struct EnumValue<T> {
    /// Its name.
    pub(crate) name: TypeName,
    /// What stands on the wire.
    pub(crate) wire: T,
    /// Its comment.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
}
