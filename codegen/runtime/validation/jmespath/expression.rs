//! Expressions as trees of constants, so that nothing is parsed at run time.

use super::convert::ToValue;
use super::evaluate::evaluate;
use super::functions::Function;
use super::value::Value;

/// An expression.
#[derive(Clone, Copy, Debug)]
pub enum Expression {
    /// `@`.
    Current,
    /// A member of the current value.
    Field(&'static str),
    /// A value that is written out.
    Literal(Literal),
    /// `a.b` and `a | b`: the second expression with the value of the first as its current value.
    Chain(&'static Expression, &'static Expression),
    /// `a[0]`; counted from the end where the index is negative.
    Index(&'static Expression, i64),
    /// The values that a selection takes from the first expression, and the second expression on each of them.
    Project(&'static Expression, Selection, &'static Expression),
    /// `a < b`.
    Compare(Comparison, &'static Expression, &'static Expression),
    /// `a && b`.
    And(&'static Expression, &'static Expression),
    /// `a || b`.
    Or(&'static Expression, &'static Expression),
    /// `!a`.
    Not(&'static Expression),
    /// `name(a, b)`.
    Call(Function, &'static [Expression]),
    /// `[a, b]`.
    List(&'static [Expression]),
    /// `{x: a, y: b}`.
    Object(&'static [(&'static str, Expression)]),
    /// `&a`.
    Reference(&'static Expression),
}

/// Which values a projection takes.
#[derive(Clone, Copy, Debug)]
pub enum Selection {
    /// `[*]`: the elements of a list.
    Elements,
    /// `.*`: the values of an object.
    Values,
    /// `[]`: the elements of a list, those that are lists replaced by their own elements.
    Flattened,
    /// `[start:stop:step]`: some elements of a list; a step of 0 takes none.
    Slice(Option<i64>, Option<i64>, i64),
    /// `[?a]`: the elements of a list for which an expression counts as true.
    Filter(&'static Expression),
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    AtMost,
    /// `>`.
    Greater,
    /// `>=`.
    AtLeast,
}

/// A value that is written out.
#[derive(Clone, Copy, Debug)]
pub enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in JSON's grammar.
    Number(&'static str),
    /// A string.
    String(&'static str),
    /// An array.
    List(&'static [Literal]),
    /// An object.
    Object(&'static [(&'static str, Literal)]),
}

/// Whether an expression gives exactly `true` for a value.
///
/// An error of a function counts as any other value: the condition does not hold. So does work without an end, which
/// only an expression makes that copies its own results again and again.
pub fn holds(expression: &'static Expression, value: &(impl ToValue + ?Sized)) -> bool {
    matches!(evaluate(expression, &value.to_value()), Some(Value::Bool(true)))
}
