//! Values as true or false, and as null or not.

use jmespath::{Expression, Kind, Literal, Node};

use super::lowering::{Code, ConditionLowering, Lowered, Problem, lower};
use super::simplify::{all, any};
use super::ty::Ty;
use crate::ir::condition::{BoolExpr, FieldRepr, Nullability, Operand};
use crate::resolve::graph::{Shape, ShapeKind, SimpleType};

/// Whether an expression gives exactly `true`, if plain Rust can say it; one that cannot is wrong.
pub(super) fn holds<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    expression: &Expression,
) -> Result<Option<BoolExpr>, Problem> {
    match &expression.node {
        Node::And(a, b) => {
            let (_, a) = truth(lowering, current, a)?;
            let b = holds(lowering, current, b)?;
            Ok(a.zip(b).map(|(a, b)| all(vec![a, b])))
        }
        Node::Or(a, b) => {
            let (ty, first) = truth(lowering, current, a)?;
            let rest = holds(lowering, current, b)?;
            match ty.kind() {
                Some(Kind::Null) => Ok(rest),
                Some(Kind::Bool) => Ok(first.zip(rest).map(|(a, b)| any(vec![a, b]))),
                None => Ok(None),
                Some(_) => Err(not_a_boolean(&ty, a.offset)),
            }
        }
        _ => {
            let (ty, truth) = truth(lowering, current, expression)?;
            match ty.kind() {
                Some(Kind::Bool) => Ok(truth),
                None => Ok(None),
                Some(_) => Err(not_a_boolean(&ty, expression.offset)),
            }
        }
    }
}

fn not_a_boolean(ty: &Ty<'_>, offset: usize) -> Problem {
    Problem::new(offset, format!("a condition must give a boolean, and this gives {}", ty.description()))
        .help("compare it with something: a condition holds where its expression gives exactly `true`")
}

/// The type of an expression, and whether it counts as true, if plain Rust can say it.
pub(super) fn truth<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    expression: &Expression,
) -> Result<(Ty<'m>, Option<BoolExpr>), Problem> {
    let both = |lowering: &mut ConditionLowering<'m>, a, b| {
        let ((a_ty, a), (b_ty, b)) = (truth(lowering, current, a)?, truth(lowering, current, b)?);
        Ok((a_ty.or(b_ty), a.zip(b).map(|(a, b)| vec![a, b])))
    };
    match &expression.node {
        Node::And(a, b) => both(lowering, a, b).map(|(ty, both)| (ty, both.map(all))),
        Node::Or(a, b) => both(lowering, a, b).map(|(ty, both)| (ty, both.map(any))),
        _ => {
            let value = lower(lowering, current, expression)?;
            let truth = is_truthy(lowering, &value);
            Ok((value.ty, truth))
        }
    }
}

/// Whether a value counts as true: anything but null, `false` and what is empty.
fn is_truthy(lowering: &ConditionLowering<'_>, value: &Lowered<'_>) -> Option<BoolExpr> {
    let operand = match value.code().cloned()? {
        Code::Literal(literal) => return Some(BoolExpr::Constant(is_literal_truthy(&literal))),
        Code::Test(test) | Code::Truth(test) => return Some(test),
        Code::Items(items) => return items.exists(None),
        Code::Keys(map) => return Some(BoolExpr::IsFilled(map)),
        Code::Operand(operand) => operand,
    };
    if !is_place(&operand) {
        return None;
    }
    match (operand.repr(), value.ty.kind()) {
        (FieldRepr::Copy, Some(Kind::Bool)) => Some(BoolExpr::IsTrue(operand)),
        (FieldRepr::Copy | FieldRepr::Float | FieldRepr::IntEnum, _) => Some(present(operand)),
        (FieldRepr::String | FieldRepr::Enum | FieldRepr::List | FieldRepr::Map, _) => {
            Some(BoolExpr::IsFilled(operand))
        }
        (FieldRepr::Document, _) => Some(BoolExpr::IsTruthy(operand)),
        (FieldRepr::Opaque, Some(Kind::Number)) => Some(present(operand)),
        (FieldRepr::Structure | FieldRepr::Opaque, _) => {
            let Ty::Shape(shape) = value.ty else { return None };
            has_entries(lowering, shape).then(|| present(operand))
        }
    }
}

/// Whether every structure or union of a shape has an entry.
fn has_entries(lowering: &ConditionLowering<'_>, shape: &Shape) -> bool {
    // A document that is required may be null, which leaves the entry out.
    let document = ShapeKind::SimpleType(SimpleType::Document);
    let is_never_null = |target| lowering.model.shape(target).kind != document;
    match &shape.kind {
        ShapeKind::Structure(members) => members
            .values()
            .any(|member| !lowering.model.is_nullable(member) && is_never_null(&member.target)),
        ShapeKind::Union(_) => true,
        _ => false,
    }
}

fn is_literal_truthy(literal: &Literal) -> bool {
    match literal {
        Literal::Null => false,
        Literal::Bool(value) => *value,
        Literal::Number(_) => true,
        Literal::String(text) => !text.is_empty(),
        Literal::Array(elements) => !elements.is_empty(),
        Literal::Object(entries) => !entries.is_empty(),
    }
}

/// Whether a value is not null, if plain Rust can say it.
pub(super) fn is_present(value: &Lowered<'_>) -> Option<BoolExpr> {
    match value.code()? {
        Code::Literal(literal) => Some(BoolExpr::Constant(*literal != Literal::Null)),
        // A document that is there may be null.
        Code::Operand(operand) if is_place(operand) && operand.repr() != FieldRepr::Document => {
            Some(present(operand.clone()))
        }
        Code::Test(_) | Code::Truth(_) | Code::Operand(_) | Code::Items(_) | Code::Keys(_) => None,
    }
}

/// Whether to look at a value is never an error.
fn is_place(operand: &Operand) -> bool {
    matches!(operand, Operand::Path(_) | Operand::FirstOf(_))
}

fn present(operand: Operand) -> BoolExpr {
    match operand.nullability() {
        Nullability::NonNull => BoolExpr::Constant(true),
        Nullability::Nullable => BoolExpr::IsPresent(operand),
    }
}
