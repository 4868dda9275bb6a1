//! The bounds of ranges.

use crate::ir::checks::{NumberBounds, RangeBounds};
use crate::json;
use crate::resolve::graph::{Shape, ShapeKind, SimpleType};
use crate::resolve::traits::Range;

/// The bounds for the type of a number; nothing where there is none that a value could break.
pub(super) fn bounds(shape: &Shape, range: &Range) -> Option<RangeBounds> {
    let (min, max) = (range.min.as_deref(), range.max.as_deref());
    let simple = match shape.kind {
        ShapeKind::SimpleType(simple) => simple,
        ShapeKind::IntEnum(_) => SimpleType::Integer,
        _ => return None,
    };
    let numbers = match simple {
        SimpleType::Byte => integer(min, max, i8::MIN.into(), i8::MAX.into()),
        SimpleType::Short => integer(min, max, i16::MIN.into(), i16::MAX.into()),
        SimpleType::Integer => integer(min, max, i32::MIN.into(), i32::MAX.into()),
        SimpleType::Long => integer(min, max, i64::MIN, i64::MAX),
        SimpleType::Float => NumberBounds::Float(min.map(single).map(above), max.map(single).map(below)),
        SimpleType::Double => NumberBounds::Float(min.map(double).map(above), max.map(double).map(below)),
        SimpleType::BigInteger | SimpleType::BigDecimal => {
            NumberBounds::Decimal(range.min.clone(), range.max.clone())
        }
        SimpleType::Blob
        | SimpleType::Boolean
        | SimpleType::String
        | SimpleType::Timestamp
        | SimpleType::Document => return None,
    };
    let shown = shown(&numbers);
    let written = [min, max].map(|text| text.unwrap_or_default().to_owned());
    let same = shown.each_ref().map(|text| text.clone().unwrap_or_default()) == written;
    let [min, max] = written;
    let bounds = RangeBounds { numbers, written: (!same).then_some((min, max)) };
    shown.iter().any(Option::is_some).then_some(bounds)
}

/// The bounds of an integer between two others: one that every value meets is left out.
fn integer(min: Option<&str>, max: Option<&str>, least: i64, greatest: i64) -> NumberBounds {
    let compare = |bound: &str, limit: i64| json::decimal(bound).compare(&limit.into());
    let is_beyond = min.is_some_and(|min| compare(min, greatest).is_gt())
        || max.is_some_and(|max| compare(max, least).is_lt());
    if is_beyond {
        // No value meets this, as no value meets the bound that the model has.
        return NumberBounds::Integer(Some(i64::MAX), Some(i64::MIN));
    }
    let min = min.filter(|min| compare(min, least).is_gt()).and_then(json::whole);
    NumberBounds::Integer(min, max.filter(|max| compare(max, greatest).is_lt()).and_then(json::whole))
}

/// A bound of a float of 64 bits, which may be beyond all that are finite.
fn double(text: &str) -> f64 {
    text.parse().expect("the parser lets only JSON's numbers through")
}

/// A bound of a float of 32 bits, as it is rounded; beyond all of these, as it is.
fn single(text: &str) -> f64 {
    let double = double(text);
    text.parse().ok().filter(|single: &f32| single.is_finite()).map_or(double, f64::from)
}

/// A lower bound: infinity alone is below what is beyond all that is finite.
fn above(bound: f64) -> f64 {
    if bound == f64::NEG_INFINITY { f64::MIN } else { bound }
}

/// An upper bound, likewise.
fn below(bound: f64) -> f64 {
    if bound == f64::INFINITY { f64::MAX } else { bound }
}

/// The bounds as Rust prints them.
fn shown(numbers: &NumberBounds) -> [Option<String>; 2] {
    match numbers {
        NumberBounds::Integer(min, max) => [min, max].map(|bound| bound.map(|value| value.to_string())),
        NumberBounds::Float(min, max) => [min, max].map(|bound| bound.map(|value| value.to_string())),
        NumberBounds::Decimal(min, max) => [min.clone(), max.clone()],
    }
}
