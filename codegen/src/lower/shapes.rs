//! Structures, unions and enums in Rust's words.

use super::bindings::Bindings;
use super::checks::CheckPlan;
use super::docs::Comments;
use super::errors;
use super::presence::presence;
use super::protocols::{ProtocolRow, TimestampFormats};
use super::types::Types;
use super::{forms, layouts};
use crate::ir::{
    Alias, Deprecation, Derives, Enum, EnumValue, Field, IntEnum, Item, Structure, TimestampEncoding, Union,
    Variant,
};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Members, Shape, ShapeKind};
use crate::resolve::traits::documentation::Deprecated;
use crate::resolve::traits::{self, Traits};

/// The type that a shape becomes; `bindings` decide the names on the wire.
pub(crate) fn item(
    types: &Types<'_>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
    shape: &Shape,
    bindings: &Bindings<'_>,
) -> Item {
    match &shape.kind {
        ShapeKind::Structure(members) => {
            Item::Structure(structure(types, checking, docs, shape, members, bindings))
        }
        ShapeKind::Union(members) => Item::Union(union(types, checking, docs, shape, members, bindings)),
        ShapeKind::Enum(members) => {
            let text = bindings.is_text(&shape.id);
            Item::Enum(Enum { text, ..string_enum(types, checking, docs, shape, members) })
        }
        ShapeKind::IntEnum(members) => {
            let text = bindings.is_text(&shape.id);
            Item::IntEnum(IntEnum { text, ..int_enum(types, checking, docs, shape, members) })
        }
        ShapeKind::List(_) | ShapeKind::Map { .. } => Item::Alias(Alias {
            name: types.name(&shape.id),
            docs: docs.shape(shape),
            ty: types.written_out(&shape.id),
            names_deprecated: types.names_deprecated(&shape.id),
        }),
        ShapeKind::SimpleType(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => {
            unreachable!("`is_item` keeps what has no type of its own away")
        }
    }
}

fn structure(
    types: &Types<'_>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
    shape: &Shape,
    members: &Members,
    bindings: &Bindings<'_>,
) -> Structure {
    let names = FieldName::of_members(members.keys().map(String::as_str));
    let setters = checking.setters(&shape.id, &names);
    let fields = members.values().zip(names.into_iter().zip(setters));
    let fields: Vec<Field> =
        fields.map(|(member, names)| field(types, docs, shape, member, names, bindings)).collect();
    let required = fields.iter().any(|field| !field.presence.is_option());
    let redacted = fields.iter().any(|field| field.redacted);
    let name = types.name(&shape.id);
    Structure {
        builder: types.builder(&shape.id),
        name,
        docs: docs.shape(shape),
        example: docs.page_example(shape),
        deprecated: deprecation(&shape.traits),
        derives: Derives {
            eq: types.is_eq(&shape.id),
            hash: types.is_hash(&shape.id),
            default: !required,
            debug: !redacted && !shape.traits.sensitive,
        },
        sensitive: shape.traits.sensitive,
        build: types.build(shape),
        error: errors::facts(shape, &fields, bindings.protocol),
        message: bindings.message(&shape.id),
        answer_fields: bindings.answer_fields(shape, &fields),
        root: bindings.root(shape).map(Box::new),
        checks: checking.structure(shape, members, &fields),
        directions: types.directions(&shape.id),
        fields,
    }
}

fn field(
    types: &Types<'_>,
    docs: &Comments<'_>,
    container: &Shape,
    member: &Member,
    (name, setters): (FieldName, (FieldName, FieldName)),
    bindings: &Bindings<'_>,
) -> Field {
    Field {
        name,
        setters,
        key: layouts::wire_key(member, bindings.protocol),
        wire: layouts::wire_name(member, bindings.protocol),
        layout: layouts::layout(types.model, member, bindings.protocol),
        member: member.name.clone(),
        ty: types.of_member(&container.id, member),
        presence: presence(types.model, container, member),
        docs: docs.member(container, member),
        deprecated: deprecation(&member.traits),
        redacted: container.traits.sensitive || types.model.is_sensitive(member),
        timestamps: timestamps(types, member, bindings.protocol),
        sent_as: forms::sent_name(member, bindings.protocol),
        deprecated_types: types.deprecated_types_of(&container.id, member),
        binding: bindings.binding(&container.id, member),
    }
}

/// The format of the timestamps in a member, unless that is the protocol's own.
fn timestamps(types: &Types<'_>, member: &Member, protocol: &ProtocolRow) -> Option<TimestampEncoding> {
    if protocol.timestamps == TimestampFormats::One {
        return None;
    }
    let stated = match types.model.timestamp_format(member)? {
        traits::TimestampFormat::EpochSeconds => TimestampEncoding::EpochSeconds,
        traits::TimestampFormat::DateTime => TimestampEncoding::DateTime,
        traits::TimestampFormat::HttpDate => TimestampEncoding::HttpDate,
    };
    Some(stated).filter(|stated| *stated != protocol.own_timestamps())
}

fn union(
    types: &Types<'_>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
    shape: &Shape,
    members: &Members,
    bindings: &Bindings<'_>,
) -> Union {
    let names = TypeName::of_variants(members.keys().map(String::as_str));
    let variants: Vec<Variant> = members
        .values()
        .zip(names)
        .map(|(member, name)| variant(types, docs, shape, member, name, bindings))
        .collect();
    let redacted = variants.iter().any(|variant| variant.redacted);
    Union {
        name: types.name(&shape.id),
        docs: docs.shape(shape),
        deprecated: deprecation(&shape.traits),
        derives: Derives {
            eq: types.is_eq(&shape.id),
            hash: types.is_hash(&shape.id),
            default: false,
            debug: !redacted && !shape.traits.sensitive,
        },
        sensitive: shape.traits.sensitive,
        checks: checking.union(
            shape,
            members,
            &variants.iter().map(|variant| variant.redacted).collect::<Vec<_>>(),
        ),
        directions: types.directions(&shape.id),
        methods: union_methods(&variants),
        variants,
    }
}

/// The methods `is_…` and `as_…` of a union.
fn union_methods(variants: &[Variant]) -> Vec<(FieldName, FieldName)> {
    let ids: Vec<String> = variants
        .iter()
        .flat_map(|Variant { name, .. }| [format!("is {name}"), format!("as {name}")])
        .collect();
    // What clippy takes for methods of traits of std.
    let names = FieldName::of_ids(ids.iter().map(String::as_str), ["is_unknown", "as_ref", "as_mut"]);
    names.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

fn variant(
    types: &Types<'_>,
    docs: &Comments<'_>,
    container: &Shape,
    member: &Member,
    name: TypeName,
    bindings: &Bindings<'_>,
) -> Variant {
    Variant {
        name,
        key: layouts::wire_key(member, bindings.protocol),
        wire: layouts::wire_name(member, bindings.protocol),
        layout: layouts::layout(types.model, member, bindings.protocol),
        ty: types.of_variant(member),
        docs: docs.variant(container, member),
        deprecated: deprecation(&member.traits),
        redacted: container.traits.sensitive || types.model.is_sensitive(member),
        timestamps: timestamps(types, member, bindings.protocol),
        sent_as: forms::sent_name(member, bindings.protocol),
        deprecated_types: types.deprecated_types_of(&container.id, member),
    }
}

fn string_enum(
    types: &Types<'_>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
    shape: &Shape,
    members: &Members,
) -> Enum {
    let names = TypeName::of_variants(members.keys().map(String::as_str));
    let value = |((member, wire), name): ((&Member, &str), TypeName)| EnumValue {
        name,
        docs: docs.value(shape, member, wire),
        wire: wire.to_owned(),
        deprecated: deprecation(&member.traits),
    };
    Enum {
        name: types.name(&shape.id),
        docs: docs.shape(shape),
        deprecated: deprecation(&shape.traits),
        values: shape.enum_values().zip(names).map(value).collect(),
        sensitive: shape.traits.sensitive,
        map_key: types.is_map_key(&shape.id),
        text: false,
        shown: shape.public_enum_values().map(str::to_owned).collect(),
        checks: checking.enumeration(shape),
        directions: types.directions(&shape.id),
    }
}

fn int_enum(
    types: &Types<'_>,
    checking: &CheckPlan<'_>,
    docs: &Comments<'_>,
    shape: &Shape,
    members: &Members,
) -> IntEnum {
    let names = TypeName::of_variants(members.keys().map(String::as_str));
    let value = |((member, wire), name): ((&Member, i32), TypeName)| EnumValue {
        name,
        docs: docs.value(shape, member, &wire.to_string()),
        wire,
        deprecated: deprecation(&member.traits),
    };
    IntEnum {
        name: types.name(&shape.id),
        docs: docs.shape(shape),
        deprecated: deprecation(&shape.traits),
        values: shape.int_enum_values().zip(names).map(value).collect(),
        sensitive: shape.traits.sensitive,
        text: false,
        checks: checking.enumeration(shape),
        directions: types.directions(&shape.id),
    }
}

/// The note of a `deprecated` trait.
pub(crate) fn deprecation(traits: &Traits) -> Option<Deprecation> {
    traits.deprecated.as_ref().map(|deprecated| Deprecation { note: note(deprecated) })
}

/// The message and the date or version: `#[deprecated(since)]` takes only versions of this crate, so it is said here.
/// rustdoc reads a note as Markdown, and the compiler prints it as it is.
fn note(deprecated: &Deprecated) -> Option<String> {
    let shown = |text: &Option<String>| {
        let text = text.as_deref().map(markup::note);
        text.filter(|text| !text.is_empty())
    };
    match (shown(&deprecated.message), shown(&deprecated.since)) {
        (Some(message), Some(since)) => Some(format!("{message} (since {since})")),
        (Some(message), None) => Some(message),
        (None, Some(since)) => Some(format!("since {since}")),
        (None, None) => None,
    }
}
