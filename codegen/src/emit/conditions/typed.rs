//! Conditions as plain Rust over the fields of a value.

use syn::{BinOp, Expr, RangeLimits};

use super::expr::{
    array, binary, bool, call, chain, closure, closure_of_pair, closure_of_reference, equal, method, name,
    not, number, path, question, range, reference, some, text,
};
use super::paths::{self, is_nullable};
use crate::emit::source::{Import, Source};
use crate::ir::condition::{BoolExpr, Collection, Comparison, FieldRepr, Operand, RangeEnd, Root, TextTest};

/// An expression that gives a `bool`.
pub(super) fn test(src: &Source, expr: &BoolExpr) -> Expr {
    match expr {
        BoolExpr::Not(test) => opposite(src, test),
        BoolExpr::All(tests) => join(src, tests, || BinOp::And(Default::default()), true),
        BoolExpr::Any(tests) => join(src, tests, || BinOp::Or(Default::default()), false),
        BoolExpr::Constant(value) => bool(*value),
        BoolExpr::IsTrue(value) => is_true(src, value, true),
        BoolExpr::IsPresent(value) => method(bare(src, value), "is_some", []),
        BoolExpr::IsFilled(value) => is_filled(src, value, true),
        BoolExpr::IsTruthy(value) if is_nullable(value) => {
            method(read(src, value), "is_some_and", [is_truthy(src)])
        }
        BoolExpr::IsTruthy(value) => call(is_truthy(src), [read(src, value)]),
        BoolExpr::Compare(comparison, a, b) => compare(src, *comparison, a, b),
        BoolExpr::Within { value, from, to, end } => {
            let limits = match end {
                RangeEnd::Inclusive => RangeLimits::Closed(Default::default()),
                RangeEnd::Exclusive => RangeLimits::HalfOpen(Default::default()),
            };
            let range = range(read(src, from), read(src, to), limits);
            with_value(src, value, "number", |number| method(range, "contains", [reference(number)]))
        }
        BoolExpr::HasText(test, value, part) => {
            let name = match test {
                TextTest::StartsWith => "starts_with",
                TextTest::EndsWith => "ends_with",
                TextTest::Contains => "contains",
            };
            method(plain(src, value), name, [read(src, part)])
        }
        BoolExpr::Contains(collection, value) => contains(src, collection, value),
        BoolExpr::HasKey(map, key) => method(bare(src, map), "contains_key", [text(key)]),
        BoolExpr::Exists(collection, inner) => {
            method(elements(src, collection), "any", [closure("item", test(src, inner))])
        }
    }
}

fn join(src: &Source, tests: &[BoolExpr], op: fn() -> BinOp, empty: bool) -> Expr {
    chain(tests.iter().map(|one| test(src, one)), op).unwrap_or_else(|| bool(empty))
}

/// The opposite of an expression.
fn opposite(src: &Source, expr: &BoolExpr) -> Expr {
    match expr {
        BoolExpr::IsTrue(value) => is_true(src, value, false),
        BoolExpr::IsPresent(value) => method(bare(src, value), "is_none", []),
        BoolExpr::IsFilled(value) => is_filled(src, value, false),
        BoolExpr::Compare(comparison, a, b) => is_not_ordered(src, *comparison, a, b),
        other => not(test(src, other)),
    }
}

fn is_true(src: &Source, value: &Operand, wanted: bool) -> Expr {
    match (is_nullable(value), wanted) {
        (true, true) => equal(read(src, value), some(bool(true))),
        (true, false) => binary(read(src, value), BinOp::Ne(Default::default()), some(bool(true))),
        (false, true) => read(src, value),
        (false, false) => not(read(src, value)),
    }
}

fn is_filled(src: &Source, value: &Operand, wanted: bool) -> Expr {
    let filled = |value: Expr| {
        let empty = method(value, "is_empty", []);
        if wanted { not(empty) } else { empty }
    };
    if is_nullable(value) {
        let method_name = if wanted { "is_some_and" } else { "is_none_or" };
        return method(read(src, value), method_name, [closure("some", filled(name("some")))]);
    }
    filled(if value.repr() == FieldRepr::Enum { read(src, value) } else { bare(src, value) })
}

