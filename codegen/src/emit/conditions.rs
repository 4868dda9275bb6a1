//! The conditions of the model: a function each, as plain Rust or as an expression for the runtime.

mod evaluated;
mod fragment;
mod operands;
mod paths;
mod typed;

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use crate::ir::condition::{Body, ConditionFn, Fallibility, TypedCondition};
use crate::ir::value_type::{Conversion, Payload, ValueType};
use crate::ir::{Density, Type};
use crate::names::{FieldName, TypeName};

/// The functions of all conditions.
pub(crate) fn functions(src: &mut Source, conditions: &[ConditionFn]) {
    src.front("The conditions of the model: each says whether it holds.");
    conditions.iter().for_each(|condition| function(src, condition));
}

fn function(src: &mut Source, condition: &ConditionFn) {
    match &condition.body {
        Body::Typed(typed) => self::typed(src, condition, typed),
        Body::Evaluated(expression) => evaluated(src, condition, expression),
    }
}

/// The reference that a function takes: to a slice where a list is, to `str` where a string is.
fn parameter_type(src: &Source, ty: &Type) -> String {
    match ty {
        Type::String => "&str".to_owned(),
        Type::List(element, Density::Dense) => format!("&[{}]", src.ty(element)),
        Type::List(element, Density::Sparse) => format!("&[Option<{}>]", src.ty(element)),
        other => format!("&{}", src.ty(other)),
    }
}

fn typed(src: &mut Source, condition: &ConditionFn, typed: &TypedCondition) {
    let ConditionFn { name, docs, parameter, deprecated, .. } = condition;
    let TypedCondition { bindings, holds, fallibility } = typed;
    let parameter: TokenStream = parameter_type(src, parameter).parse().expect("a type is made of tokens");
    let docs = (!docs.is_empty()).then(|| format!(" {docs}"));
    let docs = docs.map(|docs| quote!(#[doc = #docs]));
    let deprecated = deprecated.then(|| quote!(#[expect(deprecated)]));
    let (names, places): (Vec<_>, Vec<_>) =
        bindings.iter().map(|(name, path)| (name, paths::read(path))).unzip();
    let holds = typed::test(src, holds);
    let result = match fallibility {
        Fallibility::Infallible => quote!(#holds),
        // A `?` on null leaves the closure.
        Fallibility::Fallible => quote! {
            let holds = || Some(#holds);
            holds() == Some(true)
        },
    };
    src.item(quote! {
        #docs
        #deprecated
        pub(crate) fn #name(value: #parameter) -> bool {
            #(let #names = #places;)*
            #result
        }
    });
}

fn evaluated(src: &mut Source, condition: &ConditionFn, expression: &jmespath::Expression) {
    let ConditionFn { name, docs, parameter, deprecated, .. } = condition;
    src.separate();
    if !docs.is_empty() {
        src.comment(docs);
    }
    expect_deprecated(src, *deprecated);
    let parameter = format!("value: {}", parameter_type(src, parameter));
    src.call(format_args!("pub(crate) fn {}", name.in_source()), &[&parameter], " -> bool {");
    let (ty, holds) = (src.name(Import::Expression), src.name(Import::Holds));
    let constant = evaluated::expression(src, expression);
    src.indented(|src| {
        constant.write(src, &format!("static EXPRESSION: {ty} = "), ";");
        src.line(format_args!("{holds}(&EXPRESSION, value)"));
    });
    src.line("}");
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
