//! `&&`, `||`, `!`, and what holds.

use super::code::{Code, Form, Lowered, Problem, Work};
use super::compare;
use super::convert::to_value;
use super::expression::{named, value};
use super::numbers;
use super::truth::{Level, Truth};
use super::truthy::truthy;
use super::ty::{JsonKind, Null, Ty};
use crate::jmespath::{Expression, Node};

/// Whether an expression gives exactly `true`; one that cannot is a fault.
pub(super) fn holds(work: &mut Work<'_, '_>, current: &Code, expression: &Expression) -> Lowered<Truth> {
    match &expression.node {
        Node::And(left, right) => {
            let left = truth(work, current, left)?;
            Ok(joined(Level::And, left, holds(work, current, right)?))
        }
        Node::Or(left, right) => {
            let first = value(work, current, left)?;
            let rest = holds(work, current, right)?;
            match first.ty.json_kind() {
                Some(JsonKind::Bool) => Ok(joined(Level::Or, truth(work, current, left)?, rest)),
                Some(JsonKind::Null) => Ok(rest),
                None => Ok(either(work, first, &rest)),
                Some(JsonKind::Number | JsonKind::String | JsonKind::List | JsonKind::Object) => {
                    Err(not_a_boolean(&first, left.offset))
                }
            }
        }
        Node::Compare(..) | Node::Not(_) => truth(work, current, expression),
        Node::Current
        | Node::Field(_)
        | Node::Literal(_)
        | Node::Chain(..)
        | Node::Index(..)
        | Node::Projection { .. }
        | Node::Call(..)
        | Node::List(_)
        | Node::Hash(_)
        | Node::Reference(_) => {
            let code = value(work, current, expression)?;
            is_true(work, code, expression.offset)
        }
    }
}

fn is_true(work: &mut Work<'_, '_>, code: Code, offset: usize) -> Lowered<Truth> {
    match (code.ty.json_kind(), code.form) {
        (None, _) | (Some(JsonKind::Bool), Form::Value) => {
            Ok(Truth::new(format!("{}.is_true()", code.receiver()), Level::Postfix, code.risk))
        }
        (Some(JsonKind::Bool), Form::Native) => Ok(truthy(work, code)),
        (
            Some(JsonKind::Null | JsonKind::Number | JsonKind::String | JsonKind::List | JsonKind::Object),
            _,
        ) => Err(not_a_boolean(&code, offset)),
    }
}

/// `first || rest`, where the first may be of any type: it decides if it counts as true.
fn either(work: &mut Work<'_, '_>, first: Code, rest: &Truth) -> Truth {
    let risk = first.risk.max(rest.risk);
    let first = to_value(work, first);
    let source = format!(
        "{{ let first = {}; if first.is_truthy() {{ first.is_true() }} else {{ {} }} }}",
        first.source, rest.source
    );
    Truth::new(source, Level::Postfix, risk)
}

fn not_a_boolean(code: &Code, offset: usize) -> Problem {
    Problem::new(offset, format!("a condition must give a boolean, and this gives {}", code.ty.shown()))
        .help("compare it with something: a condition holds where its expression gives exactly `true`")
}

/// Whether the value of an expression counts as true.
pub(super) fn truth(work: &mut Work<'_, '_>, current: &Code, expression: &Expression) -> Lowered<Truth> {
    match &expression.node {
        Node::And(left, right) => {
            let left = truth(work, current, left)?;
            Ok(joined(Level::And, left, truth(work, current, right)?))
        }
        Node::Or(left, right) => {
            let left = truth(work, current, left)?;
            Ok(joined(Level::Or, left, truth(work, current, right)?))
        }
        Node::Not(of) => Ok(truth(work, current, of)?.negated()),
        Node::Compare(comparison, left, right) => {
            let (left, right) = (value(work, current, left)?, value(work, current, right)?);
            compare::truth(work, *comparison, left, right, expression.offset)
        }
        Node::Current
        | Node::Field(_)
        | Node::Literal(_)
        | Node::Chain(..)
        | Node::Index(..)
        | Node::Projection { .. }
        | Node::Call(..)
        | Node::List(_)
        | Node::Hash(_)
        | Node::Reference(_) => {
            let code = value(work, current, expression)?;
            Ok(truthy(work, code))
        }
    }
}

