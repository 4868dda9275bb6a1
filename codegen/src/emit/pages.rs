//! How the results of an operation come in pages.

use std::fmt::Display;

use super::attributes::implementation;
use super::source::{Import, Source, literal};
use crate::ir::operation::Operation;
use crate::ir::pages::{FieldStep, PageFields, Pages};

/// The constant of the names on the wire.
pub(crate) fn names(src: &mut Source, pages: &Pages) {
    let Pages { input_token, output_token, items, page_size, fields: _ } = pages;
    let wire = src.name(Import::Wire);
    src.nest(
        format_args!("const PAGES: Option<{wire}::Pages> = Some({wire}::Pages {{"),
        |src| {
            src.line(format_args!("input_token: {},", literal(input_token)));
            src.line(format_args!("output_token: {},", literal(output_token)));
            optional(src, "items", items.as_deref());
            optional(src, "page_size", page_size.as_deref());
        },
        "});",
    );
}

fn optional(src: &mut Source, name: impl Display, text: Option<&str>) {
    match text {
        Some(text) => src.line(format_args!("{name}: Some({}),", literal(text))),
        None => src.line(format_args!("{name}: None,")),
    }
}

/// The trait of operations whose pages can be fetched one after the other.
pub(crate) fn paged(src: &mut Source, operation: &Operation, fields: &PageFields) {
    let PageFields { token, input_token, output_token, items, names_deprecated } = fields;
    let wire = src.name(Import::Wire);
    let deprecated = *names_deprecated || operation.deprecated.is_some();
    implementation(src, format_args!("{wire}::Paged for {}", operation.name), deprecated, |src| {
        let token = src.ty(token).to_string();
        src.line(format_args!("type Token = {token};"));
        match items {
            Some((ty, _)) => src.line(format_args!("type Items = {};", src.ty(ty))),
            None => src.line("type Items = Option<Self::Output>;"),
        }
        src.block(format_args!("fn input_token(input: &mut Self::Input) -> &mut Option<{token}>"), |src| {
            src.line(format_args!("&mut input.{}", input_token.in_source()));
        });
        src.block(format_args!("fn output_token(output: &Self::Output) -> Option<&{token}>"), |src| {
            src.line(value(output_token, ".as_ref()", "&"));
        });
        src.block("fn items(output: Self::Output) -> Option<Self::Items>", |src| match items {
            Some((_, path)) => src.line(value(path, "", "")),
            None => src.line("Some(Some(output))"),
        });
    });
}

/// What the fields of an output lead to, as an `Option`.
fn value(path: &[FieldStep], as_ref: &str, reference: &str) -> String {
    let (last, way) = path.split_last().expect("a path has a name");
    let mut text = "output".to_owned();
    for FieldStep { name, is_option } in way {
        text.push_str(&format!(".{}", name.in_source()));
        if *is_option {
            text.push_str(as_ref);
            text.push('?');
        }
    }
    let name = last.name.in_source();
    if last.is_option { format!("{text}.{name}{as_ref}") } else { format!("Some({reference}{text}.{name})") }
}
