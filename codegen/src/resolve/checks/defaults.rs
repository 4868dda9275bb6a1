//! Whether the value of a `default` fits its type
//! ([Smithy 2.0, default](https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait)).

use super::owner;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{self, Data, Value};
use crate::resolve::graph::{Members, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::raw::Owner;

/// Checks the default of a shape and of each of its members.
pub(super) fn check(errors: &mut Diagnostics, model: &Model, shape: &Shape) {
    value(errors, Owner::shape(&shape.id), &shape.kind, shape.traits.default.as_ref());
    for member in shape.members() {
        value(
            errors,
            owner(shape, member),
            &model.shape(&member.target).kind,
            member.traits.default.as_ref(),
        );
    }
}

fn value(errors: &mut Diagnostics, owner: Owner<'_>, kind: &ShapeKind, default: Option<&Value>) {
    let Some(default) = default else { return };
    if let Some(right) = wanted(kind, default) {
        let fault =
            Diagnostic::error(format!("this `default` must be {right}")).at(default.place).shape(owner);
        errors.push(fault);
    }
}

/// What a default must be, if it is something else.
fn wanted(kind: &ShapeKind, default: &Value) -> Option<&'static str> {
    let data = &default.data;
    let (fits, right) = match kind {
        ShapeKind::SimpleType(simple) => return simple_wanted(*simple, data),
        ShapeKind::Enum(members) => (is_enum_value(members, data), "one of the values of the enum, a string"),
        ShapeKind::IntEnum(members) => {
            (is_int_enum_value(members, data), "one of the values of the enum, an integer")
        }
        ShapeKind::List(_) => {
            (matches!(data, Data::Array(elements) if elements.is_empty()), "an empty array")
        }
        ShapeKind::Map { .. } => {
            (matches!(data, Data::Object(entries) if entries.is_empty()), "an empty object")
        }
        ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => (false, "left out: no default can stand for such a shape"),
    };
    (!fits).then_some(right)
}

fn simple_wanted(simple: SimpleType, data: &Data) -> Option<&'static str> {
    let (fits, right) = match simple {
        SimpleType::Blob => (matches!(data, Data::String(_)), "a string in base64"),
        SimpleType::String => (matches!(data, Data::String(_)), "a string"),
        SimpleType::Boolean => (matches!(data, Data::Bool(_)), "`true` or `false`"),
        SimpleType::Timestamp => {
            (matches!(data, Data::String(_) | Data::Number(_)), "a number of seconds or a string")
        }
        SimpleType::Document => (true, ""),
        SimpleType::Byte
        | SimpleType::Short
        | SimpleType::Integer
        | SimpleType::Long
        | SimpleType::BigInteger => {
            (matches!(data, Data::Number(text) if json::decimal(text).is_whole()), "a whole number")
        }
        SimpleType::Float | SimpleType::Double | SimpleType::BigDecimal => {
            (matches!(data, Data::Number(_) | Data::String(_)), "a number")
        }
    };
    (!fits).then_some(right)
}

fn is_enum_value(members: &Members, data: &Data) -> bool {
    let Data::String(text) = data else { return false };
    members.values().any(|member| member.traits.enum_value.as_ref() == Some(text))
}

fn is_int_enum_value(members: &Members, data: &Data) -> bool {
    let Data::Number(text) = data else { return false };
    // A model of 1.0 gives 0 to what has no default, whether an enum knows it or not.
    text == "0" || members.values().any(|member| member.traits.int_enum_value == text.parse().ok())
}
