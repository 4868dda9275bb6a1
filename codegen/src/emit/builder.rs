//! Builders: setters by the habits of the official Rust SDK, and a `build` that names all that is missing.

use proc_macro2::TokenStream;
use quote::quote;

use super::answers;
use super::lines::{call, function, indented, literal};
use super::setters;
use super::structure::names_deprecated;
use super::tokens::{Scope, deprecation_lines};
use crate::ir::{Build, Field, Presence, Structure, Type};
use crate::names::TypeName;

/// The name of a structure's builder.
pub(crate) fn name(structure: &Structure) -> TypeName {
    structure.name.with_suffix("Builder")
}

/// The builder's struct and its methods.
pub(crate) fn items(scope: &Scope, structure: &Structure) -> Vec<TokenStream> {
    vec![definition(scope, structure), methods(scope, structure), debug(structure)]
}

fn definition(scope: &Scope, structure: &Structure) -> TokenStream {
    let builder = name(structure);
    let docs = scope.line(format!("Builder of [`{0}`](type@{1}::{0}).", structure.name, scope.root()));
    let lines: Vec<String> = structure.fields.iter().flat_map(|field| field_lines(scope, field)).collect();
    let fields = (!lines.is_empty()).then(|| scope.fields(lines));
    quote! {
        #docs
        #[derive(Default)]
        pub struct #builder {
            #fields
        }
    }
}

fn field_lines(scope: &Scope, field: &Field) -> Vec<String> {
    let mut lines: Vec<String> = deprecation_lines(None, field.names_deprecated).collect();
    lines.push(format!("{}: Option<{}>,", field.name.in_source(), held_type(scope, field)));
    lines
}

/// What a builder holds of a member, in source: the value itself, boxed only when the structure is built.
pub(crate) fn held_type(scope: &Scope, field: &Field) -> String {
    match &field.ty {
        Type::Boxed(name) => scope.source(&Type::Shape(name.clone())),
        ty => scope.source(ty),
    }
}

/// What a builder holds may be sensitive, and a derive for each would cost those who build the crate more than it
/// tells them.
fn debug(structure: &Structure) -> TokenStream {
    let builder = name(structure);
    let text = builder.as_str();
    quote! {
        impl fmt::Debug for #builder {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#text).finish_non_exhaustive()
            }
        }
    }
}

fn methods(scope: &Scope, structure: &Structure) -> TokenStream {
    let builder = name(structure);
    let setters = structure.fields.iter().flat_map(|field| setters::of_field(scope, field));
    let steps = answers::steps(structure);
    let body = scope.body(setters.chain(steps).chain(build(structure)).collect());
    quote! {
        impl #builder {
            #body
        }
    }
}

fn build(structure: &Structure) -> Vec<String> {
    let name = structure.name.as_str();
    let mut lines = vec!["/// Gives what was set.".to_owned()];
    let result = match structure.build {
        Build::Plain => name.to_owned(),
        Build::Fallible => {
            lines.extend(
                ["///", "/// # Errors", "///", "/// Every required member that was not set."]
                    .map(str::to_owned),
            );
            format!("Result<{name}, validation::Violations>")
        }
    };
    if structure.deprecated.is_some() || names_deprecated(structure) {
        lines.push("#[expect(deprecated)]".to_owned());
    }
    lines.extend(function(vec![format!("pub fn build(self) -> {result} {{")], build_body(structure)));
    lines
}

fn build_body(structure: &Structure) -> Vec<String> {
    let built = literal_of(structure.name.as_str(), structure.fields.iter().flat_map(built));
    let required = structure.fields.iter().any(|field| field.presence == Presence::Required);
    match structure.build {
        Build::Plain => built,
        Build::Fallible if required => {
            let first = "let mut missing = validation::Missing::default();".to_owned();
            let built = around("let built = ", built, ";");
            [vec![first], built, vec!["missing.finish(built)".to_owned()]].concat()
        }
        Build::Fallible => around("Ok(", built, ")"),
    }
}

/// Puts text before the first of some lines and behind the last.
fn around(before: &str, mut lines: Vec<String>, after: &str) -> Vec<String> {
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, before);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(after);
    }
    lines
}

fn built(field: &Field) -> Vec<String> {
    let name = field.name.in_source();
    let value = format!("self.{name}");
    let arguments = [literal(&field.wire), literal(field.name.as_str()), value.clone()];
    match (field.presence, &field.ty) {
        (Presence::Required, Type::Boxed(_)) => {
            vec![format!("{name}: Box::new(missing.required({})),", arguments.join(", "))]
        }
        (Presence::Required, _) => call(12, &format!("{name}: missing.required"), &arguments, ","),
        (Presence::Optional, Type::Boxed(_)) => vec![format!("{name}: {value}.map(Box::new),")],
        (Presence::Optional, _) => vec![format!("{name}: {value},")],
    }
}

/// A struct literal of whole lines.
fn literal_of(name: &str, fields: impl Iterator<Item = String>) -> Vec<String> {
    let fields: Vec<String> = indented(fields).collect();
    if fields.is_empty() {
        return vec![format!("{name} {{}}")];
    }
    [vec![format!("{name} {{")], fields, vec!["}".to_owned()]].concat()
}
