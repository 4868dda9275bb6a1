//! Calls: the arguments of functions, and what several functions do with them.

use std::cmp::Ordering;
use std::rc::Rc;

use super::evaluate::Evaluator;
use super::expression::Expression;
use super::functions::Function;
use super::number::Number;
use super::value::Value;

/// The arguments of a call, and the evaluation that it is part of.
#[derive(Debug)]
pub struct Arguments<'e> {
    pub(super) evaluator: &'e mut Evaluator,
    expressions: &'e [Expression<'e>],
    /// The values of the arguments, null for those that are expressions.
    pub(super) values: Vec<Value>,
}

impl Evaluator {
    /// What a function gives.
    pub(super) fn call(
        &mut self,
        function: Function,
        expressions: &[Expression<'_>],
        current: &Value,
    ) -> Option<Value> {
        let mut values = Vec::new();
        for expression in expressions {
            values.push(match expression {
                Expression::Reference(_) => Value::Null,
                _ => self.evaluate(expression, current)?,
            });
        }
        function(&mut Arguments { evaluator: self, expressions, values })
    }
}

impl Arguments<'_> {
    pub(super) fn value(&self, place: usize) -> Option<Value> {
        self.values.get(place).cloned()
    }

    pub(super) fn number(&self, place: usize) -> Option<Number> {
        if let Value::Number(number) = self.value(place)? { Some(number) } else { None }
    }

    pub(super) fn text(&mut self, place: usize) -> Option<Rc<str>> {
        let Value::String(text) = self.value(place)? else { return None };
        self.evaluator.read(&text)?;
        Some(text)
    }

    pub(super) fn list(&mut self, place: usize) -> Option<Rc<[Value]>> {
        let Value::List(elements) = self.value(place)? else { return None };
        self.evaluator.spend(elements.len())?;
        Some(elements)
    }

    pub(super) fn entries(&mut self, place: usize) -> Option<Vec<(Rc<str>, Value)>> {
        let Value::Object(entries) = self.value(place)? else { return None };
        self.evaluator.spend(entries.len())?;
        Some(entries.iter().map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    /// The elements of a list, each with what the expression among the arguments gives for it.
    pub(super) fn mapped(&mut self, list: usize, expression: usize) -> Option<Vec<(Value, Value)>> {
        let Some(Expression::Reference(expression)) = self.expressions.get(expression) else { return None };
        let elements = self.list(list)?;
        let pair = |element: &Value| Some((self.evaluator.evaluate(expression, element)?, element.clone()));
        elements.iter().map(pair).collect()
    }

    /// The elements of a list of numbers, or of a list of strings, each as its own key.
    pub(super) fn keyed(&mut self, list: usize) -> Option<Vec<(Value, Value)>> {
        Some(self.list(list)?.iter().map(|element| (element.clone(), element.clone())).collect())
    }

    /// The first value whose key is before (`Less`) or after (`Greater`) those of all others; null for none.
    pub(super) fn extreme(&mut self, keyed: Vec<(Value, Value)>, wanted: Ordering) -> Option<Value> {
        let mut best: Option<(Value, Value)> = None;
        for (key, value) in keyed {
            let ordering = self.evaluator.rank(&key, best.as_ref().map_or(&key, |(best, _)| best))?;
            if best.is_none() || ordering == wanted {
                best = Some((key, value));
            }
        }
        Some(best.map_or(Value::Null, |(_, value)| value))
    }

    /// The values in the order of their keys.
    pub(super) fn sorted(&mut self, mut keyed: Vec<(Value, Value)>) -> Option<Value> {
        let first = keyed.first().map(|(key, _)| key.clone());
        // Keys of one type without `NaN` have an order, which sorting may rely on.
        for (key, _) in &keyed {
            self.evaluator.rank(key, key)?;
            self.evaluator.rank(key, first.as_ref()?)?;
        }
        let mut failed = false;
        keyed.sort_by(|(a, _), (b, _)| match self.evaluator.rank(a, b).filter(|_| !failed) {
            Some(ordering) => ordering,
            None => {
                failed = true;
                Ordering::Equal
            }
        });
        (!failed).then(|| Value::list(keyed.into_iter().map(|(_, value)| value)))
    }

    /// The sum of a list of numbers, and how many there are.
    pub(super) fn total(&mut self) -> Option<(Number, usize)> {
        let elements = self.list(0)?;
        let add = |sum: Number, element: &Value| match element {
            Value::Number(number) => Some(sum.plus(number)),
            _ => None,
        };
        Some((elements.iter().try_fold(Number::Integer(0), add)?, elements.len()))
    }
}
