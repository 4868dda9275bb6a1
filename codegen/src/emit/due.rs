//! Which typed answer a response asks for: a type that says so, and the method of each response that gives it.

use quote::quote;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, code, literal};
use crate::ir::Crate;
use crate::ir::operation::Operation;
use crate::ir::tables::{Asked, Due, Parameter, RequestStart, Table};
use crate::names::FieldName;

/// The items of the type and the methods that give it.
pub(crate) fn items(src: &mut Source, krate: &Crate, table: &Table, due: &Due) {
    src.front(format_args!("[`{0}`](type@{0}).", due.name));
    definition(src, table, due);
    methods(src, table, due);
    if !due.requests.is_empty() {
        src.separate();
        src.block(format_args!("impl {}<'_>", due.name), |src| {
            due.requests.iter().for_each(|start| request(src, krate, start));
        });
    }
    debug(src, due);
    due.asked.iter().for_each(|asked| method_of_response(src, due, asked));
}

/// What goes back as it is: names in the model with fields, of all responses that ask.
fn carried(due: &Due) -> Vec<(String, FieldName)> {
    let mut carried: Vec<(String, FieldName)> =
        due.asked.iter().flat_map(|asked| asked.carries.clone()).collect();
    carried.sort();
    carried.dedup();
    carried
}

fn definition(src: &mut Source, table: &Table, due: &Due) {
    let (map, discriminator) = (src.name(Import::BTreeMap), src.shape(&table.discriminator));
    src.separate();
    src.comment("Which answer a response asks for, and what it sends along.");
    // A derived `Copy` would name the type once more, where nothing expects it.
    let deprecated = table.discriminator_deprecated;
    src.line(if deprecated { "#[derive(Clone)]" } else { "#[derive(Clone, Copy)]" });
    expect_deprecated(src, deprecated);
    src.block(format_args!("pub struct {}<'r>", due.name), |src| {
        src.line(format_args!("name: &'r {discriminator},"));
        src.line(format_args!("parameters: Option<&'r {map}<String, String>>,"));
        for (_, field) in carried(due) {
            src.line(format_args!("{}: Option<&'r String>,", field.in_source()));
        }
    });
    if deprecated {
        src.separate();
        src.line(format_args!("impl Copy for {}<'_> {{}}", due.name));
    }
}

fn methods(src: &mut Source, table: &Table, due: &Due) {
    let (answers, map) = (src.name(Import::Answers), src.name(Import::BTreeMap));
    let (validation, discriminator) = (src.name(Import::Validation), src.shape(&table.discriminator));
    let module = &table.module;
    let deprecated = table.discriminator_deprecated.then(|| quote!(#[expect(deprecated)]));
    src.separate();
    src.block(format_args!("impl<'r> {}<'r>", due.name), |src| {
        src.item(quote! {
            /// The case that is to be answered.
            #deprecated
            pub fn name(&self) -> &'r #discriminator {
                self.name
            }
        });
        src.item(quote! {
            /// What is known of the keys of the answer; nothing of a case that the model does not know.
            pub fn case(&self) -> Option<&'static #validation::Case> {
                #answers::#module::case(self.name)
            }
        });
        src.item(quote! {
            /// All that the service sent along.
            pub fn parameters(&self) -> Option<&'r #map<String, String>> {
                self.parameters
            }
        });
        src.item(quote! {
            /// One thing that the service sent along.
            pub fn parameter(&self, key: &str) -> Option<&'r str> {
                self.parameters?.get(key).map(String::as_str)
            }
        });
        carried(due).iter().for_each(|(member, field)| getter(src, member, field));
        due.parameters.iter().for_each(|one| parameter(src, one));
    });
}

