//! The bounds of ranges as Rust writes them.

use crate::ir::checks::Bounds;
use crate::json;
use crate::resolve::graph::{Shape, ShapeKind, SimpleType};
use crate::resolve::traits::Range;

/// The bounds for the type of a number; nothing where there is none that a value could break.
pub(super) fn bounds(shape: &Shape, range: &Range) -> Option<Bounds> {
    let ShapeKind::SimpleType(simple) = shape.kind else { return None };
    let literal = |text: &Option<String>| text.as_deref().and_then(|text| literal(simple, text));
    let (min, max) = (literal(&range.min), literal(&range.max));
    let shown = |literal: &Option<(String, String)>| literal.as_ref().map(|(_, shown)| shown.clone());
    let written = [&range.min, &range.max].map(|text| text.clone().unwrap_or_default());
    let same = shown(&min).unwrap_or_default() == written[0] && shown(&max).unwrap_or_default() == written[1];
    let [min_written, max_written] = written;
    (min.is_some() || max.is_some()).then(|| Bounds {
        min: min.map(|(literal, _)| literal),
        max: max.map(|(literal, _)| literal),
        written: (!same).then_some((min_written, max_written)),
    })
}

/// A bound as a literal, and how Rust prints it; nothing for one beyond the values of its type.
fn literal(simple: SimpleType, text: &str) -> Option<(String, String)> {
    match simple {
        SimpleType::Byte | SimpleType::Short | SimpleType::Integer | SimpleType::Long => {
            let whole: i64 = json::whole(text)?;
            Some((whole.to_string(), whole.to_string()))
        }
        SimpleType::Float => {
            let value: f32 = text.parse().ok().filter(|value: &f32| value.is_finite())?;
            Some((format!("{value:?}"), value.to_string()))
        }
        SimpleType::Double => {
            let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
            Some((format!("{value:?}"), value.to_string()))
        }
        SimpleType::BigInteger | SimpleType::BigDecimal => Some((format!("{text:?}"), text.to_owned())),
        SimpleType::Blob
        | SimpleType::Boolean
        | SimpleType::String
        | SimpleType::Timestamp
        | SimpleType::Document => None,
    }
}
