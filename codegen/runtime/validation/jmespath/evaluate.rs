//! The operators of JMESPath.

use std::cmp::Ordering;

use super::expression::{Comparison, Expression, Literal};
use super::value::Value;
use super::walk::size;

/// How many steps an evaluation may take over a small value: some for every expression, element and stretch of text
/// that it looks at.
const MIN_STEPS: usize = 500_000;

/// How many steps more it may take for each element and stretch of text of the value.
const STEPS_PER_SIZE: usize = 100;

/// An evaluation and the work that is left to it.
#[derive(Debug)]
pub struct Evaluator {
    steps: usize,
}

/// The value of an expression about `current`; nothing where a function fails or the work is too much.
pub fn evaluate(expression: &Expression<'_>, current: &Value) -> Option<Value> {
    let steps = size(current).saturating_mul(STEPS_PER_SIZE).saturating_add(MIN_STEPS);
    Evaluator { steps }.evaluate(expression, current)
}

impl Evaluator {
    /// Takes some steps; nothing where too few are left.
    pub(super) fn spend(&mut self, steps: usize) -> Option<()> {
        self.steps = self.steps.checked_sub(steps)?;
        Some(())
    }

    /// The value of an expression.
    pub(super) fn evaluate(&mut self, expression: &Expression<'_>, current: &Value) -> Option<Value> {
        self.spend(1)?;
        Some(match expression {
            Expression::Current => current.clone(),
            Expression::Field(name) => current.field(name),
            Expression::Literal(literal) => self.literal(literal)?,
            Expression::Chain(first, second) => {
                let current = self.evaluate(first, current)?;
                self.evaluate(second, &current)?
            }
            Expression::Index(of, index) => self.evaluate(of, current)?.index(*index),
            Expression::Project(source, selection, each) => {
                let source = self.evaluate(source, current)?;
                self.project(&source, selection, each)?
            }
            Expression::Compare(comparison, a, b) => {
                let (a, b) = (self.evaluate(a, current)?, self.evaluate(b, current)?);
                self.compare(*comparison, &a, &b)?
            }
            Expression::And(first, second) => {
                let first = self.evaluate(first, current)?;
                if first.is_truthy() { self.evaluate(second, current)? } else { first }
            }
            Expression::Or(first, second) => {
                let first = self.evaluate(first, current)?;
                if first.is_truthy() { first } else { self.evaluate(second, current)? }
            }
            Expression::Not(of) => Value::Bool(!self.evaluate(of, current)?.is_truthy()),
            Expression::Call(function, arguments) => self.call(*function, arguments, current)?,
            Expression::List(_) | Expression::Object(_) if current.is_null() => Value::Null,
            Expression::List(elements) => Value::List(
                elements.iter().map(|element| self.evaluate(element, current)).collect::<Option<_>>()?,
            ),
            Expression::Object(entries) => self.object(entries, current)?,
            // An expression is an argument of functions only.
            Expression::Reference(_) => return None,
        })
    }

    fn object(&mut self, entries: &[(&str, Expression<'_>)], current: &Value) -> Option<Value> {
        let entries = entries.iter().map(|(key, value)| Some((key, self.evaluate(value, current)?)));
        Some(Value::object(entries.collect::<Option<Vec<_>>>()?))
    }

    fn literal(&mut self, literal: &Literal<'_>) -> Option<Value> {
        let value = Value::from(literal);
        self.spend(size(&value))?;
        Some(value)
    }

    /// Anything can be equal, but only numbers are ordered: for what is no number, an order is null.
    fn compare(&mut self, comparison: Comparison, a: &Value, b: &Value) -> Option<Value> {
        Some(match (comparison, a, b) {
            (Comparison::Equal, ..) => Value::Bool(self.equal(a, b)?),
            (Comparison::NotEqual, ..) => Value::Bool(!self.equal(a, b)?),
            (_, Value::Number(a), Value::Number(b)) => {
                Value::Bool(self.order(a, b)?.is_some_and(|ordering| comparison.admits(ordering)))
            }
            _ => Value::Null,
        })
    }
}

impl Comparison {
    fn admits(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
        }
    }
}
