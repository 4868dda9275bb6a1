//! Whether members must be there, and the values of their defaults.

use crate::ir::{DefaultValue, DefaultWriter, DocumentDefault, Presence, TimestampText, TokenDemand};
use crate::json::{self, Data, Value};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};

/// Whether a member of a structure must be there, and what stands for it.
pub(crate) fn presence(model: &Model, container: &Shape, member: &Member) -> Presence {
    if model.is_idempotency_token(member) {
        let demand = if member.traits.required { TokenDemand::Demanded } else { TokenDemand::Optional };
        return Presence::IdempotencyToken(demand);
    }
    let target = model.shape(&member.target);
    let default = member.traits.default.as_ref().map(|value| default_value(target, value));
    match (member.traits.required, member.traits.client_optional, default) {
        (true, true, _) => Presence::ClientOptional,
        (true, false, Some(default)) => Presence::RequiredOr(default),
        (true, false, None) => Presence::Required,
        (false, true, Some(default)) => Presence::ClientOptionalOr(default),
        (false, false, Some(default)) => {
            let writer = if container.traits.input { DefaultWriter::Server } else { DefaultWriter::Anyone };
            Presence::OptionalOr(default, writer)
        }
        (false, _, None) => Presence::Optional,
    }
}

/// The value of a default; `resolve` has seen that it fits.
fn default_value(target: &Shape, value: &Value) -> DefaultValue {
    match (&target.kind, &value.data) {
        (ShapeKind::Enum(_), Data::String(text)) => DefaultValue::Text(text.clone()),
        (ShapeKind::IntEnum(_), Data::Number(number)) => {
            let value = json::whole(number).and_then(|value| value.try_into().ok());
            DefaultValue::IntEnum(value.unwrap_or_default())
        }
        (ShapeKind::SimpleType(simple), data) => simple_value(*simple, data),
        _ => DefaultValue::Empty,
    }
}

fn simple_value(simple: SimpleType, data: &Data) -> DefaultValue {
    match (simple, data) {
        (SimpleType::Document, data) => document(data),
        (SimpleType::Boolean, Data::Bool(true)) => DefaultValue::True,
        (SimpleType::String, Data::String(text)) if !text.is_empty() => DefaultValue::Text(text.clone()),
        (SimpleType::Blob, Data::String(text)) if !text.is_empty() => DefaultValue::Blob(text.clone()),
        (SimpleType::Timestamp, Data::Number(number)) if !is_zero(number) => {
            DefaultValue::Timestamp(TimestampText::EpochSeconds, number.clone())
        }
        (SimpleType::Timestamp, Data::String(text)) => {
            let is_date_time = text.starts_with(|c: char| c.is_ascii_digit());
            let form = if is_date_time { TimestampText::DateTime } else { TimestampText::HttpDate };
            DefaultValue::Timestamp(form, text.clone())
        }
        (SimpleType::Float, Data::String(text)) => non_finite("f32", text),
        (SimpleType::Double, Data::String(text)) => non_finite("f64", text),
        (_, Data::Number(number)) => self::number(simple, number),
        _ => DefaultValue::Empty,
    }
}

/// A number as its type takes it.
fn number(simple: SimpleType, number: &str) -> DefaultValue {
    if is_zero(number) {
        return DefaultValue::Empty;
    }
    let text = match simple {
        SimpleType::BigInteger | SimpleType::BigDecimal => return DefaultValue::BigNumber(number.to_owned()),
        SimpleType::Byte | SimpleType::Short | SimpleType::Integer | SimpleType::Long => {
            json::whole(number).map(|value| value.to_string())
        }
        SimpleType::Float => number.parse().ok().map(|value: f32| format!("{value:?}")),
        SimpleType::Double => number.parse().ok().map(|value: f64| format!("{value:?}")),
        SimpleType::Blob
        | SimpleType::Boolean
        | SimpleType::String
        | SimpleType::Timestamp
        | SimpleType::Document => None,
    };
    text.map_or(DefaultValue::Empty, DefaultValue::Number)
}

fn is_zero(number: &str) -> bool {
    json::decimal(number).compare(&json::decimal("0")).is_eq()
}

fn non_finite(ty: &'static str, text: &str) -> DefaultValue {
    match text {
        "NaN" => DefaultValue::NonFinite(ty, "NAN"),
        "Infinity" => DefaultValue::NonFinite(ty, "INFINITY"),
        _ => DefaultValue::NonFinite(ty, "NEG_INFINITY"),
    }
}

fn document(data: &Data) -> DefaultValue {
    DefaultValue::Document(match data {
        Data::Null => return DefaultValue::Empty,
        Data::Bool(value) => DocumentDefault::Bool(*value),
        Data::Number(number) => DocumentDefault::Number(number.clone()),
        Data::String(text) => DocumentDefault::String(text.clone()),
        Data::Array(_) => DocumentDefault::Array,
        Data::Object(_) => DocumentDefault::Object,
    })
}