/// The method that begins a request, in which what goes back is set already.
fn request(src: &mut Source, krate: &Crate, start: &RequestStart) {
    let RequestStart { method, request, builder, arguments, case, entry, carries, carried } = start;
    let path = builder_path(src, krate, start);
    let takes: String =
        arguments.iter().map(|argument| format!(", {}: impl Into<String>", argument.in_source())).collect();
    let ty = src.shape(request);
    src.separate();
    src.comment("Begins the request that answers, with what goes back as it came.");
    src.comment("");
    src.comment(format_args!("It is a [`{request}`](type@{ty})."));
    src.block(format_args!("pub fn {}(&self{takes}) -> {path}::{builder}", method.in_source()), |src| {
        let mut calls: Vec<String> =
            arguments.iter().map(|name| format!(".{0}({0})", name.in_source())).collect();
        calls.push(format!(".{}(self.name.clone())", case.in_source()));
        calls.extend(
            carries.iter().map(|(setter, field)| {
                format!(".{}(self.{}.cloned())", setter.in_source(), field.in_source())
            }),
        );
        let (start, end) = if carried.is_empty() { ("", "") } else { ("let mut builder = ", ";") };
        src.line(format_args!("{start}{ty}::builder()"));
        let last = calls.len() - 1;
        src.indented(|src| {
            for (index, call) in calls.iter().enumerate() {
                src.line(format_args!("{call}{}", if index == last { end } else { "" }));
            }
        });
        for (key, parameter) in carried {
            src.block(format_args!("if let Some(value) = self.parameter({})", literal(parameter)), |src| {
                let entry = entry.in_source();
                src.line(format_args!("builder = builder.{entry}({}, value);", literal(key)));
            });
        }
        if !carried.is_empty() {
            src.line("builder");
        }
    });
}

/// The module in which a builder can be named.
fn builder_path(src: &Source, krate: &Crate, start: &RequestStart) -> String {
    let owns = |operation: &&Operation| operation.own.iter().any(|item| *item.name() == start.request);
    match krate.operations.iter().find(owns) {
        Some(operation) => format!("{}::operation::{}", src.root(), operation.module.in_source()),
        None => format!("{}::builders", src.root()),
    }
}

fn getter(src: &mut Source, member: &str, field: &FieldName) {
    let name = field.in_source();
    src.separate();
    src.comment(format_args!("`{member}`, which goes back with the answer."));
    src.block(format_args!("pub fn {name}(&self) -> Option<&'r str>"), |src| {
        src.line(format_args!("self.{name}.map(String::as_str)"));
    });
}

fn parameter(src: &mut Source, parameter: &Parameter) {
    let Parameter { name, key, docs, lists_keys } = parameter;
    let name = name.in_source();
    src.separate();
    src.comment(docs);
    src.comment("");
    src.comment(format_args!("The parameter {}.", code(key)));
    let key = literal(key);
    if *lists_keys {
        let validation = src.name(Import::Validation);
        src.block(format_args!("pub fn {name}(&self) -> Vec<String>"), |src| {
            src.line(format_args!("{validation}::listed(self.parameter({key}))"));
        });
    } else {
        src.block(format_args!("pub fn {name}(&self) -> Option<&'r str>"), |src| {
            src.line(format_args!("self.parameter({key})"));
        });
    }
}

fn debug(src: &mut Source, due: &Due) {
    let (fmt, name, text) = (src.name(Import::Fmt), &due.name, due.name.as_str());
    src.item(quote! {
        /// What came along may be secret: only the name of the case is shown.
        impl #fmt::Debug for #name<'_> {
            fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                f.debug_struct(#text).field("name", self.name).finish_non_exhaustive()
            }
        }
    });
}

fn method_of_response(src: &mut Source, due: &Due, asked: &Asked) {
    let (answers, ty) = (src.name(Import::Answers), &due.name);
    src.separate();
    expect_deprecated(src, asked.names_deprecated);
    src.block(format_args!("impl {}", src.shape(&asked.response)), |src| {
        src.comment("Which answer is due next; `None` where this asks for none.");
        src.block(format_args!("pub fn due(&self) -> Option<{answers}::{ty}<'_>>"), |src| {
            src.nest(format_args!("Some({answers}::{ty} {{"), |src| fields(src, due, asked), "})");
        });
    });
}

fn fields(src: &mut Source, due: &Due, asked: &Asked) {
    let by = asked.by.in_source();
    if asked.by_required {
        src.line(format_args!("name: &self.{by},"));
    } else {
        src.line(format_args!("name: self.{by}.as_ref()?,"));
    }
    match &asked.parameters {
        Some(field) => src.line(format_args!("parameters: self.{}.as_ref(),", field.in_source())),
        None => src.line("parameters: None,"),
    }
    for (_, field) in carried(due) {
        let name = field.in_source();
        if asked.carries.iter().any(|(_, own)| *own == field) {
            src.line(format_args!("{name}: self.{name}.as_ref(),"));
        } else {
            src.line(format_args!("{name}: None,"));
        }
    }
}