/// `left && right` or `left || right`, without what is known before.
fn joined(level: Level, left: Truth, right: Truth) -> Truth {
    // What decides `||` is true, and what decides `&&` is false.
    let (operator, decisive) = if level == Level::Or { ("||", true) } else { ("&&", false) };
    match (left.as_constant(), right.as_constant()) {
        (Some(value), _) if value == decisive => left,
        (Some(_), _) => right,
        (None, Some(value)) if value != decisive => left,
        (None, _) => {
            let source = format!("{} {operator} {}", left.within(level), right.within(level));
            let (opposite, other) = opposite(level, &left, &right);
            Truth::new(source, level, left.risk.max(right.risk)).or_else(opposite, other)
        }
    }
}

/// The opposite of `left && right` or `left || right`, by De Morgan's law.
fn opposite(level: Level, left: &Truth, right: &Truth) -> (String, Level) {
    let (left, right) = (left.clone().negated(), right.clone().negated());
    let (level, operator) = if level == Level::Or { (Level::And, "&&") } else { (Level::Or, "||") };
    (format!("{} {operator} {}", left.within(level), right.within(level)), level)
}

/// `left || right` as a value: the first that counts as true, else the second.
pub(super) fn or(work: &mut Work<'_, '_>, left: Code, right: Code) -> Code {
    chosen(work, left, right, |truth, left, right| format!("if {truth} {{ {left} }} else {{ {right} }}"))
}

/// `left && right` as a value: the first that does not count as true, else the second.
pub(super) fn and(work: &mut Work<'_, '_>, left: Code, right: Code) -> Code {
    chosen(work, left, right, |truth, left, right| format!("if {truth} {{ {right} }} else {{ {left} }}"))
}

fn chosen(
    work: &mut Work<'_, '_>,
    left: Code,
    right: Code,
    choice: impl FnOnce(&str, &str, &str) -> String,
) -> Code {
    let (left, right) = unified(work, left, right);
    let first = named(&left, "first");
    let truth = truthy(work, first.clone());
    let choice = choice(&truth.source, &first.source, &right.source);
    let source = format!("{{ let first = {}; {choice} }}", left.source);
    right.clone().rewritten(source).risking(&[&left, &right])
}

/// Two values in one type of Rust.
pub(super) fn unified(work: &mut Work<'_, '_>, left: Code, right: Code) -> (Code, Code) {
    if let Some(alike) = alike(&left, &right) {
        return alike;
    }
    let (left, right) = (to_value(work, left), to_value(work, right));
    let ty = match (left.ty.json_kind(), right.ty.json_kind()) {
        (Some(a), Some(b)) if a == b && a != JsonKind::List => right.ty.clone(),
        (Some(JsonKind::Null), Some(_)) => right.ty.clone(),
        (Some(_), Some(JsonKind::Null)) => left.ty.clone(),
        (Some(JsonKind::List), Some(JsonKind::List)) => {
            Ty::list(Ty::Any, Null::Maybe, super::ty::Shelf::Value)
        }
        (Some(_), Some(_)) | (None, _) | (_, None) => Ty::Any,
    };
    (Code { ty: ty.clone(), ..left }, Code { ty, ..right })
}

/// The two as they are, but both optional or neither, where they are of one type that can be copied.
fn alike(left: &Code, right: &Code) -> Option<(Code, Code)> {
    if left.form == Form::Value || right.form == Form::Value {
        return None;
    }
    let (left, right) = match (&left.ty, &right.ty) {
        (Ty::Number(_), Ty::Number(_)) => numbers::alike(left, right)?,
        (a, b) if a == b && a.is_copy() => (left.clone(), right.clone()),
        _ => return None,
    };
    let null = left.null.max(right.null);
    let lifted = |code: Code| match (code.null, null) {
        (Null::Never, Null::Maybe) => {
            let source = code.optional();
            Code { null, ..code.rewritten(source) }
        }
        (Null::Never, Null::Never) | (Null::Maybe, _) => code,
    };
    Some((lifted(left), lifted(right)))
}
