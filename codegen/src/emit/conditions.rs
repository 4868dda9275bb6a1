//! The conditions of the model: a function each, as plain Rust or as an expression for the runtime.

mod evaluated;
mod expr;
mod paths;
mod typed;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Item, ItemFn, ItemStatic, Local, LocalInit, Stmt};

use self::expr::{bool, call, closure_of_nothing, equal, name, path, reference, some};
use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use crate::ir::condition::{Body, ConditionFn, Fallibility, Typed};
use crate::ir::value_type::{Conversion, Payload, ValueType};
use crate::ir::{Density, Type};
use crate::names::{FieldName, TypeName};

/// The functions of all conditions.
pub(crate) fn functions(src: &mut Source, conditions: &[ConditionFn]) {
    src.front("The conditions of the model: each says whether it holds.");
    conditions.iter().for_each(|condition| function(src, condition));
}

fn function(src: &mut Source, condition: &ConditionFn) {
    let ConditionFn { name, docs, parameter, deprecated, body } = condition;
    let parameter: TokenStream =
        parameter_type(src, parameter).parse().expect("a type's source is made of tokens");
    let deprecated = deprecated.then(|| quote!(#[expect(deprecated)]));
    let template = quote! {
        #deprecated
        pub(crate) fn #name(value: &#parameter) -> bool {}
    };
    let mut function: ItemFn = syn::parse2(template).expect("what the template makes is a function");
    function.block.stmts = match body {
        Body::Typed(typed) => self::typed(src, typed),
        Body::Evaluated(expression) => evaluated(src, expression),
    };
    src.separate();
    if !docs.is_empty() {
        src.comment(docs);
    }
    src.formatted(Item::Fn(function));
}

/// The type behind the reference that a function takes: a slice where a list is, `str` where a string is.
fn parameter_type(src: &Source, ty: &Type) -> String {
    match ty {
        Type::String => "str".to_owned(),
        Type::List(element, Density::Dense) => format!("[{}]", src.ty(element)),
        Type::List(element, Density::Sparse) => format!("[Option<{}>]", src.ty(element)),
        other => src.ty(other).to_string(),
    }
}

fn typed(src: &Source, typed: &Typed) -> Vec<Stmt> {
    let Typed { bindings, holds, fallibility } = typed;
    let mut stmts: Vec<Stmt> =
        bindings.iter().map(|(name, path)| binding(name.as_str(), paths::read(path))).collect();
    let holds = typed::test(src, holds);
    let result = match fallibility {
        Fallibility::Infallible => holds,
        // A `?` on null leaves the closure.
        Fallibility::Fallible => {
            stmts.push(binding("holds", closure_of_nothing(some(holds))));
            equal(call(name("holds"), []), some(bool(true)))
        }
    };
    stmts.push(Stmt::Expr(result, None));
    stmts
}

/// `let name = value;`.
fn binding(name: &str, value: Expr) -> Stmt {
    let init = LocalInit { eq_token: Default::default(), expr: Box::new(value), diverge: None };
    Stmt::Local(Local {
        attrs: Vec::new(),
        let_token: Default::default(),
        modifiers: Default::default(),
        pat: expr::variable(name),
        init: Some(init),
        semi_token: Default::default(),
    })
}

fn evaluated(src: &Source, expression: &jmespath::Expression) -> Vec<Stmt> {
    let (ty, holds) = (src.name(Import::Expression), src.name(Import::Holds));
    let template = quote!(
        static EXPRESSION: #ty = ();
    );
    let mut constant: ItemStatic = syn::parse2(template).expect("what the template makes is a static");
    *constant.expr = evaluated::expression(src, expression);
    let holds = call(path(holds), [reference(name("EXPRESSION")), name("value")]);
    vec![Stmt::Item(Item::Static(constant)), Stmt::Expr(holds, None)]
}

/// How types become values that expressions are evaluated over.
pub(crate) fn value_types(src: &mut Source, types: &[ValueType]) {
    src.front("The types that conditions are evaluated over, as values of JMESPath.");
    types.iter().for_each(|ty| value_type(src, ty));
}

fn value_type(src: &mut Source, ty: &ValueType) {
    let ValueType { name, conversion, deprecated } = ty;
    let (to_value, value) = (src.name(Import::ToValue), src.name(Import::Value));
    let path = src.shape(name);
    src.separate();
    expect_deprecated(src, *deprecated);
    src.block(format_args!("impl {to_value} for {path}"), |src| {
        src.block(format_args!("fn to_value(&self) -> {value}"), |src| match conversion {
            Conversion::Structure(members) => structure(src, members),
            Conversion::Union(variants) => src.block("match self", |src| union(src, variants)),
            Conversion::Enum => src.line(format_args!("{value}::text(self.as_str())")),
            Conversion::IntEnum => src.line("self.value().to_value()"),
        });
    });
}

fn structure(src: &mut Source, members: &[(String, FieldName)]) {
    let entry = |(member, field): &(String, FieldName)| {
        format!("({}, self.{}.to_value())", literal(member), field.in_source())
    };
    let entries: Vec<String> = members.iter().map(entry).collect();
    let value = src.name(Import::Value);
    src.nest(
        format_args!("{value}::structure(["),
        |src| entries.iter().for_each(|entry| src.line(format_args!("{entry},"))),
        "])",
    );
}

fn union(src: &mut Source, variants: &[(String, TypeName, Payload)]) {
    let object = src.name(Import::Value);
    for (member, variant, payload) in variants {
        let (pattern, value) = match payload {
            Payload::Value => (format!("Self::{variant}(value)"), "value.to_value()".to_owned()),
            Payload::Nothing => (format!("Self::{variant}"), format!("{object}::structure([])")),
        };
        let entry = format!("({}, {value})", literal(member));
        src.line(format_args!("{pattern} => {object}::object([{entry}]),"));
    }
    src.line(format_args!("Self::Unknown(member, value) => {object}::object([(member, value.to_value())]),"));
}
