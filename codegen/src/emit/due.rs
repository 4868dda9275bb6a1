//! Which typed answer a response asks for: an enum that says so, and the method of each response that gives it.

mod cases;

use quote::quote;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use crate::ir::Crate;
use crate::ir::operation::Operation;
use crate::ir::tables::{Asked, CarriedKey, Due, RequestStart, Table};
use crate::names::FieldName;

/// The items of the type and the methods that give it.
pub(crate) fn items(src: &mut Source, krate: &Crate, table: &Table, due: &Due) {
    src.front(format_args!("[`{0}`](type@{0}), and a type for each case.", due.name));
    cases::definition(src, due);
    methods(src, table, due);
    if !due.requests.is_empty() {
        src.separate();
        src.block(format_args!("impl {}<'_>", due.name), |src| {
            due.requests.iter().for_each(|start| request(src, krate, due, start));
        });
    }
    cases::structures(src, due);
    data(src, table, due);
    due.asked.iter().for_each(|asked| method_of_response(src, due, asked));
}

/// What every case has.
fn data(src: &mut Source, table: &Table, due: &Due) {
    let (map, discriminator) = (src.name(Import::BTreeMap), src.shape(&table.discriminator));
    let (fmt, data, text) = (src.name(Import::Fmt), &due.data, due.data.as_str());
    src.separate();
    src.comment("What every case has: its name, what came along, and what goes back.");
    // A derived `Copy` would name the type once more, where nothing expects it.
    let deprecated = table.discriminator_deprecated;
    src.line(if deprecated { "#[derive(Clone)]" } else { "#[derive(Clone, Copy)]" });
    expect_deprecated(src, deprecated);
    src.block(format_args!("pub struct {data}<'r>"), |src| {
        src.line(format_args!("name: &'r {discriminator},"));
        src.line(format_args!("parameters: Option<&'r {map}<String, String>>,"));
        for (_, field, _) in &due.members {
            src.line(format_args!("{}: Option<&'r String>,", field.in_source()));
        }
    });
    if deprecated {
        src.separate();
        src.line(format_args!("impl Copy for {data}<'_> {{}}"));
    }
    src.item(quote! {
        /// What came along may be secret: only the name of the case is shown.
        impl #fmt::Debug for #data<'_> {
            fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                f.debug_struct(#text).field("name", self.name).finish_non_exhaustive()
            }
        }
    });
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
                self.data().name
            }
        });
        src.item(quote! {
            /// What is known of the keys of the answer; nothing of a case that the model does not know.
            pub fn case(&self) -> Option<&'static #validation::Case> {
                #answers::#module::case(self.data().name)
            }
        });
        src.item(quote! {
            /// All that the service sent along.
            pub fn parameters(&self) -> Option<&'r #map<String, String>> {
                self.data().parameters
            }
        });
        src.item(quote! {
            /// One thing that the service sent along.
            pub fn parameter(&self, key: &str) -> Option<&'r str> {
                self.data().parameters?.get(key).map(String::as_str)
            }
        });
        for (member, field, method) in &due.members {
            carried_member(src, member, field, method);
        }
        due.carried.iter().for_each(|carried| carried_key(src, carried));
        cases::methods(src, table, due);
    });
}

fn carried_member(src: &mut Source, member: &str, field: &FieldName, method: &FieldName) {
    src.separate();
    src.comment(format_args!("`{member}`, which goes back with the answer."));
    src.block(format_args!("pub fn {}(&self) -> Option<&'r str>", method.in_source()), |src| {
        src.line(format_args!("self.data().{}.map(String::as_str)", field.in_source()));
    });
}

fn carried_key(src: &mut Source, CarriedKey { method, key, parameters }: &CarriedKey) {
    let names: Vec<String> = parameters.iter().map(|name| super::source::code(name)).collect();
    src.separate();
    src.comment(format_args!(
        "What goes back under {}: the parameter {}.",
        super::source::code(key),
        names.join(" or ")
    ));
    src.block(format_args!("pub fn {}(&self) -> Option<&'r str>", method.in_source()), |src| {
        let parameters: Vec<String> =
            parameters.iter().map(|name| format!("self.parameter({})", literal(name))).collect();
        let (first, others) = parameters.split_first().expect("the trait asks for one");
        let others: String = others.iter().map(|other| format!(".or_else(|| {other})")).collect();
        src.line(format_args!("{first}{others}"));
    });
}

/// The method that begins a request, in which what goes back is set already.
fn request(src: &mut Source, krate: &Crate, due: &Due, start: &RequestStart) {
    let RequestStart { method, request, builder, arguments, case, entry, carries } = start;
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
        calls.push(format!(".{}(data.name.clone())", case.in_source()));
        calls.extend(
            carries.iter().map(|(setter, field)| {
                format!(".{}(data.{}.cloned())", setter.in_source(), field.in_source())
            }),
        );
        let (start, end) = if due.carried.is_empty() { ("", "") } else { ("let mut builder = ", ";") };
        src.line("let data = self.data();");
        src.line(format_args!("{start}{ty}::builder()"));
        let last = calls.len() - 1;
        src.indented(|src| {
            for (index, call) in calls.iter().enumerate() {
                src.line(format_args!("{call}{}", if index == last { end } else { "" }));
            }
        });
        for CarriedKey { method, key, .. } in &due.carried {
            src.block(format_args!("if let Some(value) = self.{}()", method.in_source()), |src| {
                let entry = entry.in_source();
                src.line(format_args!("builder = builder.{entry}({}, value);", literal(key)));
            });
        }
        if !due.carried.is_empty() {
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

fn method_of_response(src: &mut Source, due: &Due, asked: &Asked) {
    let (answers, ty) = (src.name(Import::Answers), &due.name);
    let validation = src.name(Import::Validation);
    let errors =
        "What the service always sends with a case, and did not. What came is still in the response.";
    src.separate();
    expect_deprecated(src, asked.names_deprecated);
    src.block(format_args!("impl {}", src.shape(&asked.response)), |src| {
        src.comment("Which answer is due next; `None` where this asks for none.");
        for line in ["", "# Errors", "", errors] {
            src.comment(line);
        }
        let given = format!("Result<Option<{answers}::{ty}<'_>>, {validation}::MissingParameters>");
        src.block(format_args!("pub fn due(&self) -> {given}"), |src| {
            let by = asked.by.in_source();
            if asked.by_required {
                src.line(format_args!("let name = &self.{by};"));
            } else {
                let start = format!("let Some(name) = &self.{by} else {{");
                src.nest(start, |src| src.line("return Ok(None);"), "};");
            }
            let module = due.module.in_source();
            let data = format!("let data = {answers}::{module}::{} {{", due.data);
            src.nest(data, |src| fields(src, due, asked), "};");
            src.line(format_args!("{answers}::{ty}::read(data).map(Some)"));
        });
    });
}

fn fields(src: &mut Source, due: &Due, asked: &Asked) {
    src.line("name,");
    match &asked.parameters {
        Some(field) => src.line(format_args!("parameters: self.{}.as_ref(),", field.in_source())),
        None => src.line("parameters: None,"),
    }
    for (_, field, _) in &due.members {
        let name = field.in_source();
        if asked.carries.iter().any(|(_, own)| own == field) {
            src.line(format_args!("{name}: self.{name}.as_ref(),"));
        } else {
            src.line(format_args!("{name}: None,"));
        }
    }
}
