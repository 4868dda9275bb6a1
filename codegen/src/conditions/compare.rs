//! Comparisons: equality of anything, order of numbers.

use jmespath::{Comparison, Kind, Literal};

use super::lowering::{Code, Lowered, Problem};
use super::number;
use super::simplify::not;
use super::truth;
use super::ty::{RustNumber, Ty};
use crate::ir::condition::{BoolExpr, FieldRepr, Nullability, Operand};

/// Types of Rust whose values can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `bool`.
    Bool,
    /// `&str`.
    Text,
    /// A number of a type.
    Number(RustNumber),
}

/// A comparison. Order gives null for what is no number.
pub(super) fn compare<'m>(
    comparison: Comparison,
    a: Lowered<'m>,
    b: Lowered<'m>,
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    check(comparison, &a, &b, offset)?;
    // What is written out is to the right, where plain Rust is made.
    let (comparison, a, b) = match a.code() {
        Some(Code::Literal(_)) => (comparison.mirrored(), b, a),
        _ => (comparison, a, b),
    };
    let code = match comparison {
        Comparison::Equal => equal(&a, &b).map(Code::Test),
        Comparison::NotEqual => equal(&a, &b).map(not).map(Code::Test),
        _ => order(comparison, &a, &b),
    };
    Ok(Lowered::bool(code))
}

fn check(comparison: Comparison, a: &Lowered<'_>, b: &Lowered<'_>, offset: usize) -> Result<(), Problem> {
    let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    for side in [a, b] {
        if is_order && side.ty.kind().is_some_and(|kind| kind != Kind::Number) {
            let message = format!("`{}` orders numbers, not {}", comparison.as_str(), side.ty.description());
            return Err(Problem::new(offset, message));
        }
    }
    match (a.ty.kind(), b.ty.kind()) {
        (Some(a), Some(b)) if a != b && a != Kind::Null && b != Kind::Null => {
            let message = format!("{} never equals {}", a.description(), b.description());
            Err(Problem::new(offset, message))
        }
        _ => Ok(()),
    }
}

fn equal(a: &Lowered<'_>, b: &Lowered<'_>) -> Option<BoolExpr> {
    match (a.code(), b.code()) {
        (_, Some(Code::Literal(Literal::Null))) => truth::is_present(a).map(not),
        (Some(Code::Test(test)), Some(Code::Literal(Literal::Bool(true)))) => Some(test.clone()),
        (Some(Code::Test(test)), Some(Code::Literal(Literal::Bool(false)))) => Some(not(test.clone())),
        (Some(Code::Operand(a)), Some(Code::Literal(Literal::Bool(true)))) => {
            Some(BoolExpr::IsTrue(a.clone()))
        }
        (Some(Code::Operand(a)), Some(Code::Literal(Literal::Bool(false))))
            if a.nullability() == Nullability::NonNull =>
        {
            Some(not(BoolExpr::IsTrue(a.clone())))
        }
        _ => emptiness(Comparison::Equal, a, b).or_else(|| {
            let (a, b) = alike(a, b).filter(|(a, b)| a != b)?;
            Some(equality(a, b))
        }),
    }
}

/// Whether two values of one type are equal.
pub(super) fn equality(a: Operand, b: Operand) -> BoolExpr {
    match b {
        Operand::Text(text) if text.is_empty() && a.nullability() == Nullability::NonNull => {
            not(BoolExpr::IsFilled(a))
        }
        b => BoolExpr::Compare(Comparison::Equal, a, b),
    }
}

fn order(comparison: Comparison, a: &Lowered<'_>, b: &Lowered<'_>) -> Option<Code> {
    if let Some(test) = emptiness(comparison, a, b) {
        return Some(Code::Test(test));
    }
    let (a, b) = alike(a, b).filter(|(a, b)| a != b)?;
    let nullable = [&a, &b].into_iter().any(|side| side.nullability() == Nullability::Nullable);
    let test = BoolExpr::Compare(comparison, a, b);
    Some(if nullable { Code::Truth(test) } else { Code::Test(test) })
}

/// The comparison of a length with a literal that only asks whether there is something.
fn emptiness(comparison: Comparison, length: &Lowered<'_>, bound: &Lowered<'_>) -> Option<BoolExpr> {
    let Some(Code::Literal(Literal::Number(bound))) = bound.code() else { return None };
    let filled = match length.operand()? {
        Operand::Length(counted) => BoolExpr::IsFilled((**counted).clone()),
        Operand::Count(collection, test) => BoolExpr::Exists((**collection).clone(), test.clone()),
        _ => return None,
    };
    match (comparison, bound.as_str()) {
        (Comparison::Equal | Comparison::AtMost, "0") | (Comparison::Less, "1") => Some(not(filled)),
        (Comparison::Greater, "0") | (Comparison::AtLeast, "1") => Some(filled),
        _ => None,
    }
}

/// The type of Rust that a value has, where it can be compared.
pub(super) fn class(value: &Lowered<'_>) -> Option<Class> {
    let operand = match value.code()? {
        Code::Test(_) => return Some(Class::Bool),
        Code::Operand(operand) => operand,
        Code::Literal(_) | Code::Truth(_) | Code::Items(_) | Code::Keys(_) => return None,
    };
    if let Operand::Length(_) | Operand::Count(..) = operand {
        return Some(Class::Number(RustNumber::Usize));
    }
    match operand.repr() {
        FieldRepr::String | FieldRepr::Enum => Some(Class::Text),
        FieldRepr::Copy | FieldRepr::Float | FieldRepr::IntEnum => match value.ty.kind() {
            Some(Kind::Bool) => Some(Class::Bool),
            _ => value.ty.rust_number().map(Class::Number),
        },
        FieldRepr::List | FieldRepr::Map | FieldRepr::Structure => None,
        FieldRepr::Document | FieldRepr::Opaque => None,
    }
}

/// Two values in one type of Rust, if there is one; the second may be written out.
pub(super) fn alike(a: &Lowered<'_>, b: &Lowered<'_>) -> Option<(Operand, Operand)> {
    let class = class(a)?;
    Some((operand(a, class)?, operand(b, class)?))
}

/// A value in a type of Rust.
pub(super) fn operand(value: &Lowered<'_>, class: Class) -> Option<Operand> {
    match (value.code()?, class) {
        (Code::Literal(literal), class) => self::literal(literal, class),
        (Code::Test(test), Class::Bool) => Some(Operand::Test(Box::new(test.clone()))),
        (Code::Operand(operand), class) => (self::class(value)? == class).then(|| operand.clone()),
        _ => None,
    }
}

/// A value that is written out, in a type of Rust.
pub(super) fn literal(literal: &Literal, class: Class) -> Option<Operand> {
    match (literal, class) {
        (Literal::Bool(value), Class::Bool) => Some(Operand::Bool(*value)),
        (Literal::String(text), Class::Text) => Some(Operand::Text(text.clone())),
        (Literal::Number(text), Class::Number(number)) => number::literal(text, number),
        _ => None,
    }
}

impl<'m> Lowered<'m> {
    /// The elements of an array that is written out.
    pub(super) fn literal_elements(&self) -> Option<&[Literal]> {
        match self.code() {
            Some(Code::Literal(Literal::Array(elements))) => Some(elements),
            _ => None,
        }
    }

    /// The type of the elements of a list where JMESPath knows it.
    pub(super) fn element_kind(&self, model: &'m crate::resolve::graph::Model) -> Option<Kind> {
        match &self.ty {
            Ty::Kind(_) => None,
            list => list.element(model).kind(),
        }
    }
}
