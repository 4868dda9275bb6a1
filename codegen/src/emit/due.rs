//! Which typed answer a response asks for: a type that says so, and the method of each response that gives it.

use quote::quote;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, code, literal};
use crate::ir::tables::{Asked, Due, Parameter, Table};
use crate::names::FieldName;

/// The items of the type and the methods that give it.
pub(crate) fn items(src: &mut Source, table: &Table, due: &Due) {
    src.front(format_args!("[`{0}`](type@{0}).", due.name));
    definition(src, table, due);
    methods(src, table, due);
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