/// The runtime's function that looks at documents.
fn is_truthy(src: &Source) -> Expr {
    let validation = src.name(Import::Validation);
    path(quote::quote!(#validation::is_truthy))
}

fn operator(comparison: Comparison) -> BinOp {
    match comparison {
        Comparison::Equal => BinOp::Eq(Default::default()),
        Comparison::NotEqual => BinOp::Ne(Default::default()),
        Comparison::Less => BinOp::Lt(Default::default()),
        Comparison::AtMost => BinOp::Le(Default::default()),
        Comparison::Greater => BinOp::Gt(Default::default()),
        Comparison::AtLeast => BinOp::Ge(Default::default()),
    }
}

fn compare(src: &Source, comparison: Comparison, a: &Operand, b: &Operand) -> Expr {
    let op = operator(comparison);
    match (comparison, is_nullable(a) || is_nullable(b)) {
        (Comparison::Equal | Comparison::NotEqual, true) => binary(optional(src, a), op, optional(src, b)),
        // A reference to a `String` equals a literal, but no other `String`.
        (_, false) if [a, b].into_iter().any(is_element) && ![a, b].into_iter().any(is_literal) => {
            binary(read(src, a), op, read(src, b))
        }
        (_, false) => binary(plain(src, a), op, plain(src, b)),
        (_, true) => ordered(src, comparison, a, b, "is_some_and"),
    }
}

/// Whether a value is the element of a list itself.
fn is_element(operand: &Operand) -> bool {
    matches!(operand, Operand::Path(path) if path.root == Root::Element && path.steps.is_empty())
}

fn is_literal(operand: &Operand) -> bool {
    matches!(operand, Operand::Text(_) | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_))
}

/// What is true where two numbers are not ordered so, or one is null or no number.
fn is_not_ordered(src: &Source, comparison: Comparison, a: &Operand, b: &Operand) -> Expr {
    let is_float = a.repr() == FieldRepr::Float;
    match (is_nullable(a) || is_nullable(b), is_float) {
        (true, false) => ordered(src, comparison.opposite(), a, b, "is_none_or"),
        (true, true) => not(ordered(src, comparison, a, b, "is_some_and")),
        // The opposite operator is false as well where one side is not a number.
        (false, _) => {
            let name = match comparison {
                Comparison::Equal => "eq",
                Comparison::NotEqual => "ne",
                Comparison::Less => "lt",
                Comparison::AtMost => "le",
                Comparison::Greater => "gt",
                Comparison::AtLeast => "ge",
            };
            not(method(read(src, a), name, [reference(read(src, b))]))
        }
    }
}

/// An order of two numbers of which one may be null, inside of a method of the `Option`.
fn ordered(src: &Source, comparison: Comparison, a: &Operand, b: &Operand, method_name: &str) -> Expr {
    let op = operator(comparison);
    match (is_nullable(a), is_nullable(b)) {
        (true, false) => {
            let body = binary(name("number"), op, read(src, b));
            method(read(src, a), method_name, [closure("number", body)])
        }
        (false, _) => {
            let body = binary(read(src, a), op, name("number"));
            method(read(src, b), method_name, [closure("number", body)])
        }
        (true, true) => {
            let both = method(read(src, a), "zip", [read(src, b)]);
            method(
                both,
                method_name,
                [closure_of_pair("left", "right", binary(name("left"), op, name("right")))],
            )
        }
    }
}

/// A value that is there: what Rust does with `&str`, it does with a `String` as well.
fn plain(src: &Source, operand: &Operand) -> Expr {
    match operand.repr() {
        FieldRepr::String => bare(src, operand),
        _ => read(src, operand),
    }
}

/// An `Option` of a value.
fn optional(src: &Source, operand: &Operand) -> Expr {
    if is_nullable(operand) { read(src, operand) } else { some(read(src, operand)) }
}

/// What `test` says of a value, and `false` where that is null.
fn with_value(src: &Source, value: &Operand, variable: &str, test: impl FnOnce(Expr) -> Expr) -> Expr {
    if is_nullable(value) {
        method(read(src, value), "is_some_and", [closure(variable, test(name(variable)))])
    } else {
        test(read(src, value))
    }
}

fn contains(src: &Source, collection: &Collection, wanted: &Operand) -> Expr {
    let all = match collection {
        Collection::Array(values)
            if values.iter().any(is_nullable) || (is_nullable(wanted) && !values.iter().all(is_literal)) =>
        {
            let values = array(values.iter().map(|value| optional(src, value)));
            return method(values, "contains", [reference(optional(src, wanted))]);
        }
        Collection::Array(values) => array(values.iter().map(|value| read(src, value))),
        Collection::List(all) | Collection::MapValues(all) => bare(src, all),
    };
    with_value(src, wanted, "one", |one| method(all, "contains", [reference(one)]))
}

/// An iterator over the elements of a collection.
fn elements(src: &Source, collection: &Collection) -> Expr {
    match collection {
        Collection::List(all) if is_nullable(all) => method(present(src, all), "flatten", []),
        Collection::List(all) => method(bare(src, all), "iter", []),
        Collection::MapValues(all) if is_nullable(all) => {
            let values = closure("map", method(name("map"), "values", []));
            method(present(src, all), "flat_map", [values])
        }
        Collection::MapValues(all) => method(bare(src, all), "values", []),
        Collection::Array(values) => {
            let any = values.iter().any(is_nullable);
            let one = |value| if any { optional(src, value) } else { read(src, value) };
            method(array(values.iter().map(one)), "into_iter", [])
        }
    }
}

/// An iterator over the one value that there may be.
fn present(src: &Source, value: &Operand) -> Expr {
    match value {
        Operand::Path(path) if paths::is_field(path) => method(paths::bare(path), "iter", []),
        other => method(read(src, other), "into_iter", []),
    }
}

/// A value as its type is compared: `&str` for strings, an `Option` where it may be null.
pub(super) fn read(src: &Source, operand: &Operand) -> Expr {
    match operand {
        Operand::Path(path) => paths::read(path),
        Operand::Binding(binding, _) => path(binding),
        Operand::Text(value) => text(value),
        Operand::Bool(value) => bool(*value),
        Operand::Integer(value) => number(&value.to_string()),
        Operand::Float(value) => number(&format!("{value:?}")),
        Operand::Seconds(seconds) => {
            let smithy = src.name(Import::Smithy);
            call(path(quote::quote!(#smithy::Timestamp::from_secs)), [number(&seconds.to_string())])
        }
        Operand::FirstOf(values) => first_of(src, values),
        Operand::Length(counted) => match counted.repr() {
            FieldRepr::String | FieldRepr::Enum => {
                method(method(plain(src, counted), "chars", []), "count", [])
            }
            _ => method(bare(src, counted), "len", []),
        },
        Operand::Count(collection, inner) => {
            let counted =
                method(elements(src, collection), "filter", [closure_of_reference("item", test(src, inner))]);
            method(counted, "count", [])
        }
        Operand::Test(inner) => test(src, inner),
        Operand::Required(value) => question(read(src, value)),
    }
}

/// A value where a method is called on it: what Rust dereferences by itself needs no conversion.
fn bare(src: &Source, operand: &Operand) -> Expr {
    match operand {
        Operand::Path(path) => paths::bare(path),
        other => read(src, other),
    }
}

fn first_of(src: &Source, values: &[Operand]) -> Expr {
    let (first, rest) = values.split_first().expect("`conditions` makes no empty list of values");
    rest.iter().fold(read(src, first), |before, value| {
        let name = if is_nullable(value) { "or" } else { "unwrap_or" };
        method(before, name, [read(src, value)])
    })
}
