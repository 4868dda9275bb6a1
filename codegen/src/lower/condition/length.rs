//! Lengths that are compared with 0 or 1: Rust asks whether something is empty.

use super::code::{Code, Risk};
use super::truth::{Level, Truth};
use super::ty::{Num, Ty};
use crate::jmespath::{Comparison, Order};

/// The comparison of a length with a literal, if it only asks whether there is something, or nothing at all.
pub(super) fn emptiness(comparison: Comparison, left: &Code, right: &Code) -> Option<Truth> {
    let (length, comparison, bound) = match (empty(left), empty(right)) {
        (Some(empty), None) => (empty, comparison, literal(right)?),
        (None, Some(empty)) => (empty, mirrored(comparison), literal(left)?),
        (None, None) | (Some(_), Some(_)) => return None,
    };
    let safe = left.risk.max(right.risk) == Risk::None;
    match (comparison, bound) {
        (Comparison::Order(Order::AtLeast), "0") if safe => Some(Truth::constant(true)),
        (Comparison::Order(Order::Less), "0") if safe => Some(Truth::constant(false)),
        (Comparison::Equal | Comparison::Order(Order::AtMost), "0") => Some(length),
        (Comparison::Order(Order::Less), "1") => Some(length),
        (Comparison::NotEqual | Comparison::Order(Order::Greater), "0") => Some(length.negated()),
        (Comparison::Order(Order::AtLeast), "1") => Some(length.negated()),
        (Comparison::Equal | Comparison::NotEqual | Comparison::Order(_), _) => None,
    }
}

/// Whether what a plain length counts is nothing; none for what is no length.
fn empty(code: &Code) -> Option<Truth> {
    let source = code.source.as_str();
    if code.ty != Ty::Number(Num::Integer("usize")) || !code.is_plain() {
        return None;
    }
    let counted = source.strip_suffix(".chars().count()").or_else(|| source.strip_suffix(".len()"));
    if let Some(counted) = counted {
        let empty = format!("{counted}.is_empty()");
        return Some(
            Truth::new(&empty, Level::Postfix, code.risk).or_else(format!("!{empty}"), Level::Unary),
        );
    }
    if let Some(any) = &code.ways.any {
        return Some(Truth::new(any, Level::Postfix, code.risk).negated());
    }
    let next = format!("{}.next()", source.strip_suffix(".count()")?);
    let some = format!("{next}.is_some()");
    Some(Truth::new(format!("{next}.is_none()"), Level::Postfix, code.risk).or_else(some, Level::Postfix))
}

fn literal(code: &Code) -> Option<&str> {
    if let Ty::Number(Num::Literal(text)) = &code.ty { Some(text) } else { None }
}

/// The comparison where the sides are swapped.
fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => comparison,
        Comparison::Order(order) => Comparison::Order(order.mirrored()),
    }
}
