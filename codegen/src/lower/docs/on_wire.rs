//! Values of examples as they travel: members by their names there, points in time in their formats.

use crate::ir::{Codec, TimestampEncoding};
use crate::json::{Data, Entry, Value};
use crate::lower::layouts;
use crate::lower::protocols::{ProtocolRow, TimestampFormats};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::traits;
use crate::runtime::smithy::{Timestamp, TimestampFormat};

/// A structure or union; its members have their names on the wire where bodies are JSON, which is written as it is here.
pub(super) fn structure(model: &Model, row: &ProtocolRow, shape: &Shape, value: &Value) -> Value {
    let Data::Object(entries) = &value.data else { return value.clone() };
    let entry = |entry: &Entry| match shape.members().find(|member| member.name == entry.key) {
        None => entry.clone(),
        Some(own) => {
            let value = member(model, row, own, &entry.value);
            let is_json = row.request_codec == Codec::Json;
            let key = if is_json { layouts::wire_name(own, row) } else { entry.key.clone() };
            Entry { key, value, ..entry.clone() }
        }
    };
    Value { data: Data::Object(entries.iter().map(entry).collect()), ..value.clone() }
}

/// What a member holds.
pub(super) fn member(model: &Model, row: &ProtocolRow, own: &Member, value: &Value) -> Value {
    let shape = model.shape(&own.target);
    let data = match (&shape.kind, &value.data) {
        (ShapeKind::List(element), Data::Array(values)) => {
            Data::Array(values.iter().map(|value| member(model, row, element, value)).collect())
        }
        (ShapeKind::Map { value: held, .. }, Data::Object(entries)) => {
            let entry =
                |entry: &Entry| Entry { value: member(model, row, held, &entry.value), ..entry.clone() };
            Data::Object(entries.iter().map(entry).collect())
        }
        (ShapeKind::Structure(_) | ShapeKind::Union(_), _) => return structure(model, row, shape, value),
        (ShapeKind::SimpleType(SimpleType::Timestamp), _) => {
            return time(value, format(model, row, own)).unwrap_or_else(|| value.clone());
        }
        _ => return value.clone(),
    };
    Value { data, ..value.clone() }
}

/// The format of the points in time that a member of a body holds.
fn format(model: &Model, row: &ProtocolRow, member: &Member) -> TimestampEncoding {
    match model.timestamp_format(member).filter(|_| row.timestamps != TimestampFormats::One) {
        Some(traits::TimestampFormat::EpochSeconds) => TimestampEncoding::EpochSeconds,
        Some(traits::TimestampFormat::DateTime) => TimestampEncoding::DateTime,
        Some(traits::TimestampFormat::HttpDate) => TimestampEncoding::HttpDate,
        None => row.own_timestamps(),
    }
}

/// A point in time, which examples have as `date-time` or as seconds, in a format.
pub(super) fn time(value: &Value, format: TimestampEncoding) -> Option<Value> {
    let time = match &value.data {
        Data::String(text) => Timestamp::parse(text, TimestampFormat::DateTime),
        Data::Number(number) => Timestamp::parse(number, TimestampFormat::EpochSeconds),
        _ => return None,
    };
    let text = |format| Some(time.ok()?.format(format));
    let data = match format {
        TimestampEncoding::EpochSeconds => Data::Number(text(TimestampFormat::EpochSeconds)?),
        TimestampEncoding::DateTime => Data::String(text(TimestampFormat::DateTime)?),
        TimestampEncoding::HttpDate => Data::String(text(TimestampFormat::HttpDate)?),
    };
    Some(Value { data, ..value.clone() })
}
