//! Comparisons: equality of anything, order of numbers.

use super::code::{Code, Form, Lowered, Problem, Risk, Work, operand};
use super::convert::to_value;
use super::length;
use super::numbers;
use super::truth::{Level, Truth};
use super::truthy::{is_null, truthy};
use super::ty::{JsonKind, Null, Ty};
use crate::jmespath::{Comparison, Order};

/// A comparison as a value: equality gives a boolean, order gives null for what is no number.
pub(super) fn value(
    work: &mut Work<'_, '_>,
    comparison: Comparison,
    left: Code,
    right: Code,
    offset: usize,
) -> Lowered {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => {
            Ok(truth(work, comparison, left, right, offset)?.into_code())
        }
        Comparison::Order(wanted) => Ok(order(work, wanted, left, right, offset)?.into_value()),
    }
}

/// Whether a comparison gives `true`.
pub(super) fn truth(
    work: &mut Work<'_, '_>,
    comparison: Comparison,
    left: Code,
    right: Code,
    offset: usize,
) -> Lowered<Truth> {
    if let Some(truth) = length::emptiness(comparison, &left, &right) {
        return Ok(truth);
    }
    match comparison {
        Comparison::Equal => equality(work, left, right, offset),
        Comparison::NotEqual => Ok(equality(work, left, right, offset)?.negated()),
        Comparison::Order(wanted) => Ok(order(work, wanted, left, right, offset)?.into_truth()),
    }
}

fn equality(work: &mut Work<'_, '_>, left: Code, right: Code, offset: usize) -> Lowered<Truth> {
    let (a, b) = (left.ty.json_kind(), right.ty.json_kind());
    match (a, b) {
        (Some(JsonKind::Null), Some(JsonKind::Null)) => Ok(Truth::constant(true)),
        (_, Some(JsonKind::Null)) => Ok(is_null(&left)),
        (Some(JsonKind::Null), _) => Ok(is_null(&right)),
        (Some(a), Some(b)) if a != b => {
            let message = format!("{} never equals {}", a.shown(), b.shown());
            Err(Problem::new(offset, message))
        }
        (Some(JsonKind::Bool), Some(JsonKind::Bool)) if left.is_plain() || right.is_plain() => {
            Ok(booleans(work, left, right))
        }
        (Some(_), Some(_)) | (None, _) | (_, None) => Ok(equal(work, left, right)),
    }
}

/// Booleans of which one is a plain `bool`: against `true` and `false` there is nothing to compare.
fn booleans(work: &mut Work<'_, '_>, left: Code, right: Code) -> Truth {
    let constant = |code: &Code| code.source.parse::<bool>().ok().filter(|_| code.is_plain());
    match (constant(&left), constant(&right)) {
        (Some(true), _) if right.is_plain() => truthy(work, right),
        (_, Some(true)) if left.is_plain() => truthy(work, left),
        (Some(false), _) if right.is_plain() => truthy(work, right).negated(),
        (_, Some(false)) if left.is_plain() => truthy(work, left).negated(),
        (Some(_) | None, _) => equal(work, left, right),
    }
}

fn equal(work: &mut Work<'_, '_>, left: Code, right: Code) -> Truth {
    let risk = left.risk.max(right.risk);
    let (a, b) = sides(work, left.clone(), right.clone());
    if a == b && risk == Risk::None {
        return Truth::constant(true);
    }
    Truth::either(|not| format!("{a} {not}= {b}"), Level::Comparison, risk)
}

/// Both sides of `==`.
fn sides(work: &mut Work<'_, '_>, left: Code, right: Code) -> (String, String) {
    let native = left.form == Form::Native && right.form == Form::Native;
    let pair = match (&left.ty, &right.ty) {
        (Ty::Number(_), Ty::Number(_)) if native => numbers::alike(&left, &right),
        (Ty::Bool, Ty::Bool) | (Ty::Text, Ty::Text) if native => Some((left.clone(), right.clone())),
        _ => None,
    };
    match pair {
        Some((left, right)) if left.is_plain() && right.is_plain() && left.ty == Ty::Text => {
            (left.receiver(), right.receiver())
        }
        Some((left, right)) if left.is_plain() && right.is_plain() => (operand(&left.source), right.source),
        Some((left, right)) => (left.optional(), right.optional()),
        None => {
            let (left, right) = (to_value(work, left), to_value(work, right));
            (operand(&left.source), right.source)
        }
    }
}

