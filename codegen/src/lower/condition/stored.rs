//! How generated types hold values, and how a place that holds one becomes a value to work on.

use super::ROOT;
use super::code::{Code, Work};
use super::convert::{VALUE, settled};
use super::ty::{Map, Null, Num, Shelf, Stored, Ty};
use crate::ir::{Density, Presence, Type};
use crate::lower::types::Types;
use crate::names::FieldName;
use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind, SimpleType};

/// What a value of a shape is.
pub(super) fn ty(types: &Types<'_>, id: &ShapeId) -> Ty {
    let shape = types.model.shape(id);
    match &shape.kind {
        ShapeKind::SimpleType(simple) => simple_ty(*simple),
        ShapeKind::Enum(_) => Ty::Text,
        ShapeKind::IntEnum(_) => Ty::Number(Num::Integer("i32")),
        ShapeKind::List(member) => {
            let element = ty(types, &member.target);
            Ty::list(element, sparse(shape), Shelf::Stored(stored(types, &member.target)))
        }
        ShapeKind::Map { key, value } => Ty::Map(Box::new(Map {
            key: stored(types, &key.target),
            key_shape: key.target.clone(),
            value: ty(types, &value.target),
            stored: stored(types, &value.target),
            null: sparse(shape),
        })),
        ShapeKind::Structure(_) => Ty::Structure(id.clone()),
        ShapeKind::Union(_) => Ty::Union(id.clone()),
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => Ty::Null,
    }
}

fn simple_ty(simple: SimpleType) -> Ty {
    match simple {
        SimpleType::Blob => Ty::Blob,
        SimpleType::Boolean => Ty::Bool,
        SimpleType::String => Ty::Text,
        SimpleType::Byte => Ty::Number(Num::Integer("i8")),
        SimpleType::Short => Ty::Number(Num::Integer("i16")),
        SimpleType::Integer => Ty::Number(Num::Integer("i32")),
        SimpleType::Long => Ty::Number(Num::Integer("i64")),
        SimpleType::Float => Ty::Number(Num::Float("f32")),
        SimpleType::Double => Ty::Number(Num::Float("f64")),
        SimpleType::BigInteger | SimpleType::BigDecimal => Ty::Number(Num::Big),
        SimpleType::Timestamp => Ty::Number(Num::Timestamp),
        SimpleType::Document => Ty::Any,
    }
}

fn sparse(shape: &Shape) -> Null {
    if shape.traits.sparse { Null::Maybe } else { Null::Never }
}

/// How a list or map holds values of a shape.
pub(super) fn stored(types: &Types<'_>, id: &ShapeId) -> Stored {
    let shape = types.model.shape(id);
    match &shape.kind {
        ShapeKind::SimpleType(SimpleType::String) => Stored::String,
        ShapeKind::SimpleType(SimpleType::Document) => Stored::Document,
        ShapeKind::SimpleType(SimpleType::Blob | SimpleType::BigInteger | SimpleType::BigDecimal) => {
            Stored::Reference
        }
        ShapeKind::SimpleType(_) => Stored::Copy,
        ShapeKind::Enum(_) => Stored::Enum,
        ShapeKind::IntEnum(_) => Stored::IntEnum,
        ShapeKind::List(_) => Stored::List,
        ShapeKind::Map { .. } | ShapeKind::Structure(_) | ShapeKind::Union(_) => Stored::Reference,
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => Stored::Reference,
    }
}

/// The type of the parameter `value` for a shape, in source.
pub(super) fn parameter(types: &Types<'_>, id: &ShapeId) -> String {
    match types.written_out(id) {
        Type::String => "&str".to_owned(),
        Type::List(element, density) => format!("&[{}]", held(&element, density)),
        ty @ (Type::Bool
        | Type::Number(_)
        | Type::Smithy(_)
        | Type::Map(..)
        | Type::Shape(_)
        | Type::Boxed(_)) => format!("&{}", source(&ty)),
    }
}

/// A type, in source.
pub(super) fn source(ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::Number(name) => (*name).to_owned(),
        Type::String => "String".to_owned(),
        Type::Smithy(name) => format!("smithy::{name}"),
        Type::List(element, density) => format!("Vec<{}>", held(element, *density)),
        Type::Map(key, value, density) => format!("BTreeMap<{}, {}>", source(key), held(value, *density)),
        Type::Shape(name) => format!("{ROOT}::{name}"),
        Type::Boxed(name) => format!("Box<{ROOT}::{name}>"),
    }
}

fn held(ty: &Type, density: Density) -> String {
    match density {
        Density::Dense => source(ty),
        Density::Sparse => format!("Option<{}>", source(ty)),
    }
}

/// The parameter `value`.
pub(super) fn of_parameter(types: &Types<'_>, id: &ShapeId) -> Code {
    match stored(types, id) {
        Stored::String | Stored::List => settled(Code::native("value", ty(types, id), Null::Never).place()),
        stored @ (Stored::Copy
        | Stored::Enum
        | Stored::IntEnum
        | Stored::Reference
        | Stored::Boxed
        | Stored::Document) => of_reference(ty(types, id), stored, "value"),
    }
}

