//! The bounds of ranges.

use crate::ir::checks::{NumberBounds, RangeBounds};
use crate::json;
use crate::resolve::graph::{Shape, ShapeKind, SimpleType};
use crate::resolve::traits::Range;

/// The bounds for the type of a number; nothing where there is none that a value could break.
pub(super) fn bounds(shape: &Shape, range: &Range) -> Option<RangeBounds> {
    let ShapeKind::SimpleType(simple) = shape.kind else { return None };
    let (min, max) = (range.min.as_deref(), range.max.as_deref());
    let numbers = match simple {
        SimpleType::Byte | SimpleType::Short | SimpleType::Integer | SimpleType::Long => {
            NumberBounds::Integer(min.and_then(json::whole), max.and_then(json::whole))
        }
        SimpleType::Float => {
            let single = |text: &str| finite(text).map(|value: f32| f64::from(value));
            NumberBounds::Float(min.and_then(single), max.and_then(single))
        }
        SimpleType::Double => NumberBounds::Float(min.and_then(finite), max.and_then(finite)),
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

/// A bound of a float; nothing for one beyond the values of its type.
fn finite<T: std::str::FromStr + Copy + Into<f64>>(text: &str) -> Option<T> {
    text.parse().ok().filter(|&value: &T| value.into().is_finite())
}

/// The bounds as Rust prints them.
fn shown(numbers: &NumberBounds) -> [Option<String>; 2] {
    match numbers {
        NumberBounds::Integer(min, max) => [min, max].map(|bound| bound.map(|value| value.to_string())),
        NumberBounds::Float(min, max) => [min, max].map(|bound| bound.map(|value| value.to_string())),
        NumberBounds::Decimal(min, max) => [min.clone(), max.clone()],
    }
}
