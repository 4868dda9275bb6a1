//! Conditions as plain Rust over the fields of a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::fragment::{Fragment, loose, tight};
use super::operands::{bare, elements, optional, plain, read};
use super::paths::is_nullable;
use crate::emit::source::{Import, Source};
use crate::ir::condition::{BoolExpr, Collection, Comparison, FieldRepr, Operand, RangeEnd, Root, TextTest};

/// An expression that gives a `bool`.
pub(super) fn test(src: &Source, expr: &BoolExpr) -> Fragment {
    match expr {
        BoolExpr::Constant(value) => tight(quote!(#value)),
        BoolExpr::Not(test) => opposite(src, test),
        BoolExpr::All(tests) => join(src, tests, quote!(&&)),
        BoolExpr::Any(tests) => join(src, tests, quote!(||)),
        BoolExpr::IsTrue(value) => {
            let flag = read(src, value);
            if is_nullable(value) { loose(quote!(#flag == Some(true))) } else { flag }
        }
        BoolExpr::IsPresent(value) => {
            let value = bare(src, value);
            tight(quote!(#value.is_some()))
        }
        BoolExpr::IsFilled(value) => with_value(src, value, |value| quote!(!#value.is_empty())),
        BoolExpr::IsTruthy(value) => is_truthy(src, value),
        BoolExpr::Compare(comparison, a, b) => compare(src, *comparison, a, b),
        BoolExpr::Within { value, from, to, end } => within(src, value, [from, to], *end),
        BoolExpr::HasText(test, value, part) => {
            let (value, part) = (plain(src, value), read(src, part));
            tight(match test {
                TextTest::StartsWith => quote!(#value.starts_with(#part)),
                TextTest::EndsWith => quote!(#value.ends_with(#part)),
                TextTest::Contains => quote!(#value.contains(#part)),
            })
        }
        BoolExpr::Contains(collection, value) => contains(src, collection, value),
        BoolExpr::Exists(collection, inner) => {
            let (elements, inner) = (elements(src, collection), test(src, inner));
            tight(quote!(#elements.any(|item| #inner)))
        }
    }
}

fn join(src: &Source, tests: &[BoolExpr], operator: TokenStream) -> Fragment {
    let mut tests = tests.iter().map(|one| test(src, one));
    let first = tests.next();
    loose(quote!(#first #(#operator #tests)*))
}

fn is_truthy(src: &Source, document: &Operand) -> Fragment {
    let (validation, value) = (src.name(Import::Validation), read(src, document));
    tight(match is_nullable(document) {
        true => quote!(#value.is_some_and(#validation::is_truthy)),
        false => quote!(#validation::is_truthy(#value)),
    })
}

/// The opposite of an expression.
fn opposite(src: &Source, expr: &BoolExpr) -> Fragment {
    match expr {
        BoolExpr::IsTrue(value) if is_nullable(value) => {
            let flag = read(src, value);
            loose(quote!(#flag != Some(true)))
        }
        BoolExpr::IsPresent(value) => {
            let value = bare(src, value);
            tight(quote!(#value.is_none()))
        }
        BoolExpr::IsFilled(value) if is_nullable(value) => {
            let value = read(src, value);
            tight(quote!(#value.is_none_or(|one| one.is_empty())))
        }
        BoolExpr::IsFilled(value) => {
            let value = plain(src, value);
            tight(quote!(#value.is_empty()))
        }
        BoolExpr::Compare(comparison, a, b) => is_not_ordered(src, *comparison, a, b),
        other => {
            let other = test(src, other);
            loose(quote!(!#other))
        }
    }
}

/// What `test` says of a value, and `false` where that is null.
fn with_value(src: &Source, value: &Operand, test: impl FnOnce(Fragment) -> TokenStream) -> Fragment {
    if is_nullable(value) {
        let (value, test) = (read(src, value), test(tight(quote!(one))));
        return tight(quote!(#value.is_some_and(|one| #test)));
    }
    loose(test(plain(src, value)))
}

fn within(src: &Source, value: &Operand, bounds: [&Operand; 2], end: RangeEnd) -> Fragment {
    let [from, to] = bounds.map(|bound| read(src, bound));
    let range = match end {
        RangeEnd::Inclusive => quote!((#from..=#to)),
        RangeEnd::Exclusive => quote!((#from..#to)),
    };
    with_value(src, value, |number| quote!(#range.contains(&#number)))
}

/// The operator of a comparison, and the method that does the same.
fn operator(comparison: Comparison) -> (TokenStream, TokenStream) {
    match comparison {
        Comparison::Equal => (quote!(==), quote!(eq)),
        Comparison::NotEqual => (quote!(!=), quote!(ne)),
        Comparison::Less => (quote!(<), quote!(lt)),
        Comparison::AtMost => (quote!(<=), quote!(le)),
        Comparison::Greater => (quote!(>), quote!(gt)),
        Comparison::AtLeast => (quote!(>=), quote!(ge)),
    }
}

fn compare(src: &Source, comparison: Comparison, a: &Operand, b: &Operand) -> Fragment {
    let is_equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let sides = [a, b];
    let [left, right] = match sides.iter().any(|side| is_nullable(side)) {
        true if is_equality => sides.map(|side| optional(src, side)),
        true => return order(src, comparison, a, b, quote!(is_some_and)),
        // A reference to a `String` equals a literal, but no other `String`.
        false if sides.iter().any(|side| is_element(side)) && !sides.iter().any(|side| is_literal(side)) => {
            sides.map(|side| read(src, side))
        }
        false => sides.map(|side| plain(src, side)),
    };
    let (operator, _) = operator(comparison);
    loose(quote!(#left #operator #right))
}

/// Whether a value is the element of a list itself.
fn is_element(operand: &Operand) -> bool {
    matches!(operand, Operand::Path(path) if path.root == Root::Element && path.steps.is_empty())
}

fn is_literal(operand: &Operand) -> bool {
    matches!(operand, Operand::Text(_) | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_))
}

/// What is true where two numbers are not ordered so, or one is null or no number.
fn is_not_ordered(src: &Source, comparison: Comparison, a: &Operand, b: &Operand) -> Fragment {
    match (is_nullable(a) || is_nullable(b), a.repr()) {
        (true, FieldRepr::Float) => {
            let order = order(src, comparison, a, b, quote!(is_some_and));
            loose(quote!(!#order))
        }
        (true, _) => order(src, comparison.opposite(), a, b, quote!(is_none_or)),
        (false, _) => {
            // The opposite operator is false as well where one side is not a number.
            let ((_, method), a, b) = (operator(comparison), read(src, a), read(src, b));
            loose(quote!(!#a.#method(&#b)))
        }
    }
}

/// An order of two numbers of which one may be null, inside of a method of the `Option`.
fn order(src: &Source, comparison: Comparison, a: &Operand, b: &Operand, method: TokenStream) -> Fragment {
    let ((operator, _), left, right) = (operator(comparison), read(src, a), read(src, b));
    tight(match (is_nullable(a), is_nullable(b)) {
        (true, false) => quote!(#left.#method(|number| number #operator #right)),
        (false, _) => quote!(#right.#method(|number| #left #operator number)),
        (true, true) => quote!(#left.zip(#right).#method(|(left, right)| left #operator right)),
    })
}

fn contains(src: &Source, collection: &Collection, wanted: &Operand) -> Fragment {
    let all = match collection {
        Collection::Array(values) => {
            let nullable = values.iter().any(is_nullable);
            if nullable || (is_nullable(wanted) && !values.iter().all(is_literal)) {
                let values = values.iter().map(|value| optional(src, value));
                let wanted = optional(src, wanted);
                return tight(quote!([#(#values),*].contains(&#wanted)));
            }
            let values = values.iter().map(|value| read(src, value));
            tight(quote!([#(#values),*]))
        }
        Collection::List(all) | Collection::MapValues(all) => bare(src, all),
    };
    if is_nullable(wanted) {
        let wanted = read(src, wanted);
        return tight(quote!(#wanted.is_some_and(|one| #all.contains(&one))));
    }
    let wanted = read(src, wanted);
    tight(quote!(#all.contains(&#wanted)))
}
