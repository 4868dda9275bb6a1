//! The enum of cases that a response may ask for, and what comes with each.

use super::super::answers::debug_of_case;
use super::super::attributes::expect_deprecated;
use super::super::source::{Import, Source, code, literal};
use crate::ir::tables::{Due, DueCase, DueParameter, ParameterType, Table};

/// The enum.
pub(super) fn definition(src: &mut Source, due: &Due) {
    src.separate();
    src.doc(&due.docs);
    src.line("#[non_exhaustive]");
    src.line("#[derive(Clone, Debug)]");
    src.block(format_args!("pub enum {}<'r>", due.name), |src| {
        for DueCase { name, ty, docs, .. } in &due.cases {
            src.doc(docs);
            src.line(format_args!("{name}({ty}<'r>),"));
        }
        src.comment("A case that the model does not know.");
        src.line(format_args!("Unknown({}<'r>),", due.data));
    });
}

/// What tells the cases apart: reading, and what all of them have.
pub(super) fn methods(src: &mut Source, table: &Table, due: &Due) {
    let (discriminator, data) = (src.shape(&table.discriminator), &due.data);
    let validation = src.name(Import::Validation);
    src.separate();
    src.block(format_args!("fn data(&self) -> {data}<'r>"), |src| {
        src.block("match self", |src| {
            for DueCase { name, .. } in &due.cases {
                src.line(format_args!("Self::{name}(due) => due.data,"));
            }
            src.line("Self::Unknown(data) => *data,");
        });
    });
    src.separate();
    expect_deprecated(src, table.cases_deprecated);
    let given = format!("Result<Self, {validation}::MissingParameters>");
    src.block(format_args!("fn read(data: {data}<'r>) -> {given}"), |src| {
        let is_always = |case: &DueCase| case.parameters.iter().any(|parameter| parameter.always);
        let mutable = if due.cases.iter().any(is_always) { "mut " } else { "" };
        src.line(format_args!("let {mutable}sent = {validation}::Sent::new(data.parameters);"));
        let arms = |src: &mut Source| {
            for case @ DueCase { name, ty, .. } in &due.cases {
                let read = read_call(case);
                src.line(format_args!("{discriminator}::{name} => Self::{name}({ty}{read}),"));
            }
            src.line("_ => Self::Unknown(data),");
        };
        src.nest("let due = match data.name {", arms, "};");
        src.line("sent.finish(data.name.as_str(), due)");
    });
}

fn read_call(case: &DueCase) -> &'static str {
    match case.parameters.as_slice() {
        [] => " { data }",
        parameters if parameters.iter().any(|parameter| parameter.always) => "::read(data, &mut sent)",
        _ => "::read(data, &sent)",
    }
}

/// What comes with each case.
pub(super) fn structures(src: &mut Source, due: &Due) {
    due.cases.iter().for_each(|case| structure(src, due, case));
}

/// The struct of a case: a parameter that is new comes to it as a field that may be absent, and breaks nobody.
fn structure(src: &mut Source, due: &Due, case: &DueCase) {
    let DueCase { name, ty, parameters, .. } = case;
    let (validation, data) = (src.name(Import::Validation), &due.data);
    src.separate();
    src.comment(format_args!("What comes with [`{0}::{name}`](variant@{0}::{name}).", due.name));
    src.line("#[non_exhaustive]");
    src.line("#[derive(Clone)]");
    src.block(format_args!("pub struct {ty}<'r>"), |src| {
        src.line(format_args!("data: {data}<'r>,"));
        parameters.iter().for_each(|parameter| field(src, parameter));
    });
    if !parameters.is_empty() {
        let mutable = if parameters.iter().any(|parameter| parameter.always) { "mut " } else { "" };
        let sent = format!("sent: &{mutable}{validation}::Sent<'r>");
        src.separate();
        src.block(format_args!("impl<'r> {ty}<'r>"), |src| {
            src.block(format_args!("fn read(data: {data}<'r>, {sent}) -> Self"), |src| {
                let fields = |src: &mut Source| {
                    src.line("data,");
                    for parameter in parameters {
                        let value = value(src, parameter);
                        src.line(format_args!("{}: {value},", parameter.name.in_source()));
                    }
                };
                src.nest("Self {", fields, "}");
            });
        });
    }
    debug_of_case(src, ty, "<'_>");
}

fn field(src: &mut Source, DueParameter { name, key, docs, always, ty }: &DueParameter) {
    src.comment(docs);
    src.comment("");
    src.comment(format_args!("The parameter {}.", code(key)));
    let text = match ty {
        ParameterType::Text => "&'r str".to_owned(),
        ParameterType::Enum(name) => src.shape(name).to_string(),
        ParameterType::Texts => "Vec<String>".to_owned(),
        ParameterType::Enums(name) => format!("Vec<{}>", src.shape(name)),
        ParameterType::Object => format!("{}<String, String>", src.name(Import::BTreeMap)),
    };
    let optional = !always && matches!(ty, ParameterType::Text | ParameterType::Enum(_));
    let text = if optional { format!("Option<{text}>") } else { text };
    src.line(format_args!("pub {}: {text},", name.in_source()));
}

/// The expression that reads a parameter.
fn value(src: &Source, DueParameter { key, always, ty, .. }: &DueParameter) -> String {
    let (validation, key) = (src.name(Import::Validation), literal(key));
    match ty {
        ParameterType::Text if *always => format!("sent.always({key})"),
        ParameterType::Text => format!("sent.get({key})"),
        ParameterType::Enum(_) if *always => format!("sent.always({key}).into()"),
        ParameterType::Enum(_) => format!("sent.value({key})"),
        ParameterType::Texts | ParameterType::Enums(_) => format!("{validation}::listed(sent.get({key}))"),
        ParameterType::Object => format!("{validation}::object(sent.get({key}))"),
    }
}
