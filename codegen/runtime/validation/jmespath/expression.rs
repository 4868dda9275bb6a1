//! Expressions as trees of borrowed parts: generated crates hold them as constants, so that nothing is parsed at run time.

use super::convert::ToValue;
use super::evaluate::evaluate;
use super::functions::Function;
use super::value::Value;

/// An expression.
#[derive(Clone, Copy, Debug)]
pub enum Expression<'e> {
    /// `@`.
    Current,
    /// A member of the current value.
    Field(&'e str),
    /// A value that is written out.
    Literal(Literal<'e>),
    /// `a.b` and `a | b`: the second expression with the value of the first as its current value.
    Chain(&'e Expression<'e>, &'e Expression<'e>),
    /// `a[0]`; counted from the end where the index is negative.
    Index(&'e Expression<'e>, i64),
    /// The values that a selection takes from the first expression, and the second expression on each of them.
    Project(&'e Expression<'e>, Selection<'e>, &'e Expression<'e>),
    /// `a < b`.
    Compare(Comparison, &'e Expression<'e>, &'e Expression<'e>),
    /// `a && b`.
    And(&'e Expression<'e>, &'e Expression<'e>),
    /// `a || b`.
    Or(&'e Expression<'e>, &'e Expression<'e>),
    /// `!a`.
    Not(&'e Expression<'e>),
    /// `name(a, b)`.
    Call(Function, &'e [Expression<'e>]),
    /// `[a, b]`.
    List(&'e [Expression<'e>]),
    /// `{x: a, y: b}`.
    Object(&'e [(&'e str, Expression<'e>)]),
    /// `&a`.
    Reference(&'e Expression<'e>),
}

/// Which values a projection takes.
#[derive(Clone, Copy, Debug)]
pub enum Selection<'e> {
    /// `[*]`: the elements of a list.
    Elements,
    /// `.*`: the values of an object.
    Values,
    /// `[]`: the elements of a list, those that are lists replaced by their own elements.
    Flattened,
    /// `[start:stop:step]`: some elements of a list; a step of 0 takes none.
    Slice(Option<i64>, Option<i64>, i64),
    /// `[?a]`: the elements of a list for which an expression counts as true.
    Filter(&'e Expression<'e>),
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
pub enum Literal<'e> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in JSON's grammar.
    Number(&'e str),
    /// A string.
    String(&'e str),
    /// An array.
    List(&'e [Literal<'e>]),
    /// An object.
    Object(&'e [(&'e str, Literal<'e>)]),
}

/// Whether an expression gives exactly `true` for a value.
///
/// An error of a function counts as any other value: the condition does not hold. So does work without an end, which
/// only an expression makes that copies its own results again and again.
pub fn holds(expression: &Expression<'_>, value: &(impl ToValue + ?Sized)) -> bool {
    matches!(evaluate(expression, &value.to_value()), Some(Value::Bool(true)))
}