fn order(work: &mut Work<'_, '_>, order: Order, left: Code, right: Code, offset: usize) -> Lowered<Ordered> {
    for side in [&left, &right] {
        if side.ty.json_kind().is_some_and(|kind| kind != JsonKind::Number) {
            let message = format!("`{}` orders numbers, not {}", order.as_str(), side.ty.shown());
            return Err(Problem::new(offset, message));
        }
    }
    let risk = left.risk.max(right.risk);
    let native = left.form == Form::Native && right.form == Form::Native;
    let (left, right) = match numbers::alike(&left, &right).filter(|_| native) {
        Some(pair) => pair,
        None => (to_value(work, left), to_value(work, right)),
    };
    Ok(Ordered { order, left, right, risk })
}

/// The method of `Ordering` that asks for an order.
fn method(order: Order) -> &'static str {
    match order {
        Order::Less => "is_lt",
        Order::AtMost => "is_le",
        Order::Greater => "is_gt",
        Order::AtLeast => "is_ge",
    }
}

/// Two numbers that are ordered.
#[derive(Clone)]
struct Ordered {
    order: Order,
    left: Code,
    right: Code,
    risk: Risk,
}

impl Ordered {
    /// Whether the order is the one that is asked for.
    fn into_truth(self) -> Truth {
        match (self.left.form, self.left.null, self.right.null) {
            (Form::Native, Null::Never, Null::Never) => self.plain(),
            (Form::Native, ..) => self.of_options(),
            (Form::Value, ..) => {
                let source = self.of_values();
                Truth::either(|not| format!("{source} {not}= Some(true)"), Level::Comparison, self.risk)
            }
        }
    }

    /// The same as a value, which is null where there is no order.
    fn into_value(self) -> Code {
        let source = match (self.left.form, self.left.null, self.right.null) {
            (Form::Native, Null::Never, Null::Never) => return self.plain().into_code(),
            (Form::Native, ..) => self.within_options("map"),
            (Form::Value, ..) => self.of_values(),
        };
        Code { risk: self.risk, ..Code::native(source, Ty::Bool, Null::Maybe) }
    }

    fn plain(&self) -> Truth {
        let (left, right) = (operand(&self.left.source), &self.right.source);
        let (operator, opposite) = (self.order.as_str(), self.order.opposite().as_str());
        let truth = Truth::new(format!("{left} {operator} {right}"), Level::Comparison, self.risk);
        if !self.left.ty.is_float() {
            return truth.or_else(format!("{left} {opposite} {right}"), Level::Comparison);
        }
        // Floats may have no order at all, and then the opposite is true, whatever the operator.
        let order = format!("{left}.partial_cmp(&{right})");
        let opposite = format!("!{order}.is_some_and(|order| order.{}())", method(self.order));
        truth.or_else(opposite, Level::Unary)
    }

    /// Whether both numbers are there, and in order.
    fn of_options(&self) -> Truth {
        let truth = Truth::new(self.within_options("is_some_and"), Level::Postfix, self.risk);
        if self.left.ty.is_float() {
            return truth;
        }
        let opposite = Self { order: self.order.opposite(), ..self.clone() };
        truth.or_else(opposite.within_options("is_none_or"), Level::Postfix)
    }

    /// The comparison inside of a method of the `Option`s.
    fn within_options(&self, method: &str) -> String {
        let Self { order, left, right, .. } = self;
        let operator = order.as_str();
        // What may fail must not get inside of a closure.
        match (left.null, right.null) {
            (Null::Maybe, Null::Never) if right.risk == Risk::None => {
                format!("{}.{method}(|number| number {operator} {})", operand(&left.source), right.source)
            }
            (Null::Never, Null::Maybe) if left.risk == Risk::None => {
                let left = operand(&left.source);
                format!("{}.{method}(|number| {left} {operator} number)", operand(&right.source))
            }
            (Null::Maybe | Null::Never, Null::Maybe | Null::Never) => {
                let (left, right) = (left.optional(), right.optional());
                format!("{left}.zip({right}).{method}(|(left, right)| left {operator} right)")
            }
        }
    }

    fn of_values(&self) -> String {
        let function = match self.order {
            Order::Less => "less",
            Order::AtMost => "at_most",
            Order::Greater => "greater",
            Order::AtLeast => "at_least",
        };
        format!("query::{function}(&{}, &{})", self.left.source, self.right.source)
    }
}
