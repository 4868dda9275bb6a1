//! Conditions for the runtime's evaluator: trees of constants.

use jmespath::{Expression, Literal, Node, Selection, Slice};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;

use super::expr::{array, bool, call, name, number, pair, path, reference, some, text};
use crate::emit::source::{Import, Source};
use crate::ir::condition::Comparison;
use crate::names::FieldName;

/// The path of something in an imported type or module of the runtime.
fn inside(src: &Source, import: Import, name: impl ToTokens) -> Expr {
    let import = src.name(import);
    path(quote!(#import::#name))
}

/// An expression as a value of the runtime's type.
pub(super) fn expression(src: &Source, tree: &Expression) -> Expr {
    let to = |inner: &Expression| reference(expression(src, inner));
    let node = |variant: TokenStream, parts: Vec<Expr>| {
        let variant = inside(src, Import::Expression, variant);
        if parts.is_empty() { variant } else { call(variant, parts) }
    };
    match &tree.node {
        Node::Current => node(quote!(Current), Vec::new()),
        Node::Field(name) => node(quote!(Field), vec![text(name)]),
        Node::Literal(value) => node(quote!(Literal), vec![literal(src, value)]),
        Node::Chain(a, b) => node(quote!(Chain), vec![to(a), to(b)]),
        Node::Index(of, index) => node(quote!(Index), vec![to(of), number(&index.to_string())]),
        Node::Projection { source, selection, each } => {
            node(quote!(Project), vec![to(source), self::selection(src, selection), to(each)])
        }
        Node::Compare(comparison, a, b) => {
            node(quote!(Compare), vec![self::comparison(src, *comparison), to(a), to(b)])
        }
        Node::And(a, b) => node(quote!(And), vec![to(a), to(b)]),
        Node::Or(a, b) => node(quote!(Or), vec![to(a), to(b)]),
        Node::Not(of) => node(quote!(Not), vec![to(of)]),
        Node::Reference(of) => node(quote!(Reference), vec![to(of)]),
        Node::Call(name, arguments) => {
            // The runtime's functions are called as those of JMESPath.
            let function = FieldName::of_member(name);
            let arguments = array(arguments.iter().map(|argument| expression(src, argument)));
            node(quote!(Call), vec![inside(src, Import::Functions, function), reference(arguments)])
        }
        Node::List(elements) => {
            let elements = array(elements.iter().map(|element| expression(src, element)));
            node(quote!(List), vec![reference(elements)])
        }
        Node::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| pair(text(key), expression(src, value)));
            node(quote!(Object), vec![reference(array(entries))])
        }
    }
}

fn selection(src: &Source, selection: &Selection) -> Expr {
    let variant = |variant: TokenStream| inside(src, Import::Selection, variant);
    match selection {
        Selection::Elements => variant(quote!(Elements)),
        Selection::Values => variant(quote!(Values)),
        Selection::Flattened => variant(quote!(Flattened)),
        Selection::Slice(Slice { start, stop, step }) => {
            let bound = |bound: &Option<i64>| match bound {
                Some(bound) => some(number(&bound.to_string())),
                None => name("None"),
            };
            call(variant(quote!(Slice)), [bound(start), bound(stop), number(&step.to_string())])
        }
        Selection::Filter(condition) => {
            call(variant(quote!(Filter)), [reference(expression(src, condition))])
        }
    }
}

fn comparison(src: &Source, comparison: Comparison) -> Expr {
    let variant = match comparison {
        Comparison::Equal => quote!(Equal),
        Comparison::NotEqual => quote!(NotEqual),
        Comparison::Less => quote!(Less),
        Comparison::AtMost => quote!(AtMost),
        Comparison::Greater => quote!(Greater),
        Comparison::AtLeast => quote!(AtLeast),
    };
    inside(src, Import::Comparison, variant)
}

fn literal(src: &Source, value: &Literal) -> Expr {
    let node = |variant: TokenStream, part: Expr| call(inside(src, Import::Literal, variant), [part]);
    match value {
        Literal::Null => inside(src, Import::Literal, quote!(Null)),
        Literal::Bool(value) => node(quote!(Bool), bool(*value)),
        Literal::Number(digits) => node(quote!(Number), text(digits)),
        Literal::String(string) => node(quote!(String), text(string)),
        Literal::Array(elements) => {
            let elements = array(elements.iter().map(|element| literal(src, element)));
            node(quote!(List), reference(elements))
        }
        Literal::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| pair(text(key), literal(src, value)));
            node(quote!(Object), reference(array(entries)))
        }
    }
}
