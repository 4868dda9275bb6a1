//! Whether constraint traits stand on shapes that they can constrain
//! ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).

use super::owner;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json;
use crate::resolve::graph::{Model, Shape, ShapeKind, SimpleType};
use crate::resolve::raw::ShapeOrMember;
use crate::resolve::traits::Traits;

/// Checks the constraints of a shape and of its members.
pub(super) fn check(errors: &mut Diagnostics, model: &Model, shape: &Shape) {
    placement(errors, ShapeOrMember::shape(&shape.id), &shape.kind, &shape.traits);
    for member in shape.members() {
        placement(errors, owner(shape, member), &model.shape(&member.target).kind, &member.traits);
        only_on_shapes(errors, owner(shape, member), &member.traits);
    }
    if shape.traits.error.is_some() && !matches!(shape.kind, ShapeKind::Structure(_)) {
        refuse(errors, ShapeOrMember::shape(&shape.id), &shape.traits, "error", "a structure");
    }
}

/// Checks that each constraint fits what it constrains.
fn placement(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, kind: &ShapeKind, traits: &Traits) {
    if traits.length.is_some() && !has_length(kind) {
        refuse(errors, owner, traits, "length", "a string, a blob, a list or a map");
    }
    if traits.pattern.is_some()
        && !matches!(kind, ShapeKind::SimpleType(SimpleType::String) | ShapeKind::Enum(_))
    {
        refuse(errors, owner, traits, "pattern", "a string");
    }
    if traits.range.is_some() && !is_number(kind) {
        refuse(errors, owner, traits, "range", "a number");
    }
    if is_whole_number(kind) {
        whole_bounds(errors, owner, traits);
        reachable_bounds(errors, owner, kind, traits);
    }
}

/// Checks that traits of lists and maps do not stand on members.
fn only_on_shapes(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, traits: &Traits) {
    if traits.unique_items {
        refuse(errors, owner, traits, "uniqueItems", "a list itself, not a member");
    }
    if traits.sparse {
        refuse(errors, owner, traits, "sparse", "a list or a map itself, not a member");
    }
}

fn has_length(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::SimpleType(SimpleType::String | SimpleType::Blob)
            | ShapeKind::Enum(_)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
    )
}

fn is_whole_number(kind: &ShapeKind) -> bool {
    matches!(kind, ShapeKind::SimpleType(simple) if simple.is_integer())
        || matches!(kind, ShapeKind::IntEnum(_))
}

fn is_number(kind: &ShapeKind) -> bool {
    let floating = [SimpleType::Float, SimpleType::Double, SimpleType::BigDecimal];
    is_whole_number(kind) || matches!(kind, ShapeKind::SimpleType(simple) if floating.contains(simple))
}

/// Checks that the bounds of whole numbers are whole.
fn whole_bounds(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, traits: &Traits) {
    let Some(range) = &traits.range else { return };
    let written = traits.prelude("range");
    for (key, bound) in [("min", &range.min), ("max", &range.max)] {
        if let Some(bound) = bound.as_ref().filter(|bound| !json::decimal(bound).is_whole()) {
            let diagnostic = Diagnostic::error(format!(
                "the `{key}` of `range` is {bound}, which a whole number cannot be"
            ));
            let span = written.and_then(|value| value.get(key)).map(|bound| bound.span);
            errors.push(Diagnostic { span, ..diagnostic.shape(owner) });
        }
    }
}

/// Warns of bounds that no value of a type meets.
fn reachable_bounds(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, kind: &ShapeKind, traits: &Traits) {
    let (Some(range), Some((least, greatest))) = (&traits.range, limits(kind)) else { return };
    let compare = |bound: &String, limit: i64| json::decimal(bound).compare(&limit.into());
    let unmet = match (&range.min, &range.max) {
        (Some(min), _) if compare(min, greatest).is_gt() => ("min", min, "large"),
        (_, Some(max)) if compare(max, least).is_lt() => ("max", max, "small"),
        _ => return,
    };
    let (key, bound, size) = unmet;
    let message = format!(
        "the `{key}` of `range` is {bound}, and no value of the type {} is so {size}",
        kind.type_name()
    );
    let span = traits.span("range");
    errors.push(Diagnostic { span, ..Diagnostic::warning(message).shape(owner) });
}

/// The least and the greatest value of a type of integers.
pub(super) fn limits(kind: &ShapeKind) -> Option<(i64, i64)> {
    match kind {
        ShapeKind::SimpleType(SimpleType::Byte) => Some((i8::MIN.into(), i8::MAX.into())),
        ShapeKind::SimpleType(SimpleType::Short) => Some((i16::MIN.into(), i16::MAX.into())),
        ShapeKind::SimpleType(SimpleType::Integer) | ShapeKind::IntEnum(_) => {
            Some((i32::MIN.into(), i32::MAX.into()))
        }
        ShapeKind::SimpleType(SimpleType::Long) => Some((i64::MIN, i64::MAX)),
        _ => None,
    }
}

fn refuse(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, traits: &Traits, name: &str, right: &str) {
    let span = traits.span(name);
    let diagnostic =
        Diagnostic::error(format!("`{name}` has no place here: it belongs on {right}")).shape(owner);
    errors.push(Diagnostic { span, ..diagnostic });
}