/// What a reference of that name refers to.
pub(super) fn of_reference(ty: Ty, stored: Stored, name: &str) -> Code {
    let native = |source: String| Code::native(source, ty.clone(), Null::Never).place();
    settled(match stored {
        Stored::Copy => native(format!("*{name}")),
        Stored::String | Stored::Enum => native(format!("{name}.as_str()")),
        Stored::IntEnum => native(format!("{name}.value()")),
        Stored::Reference => native(name.to_owned()),
        Stored::Boxed => native(format!("&**{name}")).received_by(name),
        Stored::List => native(format!("{name}.as_slice()")).received_by(name),
        Stored::Document => Code::value(format!("{VALUE}::from({name})"), Ty::Any).place(),
    })
}

/// A member of a structure that is at `receiver`.
pub(super) fn member(work: &mut Work<'_, '_>, container: &ShapeId, member: &Member, receiver: &str) -> Code {
    let types = work.types;
    work.names_deprecated |= member.traits.deprecated.is_some() || types.names_deprecated(&member.target);
    let place = format!("{receiver}.{}", FieldName::of_member(&member.name).in_source());
    let held = match types.of_member(container, member) {
        Type::Boxed(_) => Stored::Boxed,
        Type::Bool
        | Type::Number(_)
        | Type::String
        | Type::Smithy(_)
        | Type::List(..)
        | Type::Map(..)
        | Type::Shape(_) => stored(types, &member.target),
    };
    let ty = ty(types, &member.target);
    let presence = if member.traits.required { Presence::Required } else { Presence::Optional };
    settled(match presence {
        Presence::Required => required(held, ty, place),
        Presence::Optional => optional(held, ty, place),
    })
}

fn required(held: Stored, ty: Ty, place: String) -> Code {
    let native = |source: String| Code::native(source, ty.clone(), Null::Never).place();
    match held {
        Stored::Copy => native(place),
        Stored::String => native(format!("{place}.as_str()")).received_by(place),
        Stored::Enum => native(format!("{place}.as_str()")),
        Stored::IntEnum => native(format!("{place}.value()")),
        Stored::Reference => native(format!("&{place}")).received_by(place),
        Stored::Boxed => native(format!("&*{place}")).received_by(place),
        Stored::List => native(format!("{place}.as_slice()")).received_by(place),
        Stored::Document => Code::value(format!("{VALUE}::from(&{place})"), Ty::Any).place(),
    }
}

fn optional(held: Stored, ty: Ty, place: String) -> Code {
    let native = |source: String| Code::native(source, ty.clone(), Null::Maybe).place();
    match held {
        Stored::Copy => native(place),
        Stored::String | Stored::List | Stored::Boxed => {
            native(format!("{place}.as_deref()")).received_by(place)
        }
        Stored::Enum => native(format!("{place}.as_ref().map(|name| name.as_str())")).received_by(place),
        Stored::IntEnum => native(format!("{place}.map(|number| number.value())")).received_by(place),
        Stored::Reference => native(format!("{place}.as_ref()")).received_by(place),
        Stored::Document => Code::value(format!("{VALUE}::from({place}.as_ref())"), Ty::Any).place(),
    }
}

/// An iterator or `Option` without its nulls.
pub(super) fn without_nulls(source: &str) -> String {
    ["Option::as_deref", "Option::as_ref"]
        .iter()
        .find_map(|function| {
            Some(format!("{}.filter_map({function})", source.strip_suffix(&format!(".map({function})"))?))
        })
        .unwrap_or_else(|| format!("{source}.flatten()"))
}

/// The same for an `Option`.
pub(super) fn flat(source: &str) -> String {
    ["Option::as_deref", "Option::as_ref"]
        .iter()
        .find_map(|function| {
            Some(format!("{}.and_then({function})", source.strip_suffix(&format!(".map({function})"))?))
        })
        .unwrap_or_else(|| format!("{source}.flatten()"))
}

/// What turns an iterator over references, or an `Option` of one, into one over values.
pub(super) fn adapter(stored: Stored, null: Null) -> &'static str {
    match (stored, null) {
        (Stored::Copy, _) => ".copied()",
        (Stored::String, Null::Never) => ".map(String::as_str)",
        (Stored::Enum, Null::Never) => ".map(|name| name.as_str())",
        (Stored::IntEnum, Null::Never) => ".map(|number| number.value())",
        (Stored::Reference, Null::Never) => "",
        (Stored::Boxed, Null::Never) => ".map(|boxed| &**boxed)",
        (Stored::List, Null::Never) => ".map(Vec::as_slice)",
        (Stored::Document, Null::Never) => ".map(Value::from)",
        (Stored::String | Stored::List | Stored::Boxed, Null::Maybe) => ".map(Option::as_deref)",
        (Stored::Enum, Null::Maybe) => ".map(|name| name.as_ref().map(|name| name.as_str()))",
        (Stored::IntEnum, Null::Maybe) => ".map(|number| number.map(|number| number.value()))",
        (Stored::Reference, Null::Maybe) => ".map(Option::as_ref)",
        (Stored::Document, Null::Maybe) => ".map(|document| Value::from(document.as_ref()))",
    }
}
