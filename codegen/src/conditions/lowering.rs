//! Plain Rust for an expression whose types are right, if there is some.

use jmespath::{Comparison, Expression, Kind, Literal, Node};

use super::paths::{Class, TypedPath, literal};
use super::simplify::{all, any, not};
use super::ty::kind;
use crate::ir::condition::{BoolExpr, FieldRepr, Nullability, Operand};
use crate::resolve::graph::{Model, Shape, ShapeKind, SimpleType};

/// What making plain Rust knows.
pub(super) struct ConditionLowering<'m> {
    pub(super) model: &'m Model,
    /// Whether some null is an error.
    pub(super) fails: bool,
    /// How many filters and projections are around: no error can get out of those.
    pub(super) nesting: usize,
    /// How many values are around, each a part of the next.
    pub(super) depth: usize,
}

impl<'m> ConditionLowering<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, fails: false, nesting: 0, depth: 0 }
    }

    /// A value where null is an error, if that error can get out.
    pub(super) fn required(&mut self, operand: Operand) -> Option<Operand> {
        match operand.nullability() {
            Nullability::NonNull => Some(operand),
            Nullability::Nullable if self.nesting > 0 => None,
            Nullability::Nullable => {
                self.fails = true;
                Some(Operand::Required(Box::new(operand)))
            }
        }
    }

    /// Whether an expression about `current` counts as true.
    pub(super) fn test(&mut self, current: &TypedPath<'m>, expression: &Expression) -> Option<BoolExpr> {
        match &expression.node {
            Node::And(a, b) => Some(all(vec![self.test(current, a)?, self.test(current, b)?])),
            Node::Or(a, b) => Some(any(vec![self.test(current, a)?, self.test(current, b)?])),
            Node::Not(of) => self.test(current, of).map(not),
            Node::Compare(comparison, a, b) if literal(current, a).is_some() => {
                self.compare(current, comparison.mirrored(), b, a)
            }
            Node::Compare(comparison, a, b) => self.compare(current, *comparison, a, b),
            Node::Literal(literal) => Some(BoolExpr::Constant(is_truthy(literal))),
            Node::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("contains", [subject, wanted]) => self.contains(current, subject, wanted),
                ("starts_with" | "ends_with", [text, part]) => self.text(current, name, text, part),
                ("not_null", _) => {
                    let (operand, class) = self.scalar(current, expression)?;
                    Some(counts_as_true(operand, class))
                }
                _ => None,
            },
            _ => match self.path(current, expression) {
                Some(found) => self.is_path_truthy(&found),
                None => self.items(current, expression)?.exists(None),
            },
        }
    }

    fn is_path_truthy(&self, found: &TypedPath<'m>) -> Option<BoolExpr> {
        let operand = found.operand();
        match found.path.repr() {
            FieldRepr::List | FieldRepr::Map => Some(BoolExpr::IsFilled(operand)),
            FieldRepr::Document => Some(BoolExpr::IsTruthy(operand)),
            FieldRepr::Structure => self.has_entries(found.shape).then(|| present(operand)),
            // Unions have an entry, and all numbers count as true.
            FieldRepr::Opaque if kind(found.shape) != Some(Kind::String) => Some(present(operand)),
            _ => found.class().map(|class| counts_as_true(operand, class)),
        }
    }

    /// Whether every structure of a shape has an entry. A document that is required may be null, which leaves it out.
    fn has_entries(&self, shape: &Shape) -> bool {
        let document = ShapeKind::SimpleType(SimpleType::Document);
        shape.members().any(|member| {
            !self.model.is_nullable(member) && self.model.shape(&member.target).kind != document
        })
    }

    /// A comparison whose second side may be written out.
    fn compare(
        &mut self,
        current: &TypedPath<'m>,
        comparison: Comparison,
        a: &Expression,
        b: &Expression,
    ) -> Option<BoolExpr> {
        if comparison == Comparison::NotEqual {
            return self.compare(current, Comparison::Equal, a, b).map(not);
        }
        let literal = literal(current, b);
        if literal == Some(Literal::Null) {
            return self.is_present(current, a).map(not);
        }
        let (operand, class) = self.scalar(current, a)?;
        match (operand, literal) {
            (Operand::Test(test), Some(Literal::Bool(value))) => Some(if value { *test } else { not(*test) }),
            (operand, Some(Literal::Bool(true))) => Some(BoolExpr::IsTrue(operand)),
            (operand, Some(Literal::Bool(false))) if operand.nullability() == Nullability::NonNull => {
                Some(not(BoolExpr::IsTrue(operand)))
            }
            (operand, Some(Literal::Number(bound)))
                if is_emptiness(comparison, &operand, &bound).is_some() =>
            {
                is_emptiness(comparison, &operand, &bound)
            }
            (operand, _) => {
                let other = self.as_class(current, b, class).filter(|other| *other != operand)?;
                Some(comparison_of(comparison, operand, other))
            }
        }
    }

    /// Whether a value is not null. A document that is there may be null.
    fn is_present(&mut self, current: &TypedPath<'m>, expression: &Expression) -> Option<BoolExpr> {
        let operand = match self.path(current, expression) {
            Some(found) => found.operand(),
            None => self.scalar(current, expression)?.0,
        };
        let known = matches!(operand, Operand::Path(_) | Operand::FirstOf(_));
        (known && operand.repr() != FieldRepr::Document).then(|| present(operand))
    }
}

/// Whether a value counts as true: anything but null, `false` and what is empty.
pub(super) fn counts_as_true(operand: Operand, class: Class) -> BoolExpr {
    match class {
        Class::Bool => BoolExpr::IsTrue(operand),
        Class::Text => BoolExpr::IsFilled(operand),
        Class::Number(_) => present(operand),
    }
}

fn present(operand: Operand) -> BoolExpr {
    match operand.nullability() {
        Nullability::NonNull => BoolExpr::Constant(true),
        Nullability::Nullable => BoolExpr::IsPresent(operand),
    }
}

fn is_truthy(literal: &Literal) -> bool {
    match literal {
        Literal::Null => false,
        Literal::Bool(value) => *value,
        Literal::Number(_) => true,
        Literal::String(text) => !text.is_empty(),
        Literal::Array(elements) => !elements.is_empty(),
        Literal::Object(entries) => !entries.is_empty(),
    }
}

/// A comparison of two values of one type: with an empty string it asks for emptiness.
pub(super) fn comparison_of(comparison: Comparison, a: Operand, b: Operand) -> BoolExpr {
    match b {
        Operand::Text(text) if text.is_empty() && a.nullability() == Nullability::NonNull => {
            not(BoolExpr::IsFilled(a))
        }
        b => BoolExpr::Compare(comparison, a, b),
    }
}

/// The comparison of a length with a number that only asks whether there is something.
fn is_emptiness(comparison: Comparison, length: &Operand, bound: &str) -> Option<BoolExpr> {
    let filled = match length {
        Operand::Length(counted) => BoolExpr::IsFilled((**counted).clone()),
        Operand::Count(collection, test) => BoolExpr::Exists((**collection).clone(), test.clone()),
        _ => return None,
    };
    match (comparison, bound) {
        (Comparison::Equal | Comparison::AtMost, "0") | (Comparison::Less, "1") => Some(not(filled)),
        (Comparison::Greater, "0") | (Comparison::AtLeast, "1") => Some(filled),
        _ => None,
    }
}
