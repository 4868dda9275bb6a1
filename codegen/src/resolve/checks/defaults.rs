//! Whether the value of a `default` fits its type
//! ([Smithy 2.0, default](https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait)).

use super::owner;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{self, Data, Value};
use crate::resolve::conformance::{Conformance, Demand, Strictness, expected};
use crate::resolve::graph::{Model, Shape, ShapeKind, SimpleType};
use crate::resolve::raw::ShapeOrMember;

/// Defaults are checked for their type alone.
const STRICTNESS: Strictness = Strictness { required: Demand::Ignored, constraints: Demand::Ignored };

/// Checks the default of a shape and of each of its members.
pub(super) fn check(errors: &mut Diagnostics, model: &Model, shape: &Shape) {
    value(errors, model, ShapeOrMember::shape(&shape.id), shape, shape.traits.default.as_ref());
    for member in shape.members() {
        let target = model.shape(&member.target);
        value(errors, model, owner(shape, member), target, member.traits.default.as_ref());
    }
}

fn value(
    errors: &mut Diagnostics,
    model: &Model,
    owner: ShapeOrMember<'_>,
    shape: &Shape,
    default: Option<&Value>,
) {
    let Some(default) = default.filter(|default| !fits(model, shape, default)) else { return };
    let message = format!("this `default` must be {}", right(shape));
    errors.push(Diagnostic::error(message).at(default.span).shape(owner));
}

fn fits(model: &Model, shape: &Shape, default: &Value) -> bool {
    let may_have_default = match (&shape.kind, &default.data) {
        (ShapeKind::List(_), Data::Array(elements)) => elements.is_empty(),
        (ShapeKind::Map { .. }, Data::Object(entries)) => entries.is_empty(),
        // A model of 1.0 gives 0 to what has no default, whether an enum has such a value or not.
        (ShapeKind::IntEnum(_), Data::Number(number)) if number == "0" => return true,
        (ShapeKind::SimpleType(SimpleType::Document), Data::Array(elements)) => elements.is_empty(),
        (ShapeKind::SimpleType(SimpleType::Document), Data::Object(entries)) => entries.is_empty(),
        (ShapeKind::SimpleType(SimpleType::Blob), Data::String(text)) => is_base64(text),
        (kind, Data::Number(number)) if super::constraints::limits(kind).is_some() => is_within(kind, number),
        (ShapeKind::SimpleType(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_), _) => true,
        _ => false,
    };
    may_have_default && Conformance::new(model).check(shape, default, STRICTNESS).is_empty()
}

/// Whether a text is base64 with its padding (RFC 4648, section 4).
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len().is_multiple_of(4) && text.len() - digits.len() <= 2 && digits.bytes().all(is_digit)
}

/// Whether a number is one of a type of integers.
fn is_within(kind: &ShapeKind, number: &str) -> bool {
    let number = json::decimal(number);
    super::constraints::limits(kind).is_none_or(|(least, greatest)| {
        number.compare(&least.into()).is_ge() && number.compare(&greatest.into()).is_le()
    })
}

/// What a default of a shape must be.
fn right(shape: &Shape) -> &'static str {
    match &shape.kind {
        ShapeKind::SimpleType(SimpleType::Blob) => "a string in base64",
        ShapeKind::Enum(_) => "one of the values of the enum, a string",
        ShapeKind::IntEnum(_) => "one of the values of the enum, an integer",
        ShapeKind::List(_) => "an empty array",
        ShapeKind::Map { .. } => "an empty object",
        ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => "left out: no default can stand for such a shape",
        ShapeKind::SimpleType(SimpleType::Document) => "a simple value, or an empty array or object",
        ShapeKind::SimpleType(SimpleType::Byte) => "a whole number from -128 to 127",
        ShapeKind::SimpleType(SimpleType::Short) => "a whole number from -32768 to 32767",
        ShapeKind::SimpleType(SimpleType::Integer) => "a whole number of 32 bits",
        ShapeKind::SimpleType(SimpleType::Long) => "a whole number of 64 bits",
        ShapeKind::SimpleType(_) => expected(&shape.kind),
    }
}
